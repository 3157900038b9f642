"""Outcomes of several told at once: one verb for all, or a list of winners or losers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from janadesh.claims.claim import Reading
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import outcome_of
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene

_THE_WINNER = re.compile(r"\bthe (?:eventual )?winner(?: here| there)?,\s+")
_SAID_OF_ALL = re.compile(
    r"\s*(?:\([^)]{1,30}\))?\s*,?\s*(?:all\s+|both\s+|also\s+|have\s+|had\s+|too\s+)*"
    r"(?:(?:are|were)\s+among\s+(?:the\s+)?[^.;,]{3,50}\bwho\s+(?:also\s+|have\s+)?)?"
)
_AND = re.compile(r"\s*(?:\([^)]{1,40}\))?\s*(?:,|and|, and|&|as well as)\s*(?:the\s+)?(?:[\w().'-]+\s+){0,4}")
_OBJECT = re.compile(r"\b(?:against|over|by|to|than|past|defeat\w*|beat\w*|with|of)\s+(?:[\w().'-]+\s+){0,3}$")
"""Words behind which a name is somebody's opponent, and no subject."""
_WINNERS = re.compile(
    r"\b(winners|losers)\b(?:[^:;.]{0,40}?:|\s+(?:[\w']+\s+){0,4}?(?:were|are|include|included|including)\b)"
)


def outcomes_of_a_row(scene: Scene, cue: Mention) -> Iterator[Reading]:
    """Read one verb said of several: "A, B and C also lost", "A and B were among the leaders who won"."""
    if cue.id not in ("win", "lose") or scene.focus.earlier:
        return
    people = [m for m in scene.of_kind("candidate") if m.end <= cue.start]
    if len(people) < 2 or not _SAID_OF_ALL.fullmatch(scene.between(people[-1].end, cue.start)):
        return
    row = [people[-1]]
    for other in reversed(people[:-1]):
        between = scene.between(other.end, row[-1].start)
        if _OBJECT.search(scene.between(other.start - 40, other.start)):
            break
        verbs = any(other.end <= c.start < row[-1].start for c in scene.cues("win", "beat", "lose", "lead", "trail"))
        if verbs or other.candidates == row[-1].candidates or not _AND.fullmatch(between):
            break
        row.append(other)
    if len(row) > 1:
        yield from _each_of(scene, row[::-1], "lost" if cue.id == "lose" else "won")


def listed_outcomes(scene: Scene) -> Iterator[Reading]:
    """Read the names behind "Winners:", "Among the losers were"."""
    if scene.focus.earlier:
        return
    found = list(_WINNERS.finditer(scene.lowered, scene.sentence.start, scene.sentence.end))
    for one in _THE_WINNER.finditer(scene.lowered, scene.sentence.start, scene.sentence.end):
        yield from _each_of(scene, [m for m in scene.of_kind("candidate") if m.start == one.end()], "won")
    for said, after in zip_longest(found, found[1:]):
        end = after.start() if after else clause(scene, said.end())[1]
        row = [m for m in scene.of_kind("candidate") if said.end() <= m.start and m.end <= end]
        yield from _each_of(scene, row, "won" if said.group(1) == "winners" else "lost")


def _each_of(scene: Scene, row: list[Mention], side: str) -> Iterator[Reading]:
    for person in row:
        actor = of_candidates(scene, person.candidates, person.start, person)
        if actor is not None:
            yield outcome_of(scene, actor, person.start, person.end, side)
