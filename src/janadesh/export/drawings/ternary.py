"""
Seats between three sides, each a dot in a triangle: the nearer a corner, the more of the votes that side has.

Source of the plot: shares of three that add up to one are barycentric coordinates (A. F. Möbius, Der barycentrische
Calcul, Leipzig 1827).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.errors import Impossible
from janadesh.export.drawings import svg
from janadesh.export.drawings.legend import legend

_WIDTH, _SIDE, _TOP = 720, 520, 92
_HEIGHT = _SIDE * math.sqrt(3) / 2
_LEFT = (_WIDTH - _SIDE) / 2
_SMALL, _LARGE = 3.5, 7.0


@dataclass(frozen=True, slots=True)
class Contest:
    """A seat with the shares of three sides, in per cent of all votes, and the colour of who won it."""

    name: str
    shares: tuple[float, float, float]
    winner: str
    colour: str | None = None


def ternary_picture(title: str, contests: Sequence[Contest], sides: Sequence[tuple[str, str | None]]) -> str:
    """
    Draw each seat between three sides: the first at the top, the second at the left, the third at the right.

    What others got is left out of a dot's place, and makes it smaller. Within each third, cut off by the lines from
    the centre, that side is ahead of the other two.

    Args:
        title: what it is.
        contests: those in which one of the three has votes are drawn.
        sides: names and colours of the three.

    Raises: Impossible, where none of the three has votes anywhere.
    """
    drawn = [contest for contest in contests if sum(contest.shares) > 0]
    if not drawn:
        raise Impossible("None of the three has votes in any seat, so no seat lies between them.")
    corners = [(_WIDTH / 2, _TOP), (_LEFT, _TOP + _HEIGHT), (_LEFT + _SIDE, _TOP + _HEIGHT)]
    centre = (_WIDTH / 2, _TOP + _HEIGHT * 2 / 3)
    parts = [svg.heading(title, _WIDTH)]
    for tenth in (2, 4, 6, 8):
        for corner in range(3):
            one, other = _on_edges(corners, corner, tenth / 10)
            parts.append(svg.line(*one, *other))
    for corner in range(3):
        (x1, y1), (x2, y2) = corners[corner - 1], corners[corner - 2]
        parts += [svg.line(x1, y1, x2, y2, svg.INK, 1.4)]
        parts += [svg.line(*centre, (x1 + x2) / 2, (y1 + y2) / 2, svg.INK)]
    parts += _scale(corners)
    # small dots upon large ones
    for contest in sorted(drawn, key=lambda c: -sum(c.shares)):
        whole = sum(contest.shares)
        x, y = (
            sum(s * corner[axis] for s, corner in zip(contest.shares, corners, strict=True)) / whole for axis in (0, 1)
        )
        radius = _SMALL + (_LARGE - _SMALL) * min(1.0, whole / 100)
        shares = ", ".join(f"{name} {share:.1f}%" for (name, _), share in zip(sides, contest.shares, strict=True))
        parts += [svg.hole(x, y, radius + 1), svg.dot(x, y, radius, contest.colour, f"{contest.name}: {shares}")]
    parts += _named_corners(corners, sides)
    bottom = _TOP + _HEIGHT + 44
    below = legend(24, bottom + 22, [(contest.winner, contest.colour) for contest in drawn], "won by ")
    parts += below.parts
    foot = bottom + 26 + below.height
    alone = sum(sum(share > 0 for share in contest.shares) == 1 for contest in drawn)
    words = "The smaller the dot, the more of the votes went to others."
    words += f" In the corners lie {alone} seats in which one of the three stood alone." if alone else ""
    parts.append(svg.label(24, foot, words, size=11))
    names = ", ".join(name for name, _ in sides)
    return svg.picture(_WIDTH, foot + 16, title, parts, f"{len(drawn)} seats between {names}: {below.told}.")


def _on_edges(
    corners: Sequence[tuple[float, float]], corner: int, share: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give the ends of the line on which a corner's side has a share."""
    (x, y), *others = corners[corner], corners[(corner + 1) % 3], corners[(corner + 2) % 3]
    one, other = ((x * share + ox * (1 - share), y * share + oy * (1 - share)) for ox, oy in others)
    return one, other


def _scale(corners: Sequence[tuple[float, float]]) -> list[str]:
    """Write the tenths: the first side's along the right edge, the second's along the left, the third's below."""
    parts = []
    for corner, (dx, dy, anchor) in enumerate([(8, 4, "start"), (-8, 0, "end"), (0, 16, "middle")]):
        for tenth in (2, 4, 6, 8):
            _, (x, y) = _on_edges(corners, corner, tenth / 10)
            parts.append(svg.label(x + dx, y + dy, f"{tenth * 10}%", size=10, anchor=anchor))
    return parts


def _named_corners(corners: Sequence[tuple[float, float]], sides: Sequence[tuple[str, str | None]]) -> list[str]:
    places = [(0.0, -14.0), (0.0, 32.0), (0.0, 32.0)]
    parts = []
    for (x, y), (dx, dy), (name, colour) in zip(corners, places, sides, strict=True):
        size = svg.fitting(name, 180, 14)
        parts.append(svg.dot(x + dx - 0.38 * size * len(name) - 12, y + dy - 5, 6, colour))
        parts.append(svg.label(x + dx, y + dy, name, size=size, anchor="middle", bold=True))
    return parts
