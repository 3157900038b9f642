"""
Claims marked by hand as readings, so that the judging half can be scored without the reading half.

What the words of a claim say beyond its fields (a count going on, lost or won, the event of a day) is
read here from its quote and the text near it by a few plain rules; the checker has its own grammar.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.names.spelling import spelling_key

Claim = dict[str, Any]

_TAG = re.compile(r"<[^>]*>")
_COUNTING = re.compile(
    r"\b(?:trends?|leads?|leading|ahead|trail(?:s|ing)|rounds?|so far|were being|being declared|latest|"
    r"at last count|when this|counted so far|still being|stood at|at noon|yet to)\b",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"\b(?:final|all the results|official(?:ly)? declared|came to an end|has ended|counting is over|"
    r"over and done|full result|tally is complete|results? (?:is|are) out|was over|complete)\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:lost|lose|losing|defeated by|beaten by|was beaten|conceded?|admitted defeat|own(?:ed|s) up|"
    r"went (?:down|under)|overcome by|brought down|has been defeated|it has beaten|his defeat|without success|"
    r"getting the better of congress)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\b(?:trail(?:s|ing)|behind|fewer|adrift|short|down by|losing to|not in front|fallen)\b", re.IGNORECASE
)
_COUNTED = re.compile(r"\b(?:count(?:ed|ing)?|results?|figures|machines)\b", re.IGNORECASE)
_POLLED = re.compile(r"phase|poll|(?<!of )vot(?:e|ed|ing)\b|went", re.IGNORECASE)
_MAJORITY = re.compile(r"majority|halfway|half way|magic|takes \d|gone past|needed", re.IGNORECASE)
_FRIENDLY = re.compile(r"friendly|face each other|with each other|both have|candidates of both|one another")
_ALLOTTED = re.compile(r"\bgets?\b|formula|pact|agreed|allot|share|given|kept|left for|fall to|kitty")
_ORDINALS = {"first": 1, "one": 1, "1": 1, "second": 2, "two": 2, "2": 2, "third": 3, "three": 3, "3": 3, "last": -1}
_PHASE = re.compile(
    r"\b(first|second|third|last)\b(?:[ ,]+and (?:the )?(?:last|final))?[ -]+(?:phase|leg|round)"
    r"|\bphase[ -]+(one|two|three|1|2|3)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?\s?m\b", re.IGNORECASE)
_PEOPLE = ("third gender", "women", "men")


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim as marked, with the article that it stands in."""

    article: str
    written_on: dt.date
    text: str
    claim: Claim

    @property
    def quote(self) -> str:
        """The words that carry the claim."""
        return str(self.claim["quote"])

    def before(self, by: int = 160) -> str:
        """Give the words before the quote."""
        return _TAG.sub(" ", self.text[max(0, self.claim["start"] - by) : self.claim["start"]])

    def after(self, by: int = 60) -> str:
        """Give the words after the quote."""
        return _TAG.sub(" ", self.text[self.claim["end"] : self.claim["end"] + by])


def marked_claims(shared: Path, folder: str) -> Iterator[Marked]:
    """Read the claims of `claims/<folder>` with their articles' texts and dates."""
    for path in sorted((shared / "claims" / folder).glob("*.json")):
        marks = json.loads(path.read_text(encoding="utf-8"))
        article = str(marks["article"])
        news = shared / "news" / f"{article}.json"
        if news.exists():
            told = json.loads(news.read_text(encoding="utf-8"))
            text, day = told["text"], told["date"]
        else:
            text = (shared / "seeds" / f"{article}.txt").read_text(encoding="utf-8")
            found = re.search(r"\d{4}-\d\d-\d\d", text)
            day = found.group() if found else ""
        for claim in marks["claims"]:
            yield Marked(article, dt.date.fromisoformat(day), text, claim)


def reading_of(facts: Facts, marked: Marked) -> Reading:
    """Make a marked claim the reading that its words give."""
    claim = marked.claim
    election = facts.of(claim.get("election"))
    seat = _seat(election, claim.get("constituency"))
    subject = _subject(facts, election, claim.get("subject"), seat)
    scope, scope_name = _scope(election, marked)
    return Reading(
        kind=claim["kind"],
        start=claim["start"],
        end=claim["end"],
        subject=subject,
        election=claim.get("election"),
        constituency=seat,
        value=claim.get("value"),
        unit=claim.get("unit"),
        comparator=claim.get("comparator") or "=",
        side=_side(marked),
        while_counting=_counting(election, marked),
        with_subjects=_named_too(facts, election, marked, subject, seat),
        event=_event(marked),
        phase=_phase(election, marked),
        scope=scope,
        scope_name=scope_name,
        role=_role(marked),
        clock=_clock(marked),
        party=_party(facts, marked),
        earlier=election is not None and marked.written_on.year - election.year > 1,
    )


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
        return Subject("alliance", name, next(iter(held or alliances), None))
    if kind == "constituency":
        return Subject("constituency", name, seat)
    if kind == "candidate" and election is not None:
        return _candidate(election, name, seat)
    return Subject(kind, name, name if kind == "election" else None)


