"""The part of a state that a number of seats is said to lie in."""

from __future__ import annotations

import re

from janadesh.claims.scene import Scene
from janadesh.names.numbers import Number

_PART_OF = re.compile(r"\s+of\s+(?:the\s+)?([a-z][a-z -]{2,24}?)'s?\s+(?=\d|[a-z]+\s+seats)")


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
