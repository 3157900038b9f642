"""
People and places that a report names and the record does not hold.

A record often has only part of an election: the seats of one state, or no candidates of a by-election. Whoever
is told there with a party ("the BJP's Ram Lal", "Ram Lal (Congress)") or with a result ("Ram Lal won") is taken
as a candidate under the name that the report gives, so that the claim is found, even if nothing decides it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from janadesh.claims.election_names import Candidate
from janadesh.claims.election_names import ElectionNames
from janadesh.claims.election_names import name_words
from janadesh.claims.mention import Mention
from janadesh.claims.people import NameRun
from janadesh.names.sound import sound_key

UNKNOWN = -1
"""The ballot serial of somebody whom the record does not hold."""
_DESCRIBED_BEFORE = re.compile(r"(?:['’]s?)?\s+(?:[a-z][\w-]*\s+){0,3}(?:(?:Mr|Mrs|Ms|Dr|Shri|Smt|Adv|Prof)\.?\s+)?")
_DESCRIBED_AFTER = re.compile(r"\s*\(\s*|\s+(?:of|from)\s+(?:the\s+)?|,?\s+(?:an?|the)\s+|,\s+")
_WON_OR_LOST = frozenset({"win", "beat", "lose", "lead", "trail"})
_SEAT_SAID = re.compile(
    r"\b(?P<name>[A-Z][\w'’]*(?:[ -][A-Z][\w'’]*){0,3})\s+"
    r"(?:(?:[Aa]ssembly|[Pp]arliamentary|[Pp]arliament|Lok Sabha|Vidhan Sabha)\s+)?(?:seat|constituency|segment|"
    r"riding)\b(?!s)"
)
_SEAT_BEHIND = re.compile(r"\s+(?:from|in)\s+(?:the\s+)?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})")
_NO_SEAT = re.compile(r"^(?:The|This|That|His|Her|Their|Its|Each|Every|One|In|Assembly|Lok|Parliament|General)\b")
_HOUSES = re.compile(r"\s+(?:Lok|Assembly|Vidhan|Parliamentary|Parliament|Rajya)\b.*$")


def new_places(text: str, start: int, end: int, mentions: Sequence[Mention], names: ElectionNames) -> list[Mention]:
    """Find constituencies named as such that a record with part of an election lacks: "the Wayanad seat"."""
    if names.whole:
        return []
    taken = [(m.start, m.end) for m in mentions if m.kind != "cue"]
    verbs = [m for m in mentions if m.kind == "cue" and m.id in _WON_OR_LOST]
    found = list(_SEAT_SAID.finditer(text, start, end))
    found += [m for verb in verbs if (m := _SEAT_BEHIND.match(text, verb.end, end)) is not None]
    places: list[Mention] = []
    for match in found:
        name = _HOUSES.sub("", match.group("name"))
        first = match.start("name")
        last = first + len(name)
        inside = any(s < last and first < e for s, e in taken)
        if inside or _NO_SEAT.match(name) or any(p.start < last and first < p.end for p in places):
            continue
        places.append(Mention("constituency", name, first, last))
    return places


def newcomer(
    run: NameRun, text: str, mentions: Sequence[Mention], names: ElectionNames, election: str, seat: str | None
) -> Candidate | None:
    """Make a candidate of a name that the record lacks, where a party or a result stands beside it."""
    if names.whole or not 2 <= len(run.words) <= 4 or any(len(word) == 1 for word in run.words[-1:]):
        return None
    place = _place(mentions, names, seat)
    if place is None:
        return None
    party = _party_beside(run, text, mentions)
    if party is None and not _result_beside(run, text, mentions):
        return None
    name = " ".join(text[run.start : run.end].split())
    return _candidate(election, place, name, run.words, party)


def known_newcomer(
    person: str,
    name: str,
    party: str | None,
    mentions: Sequence[Mention],
    names: ElectionNames,
    election: str,
    seat: str | None,
) -> Candidate | None:
    """Make a candidate of a person whom the record knows, but not as standing in this election."""
    place = _place(mentions, names, seat)
    if place is None:
        return None
    return replace(_candidate(election, place, name, name_words(name), party), person=person)


def _place(mentions: Sequence[Mention], names: ElectionNames, seat: str | None) -> str | None:
    """Give the seat spoken of, empty where none or several are; None where its whole ballot is known."""
    places = [m.id for m in mentions if m.kind == "constituency"] or ([seat] if seat else [])
    if any(place in names.by_seat for place in places):
        return None
    return places[0] if len(set(places)) == 1 else ""


def _candidate(election: str, place: str, name: str, words: tuple[str, ...], party: str | None) -> Candidate:
    return Candidate(
        election=election,
        constituency=place,
        serial=UNKNOWN,
        name=name,
        words=words,
        sounds=tuple(sound_key(word) for word in words),
        party=party or "",
        person=None,
        counted=0,
        rank=99,
    )


def _party_beside(run: NameRun, text: str, mentions: Sequence[Mention]) -> str | None:
    for party in mentions:
        if party.kind != "party":
            continue
        before = 0 <= run.start - party.end <= 40 and _DESCRIBED_BEFORE.fullmatch(text[party.end : run.start])
        after = 0 <= party.start - run.end <= 14 and _DESCRIBED_AFTER.fullmatch(text[run.end : party.start])
        if before or after:
            return party.id
    return None


def _result_beside(run: NameRun, text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a verb of winning or losing stands right behind a name, or one of beating right before."""
    cues = [m for m in mentions if m.kind == "cue" and m.id in _WON_OR_LOST]
    behind = any(0 <= m.start - run.end <= 14 and text[run.end : m.start].strip() in _AUXILIARIES for m in cues)
    return behind or any(m.id == "beat" and 0 <= run.start - m.end <= 1 for m in cues)


_AUXILIARIES = frozenset({"", "has", "had", "is", "was", "narrowly", "comfortably", "easily", "also", "too"})
