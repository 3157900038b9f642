"""
Precision and recall of the readers of numbers and dates, and their speed.

Usage: python benchmarks/numbers_and_dates.py [SHARED] [--misses]

SHARED is the folder of marked articles (`news`, `seeds`, `claims`); by default the one beside the checkout. Recall is
measured there: the share of marked numbers read with their value at an overlapping span. Precision and recall on all
numbers and dates are measured on `tests/names/marked_sentences.json`, written and marked by hand for this.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from figures import Figure
from figures import keep
from janadesh.names.dates import read_dates
from janadesh.names.numbers import read_numbers

ROOT = Path(__file__).resolve().parents[1]
MARKED = ROOT / "tests" / "names" / "marked_sentences.json"
_MARKUP = re.compile(r"<[^>]*>|https?://\S+|&amp;|&nbsp;")


def blanked(text: str) -> str:
    """Blank markup and addresses, keeping offsets."""
    return _MARKUP.sub(lambda found: " " * len(found.group()), text)


def articles(shared: Path) -> Iterator[tuple[str, str, dt.date, list[dict]]]:
    """Give the marked articles: id, text, day, claims."""
    for path in sorted((shared / "claims" / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        news = json.loads((shared / "news" / path.name).read_text("utf-8"))
        yield path.stem, news["text"], dt.date.fromisoformat(news["date"]), gold["claims"]
    for path in sorted((shared / "claims" / "seeds-gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = (shared / "seeds" / f"{path.stem}.txt").read_text("utf-8")
        day = dt.date.fromisoformat(re.search(r"date (\d{4}-\d\d-\d\d)", text)[1])
        yield path.stem, text, day, gold["claims"]


def overlaps(start: int, end: int, other_start: int, other_end: int) -> bool:
    return start < other_end and other_start < end


def recall_on_articles(shared: Path, *, misses: bool) -> None:
    counts = {"number": [0, 0], "comparator": [0, 0], "date": [0, 0], "year": [0, 0]}
    for name, text, day, claims in articles(shared):
        plain_text = blanked(text)
        numbers, dates = read_numbers(plain_text), read_dates(plain_text, day)
        for claim in claims:
            if claim["value"] is None:
                continue
            start, end, value = claim["start"], claim["end"], claim["value"]
            if claim["unit"] in {"date", "year"}:
                kind = claim["unit"]
                found = any(
                    overlaps(d.start, d.end, start, end)
                    and (str(d.first) == value if kind == "date" else d.first.year == value)
                    for d in dates
                )
            else:
                kind = "number"
                same = [n for n in numbers if overlaps(n.start, n.end, start, end) and abs(n.value - value) < 1e-6]
                found = bool(same)
                if found:
                    counts["comparator"][1] += 1
                    right = any(n.comparator == claim["comparator"] for n in same)
                    counts["comparator"][0] += right
                    if misses and not right:
                        print("  comparator", name, repr(claim["quote"]), claim["comparator"])
            counts[kind][0] += found
            counts[kind][1] += 1
            if misses and not found:
                print("  missed", name, repr(claim["quote"]), value)
    for kind, (right, total) in counts.items():
        share = right / max(1, total)
        print(f"marked articles, {kind}: recall {right}/{total} = {share:.3f}")
        keep(Figure(what=f"{kind} of the marked articles, recall", ours=f"{share:.3f}", goal="0.95", met=share >= 0.95))


def on_marked_sentences(*, misses: bool) -> None:
    """Compare every number and date read in the hand-marked sentences with the marks."""
    numbers, dates = [0, 0, 0], [0, 0, 0]
    for row in json.loads(MARKED.read_text("utf-8")):
        text = row["text"]
        got_numbers = [
            (text[n.start : n.end], round(n.value, 6), n.unit, n.comparator, n.noun) for n in read_numbers(text)
        ]
        want_numbers = [(q, round(v, 6), u, c, noun) for q, v, u, c, noun in row["numbers"]]
        got_dates = [
            (text[d.start : d.end], str(d.first), str(d.last), d.clock)
            for d in read_dates(text, dt.date.fromisoformat(row["day"]))
        ]
        want_dates = [tuple(date) for date in row["dates"]]
        for tally, got, want in ((numbers, got_numbers, want_numbers), (dates, got_dates, want_dates)):
            left = list(want)
            hits = 0
            for item in got:
                if item in left:
                    left.remove(item)
                    hits += 1
                elif misses:
                    print("  false  ", item, "|", text[:70])
            if misses:
                for item in left:
                    print("  missing", item, "|", text[:70])
            tally[0] += hits
            tally[1] += len(got)
            tally[2] += len(want)
    for name, (hits, got, want) in (("numbers", numbers), ("dates", dates)):
        precision = f"precision {hits}/{got} = {hits / got:.3f}"
        print(f"hand-marked sentences, {name}: {precision}, recall {hits}/{want} = {hits / want:.3f}")
        keep(
            Figure(
                what=f"{name} in sentences marked by hand",
                ours=f"precision {hits / got:.3f}, recall {hits / want:.3f}",
                goal="0.95 each",
                met=min(hits / got, hits / want) >= 0.95,
            )
        )


def speed(shared: Path | None) -> None:
    if shared is not None:
        sample = " ".join(blanked(text) for _, text, _, _ in articles(shared))
    else:
        sample = " ".join(row["text"] for row in json.loads(MARKED.read_text("utf-8")))
    sample = html.unescape(sample)
    text = sample * max(1, 1_000_000 // len(sample))
    for name, read in (
        ("numbers", lambda: read_numbers(text)),
        ("dates", lambda: read_dates(text, dt.date(2024, 10, 8))),
    ):
        begun = time.process_time()
        found = read()
        seconds = time.process_time() - begun
        rate = len(text) / 1e6 / seconds
        print(f"speed, {name}: {rate:.2f} MB/s of processor time ({len(found)} in {len(text)} characters)")


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    misses = "--misses" in sys.argv
    shared = Path(arguments[0]) if arguments else ROOT.parent / "shared"
    if MARKED.exists():
        on_marked_sentences(misses=misses)
    if (shared / "claims").is_dir():
        recall_on_articles(shared, misses=misses)
        speed(shared)
    else:
        print(f"no marked articles at {shared}; give their folder as argument")
        speed(None)


if __name__ == "__main__":
    main()