def _candidate(election: ElectionFacts, name: str, seat: str | None) -> Subject:
    found = [s for s in election.by_name.get(spelling_key(name), ()) if seat is None or s.constituency == seat]
    same = len(found) == 1 or (found and found[0].person and len({s.person for s in found}) == 1)
    if not same:
        return Subject("candidate", name)
    return Subject("candidate", name, found[0].person, found[0].serial if seat else None)


def _counting(election: ElectionFacts | None, marked: Marked) -> bool:
    kind = marked.claim["kind"]
    if kind == "lead":
        return True
    if election is None or election.day_of_count is None or kind not in ("votes", "seats", "rank", "vote_share"):
        return False
    if not 0 <= (marked.written_on - election.day_of_count).days <= 1:
        return False
    if kind == "seats":
        plain = _TAG.sub(" ", marked.text)
        return bool(_COUNTING.search(plain)) and not _FINAL.search(plain)
    return bool(_COUNTING.search(marked.before(110) + marked.quote + marked.after(110)))


def _side(marked: Marked) -> str | None:
    kind, quote = marked.claim["kind"], marked.quote
    if kind == "lead":
        return "trailing" if _TRAILING.search(quote) else "leading"
    if kind in ("outcome", "seats"):
        return "lost" if _LOST.search(quote) else "won"
    if kind != "contest":
        return None
    near = marked.before() + quote + marked.after(110)
    if _FRIENDLY.search(near):
        return "friendly" if (marked.claim.get("subject") or {}).get("type") == "alliance" else "allotted"
    if "not standing" in quote:
        return "not standing"
    return "allotted" if _ALLOTTED.search(near) else "contested"


def _event(marked: Marked) -> str | None:
    if marked.claim["kind"] != "schedule" or marked.claim.get("unit") != "date":
        return None
    for stop in (r"[.;,]|\band\b", r"[.;]", r"[.;]\s"):
        left = re.split(stop, marked.before())[-1]
        words = left + marked.quote + re.split(stop, marked.after())[0]
        count = [abs(m.start() - len(left)) for m in _COUNTED.finditer(words)]
        poll = [abs(m.start() - len(left)) for m in _POLLED.finditer(words)]
        if count or poll:
            return "count" if count and (not poll or min(count) <= min(poll)) else "poll"
    return None


def _phase(election: ElectionFacts | None, marked: Marked) -> int | None:
    kind, unit = marked.claim["kind"], marked.claim.get("unit")
    of_candidate = (marked.claim.get("subject") or {}).get("type") == "candidate"
    if election is None or kind not in ("turnout", "house", "contest", "electors") or of_candidate:
        return None
    left = re.split(r"[.\n]", marked.before())[-1]
    named = [*_PHASE.finditer(left + marked.quote + re.split(r"[.\n]", marked.after(90))[0])]
    today = [s.phase for s in election.standing_steps.values() if s.event == "poll" and s.on_date == marked.written_on]
    if not named and today and (kind in ("turnout", "electors") or (kind == "contest" and unit == "seats")):
        whole = kind == "contest" and not re.search(r"in this phase|of the 38|second phase", marked.text)
        return None if whole else today[0]
    if not named and (kind in ("turnout", "electors") or unit == "candidates"):
        plain = _TAG.sub(" ", marked.text)
        named = [*_PHASE.finditer(plain)]
        if len({_word(m) for m in named}) > 1:
            return _just_polled(election, marked)
    if not named:
        return None
    # of two phases in one sentence, the one named last before the number, else the first after it
    before = [m for m in named if m.start() < len(left) + len(marked.quote)]
    number = _ORDINALS[_word((before or named)[-1 if before else 0])]
    return (election.phases[-1] if election.phases else None) if number == -1 else number


def _word(found: re.Match[str]) -> str:
    return (found.group(1) or found.group(2)).lower()


def _just_polled(election: ElectionFacts, marked: Marked) -> int | None:
    steps = [s for s in election.standing_steps.values() if s.event == "poll"]
    return next((s.phase for s in steps if 0 <= (marked.written_on - s.on_date).days <= 2), None)


