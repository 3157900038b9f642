"""The part of a state that a number of seats is said to lie in."""

from __future__ import annotations

import re

from janadesh.claims.scene import Scene
from janadesh.names.numbers import Number

_PART_OF = re.compile(r"\s+of\s+(?:the\s+)?([a-z][a-z -]{2,24}?)'s?\s+(?=\d|[a-z]+\s+seats)")

_IN_PART = re.compile(
    r"\s+(?:in|from)\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){1,2}(?:[Vv]alley|[Rr]egion|[Dd]ivision|[Dd]istrict|belt|area)|"
    r"\s+(?:in|from)\s+(?:the|this)\s+(?:whole\s+|entire\s+)?(?:valley|region|division|district|belt|area|city|county|"
    r"north|south|east|west)\b"
)
"""A part of a state or country that the record may not know."""


def unnamed_part(scene: Scene, at: int) -> str | None:
    """Give the part in which seats are said to lie that is no region on record: "in the city", "in this belt"."""
    part = _IN_PART.match(scene.text, at, min(at + 40, scene.sentence.end))
    return part.group().strip() if part else None


def part_of(scene: Scene, number: Number) -> str | None:
    """Give the part of a state that seats are said to be of: "35 of the Valley's 47 seats"."""
    part = _PART_OF.match(scene.lowered, number.end, scene.sentence.end)
    if part is None or any(
        m.start < part.end(1) and part.start(1) < m.end for m in scene.of_kind("territory", "house")
    ):
        return None
    return None if part.group(1) in ("state", "house", "assembly", "country") else part.group(1)


def region_behind(scene: Scene, at: int) -> str | None:
    """Give the region that seats are said to lie in; a name that is a seat's and a region's means the region."""
    for mention in scene.of_kind("region", "constituency"):
        if 0 <= mention.start - at < 40:
            meanings = [(mention.kind, mention.id), *mention.also]
            return next((m[1] for m in meanings if m[0] == "region"), None)
    return None
