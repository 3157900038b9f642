"""
Score the judging half alone: each claim marked by hand is made a reading, judged, and its verdict compared.

What the words of a claim say beyond its fields (a count going on, lost or won, the event of a day) is read here
from its quote and the text near it by a few plain rules; the checker reads it with its own grammar.

    python benchmarks/judging.py --record election.sqlite --shared ../shared [--show]
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import janadesh
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.facts import facts_of
from janadesh.claims.judging.judge import judge
from janadesh.names.spelling import spelling_key

_TAG = re.compile(r"<[^>]*>")
_COUNTING = re.compile(
    r"\b(?:trends?|leads?|leading|ahead|trail(?:s|ing)|rounds?|so far|were being|being declared|latest|at last count|when this|"
    r"counted so far|still being|stood at|at noon|yet to)\b",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"\b(?:final|all the results|official(?:ly)? declared|came to an end|has ended|counting is over|over and done|"
    r"full result|tally is complete|results? (?:is|are) out|was over|complete)\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:lost|lose|losing|defeated by|beaten by|was beaten|conceded?|admitted defeat|own(?:ed|s) up|went (?:down|under)|overcome by|"
    r"brought down|has been defeated|it has beaten|his defeat|without success|getting the better of congress)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\b(?:trail(?:s|ing)|behind|fewer|adrift|short|down by|losing to|not in front|fallen)\b", re.IGNORECASE
)
_COUNT_DAY = re.compile(r"\b(?:count(?:ed|ing)?|results?|figures|machines)\b", re.IGNORECASE)
_MAJORITY = re.compile(r"majority|halfway|half way|magic|takes \d|gone past|needed", re.IGNORECASE)
_PHASE_WORDS = {"first": 1, "one": 1, "1": 1, "second": 2, "two": 2, "2": 2, "third": 3, "three": 3, "3": 3, "last": -1}
_PHASE = re.compile(
    r"\b(first|second|third|last)\b(?:[ ,]+and (?:the )?(?:last|final))?[ -]+(?:phase|leg|round)|\bphase[ -]+(one|two|three|1|2|3)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?\s?m\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim as marked, with the article that it stands in."""

    article: str
    written_on: dt.date
    text: str
    claim: dict[str, Any]


def marked_claims(shared: Path, folder: str) -> Iterator[Marked]:
    """Read the claims of `claims/<folder>` with their articles' texts and dates."""
    for path in sorted((shared / "claims" / folder).glob("*.json")):
        marks = json.loads(path.read_text(encoding="utf-8"))
        article = str(marks["article"])
        if folder == "gold":
            news = json.loads((shared / "news" / f"{article}.json").read_text(encoding="utf-8"))
            text, day = news["text"], news["date"]
        else:
            text = (shared / "seeds" / f"{article}.txt").read_text(encoding="utf-8")
            day = (re.search(r"\d{4}-\d\d-\d\d", text) or [""])[0]
        for claim in marks["claims"]:
            yield Marked(article, dt.date.fromisoformat(day), text, claim)


def reading_of(facts: Facts, marked: Marked) -> Reading:
    """Make a marked claim the reading that its words give."""
    claim = marked.claim
    election = facts.of(claim.get("election"))
    quote, start, end = claim["quote"], claim["start"], claim["end"]
    value = claim.get("value")
    seat = _seat(election, claim.get("constituency"))
    subject = _subject(facts, election, claim.get("subject"), seat)
    near = _near(marked.text, start, end, 110)
    before_quote = _TAG.sub(" ", marked.text[max(0, start - 160) : start])
    scope, scope_name = _scope(facts, election, claim, near, before_quote)
    return Reading(
        kind=claim["kind"],
        start=start,
        end=end,
        subject=subject,
        election=claim.get("election"),
        constituency=seat,
        value=value,
        unit=claim.get("unit"),
        comparator=claim.get("comparator") or "=",
        side=_side(claim, quote, near, before_quote),
        while_counting=_counting(election, marked, near),
        with_subjects=_partners(facts, election, claim, subject, marked),
        event=_event(claim, before_quote, quote, marked.text[end : end + 60]),
        phase=_phase(marked, claim, quote, before_quote, election),
        scope=scope,
        scope_name=scope_name,
        role=_role(claim, quote, near),
        clock=_clock(claim, quote, before_quote, marked.text[end : end + 60]),
        party=_party(facts, claim, quote, near),
        earlier=election is not None and marked.written_on.year - election.year > 1,
    )


