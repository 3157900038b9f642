"""Whose colour is whose: dots with names below a picture, most seats first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from janadesh.export.drawings import svg

_COLUMNS, _COLUMN, _ROW, _MOST = 4, 172, 20, 12


@dataclass(frozen=True, slots=True)
class Legend:
    """What is drawn, how high it is, and the same in words."""

    parts: tuple[str, ...]
    height: float
    told: str


def legend(x: float, y: float, sides: Iterable[tuple[str, str | None]], verb: str = "") -> Legend:
    """
    Count sides and draw a dot with the count and name of each; those with least are counted together.

    Args:
        x: of the left edge.
        y: of the first line.
        sides: the name and colour of each seat's side.
        verb: stands between the count and the name.
    """
    colours = {}
    counts: Counter[str] = Counter()
    for name, colour in sides:
        colours[name] = colour
        counts[name] += 1
    entries = [(f"{count} {verb}{name}", colours[name]) for name, count in counts.most_common()]
    if len(entries) > _MOST:
        rest = sum(count for _, count in counts.most_common()[_MOST - 1 :])
        entries = [*entries[: _MOST - 1], (f"{rest} {verb}others", None)]
    parts = []
    for place, (words, colour) in enumerate(entries):
        at, below = x + _COLUMN * (place % _COLUMNS), y + _ROW * (place // _COLUMNS)
        parts.append(svg.dot(at + 6, below - 4, 6, colour))
        parts.append(svg.label(at + 18, below, svg.cut(words, 22), size=svg.fitting(words[:22], 150, 12)))
    return Legend(tuple(parts), _ROW * ((len(entries) + _COLUMNS - 1) // _COLUMNS), ", ".join(w for w, _ in entries))