def _scope(election: ElectionFacts | None, marked: Marked) -> tuple[str | None, str | None]:
    claim, quote = marked.claim, marked.quote
    said = claim.get("subject") or {}
    if said.get("type") == "constituency" and not claim.get("constituency"):
        return "district", re.sub(r"\s+district$", "", said["name"])
    if claim["kind"] == "house" and "General" in quote:
        return None, "GEN"
    if "J&amp;K and Ladakh" in quote:
        return "territory", "J&K and Ladakh"
    if claim["kind"] == "turnout":
        return ("region", "several") if re.search(r"most of|several of", quote) else (None, None)
    regions = {c.region for c in election.contests.values() if c.region} if election else set()
    if claim["kind"] not in ("seats", "house", "history"):
        return None, None
    sentence = re.split(r"[.\n]", marked.before())[-1] + quote
    for region in sorted(regions):
        whole = rf"(?<!Jammu and )\b{region}\b(?! and Kashmir)(?: division| region|$|[ ,;:'-])"
        if re.search(whole, quote) or re.search(rf"^\W*In {region},", sentence):
            return "region", region
    return ("region", "Kashmir") if "Kashmir" in regions and re.search(r"[Vv]alley", quote) else (None, None)


def _role(marked: Marked) -> str | None:
    claim, quote = marked.claim, marked.quote
    if claim["kind"] == "house":
        return _role_of_house(claim, quote)
    if claim["kind"] == "turnout":
        right = re.split(r"[,;.]|\band\b", marked.after(50))[0]
        return next((w for w in _PEOPLE if re.search(rf"\b{w}\b", quote + right)), None)
    if claim["kind"] == "contest" and claim.get("unit") == "candidates":
        return next((w for w in _PEOPLE if re.search(rf"\b{w}\b", quote)), None)
    return _role_of_history(claim, quote) if claim["kind"] == "history" else None


def _role_of_house(claim: Claim, quote: str) -> str:
    if "nominate" in quote and claim.get("value", 0) < 10:
        return "nominated"
    if re.search(r"reserved|General", quote):
        return "reserved"
    if _MAJORITY.search(quote) and not re.search(r"-member|assembly|of the \d|House grows", quote):
        return "majority"
    return "at stake"


def _role_of_history(claim: Claim, quote: str) -> str | None:
    kind = (claim.get("subject") or {}).get("type")
    if claim.get("unit") == "years":
        return "years since"
    if claim.get("value") is None and re.search(r"^(?:every one|all) (?:of|in) |^All of", quote):
        return "all in"
    if "by which" in quote:
        return "margin"
    if re.search(r"held the seat|last two elections there", quote):
        return "held"
    if kind == "election" and claim.get("value") is None:
        return "first since"
    if kind == "party" and re.search(r"first (?:seat|MLA|ever)|first time|Never before", quote):
        return "first win"
    return None


def _clock(marked: Marked) -> str | None:
    if marked.claim["kind"] not in ("turnout", "history"):
        return None
    left = re.split(r"[\n]|\.\s", marked.before())[-1]
    found = _CLOCK.search(left + marked.quote + re.split(r"[.\n]", marked.after())[0])
    if not found:
        return None
    hour = int(found.group(1)) % 12 + (12 if found.group(3).lower() == "p" else 0)
    return f"{hour:02d}:{found.group(2) or '00'}"


def _party(facts: Facts, marked: Marked) -> str | None:
    if marked.claim["kind"] not in ("contest", "history") or marked.claim.get("value") is not None:
        return None
    if re.search(r"[Ii]ndependent", marked.quote):
        return next((p.id for p in facts.parties.values() if p.kind == "independent"), None)
    bracket = re.search(r"\(([A-Z][\w()-]+)\)$", marked.quote)
    if bracket:
        return next((p.id for p in facts.parties.values() if p.abbreviation == bracket.group(1)), None)
    return None


def _named_too(
    facts: Facts, election: ElectionFacts | None, marked: Marked, subject: Subject | None, seat: str | None
) -> tuple[Subject, ...]:
    """Name the others whom the quote names: the allies of an alliance, the people of a contest told of a seat."""
    if election is None or subject is None:
        return ()
    if marked.claim["kind"] == "history" and subject.type == "constituency" and seat is not None:
        words = {w for w in re.findall(r"\w+", marked.quote.lower()) if len(w) > 3}
        stood = election.contests[seat].standings[:2]
        return tuple(
            Subject("candidate", s.name, s.person, s.serial)
            for s in stood
            if len(words & set(s.name.lower().split())) >= len(s.name.split()) - 1
        )
    if marked.claim["kind"] != "alliance":
        return ()
    found = []
    for party in dict.fromkeys(p for of in election.members.values() for p in of):
        fact = facts.parties[party]
        words = {fact.abbreviation, fact.name, *(("Congress",) if party.endswith("-inc") else ())}
        if party != subject.id and any(re.search(rf"\b{re.escape(w)}(?!\w)", marked.quote) for w in words):
            found.append(Subject("party", fact.name, party))
    return tuple(found)
