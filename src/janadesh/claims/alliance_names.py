"""Alliances told by their parties: "the Congress-NC combine", "the JMM-led alliance", "the alliance"."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from janadesh.claims.mention import Mention
from janadesh.claims.vocabulary import Vocabulary

_NOUN = re.compile(
    r"\b(?:alliance|coalition|combine|combination|bloc|front|grouping|partnership|tie-up|partners|allies|side|"
    r"camp|duo)\b"
)
_LED = re.compile(r"^-led\s+(?:\w+\s+){0,2}$")
_JOINED = re.compile(r"^\s*(?:-|/|and|&|\+)\s*(?:the\s+)?$")
_UP_TO_NOUN = re.compile(r"^['s]*\s*(?:\w+-?\w*\s+){0,1}$")
_AND_ITS = re.compile(r"^\s+and\s+(?:its|their)\s+(?:[\w-]+\s+){0,2}$")
"""What stands between a party and its partners, told together: "the JMM and its allies"."""
_IN_OFFICE = re.compile(r"\bruling\s+(?:\w+\s+)?$")
_ALONE = re.compile(r"\b(?:the|this|ruling|grand|pre-poll)\s+(?:ruling\s+|opposition\s+)?(?:two\s+)?$")


def with_alliances(
    mentions: list[Mention],
    lowered: str,
    start: int,
    end: int,
    vocabulary: Vocabulary,
    election: str | None,
    last_alliance: str | None,
    ruling: str | None = None,
) -> list[Mention]:
    """
    Add the alliances that a sentence names by their parties; the parties' own mentions inside go.

    `mentions` are in order of place; `last_alliance` is the one spoken of before, for "the alliance" alone;
    `ruling` the one in office, for "the ruling coalition".
    """
    if election is None:
        return mentions
    names = [m for m in mentions if m.kind in ("party", "alliance")]
    found: list[Mention] = [
        # "JMM+ 56": a party with its allies
        Mention("alliance", alliance, m.start, m.end + 1)
        for m in names
        if m.kind == "party"
        and lowered.startswith("+", m.end)
        and (alliance := vocabulary.members.get((election, m.id))) is not None
    ]
    for noun in _NOUN.finditer(lowered, start, end):
        before = [m for m in names if m.end <= noun.start()]
        if before and before[-1].kind == "alliance" and noun.start() - before[-1].end < 3:
            found.append(Mention("alliance", before[-1].id, before[-1].start, noun.end()))
            continue
        if before and before[-1].kind == "party":
            last = before[-1]
            words = lowered[last.end : noun.start()]
            pair = len(before) > 1 and bool(_JOINED.match(lowered[before[-2].end : last.start]))
            if _AND_ITS.match(words) and (of_party := vocabulary.members.get((election, last.id))):
                found.append(Mention("alliance", of_party, last.start, noun.end()))
                continue
            if _LED.match(words) or (pair and _UP_TO_NOUN.match(words)):
                members = [last, *([before[-2]] if pair else [])]
                alliance = _shared(members, vocabulary, election)
                if alliance:
                    first = min(m.start for m in members)
                    found.append(Mention("alliance", alliance, first, noun.end()))
                    continue
        if ruling and _IN_OFFICE.search(lowered[max(start, noun.start() - 24) : noun.start()]):
            found.append(Mention("alliance", ruling, noun.start(), noun.end()))
        elif last_alliance and _ALONE.search(lowered[max(start, noun.start() - 24) : noun.start()]):
            found.append(Mention("alliance", last_alliance, noun.start(), noun.end()))
    kept = [m for m in mentions if m.kind == "cue" or not any(f.start <= m.start and m.end <= f.end for f in found)]
    return sorted([*kept, *found], key=lambda m: (m.start, m.end))


def main_alliance(vocabulary: Vocabulary, election: str, parties: list[str]) -> str | None:
    """Give the alliance of an election that most of some parties belong to."""
    counted = Counter(
        alliance for party in parties if (alliance := vocabulary.members.get((election, party))) is not None
    )
    return counted.most_common(1)[0][0] if counted else None


def ruling_alliance(vocabulary: Vocabulary, election: str, day: dt.date) -> str | None:
    """Give the alliance of whoever headed the government of an election's territory on a day; None where not known."""
    held = vocabulary.elections[election]
    office = "prime minister" if held.house_kind == "parliament" else "chief minister"
    for holder in vocabulary.offices:
        in_office = (holder.valid_from is None or holder.valid_from <= day) and (
            holder.valid_to is None or holder.valid_to >= day
        )
        if (
            holder.office == office
            and holder.of == held.territory
            and in_office
            and holder.person in vocabulary.persons
        ):
            return vocabulary.members.get((election, vocabulary.persons[holder.person][1] or ""))
    return None


def _shared(members: list[Mention], vocabulary: Vocabulary, election: str) -> str | None:
    alliances = {vocabulary.members.get((election, m.id)) for m in members}
    return alliances.pop() if len(alliances) == 1 else None
