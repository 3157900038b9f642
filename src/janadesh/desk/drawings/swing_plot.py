"""Swing seat by seat, as arrows side by side: up to the first side, down to the second, the largest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 600
HALF = 110
"""How far the longest arrow reaches up or down."""
_HEAD = 5.0


@dataclass(frozen=True, slots=True)
class Swung:
    """A seat, by its id and name, and its swing to the first side in points; below 0 it goes to the second."""

    constituency: str
    name: str
    points: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as an SVG path, from the middle line (y is 0) to its tip; `way` is 1 to the first side, else -1."""

    swung: Swung
    way: int
    path: str


@dataclass(frozen=True, slots=True)
class SwingPlot:
    """Arrows from left to right in a box of `WIDTH` by twice `HALF`, its middle at y 0; the longest in points."""

    arrows: tuple[Arrow, ...]
    most: float


def swing_plot(swings: Sequence[Swung]) -> SwingPlot | None:
    """Lay out arrows; None where no seat has a swing."""
    if not swings:
        return None
    ordered = sorted(swings, key=lambda swung: (-swung.points, swung.name))
    most = max(1.0, *(abs(swung.points) for swung in ordered))
    step = WIDTH / len(ordered)
    half = min(4.0, step * 0.3)
    return SwingPlot(tuple(_arrow(swung, (i + 0.5) * step, half, most) for i, swung in enumerate(ordered)), most)


def _arrow(swung: Swung, x: float, half: float, most: float) -> Arrow:
    way = 1 if swung.points >= 0 else -1
    tip = -swung.points * HALF / most
    head = min(_HEAD, abs(tip)) * way
    neck, shaft = tip + head, half * 0.45
    path = (
        f"M{x - shaft:.1f},0V{neck:.1f}H{x - half:.1f}L{x:.1f},{tip:.1f}L{x + half:.1f},{neck:.1f}H{x + shaft:.1f}V0z"
    )
    return Arrow(swung, way, path)
