"""A map of tiles: one of the same size for each seat, near where it lies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.desk.contest_rows import ContestRow
from janadesh.export.drawings.constituency_map import ConstituencyMap

STEP = 10
"""From one tile to the next, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One seat, with its tile's upper left corner."""

    contest: ContestRow
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """The tiles in a box of `width` by `height`; `is_placed` is whether they stand near where the seats lie."""

    tiles: tuple[Tile, ...]
    width: int
    height: int
    is_placed: bool


def tile_map(contests: Sequence[ContestRow], drawn: ConstituencyMap | None) -> TileMap:
    """Give each seat a tile; where no map knows where they lie, they stand in rows in order of their number."""
    # the assignment takes long to import, and few pages draw it
    from janadesh.export.drawings.tile_map import tile_places

    points = {} if drawn is None else {o.constituency: (float(o.x), float(o.y)) for o in drawn.outlines}
    wide = max(1, math.ceil(math.sqrt(len(contests) * 1.6)))
    cells = (
        tile_places([points[row.constituency] for row in contests])
        if points
        else [(place % wide, place // wide) for place in range(len(contests))]
    )
    tiles = tuple(Tile(row, column * STEP, line * STEP) for row, (column, line) in zip(contests, cells, strict=True))
    return TileMap(
        tiles=tiles,
        width=max((tile.x for tile in tiles), default=0) + STEP,
        height=max((tile.y for tile in tiles), default=0) + STEP,
        is_placed=bool(points),
    )
