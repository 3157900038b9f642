"""Change as dumbbells: two dots, before and now, on a line for each party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.errors import Impossible
from janadesh.export.drawings import svg

_LEFT, _WIDTH, _ROW = 170, 720, 28


@dataclass(frozen=True, slots=True)
class Change:
    """A party's share, in per cent, at two elections."""

    name: str
    before: float
    now: float
    colour: str | None = None


def dumbbells_picture(title: str, changes: Sequence[Change]) -> str:
    """
    Draw a row a party: a hollow dot for the share before, a full one for the share now.

    Raises: Impossible, where there is no party.
    """
    if not changes:
        raise Impossible("There is no change to draw.")
    most = max(1.0, *(max(change.before, change.now) for change in changes))
    step = next(step for step in (1, 2, 5, 10, 20, 50) if most / step <= 8)
    scale = (_WIDTH - _LEFT - 70) / most
    bottom = 60 + _ROW * len(changes)
    parts = [svg.heading(title, _WIDTH)]
    for mark in range(0, int(most) + 1, step):
        x = _LEFT + mark * scale
        parts += [svg.line(x, 44, x, bottom), svg.label(x, bottom + 16, f"{mark}%", size=11, anchor="middle")]
    for row, change in enumerate(changes):
        y = 62 + _ROW * row
        before, now = (_LEFT + share * scale for share in (change.before, change.now))
        told = f"{change.name}: {change.before:.2f}% to {change.now:.2f}%"
        parts += [
            svg.label(_LEFT - 12, y + 4, change.name, anchor="end"),
            svg.line(before, y, now, y, change.colour, 3),
            svg.dot(before, y, 6, change.colour, told),
            svg.hole(before, y, 3.5),
            svg.dot(now, y, 6, change.colour, told),
            svg.label(max(before, now) + 12, y + 4, f"{change.now - change.before:+z.1f}"),
        ]
    parts.append(svg.label(_LEFT, bottom + 36, "hollow: before; full: now; per cent of the votes", size=11))
    told = "; ".join(f"{c.name} {c.before:.1f}% to {c.now:.1f}%" for c in changes)
    return svg.picture(_WIDTH, bottom + 48, title, parts, f"Shares before and now: {told}.")