def _near(text: str, start: int, end: int, by: int) -> str:
    return _TAG.sub(" ", text[max(0, start - by) : end + by])


def _seat(election: ElectionFacts | None, name: str | None) -> str | None:
    return election.by_constituency_name.get(spelling_key(name)) if election and name else None


def _subject(facts: Facts, election: ElectionFacts | None, said: Any, seat: str | None) -> Subject | None:
    if not said:
        return None
    kind, name = said["type"], said["name"]
    key = spelling_key(name)
    if kind == "party":
        party = next((p for p in facts.parties.values() if spelling_key(p.name) == key), None)
        return Subject("party", name, party.id if party else None)
    if kind == "alliance":
        alliances = [a for a, short in facts.alliances.items() if spelling_key(short) == key]
        held = [a for a in alliances if election and a in election.members]
        return Subject("alliance", name, (held or alliances or [None])[0])
    if kind == "constituency":
        return Subject("constituency", name, _seat(election, name) if seat else None)
    if kind == "candidate" and election is not None:
        found = [s for s in election.by_name.get(key, ()) if seat is None or s.constituency == seat]
        if len(found) == 1 or (found and len({s.person for s in found}) == 1 and found[0].person):
            return Subject("candidate", name, found[0].person, found[0].serial if seat else None)
        return Subject("candidate", name)
    return Subject(kind, name, name if kind == "election" else None)


def _counting(election: ElectionFacts | None, marked: Marked, near: str) -> bool:
    claim = marked.claim
    if claim["kind"] == "lead":
        return True
    if election is None or claim["kind"] not in ("votes", "seats", "rank", "margin", "outcome", "vote_share"):
        return False
    if election.day_of_count is None or not 0 <= (marked.written_on - election.day_of_count).days <= 1:
        return False
    plain = _TAG.sub(" ", marked.text)
    if claim["kind"] == "seats":
        return bool(_COUNTING.search(plain)) and not _FINAL.search(plain)
    if claim["kind"] in ("margin", "outcome"):
        return False
    return bool(_COUNTING.search(near))


def _side(claim: dict[str, Any], quote: str, near: str, before: str) -> str | None:
    kind = claim["kind"]
    if kind == "lead":
        return "trailing" if _TRAILING.search(quote) else "leading"
    if kind == "outcome":
        return "lost" if _LOST.search(quote) else "won"
    if kind == "seats":
        return "lost" if _LOST.search(quote) else "won"
    if kind == "contest":
        if re.search(r"friendly|face each other|with each other|both have|candidates of both|one another", near):
            return "friendly" if (claim.get("subject") or {}).get("type") == "alliance" else "allotted"
        if "not standing" in quote:
            return "not standing"
        if re.search(r"\bgets?\b|formula|pact|agreed|allot|share|given|kept|left for|fall to|kitty", near + before):
            return "allotted"
        return "contested"
    return None


def _event(claim: dict[str, Any], before: str, quote: str, after: str) -> str | None:
    if claim["kind"] != "schedule" or claim.get("unit") != "date":
        return None
    clause = re.split(r"[.;,]", before)[-1] + quote + re.split(r"[.;,]", after)[0]
    if not re.search(r"phase|poll|vot|count|result|machines|figures", clause):
        clause = re.split(r"[.;]", before)[-1] + quote + re.split(r"[.;]", after)[0]
    cues = [m.start() for m in _COUNT_DAY.finditer(clause)]
    polls = [m.start() for m in re.finditer(r"phase|poll|vot(?:e|ed|ing)\b|went", clause)]
    at = clause.find(quote)
    if not cues:
        return "poll"
    nearest = min(abs(c - at) for c in cues)
    return "count" if not polls or nearest <= min(abs(p - at) for p in polls) else "poll"


