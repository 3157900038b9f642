"""A count as lines, one a candidate: votes upward, rounds or time to the right. All places are in per cent."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_APART = 8.0
"""Labels at the lines' ends stand at least so far from each other, in per cent of the height."""
MOST_TICKS = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """A candidate, as a serial, with places along the count (any unit, rising) and the votes at each."""

    serial: int
    points: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate's line: an SVG path, where it ends, where its label stands, and the votes at its end."""

    serial: int
    path: str
    end_y: float
    label_y: float
    votes: int


@dataclass(frozen=True, slots=True)
class CountLines:
    """Lines in a box of 100 by 100, y downwards, the grid as votes and their y."""

    lines: tuple[Line, ...]
    grid: tuple[tuple[int, float], ...]


def count_lines(counted: Sequence[Counted]) -> CountLines | None:
    """Lay out lines that begin at no votes; None where nobody has two points, which are no development."""
    held = [one for one in counted if one.points]
    if not any(len(one.points) > 1 for one in held):
        return None
    first = min(one.points[0][0] for one in held)
    last = max(one.points[-1][0] for one in held)
    most = max(votes for one in held for _, votes in one.points) or 1
    step = tick_step(most)
    top = step * math.ceil(most / step)
    lines = []
    for one in held:
        places = [((at - first) * 100 / ((last - first) or 1), 100 - votes * 100 / top) for at, votes in one.points]
        # a figure stands until the next one is shown
        drawn = f"M{places[0][0]:.2f},{places[0][1]:.2f}" + "".join(f"H{x:.2f}V{y:.2f}" for x, y in places[1:])
        lines.append((one, drawn + "H100", places[-1][1]))
    labels = _apart([end for *_, end in lines])
    return CountLines(
        lines=tuple(
            Line(one.serial, path, end, label, one.points[-1][1])
            for (one, path, end), label in zip(lines, labels, strict=True)
        ),
        grid=tuple((votes, 100 - votes * 100 / top) for votes in range(0, top + 1, step)),
    )


def tick_step(most: int) -> int:
    """Give the smallest of 1, 2, 5, 10, 20 … that reaches `most` in `MOST_TICKS` steps."""
    power: int = 10 ** max(0, math.floor(math.log10(max(most, 1))) - 1)
    return next(n * power for n in (1, 2, 5, 10, 20, 50, 100) if n * power * MOST_TICKS >= most)


def _apart(ends: Sequence[float]) -> list[float]:
    """Move labels apart, upward from the lowest, so that none covers another."""
    moved = list(ends)
    below = 100.0 + LEAST_APART
    for place in sorted(range(len(ends)), key=lambda place: -ends[place]):
        moved[place] = below = min(ends[place], below - LEAST_APART)
    return moved
