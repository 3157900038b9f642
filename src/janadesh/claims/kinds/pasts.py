"""What is told of somebody's past in passing: "its first defeat since 1957", "MP since 2010", "parted ways in 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import as_actor
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_MEMBER = r"(?:mp|mla|member|legislator|representative|senator|minister|government|seat|win|victory|defeat|loss)"
_FIRST = re.compile(
    rf"(?:\b(?:its|the|their|his|her|an?)|'s)\s+first\s+(?:[\w-]+\s+){{0,2}}?{_MEMBER}\b[^.;,\d]{{0,40}}?"
    r"(?:\bsince\s+(?P<year>(?:19|20)\d\d)\b|\bever\b|"
    r"\bin\s+(?:(?:more than|over|nearly|almost)\s+)?(?=(?P<years>[\w-]+)\s+years\b))"
)
_SINCE = re.compile(
    r"\b(?:(?:has|had|have)\s+(?:\w+\s+)?(?:represented|held)|(?:pocket borough|stronghold|bastion|fief|citadel))\b"
    r"[^.;,\d]{0,40}?\bsince\s+(?P<year>(?:19|20)\d\d)\b"
)
_APART = re.compile(
    r"\b(?:(?:went|gone|go)\s+(?:their\s+)?separate(?:ly|\s+ways)|parted\s+(?:ways|company)|broke\s+up|"
    r"(?:fought|contested|stood)\b[^.;,]{0,40}?\b(?:alone|separately|on\s+(?:its|their)\s+own|against each other))\b"
)
_WANTED = re.compile(r"\b(?:seek\w*|hop\w+|aim\w*|bid\w*|want\w*|could|may|might|if|would)\b")


def past_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read firsts since a year, seats held since a year, and partners that once stood apart."""
    start, end = scene.sentence.start, scene.sentence.end
    if scene.stage == "counted":
        for said in _FIRST.finditer(scene.lowered, start, end):
            years = next((n for n in scene.numbers if said.end() <= n.start + 1 and n.unit == "years"), None)
            value = said["year"] or (years.value if years and said["years"] else None)
            unit = "year" if said["year"] else "years" if value is not None else None
            yield from _reading(
                scene, vocabulary, said, value, unit, years.noun_end if years and unit == "years" else 0
            )
    for said in _SINCE.finditer(scene.lowered, start, end):
        yield from _reading(scene, vocabulary, said, said["year"], "year", 0)
    if scene.focus.earlier:
        for said in _APART.finditer(scene.lowered, start, end):
            yield from _reading(scene, vocabulary, said, None, None, 0)


def _reading(
    scene: Scene, vocabulary: Vocabulary, said: re.Match[str], value: str | float | None, unit: str | None, end: int
) -> Iterator[Reading]:
    if _WANTED.search(scene.between(max(scene.sentence.start, said.start() - 40), said.start())):
        return
    actor = _whose(scene, vocabulary, said)
    if actor is None:
        return
    yield Reading(
        kind="history",
        role="past",
        start=said.start(),
        end=max(said.end(), end),
        subject=actor.subject,
        election=scene.focus.election or scene.main,
        constituency=actor.constituency,
        value=int(value) if value is not None else None,
        unit=unit,
        earlier=scene.focus.earlier,
    )


def _whose(scene: Scene, vocabulary: Vocabulary, said: re.Match[str]) -> Actor | None:
    """Find whose past it is: a party named inside ("first Labour MP") or right before, else the subject."""
    inside = [m for m in scene.of_kind("party") if said.start() <= m.start and m.end <= said.end()]
    owner = next((m for m in scene.of_kind("party") if m.end == said.start()), None)
    chosen = owner or (inside[0] if inside else None)
    if chosen is not None:
        return as_actor(scene, vocabulary, chosen, said.start())
    return actor_of(scene, vocabulary, said.start())