def _phase(
    marked: Marked, claim: dict[str, Any], quote: str, before: str, election: ElectionFacts | None
) -> int | None:
    if claim["kind"] not in ("turnout", "house", "contest", "electors") or election is None or not election.phases:
        return None
    if claim["kind"] == "contest" and (claim.get("subject") or {}).get("type") == "candidate":
        return None
    sentence = (
        re.split(r"[.\n]", before)[-1] + quote + re.split(r"[.\n]", marked.text[claim["end"] : claim["end"] + 90])[0]
    )
    found = [m for m in _PHASE.finditer(sentence)]
    wide = claim["kind"] in ("turnout", "electors") or (
        claim["kind"] == "contest" and claim.get("unit") == "candidates"
    )
    today = [s.phase for s in election.standing_steps.values() if s.event == "poll" and s.on_date == marked.written_on]
    if claim["kind"] == "contest" and not found and today and claim.get("unit") == "seats":
        # on polling day "this phase" is the one that votes
        return today[0] if re.search(r"how many|in this phase|of the 38", marked.text) else None
    if claim["kind"] == "turnout" and today and not found:
        return today[0]
    if not found and wide:
        plain = _TAG.sub(" ", marked.text)
        found = [m for m in _PHASE.finditer(plain)]
        if len({(m.group(1) or m.group(2)).lower() for m in found}) > 1:
            polled = [
                s.phase
                for s in election.standing_steps.values()
                if s.event == "poll" and 0 <= (marked.written_on - s.on_date).days <= 2
            ]
            return polled[0] if polled else None
    if not found:
        return None
    at = len(re.split(r"[.\n]", before)[-1])
    nearest = min(found, key=lambda m: abs(m.start() - at)) if len(found) > 1 else found[0]
    phase = _PHASE_WORDS[(nearest.group(1) or nearest.group(2)).lower()]
    return election.phases[-1] if phase == -1 else phase


def _scope(
    facts: Facts, election: ElectionFacts | None, claim: dict[str, Any], near: str, before: str
) -> tuple[str | None, str | None]:
    said = claim.get("subject") or {}
    if said.get("type") == "constituency" and not claim.get("constituency"):
        return "district", re.sub(r"\s+district$", "", said["name"])
    if claim["kind"] == "house" and re.search(r"reserved|General", claim["quote"]):
        return None, "GEN" if "General" in claim["quote"] else None
    quote = claim["quote"]
    regions = {c.region for c in election.contests.values() if c.region} if election else set()
    if re.search(r"every one of them from the Kashmir|^all in Jammu", quote):
        return "region", "Kashmir" if "Kashmir" in quote else "Jammu"
    if "J&amp;K and Ladakh" in quote:
        return "territory", "J&K and Ladakh"
    if claim["kind"] in ("seats", "house", "history"):
        for region in sorted(regions):
            if re.search(rf"\b{region}\b(?! and Kashmir)", quote) and "Jammu and" not in quote:
                return "region", region
        if "Kashmir" in regions and re.search(r"[Vv]alley", quote):
            return "region", "Kashmir"
    if claim["kind"] == "turnout" and re.search(r"most of|several of", near):
        return "region", "several"
    return None, None


def _role(claim: dict[str, Any], quote: str, near: str) -> str | None:
    kind = claim["kind"]
    if kind == "house":
        if re.search(r"nominate", quote) and claim.get("value", 0) and claim["value"] < 10:
            return "nominated"
        if re.search(r"reserved|General", quote):
            return "reserved"
        if _MAJORITY.search(quote) and not re.search(r"-member|assembly|of the \d|House grows", quote):
            return "majority"
        return "at stake"
    if kind == "turnout":
        return (
            "women"
            if re.search(r"women|female", near[70:-70])
            else "men"
            if re.search(r"\bmen\b|\bmale\b", near[70:-70])
            else None
        )
    if kind == "contest" and claim.get("unit") == "candidates":
        return next((w for w in ("women", "men", "third gender") if re.search(rf"\b{w}\b", quote)), None)
    if kind == "history":
        if claim.get("unit") == "years":
            return "years since"
        if re.search(r"^(?:every one|all) (?:of|in) |^All of", quote) and claim.get("value") is None:
            return "all in"
        if re.search(r"by which", quote):
            return "margin"
        if re.search(r"held the seat|last two elections there", quote):
            return "held"
        if (claim.get("subject") or {}).get("type") == "election" and claim.get("value") is None:
            return "first since"
        if (
            re.search(r"first (?:seat|MLA|ever)|first time|Never before", quote)
            and (claim.get("subject") or {}).get("type") == "party"
        ):
            return "first win"
    return None


