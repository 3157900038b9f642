"""A house as a half-circle of seats, side by side from left to right, with the majority marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.errors import Impossible
from janadesh.export.drawings import svg
from janadesh.export.drawings.half_circle import half_circle

_RADIUS = 280
_WIDTH = 640


@dataclass(frozen=True, slots=True)
class Side:
    """A party or alliance with its seats."""

    name: str
    seats: int
    colour: str | None = None


def house_picture(title: str, sides: Sequence[Side], majority: int | None = None) -> str:
    """
    Draw a house: the largest side at the left, the second at the right, the others between.

    Args:
        title: what it is.
        sides: those with seats, largest first.
        majority: the mark, written above the middle; None leaves it out.

    Raises: Impossible, where nobody has a seat.
    """
    seated = [side for side in sides if side.seats > 0]
    if not seated:
        raise Impossible("There are no seats to draw.")
    order = [seated[0], *seated[2:], *seated[1:2]]
    everyone = [side for side in order for _ in range(side.seats)]
    drawn = half_circle(len(everyone))
    middle, bottom = _WIDTH / 2, 70 + _RADIUS
    parts = [svg.heading(title, _WIDTH)]
    if majority is not None:
        parts += [
            svg.line(middle, bottom - 1.04 * _RADIUS, middle, bottom - 0.36 * _RADIUS, svg.INK),
            svg.label(middle, bottom - 1.06 * _RADIUS, f"{majority} for a majority", anchor="middle"),
        ]
    parts += [
        svg.dot(middle + place.x * _RADIUS, bottom - place.y * _RADIUS, drawn.dot * _RADIUS, side.colour, side.name)
        for place, side in zip(drawn.places, everyone, strict=True)
    ]
    parts.append(svg.label(middle, bottom - 20, str(len(everyone)), size=34, anchor="middle", bold=True))
    parts.append(svg.label(middle, bottom, "seats", anchor="middle"))
    top = bottom + 34
    for row, side in enumerate(seated):
        x, y, told = 20 + 310 * (row % 2), top + 20 * (row // 2), f"{side.seats} {side.name}"
        parts += [svg.dot(x + 6, y - 4, 6, side.colour), svg.label(x + 20, y, told, size=svg.fitting(told, 280, 12))]
    told = ", ".join(f"{side.seats} {side.name}" for side in seated)
    return svg.picture(_WIDTH, top + 20 * ((len(seated) + 1) // 2), title, parts, f"{len(everyone)} seats: {told}.")
