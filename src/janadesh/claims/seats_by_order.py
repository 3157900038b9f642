"""Which of two seats "the first" and "the latter" mean: "contested Handwara and Kupwara, won the first by 662"."""

from __future__ import annotations

import re

from janadesh.claims.scene import Scene

_PLACES = {"first": 0, "former": 0, "second": 1, "latter": 1}
_MEANT = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|los[te]s?|losing|took|taking|takes|held|holds|kept|keeps|retain(?:ed|s)|carried|bagged|in|from|"
    rf"at|of)\s+the\s+({'|'.join(_PLACES)})\b(?=\s*(?:by\b|with\b|and\b|but\b|[,.;]|$))"
)
_TWO = 2
_NEAR = 30
"""Characters at most between a verb or figure and the words that say in which seat."""


def seat_by_order(scene: Scene, at: int) -> str | None:
    """Give the constituency that words near an offset tell by its place among the two named before them."""
    said = [m for m in _said(scene) if -_NEAR <= m.start() - at <= _NEAR]
    if not said:
        return None
    # "lost the first by 4,783 votes and won the second by 910": the words before a figure go before those behind it
    nearest = min(said, key=lambda m: (m.start() > at, abs(m.start() - at)))
    seats = list(dict.fromkeys(m.id for m in scene.of_kind("constituency") if m.end <= nearest.start()))
    return seats[_PLACES[nearest.group(1)]] if len(seats) == _TWO else None


def is_said_by_order(scene: Scene, start: int) -> bool:
    """Whether a word at an offset, "second", only says which of two seats is meant."""
    return any(m.start(1) == start for m in _said(scene)) and seat_by_order(scene, start) is not None


def _said(scene: Scene) -> list[re.Match[str]]:
    if len(scene.of_kind("constituency")) < _TWO:
        return []
    return list(_MEANT.finditer(scene.lowered, scene.sentence.start, scene.sentence.end))
