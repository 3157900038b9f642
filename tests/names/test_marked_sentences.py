"""The readers against sentences and articles marked by hand; `benchmarks/numbers_and_dates.py` prints the same."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from janadesh.names.dates import read_dates
from janadesh.names.numbers import read_numbers

ROWS = json.loads((Path(__file__).parent / "marked_sentences.json").read_text("utf-8"))
# measured 0.992 and 1.000 for numbers, 1.000 for dates; lower means that something broke
LEAST = 0.98


def share(found: list[object], wanted: list[object]) -> float:
    left = list(wanted)
    hits = 0
    for item in found:
        if item in left:
            left.remove(item)
            hits += 1
    return hits / len(found)


def test_numbers_of_marked_sentences_are_read_with_unit_bound_and_noun() -> None:
    found: list[object] = []
    wanted: list[object] = []
    for index, row in enumerate(ROWS):
        text = row["text"]
        found += [
            (index, text[n.start : n.end], round(n.value, 6), n.unit, n.comparator, n.noun) for n in read_numbers(text)
        ]
        wanted += [(index, quote, round(value, 6), *rest) for quote, value, *rest in row["numbers"]]

    assert share(found, wanted) >= LEAST
    assert share(wanted, found) >= LEAST


def test_dates_of_marked_sentences_are_read_with_their_days_and_times() -> None:
    found: list[object] = []
    wanted: list[object] = []
    for index, row in enumerate(ROWS):
        text, written_on = row["text"], dt.date.fromisoformat(row["day"])
        found += [
            (index, text[d.start : d.end], str(d.first), str(d.last), d.clock) for d in read_dates(text, written_on)
        ]
        wanted += [(index, *date) for date in row["dates"]]

    assert share(found, wanted) >= LEAST
    assert share(wanted, found) >= LEAST


@pytest.mark.parametrize("unit", ["date", "votes", "seats", "percent"])
def test_claims_of_marked_articles_have_their_number_read_where_they_stand(shared: Path, unit: str) -> None:
    right = total = 0
    for path in sorted((shared / "claims" / "gold").glob("*.json")):
        news = json.loads((shared / "news" / path.name).read_text("utf-8"))
        numbers, dates = read_numbers(news["text"]), read_dates(news["text"], dt.date.fromisoformat(news["date"]))
        for claim in json.loads(path.read_text("utf-8"))["claims"]:
            if claim["unit"] != unit or claim["value"] is None:
                continue
            total += 1
            start, end = claim["start"], claim["end"]
            if unit == "date":
                right += any(d.start < end and start < d.end and str(d.first) == claim["value"] for d in dates)
            else:
                right += any(n.start < end and start < n.end and n.value == claim["value"] for n in numbers)

    assert total > 50
    assert right / total >= 0.98
