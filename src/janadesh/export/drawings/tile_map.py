"""A map of tiles, one of equal size for each seat, near where the seat lies."""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from janadesh.errors import Impossible
from janadesh.export.drawings import svg

_TILE = 34
_GAP = 3


@dataclass(frozen=True, slots=True)
class Tile:
    """A seat: its id, number and name, whose it is, and the colour of that."""

    constituency: str
    number: int
    name: str
    side: str
    colour: str | None = None


def tile_places(points: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """
    Give each point a tile of its own, column and row, so that all together move as little as can be.

    The tiles are a grid of about the shape of the points with a quarter more tiles than points; the assignment of
    least squared distance is exact (D. F. Crouse, IEEE Transactions on Aerospace and Electronic Systems 52, 2016).

    Args:
        points: x to the right and y downward, in any unit.
    """
    if not points:
        return []
    held = np.array(points, dtype=float)
    low, span = held.min(axis=0), np.ptp(held, axis=0)
    wide, high = np.where(span > 0, span, 1.0)
    tiles = math.ceil(1.25 * len(points))
    # points all but on one line would otherwise ask for a row of millions
    columns = min(tiles, max(1, round(math.sqrt(tiles * wide / high))))
    rows = math.ceil(tiles / columns)
    grid = np.array([(column, row) for row in range(rows) for column in range(columns)], dtype=float)
    moved = (held - low) / np.array([wide, high]) * np.array([max(1, columns - 1), max(1, rows - 1)])
    distance = ((moved[:, None, :] - grid[None, :, :]) ** 2).sum(axis=2)
    _, chosen = linear_sum_assignment(distance)
    return [(int(column), int(row)) for column, row in grid[chosen]]


def tile_map_picture(title: str, tiles: Sequence[Tile], places: Mapping[str, tuple[float, float]]) -> str:
    """
    Draw a tile for each seat in the colour of whose it is.

    Args:
        title: what it is.
        tiles: the seats.
        places: where each lies, x to the right and y downward; where any is missing, the tiles stand in rows.

    Raises: Impossible, where there is no seat.
    """
    if not tiles:
        raise Impossible("There are no seats to draw.")
    wide = math.ceil(math.sqrt(len(tiles) * 1.6))
    in_rows = [(float(i % wide), float(i // wide)) for i in range(len(tiles))]
    known = all(tile.constituency in places for tile in tiles)
    cells = (
        tile_places([places[tile.constituency] for tile in tiles])
        if known
        else [(int(column), int(row)) for column, row in in_rows]
    )
    step = _TILE + _GAP
    width = max(480, 40 + step * (1 + max(column for column, _ in cells)))
    bottom = 50 + step * (1 + max(row for _, row in cells))
    parts = [svg.heading(title, width)]
    for tile, (column, row) in zip(tiles, cells, strict=True):
        x, y = 20 + step * column, 46 + step * row
        parts.append(svg.box(x, y, _TILE, _TILE, tile.colour, f"{tile.number} {tile.name}: {tile.side}"))
        at = (x + _TILE / 2, y + _TILE / 2 + 4)
        parts.append(svg.label(*at, str(tile.number), size=11, anchor="middle", colour=svg.upon(tile.colour)))
    sides = {tile.side: tile.colour for tile in tiles}
    counts = {side: sum(tile.side == side for tile in tiles) for side in sides}
    for place, side in enumerate(sorted(sides, key=lambda s: -counts[s])):
        x, y = 20 + 150 * (place % 3), bottom + 22 + 20 * (place // 3)
        parts += [svg.dot(x + 6, y - 4, 6, sides[side]), svg.label(x + 20, y, f"{counts[side]} {side}"[:18])]
    told = ", ".join(f"{counts[side]} {side}" for side in sorted(sides, key=lambda s: -counts[s]))
    return svg.picture(width, bottom + 36 + 20 * ((len(sides) - 1) // 3), title, parts, f"A tile a seat: {told}.")
