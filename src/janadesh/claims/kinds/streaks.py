"""What is told of somebody's run of elections: "for the fifth time in a row", "its best showing since 1996"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import as_actor
from janadesh.claims.scene import PHASES
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_NTH = r"(second|third|fourth|fifth|sixth|seventh|eighth|[2-8](?:nd|rd|th))"
_IN_A_ROW = r"(?:in a row|running|in succession|on the trot|on the bounce)"
_STREAK = re.compile(
    rf"\bfor (?:a|the) (?:record )?{_NTH} (?:(?:straight|consecutive|successive) )?(?:time|term)\b(?: {_IN_A_ROW})?|"
    rf"\b(?:a|the) {_NTH} (?:assembly |general |state )?(?:election|poll|time|term|contest) {_IN_A_ROW}|"
    rf"\ba {_NTH} (?:straight|consecutive|successive) (?:term|win|victory|defeat|loss|time|duck|zero|blank)\b|"
    rf"\bits {_NTH} (?:straight|consecutive|successive) (?:win|victory|defeat|loss|duck|zero|blank)\b"
)
_BEST = re.compile(
    r"\b(?:its|their|the party's|his|her)\s+(?:second[- ])?(?:best|worst|highest|lowest|biggest|poorest|strongest|"
    r"weakest|finest)(?:[- ]ever)?\s+(?:\w+\s+){0,2}?(?:show|showing|performance|tally|result|results|score|haul|count|"
    r"return|share)\b(?:\s+ever\b|[^.;,]{0,30}?\b(?:since|in)\s+(?:the\s+)?(?:\d{4}\b|(?:\w+\s+){1,2}years\b))?|"
    r"\b(?:its|their)\s+(?:best|worst|highest|lowest)\s+(?:ever|since\s+\d{4})\b|"
    r"\b(?:the|a)\s+(?:party's\s+)?(?:best|worst|highest|lowest|biggest|poorest)(?:[- ]ever)?\s+(?:\w+\s+){0,2}?"
    r"(?:show|showing|performance|tally|result|results|score|haul|count|return|share)\s+"
    r"(?:ever|so far|till date|in its history|since\s+\d{4}|in\s+(?:\w+\s+){1,2}years)\b"
)
_AIMED_AT = re.compile(
    r"\b(?:seek\w*|eye\w*|hop\w+|aim\w*|bid\w*|want\w*|look\w* for|could|may|might|if|to (?:win|secure)|chas\w+)\b"
)
"""Words that tell of what somebody wants, not of what was."""


def streak_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read how many elections in a row somebody is said to have won, and how a result compares with all before."""
    start, end = scene.sentence.start, scene.sentence.end
    if scene.stage != "counted":
        return
    for said in (m for pattern in (_STREAK, _BEST) for m in pattern.finditer(scene.lowered, start, end)):
        if _AIMED_AT.search(scene.between(max(start, said.start() - 40), said.start())):
            continue
        before = [m for m in scene.of_kind("party", "alliance") if m.end <= said.start()]
        actor = actor_of(scene, vocabulary, said.start())
        if actor is None and before:
            actor = as_actor(scene, vocabulary, before[-1], said.start())
        if actor is None:
            continue
        nth = next((word for word in said.groups() if word), None)
        yield Reading(
            kind="history",
            role="streak",
            start=said.start(),
            end=said.end(),
            subject=actor.subject,
            election=scene.focus.election,
            constituency=actor.constituency,
            value=PHASES[nth] if nth else None,
            unit="elections" if nth else None,
        )
