"""What is told of earlier elections without being one of the other kinds: "the first in ten years", "held it twice"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import place_near
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_AN_ELECTION = r"(?:assembly |state |parliamentary |general )?(?:elections?|polls?|vote|election to the assembly)"
_FIRST_IN = re.compile(
    r"\b(?:for the first time|(?:its |the |their )?first (?!phase|round|leg|stage|day|part|list)(?:\w+ ){0,3}"
    + _AN_ELECTION
    + r"|its first|the first(?=\s+(?:in|after|since|from|such|assembly|state|general|to be held)\b)|first vote|"
    r"last had an? " + _AN_ELECTION + r")\b"
    r"[^.;]{0,60}?\b(?:in|after|of|since|as)\b"
)
_LAST_VOTED = re.compile(
    r"\blast (?:elected|voted for|chose) an?\s+(?:new\s+)?(?:assembly|house|parliament|government)\b|"
    r"\bno (?:assembly |state |general )?(?:polls?|elections?|vote) (?:has|have|had) (?:been held|taken place)\b"
    r"[^.;]{0,60}?\bsince\b|"
    r"\bafter a gap of\b(?=[^.;]{0,30}years)|"
    r"\byears since\b[^.;]{0,40}?\blast (?:had|held|saw) an?\s+(?:\w+\s+)?elections?\b"
)
_VOTES_AGAIN = re.compile(
    r"\b(?:elect(?:ion|ions|s|ed)?|polls?|voting|votes?|voted|house|verdict|mandate)\b|"
    r"^\s*(?:it|this|they|this one|these)\s+(?:is|are|was|were|will be)\b"
)
_HELD = re.compile(
    r"\b(?:had held|has held|held|had won|won|retained|winner of)\s+(?:the |this )?"
    r"(?:seat|constituency)?\s*(?:in|of)?\s*"
    r"(?:the|its)?\s*(?:last|previous|past|preceding)\s+(?:two|three|four|five|\d+)\s+(?:\w+\s+)?elections?"
)


def history_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read how long ago the last election was, and who held a seat before."""
    yield from _since_the_last(scene)
    yield from _held_before(scene, vocabulary)


def _since_the_last(scene: Scene) -> Iterator[Reading]:
    start, end = scene.sentence.start, scene.sentence.end
    if not _VOTES_AGAIN.search(scene.between(start, end)):
        return
    found = list(_FIRST_IN.finditer(scene.lowered, start, end)) or list(_LAST_VOTED.finditer(scene.lowered, start, end))
    for match, after in zip_longest(found, found[1:]):
        last = after.start() if after else end
        near = [n for n in scene.numbers if n.unit == "years" and -14 <= n.start - match.start() < 110]
        years = next((n for n in near if n.start < last), None)
        yield Reading(
            kind="history",
            role="years since" if years else "first since",
            start=match.start(),
            end=max(match.end(), years.noun_end if years else 0),
            subject=Subject("election", scene.focus.election or "", scene.focus.election),
            election=scene.focus.election,
            value=int(years.value) if years else None,
            unit="years" if years else None,
            comparator=years.comparator if years else "=",
        )


def _held_before(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    for match in _HELD.finditer(scene.lowered, scene.sentence.start, scene.sentence.end):
        parties = [m for m in scene.of_kind("party") if m.end <= match.start()]
        number = next((n for n in scene.numbers if match.start() <= n.start < match.end()), None)
        place = place_near(scene, match.start())
        if place is None and scene.last_candidate:
            place = scene.last_candidate[0].constituency
        if not parties or number is None:
            continue
        party = parties[-1]
        yield Reading(
            kind="history",
            role="held",
            start=party.start,
            end=match.end(),
            subject=Subject("party", vocabulary.parties[party.id][0], party.id),
            election=scene.focus.election,
            constituency=place,
            value=int(number.value),
            unit="elections",
        )
