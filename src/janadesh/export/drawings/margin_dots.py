"""How close an election was: a dot a seat, stacked by the margin."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.errors import Impossible
from janadesh.export.drawings import svg
from janadesh.export.drawings.legend import legend

_WIDTH, _LEFT, _RIGHT, _TOP = 760, 30, 730, 64
_MOST_HEIGHT = 380.0
_LARGEST = 26.0


@dataclass(frozen=True, slots=True)
class Margin:
    """A seat with its margin in per cent of the votes for candidates, and who won it."""

    name: str
    percent: float
    winner: str
    colour: str | None = None


def margins_picture(title: str, margins: Sequence[Margin]) -> str:
    """
    Draw a dot for each seat in the column of its margin, in the colour of who won; the closest seats stand lowest.

    Raises: Impossible, where no seat has a margin.
    """
    if not margins:
        raise Impossible("No seat has a margin to draw.")
    most = max(1.0, *(margin.percent for margin in margins))
    width = next((w for w in (0.5, 1.0, 2.0, 2.5, 5.0) if most / w <= 28), 5.0)
    columns: dict[int, list[Margin]] = {}
    for margin in sorted(margins, key=lambda m: m.percent):
        columns.setdefault(int(margin.percent // width), []).append(margin)
    count = max(columns) + 1
    wide = (_RIGHT - _LEFT) / count
    step, abreast = _room([len(stack) for stack in columns.values()], wide)
    bottom = _TOP + step * max(math.ceil(len(stack) / abreast) for stack in columns.values())
    parts = [svg.heading(title, _WIDTH), svg.line(_LEFT, bottom + 1, _RIGHT, bottom + 1, svg.INK)]
    for column, stack in columns.items():
        first = _LEFT + wide * (column + 0.5) - step * (abreast - 1) / 2
        for place, margin in enumerate(stack):
            x, y = first + step * (place % abreast), bottom - step * (place // abreast + 0.5)
            told = f"{margin.name}: {margin.winner} by {margin.percent:.2f}%"
            parts.append(svg.dot(x, y, 0.44 * step, margin.colour, told))
    every = next(every for every in (1, 2, 4, 5, 10, 20) if count / every <= 14)
    parts += [
        svg.label(_LEFT + wide * mark, bottom + 18, f"{mark * width:g}%", size=11, anchor="middle")
        for mark in range(0, count + 1, every)
    ]
    words = "margin in per cent of the votes for candidates"
    parts.append(svg.label((_LEFT + _RIGHT) / 2, bottom + 38, words, size=11, anchor="middle"))
    below = legend(_LEFT, bottom + 64, [(margin.winner, margin.colour) for margin in margins])
    middle = sorted(margin.percent for margin in margins)[len(margins) // 2]
    close = sum(margin.percent < 5 for margin in margins)
    told = f"{len(margins)} seats; the middle margin is {middle:.1f}%, and {close} are under 5%."
    return svg.picture(
        _WIDTH, bottom + 56 + below.height, title, [*parts, *below.parts], f"{told} Won by: {below.told}."
    )


def _room(stacks: Sequence[int], wide: float) -> tuple[float, int]:
    """Give the largest dots, and how many stand abreast, with which no stack is too high."""
    most = max(stacks)
    sizes = [(min(_LARGEST, wide / abreast), abreast) for abreast in range(1, most + 1)]
    fitting = [(step, abreast) for step, abreast in sizes if step * math.ceil(most / abreast) <= _MOST_HEIGHT]
    # of one dot abreast, those too high for a column are made smaller
    return max([*fitting, (min(_LARGEST, wide, _MOST_HEIGHT / most), 1)])
