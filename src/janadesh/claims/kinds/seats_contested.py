"""Seats that a party stood in, and those in which partners stand against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import as_actor
from janadesh.claims.kinds.houses import PLACES
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_FACING = re.compile(
    r"\b(?:face each other|against each other|with each other|candidates of both|both have candidates|"
    r"both (?:parties )?have put up|see(?:s|ing)? both|both (?:parties|partners|allies|sides) (?:will |would |"
    r"to )?(?:contest|"
    r"fight|stand|be in)|against one another|friendly(?![\"”’]?\s+(?:partners?|allies|parties|rivals?|forces|"
    r"neighbou?rs?)))\b"
)
IS_CONTESTED = re.compile(r"^\s*(?:that\s+)?(?:it|they|he|she)?\s*(?:had\s+|has\s+)?(?:contested|fought)\b")


def friendly_seats(scene: Scene, number: Number, vocabulary: Vocabulary) -> Reading | None:
    """Read the seats in which partners stand against each other."""
    facing = _FACING.search(scene.lowered, scene.sentence.start, scene.sentence.end)
    if facing is None or scene.alliance is None or number.noun not in (None, *PLACES):
        return None
    if any(0 <= number.start - m.end < 14 or 0 <= m.start - number.noun_end < 12 for m in scene.of_kind("party")):
        return None
    away = facing.start() - number.noun_end if facing.start() >= number.end else number.start - facing.end()
    if away > 70 or any(n is not number and _between(n.start, number, facing) for n in scene.numbers):
        return None
    return Reading(
        kind="contest",
        start=min(number.start, facing.start()),
        end=max(number.noun_end, facing.end()),
        subject=Subject("alliance", vocabulary.alliances[scene.alliance], scene.alliance),
        election=scene.focus.election,
        value=int(number.value),
        unit="seats",
        comparator=number.comparator,
        side="friendly",
    )


def _between(at: int, number: Number, facing: re.Match[str]) -> bool:
    return min(number.start, facing.start()) < at < max(number.end, facing.end())


def second_of_so_many(scene: Scene, vocabulary: Vocabulary, number: Number) -> Iterator[Reading]:
    """Read the second of "JMM: 34 of the 43 seats it contested", in an item of a list."""
    parties = [m for m in scene.of_kind("party", "alliance") if m.end <= number.start]
    if not (scene.sentence.starts_line and scene.sentence.ends_line) or not parties:
        return
    actor = as_actor(scene, vocabulary, parties[-1], number.start)
    if actor is None:
        return
    yield _contested(scene, number, actor.subject, number.noun_end)


def first_of_so_many(scene: Scene, vocabulary: Vocabulary, number: Number) -> Iterator[Reading]:
    """Read "of the 43 seats that it contested, the JMM won 34": the first number is what it stood in."""
    parties = scene.of_kind("party", "alliance")
    behind = [m for m in parties if m.start >= number.noun_end]
    before = [m for m in parties if m.end <= number.start]
    said = IS_CONTESTED.match(scene.between(number.noun_end, scene.sentence.end))
    owner = behind[0] if behind and (not before or "it" in (said.group() if said else "").split()) else None
    owner = owner or (before[-1] if before else None)
    actor = as_actor(scene, vocabulary, owner, number.start) if owner else None
    if actor is not None and said is not None:
        yield _contested(scene, number, actor.subject, number.noun_end + said.end())


def _contested(scene: Scene, number: Number, subject: Subject, end: int) -> Reading:
    return Reading(
        kind="history" if scene.focus.earlier else "contest",
        role="contested" if scene.focus.earlier else None,
        start=number.start,
        end=end,
        subject=subject,
        election=scene.focus.election,
        value=int(number.value),
        unit="seats",
        comparator=number.comparator,
        side="contested",
        earlier=scene.focus.earlier,
    )
