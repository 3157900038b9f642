"""People told by party or office, not by name: "the NC vice president", "the BJP man", "the former chief minister"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from collections.abc import Iterable

from janadesh.claims.election_names import Candidate
from janadesh.claims.election_names import ElectionNames
from janadesh.claims.mention import Mention
from janadesh.claims.vocabulary import OfficeHeld
from janadesh.claims.vocabulary import Vocabulary

_AFTER_PARTY = re.compile(
    r"^(?:'s|')?\s+(?:state\s+|national\s+|working\s+)?(vice[\s-]president|president|chief|supremo|convener|"
    r"convenor|leader|"
    r"candidate|nominee|man|woman|challenger|rival|heavyweight|legislator|mla|mp)\b(?:'s)?"
)
_CHIEF_MINISTER = re.compile(r"\b(former|ex-|erstwhile|then)?\s*(chief minister|cm)\b")
_THE = re.compile(r"\b(?:the|jailed)\s+(?:\w+\s+)?$")
_OWN_PARTY = re.compile(r"\b(?:his|her|whose)\s+(?:own\s+)?party\b|('s)\s+(?:own\s+)?party\b")
_OFFICES = {
    "vice president": ("party vice president",),
    "vice-president": ("party vice president",),
    "president": ("party president",),
    "chief": ("party president",),
    "supremo": ("party president", "party national convenor"),
    "convener": ("party national convenor", "party president"),
    "convenor": ("party national convenor", "party president"),
}


def described_people(
    mentions: list[Mention],
    text: str,
    lowered: str,
    start: int,
    end: int,
    vocabulary: Vocabulary,
    names: ElectionNames,
    written_on: dt.date,
    seat: str | None,
    so_far: Iterable[Mention],
    candidacies: Callable[[str], tuple[Candidate, ...]],
) -> list[Mention]:
    """
    Find people told by party or office in a sentence, where no name stands beside.

    A party's candidate is the one of the constituency spoken of (`seat`), else the one of the party whom the
    article named last (`so_far`, latest first). An office is its holder's on the article's date;
    `candidacies` gives a known person's in the sentence's election.
    """
    found: list[Mention] = []
    people = [m for m in mentions if m.kind in ("candidate", "person")]
    for party in [m for m in mentions if m.kind == "party"]:
        match = _AFTER_PARTY.match(lowered[party.end : min(end, party.end + 40)])
        last = party.end + (match.end() if match else 0)
        if _named_beside(people, text, party.start, last):
            continue
        if match is None:
            found += _an_independent(party, text, lowered, start, vocabulary, names, seat, so_far)
            continue
        candidates = _in_office(vocabulary, candidacies, party.id, _OFFICES.get(match.group(1), ()), written_on)
        candidates = candidates or _of_party(names, party.id, seat, so_far)
        if candidates:
            found.append(Mention("candidate", candidates[0].person or "", party.start, last, candidates))
    for match in _CHIEF_MINISTER.finditer(lowered, start, end):
        if _named_beside(people, text, match.start(), match.end()):
            continue
        candidates = _chief_minister(vocabulary, candidacies, written_on, so_far, former=bool(match.group(1)))
        if candidates:
            found.append(Mention("candidate", candidates[0].person or "", match.start(), match.end(), candidates))
    return found + _own_parties([*mentions, *found], lowered, start, end, vocabulary, so_far)


def _an_independent(
    party: Mention,
    text: str,
    lowered: str,
    start: int,
    vocabulary: Vocabulary,
    names: ElectionNames,
    seat: str | None,
    so_far: Iterable[Mention],
) -> list[Mention]:
    """Find who "the Independent" is: the one named before, or of the constituency spoken of."""
    alone = vocabulary.parties[party.id][2] == "independent" and text[party.start : party.end] == "Independent"
    if not alone or not _THE.search(lowered[max(start, party.start - 16) : party.start]):
        return []
    candidates = _of_party(names, party.id, seat, so_far)
    if not candidates:
        return []
    return [Mention("candidate", candidates[0].person or "", party.start, party.end, candidates)]


def _own_parties(
    mentions: list[Mention], lowered: str, start: int, end: int, vocabulary: Vocabulary, so_far: Iterable[Mention]
) -> list[Mention]:
    """Find "his party", "Hemant Soren's party": the party of whoever is named before."""
    found = []
    for match in _OWN_PARTY.finditer(lowered, start, end):
        before = [m for m in mentions if m.kind in ("candidate", "person") and m.end <= match.start() + 2]
        if match.group(1) and not any(match.start() - 2 <= m.end for m in before):
            # the party of somebody whom the record does not know
            continue
        who = max(before, key=lambda m: m.start) if before else next(iter(so_far), None)
        party = _party_of(who, vocabulary) if who else None
        if party is not None:
            found.append(Mention("party", party, match.start(), match.end()))
    return found


def _party_of(who: Mention, vocabulary: Vocabulary) -> str | None:
    if who.candidates:
        return who.candidates[0].party
    return vocabulary.persons[who.id][1] if who.id in vocabulary.persons else None


def _named_beside(people: list[Mention], text: str, start: int, end: int) -> bool:
    """Whether a name stands right before or after, so that the words only describe it."""
    if re.match(r"^[\s,]{1,2}[A-Z]", text[end : end + 3]):
        return True
    return any(0 <= m.start - end <= 4 or 0 <= start - m.end <= 12 for m in people)


def _of_party(names: ElectionNames, party: str, seat: str | None, so_far: Iterable[Mention]) -> tuple[Candidate, ...]:
    if seat is not None:
        here = tuple(c for c in names.by_seat.get(seat, ()) if c.party == party)
        if len(here) == 1:
            return here
    for mention in so_far:
        if mention.candidates and mention.candidates[0].party == party:
            return mention.candidates
    return ()


def _in_office(
    vocabulary: Vocabulary,
    candidacies: Callable[[str], tuple[Candidate, ...]],
    of: str,
    offices: tuple[str, ...],
    day: dt.date,
) -> tuple[Candidate, ...]:
    for held in vocabulary.offices:
        if held.office in offices and held.of == of and _holds(held, day):
            return candidacies(held.person)
    return ()


def _chief_minister(
    vocabulary: Vocabulary,
    candidacies: Callable[[str], tuple[Candidate, ...]],
    day: dt.date,
    so_far: Iterable[Mention],
    *,
    former: bool,
) -> tuple[Candidate, ...]:
    """Find the chief minister meant: whoever held the office among those the article has named, latest first."""
    holders = {h.person for h in vocabulary.offices if h.office == "chief minister" and _holds(h, day) is not former}
    for mention in so_far:
        if mention.id in holders:
            return candidacies(mention.id)
    return ()


def _holds(held: OfficeHeld, day: dt.date) -> bool:
    return (held.valid_from is None or held.valid_from <= day) and (held.valid_to is None or held.valid_to >= day)