def _clock(claim: dict[str, Any], quote: str, before: str, after: str) -> str | None:
    if claim["kind"] != "turnout":
        return None
    sentence = re.split(r"[\n]|\.\s", before)[-1] + quote + re.split(r"[.\n]", after)[0]
    found = _CLOCK.search(sentence)
    if not found:
        return None
    hour = int(found.group(1)) % 12 + (12 if found.group(3).lower() == "p" else 0)
    return f"{hour:02d}:{found.group(2) or '00'}"


def _party(facts: Facts, claim: dict[str, Any], quote: str, near: str) -> str | None:
    if claim["kind"] not in ("contest", "history") or claim.get("value") is not None:
        return None
    if re.search(r"[Ii]ndependent", quote):
        return next((p.id for p in facts.parties.values() if p.kind == "independent"), None)
    bracket = re.search(r"\(([A-Z][\w()-]+)\)$", quote)
    if bracket:
        return next((p.id for p in facts.parties.values() if p.abbreviation == bracket.group(1)), None)
    return None


def _partners(
    facts: Facts, election: ElectionFacts | None, claim: dict[str, Any], subject: Subject | None, marked: Marked
) -> tuple[Subject, ...]:
    if claim["kind"] != "alliance" or election is None:
        return ()
    names = {p for of in election.members.values() for p in of}
    near = claim["quote"]
    found = []
    for party in names:
        fact = facts.parties[party]
        words = {fact.abbreviation, "Congress" if party.endswith("-inc") else fact.name, fact.name}
        if party != (subject.id if subject else None) and any(
            re.search(rf"\b{re.escape(w)}(?!\w)", near) for w in words
        ):
            found.append(Subject("party", fact.name, party))
    return tuple(found)


def judged(facts: Facts, claims: list[Marked]) -> list[tuple[Marked, Reading, Judgement]]:
    """Judge every claim."""
    out = []
    for marked in claims:
        reading = reading_of(facts, marked)
        out.append((marked, reading, judge(facts, reading, marked.written_on)))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--gold", default="gold", help="the folder of marks: gold or seeds-gold")
    parser.add_argument("--show", action="store_true", help="print the claims judged otherwise than marked")
    parser.add_argument("--all", action="store_true", help="print every claim")
    args = parser.parse_args()
    facts = facts_of(janadesh.open(args.record))
    claims = list(marked_claims(args.shared, args.gold))
    results = judged(facts, claims)
    right: collections.Counter[str] = collections.Counter()
    seen: collections.Counter[str] = collections.Counter()
    falsely = 0
    for marked, _, verdict in results:
        claim = marked.claim
        seen[claim["kind"]] += 1
        ok = claim["verdict"] == verdict.verdict
        right[claim["kind"]] += ok
        falsely += verdict.verdict == "contradicted" and not ok
        if args.all or (args.show and not ok):
            print(
                f"{'ok ' if ok else 'NO '}{marked.article} {claim['kind']:<10} {claim['verdict']:<12} -> {verdict.verdict:<12} {claim['quote'][:80]!r}"
            )
            print(
                f"      {claim.get('value')} {claim.get('comparator')} gold: {claim.get('official')} | {claim.get('why')}"
            )
            print(f"      here: {verdict.official} | {verdict.why}")
    for kind in sorted(seen):
        print(f"{kind:<12}{right[kind]:>5}/{seen[kind]:<5}{100 * right[kind] / seen[kind]:6.1f}")
    print(
        f"{'all':<12}{sum(right.values()):>5}/{sum(seen.values()):<5}{100 * sum(right.values()) / sum(seen.values()):6.1f}"
    )
    print(f"falsely contradicted: {falsely}")
    print(f"one judgement: {_speed(facts, results):.1f} µs (median)")


def _speed(facts: Facts, results: list[tuple[Marked, Reading, Judgement]]) -> float:
    times = []
    for marked, reading, _ in results:
        began = time.perf_counter()
        judge(facts, reading, marked.written_on)
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1e6


if __name__ == "__main__":
    main()
