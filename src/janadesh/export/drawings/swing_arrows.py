"""Swing as arrows: one a seat, to the side that gained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.errors import Impossible
from janadesh.export.drawings import svg

_LEFT, _WIDTH, _ROW = 190, 720, 17


@dataclass(frozen=True, slots=True)
class Arrow:
    """The swing of a seat to the first side, in points; below 0 it goes to the second."""

    name: str
    swing: float


def swing_arrows_picture(
    title: str, arrows: Sequence[Arrow], first: tuple[str, str | None], second: tuple[str, str | None]
) -> str:
    """
    Draw an arrow a seat, to the right for the first side and to the left for the second.

    Args:
        title: what it is.
        arrows: in the order in which they are drawn.
        first: the first side's name and colour.
        second: those of the second.

    Raises: Impossible, where no seat has a swing.
    """
    if not arrows:
        raise Impossible("No seat has a swing to draw: both sides have to have stood both times.")
    most = max(1.0, *(abs(arrow.swing) for arrow in arrows))
    middle = (_LEFT + _WIDTH - 30) / 2
    scale = (_WIDTH - 70 - _LEFT) / 2 / most
    bottom = 66 + _ROW * len(arrows)
    parts = [
        svg.heading(title, _WIDTH),
        svg.label(middle - 12, 52, f"to {second[0]}", anchor="end", bold=True),
        svg.label(middle + 12, 52, f"to {first[0]}", bold=True),
        svg.line(middle, 58, middle, bottom, svg.INK),
    ]
    for row, arrow in enumerate(arrows):
        y, way = 70 + _ROW * row, 1 if arrow.swing >= 0 else -1
        colour = (first if way > 0 else second)[1]
        tip = middle + arrow.swing * scale
        parts += [
            svg.label(_LEFT - 14, y + 4, arrow.name, size=11, anchor="end"),
            svg.line(middle, y, tip - 3 * way, y, colour, 2.5),
            svg.arrow_head(tip, y, way, colour),
            svg.label(tip + 5 * way, y + 4, f"{abs(arrow.swing):.1f}", size=10, anchor="start" if way > 0 else "end"),
        ]
    to_first = sum(arrow.swing >= 0 for arrow in arrows)
    told = f"Of {len(arrows)} seats {to_first} swung to {first[0]} and {len(arrows) - to_first} to {second[0]}."
    return svg.picture(_WIDTH, bottom + 14, title, parts, told)
