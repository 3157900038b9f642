"""A house drawn as a half-circle of seats, in rows like its benches."""

from __future__ import annotations

import math
from dataclasses import dataclass

INNER = 0.42
"""Radius of the innermost row, as a part of the outermost."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a seat is drawn, in a box 2 wide and 1 high whose lower middle is the centre."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class HalfCircle:
    """Places from left to right, and the radius of each seat's dot."""

    places: tuple[Place, ...]
    dot: float


def half_circle(seats: int) -> HalfCircle:
    """
    Lay out seats in a half-circle.

    The places come in the order of their angle, so that a run of them is a wedge: seats handed out block
    by block stand together, and the middle place is the majority's edge.
    """
    rows = _rows(seats)
    radii = [INNER + (1 - INNER) * row / (rows - 1) for row in range(rows)] if rows > 1 else [1.0]
    in_row = _shared_out(seats, radii)
    placed = [
        (_angle(place, count), radius) for radius, count in zip(radii, in_row, strict=True) for place in range(count)
    ]
    placed.sort(key=lambda at: (-at[0], at[1]))
    places = tuple(Place(radius * math.cos(angle), radius * math.sin(angle)) for angle, radius in placed)
    along = min((math.pi * r / (n - 1) for r, n in zip(radii, in_row, strict=True) if n > 1), default=1.0)
    across = (1 - INNER) / (rows - 1) if rows > 1 else 1.0
    return HalfCircle(places, 0.44 * min(along, across, 0.3))


def _rows(seats: int) -> int:
    # as many rows as leave a seat about as far from the next row as from its neighbour
    middle = math.pi * (1 + INNER) / 2
    return max(1, round(0.5 + math.sqrt(0.25 + seats * (1 - INNER) / middle)))


def _shared_out(seats: int, radii: list[float]) -> list[int]:
    """Share seats out over rows by their length, largest remainders first."""
    shares = [seats * radius / sum(radii) for radius in radii]
    counts = [int(share) for share in shares]
    by_remainder = sorted(range(len(radii)), key=lambda row: counts[row] - shares[row])
    for row in by_remainder[: seats - sum(counts)]:
        counts[row] += 1
    return counts


def _angle(place: int, count: int) -> float:
    return math.pi / 2 if count == 1 else math.pi * (1 - place / (count - 1))
