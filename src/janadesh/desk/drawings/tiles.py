"""A map of tiles: one of the same size for each seat, near where it lies."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.desk.contest_rows import ContestRow
from janadesh.desk.drawings.states import state_points
from janadesh.export.drawings.constituency_map import ConstituencyMap

STEP = 10
"""From one tile to the next, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One seat, with its tile's upper left corner."""

    contest: ContestRow
    x: int
    y: int


Cell = tuple[int, int]
"""The column and the line of a tile."""


@dataclass(frozen=True, slots=True)
class Label:
    """A state's letters, at the middle of its tiles."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """
    The tiles in a box of `width` by `height`; `is_placed` is whether they stand near where the seats lie.

    `is_by_state` is whether they only stand in their state; then `borders` is an SVG path between states.
    """

    tiles: tuple[Tile, ...]
    width: int
    height: int
    is_placed: bool
    is_by_state: bool = False
    borders: str = ""
    labels: tuple[Label, ...] = ()


LABELLED = 5
"""Seats of a state that is named on the map."""


def state_cells(states: Sequence[str | None]) -> tuple[Cell, ...] | None:
    """Give each seat, of which only the state is known, a tile in its state; None where a state's place is unknown."""
    # the assignment takes long to import, and few pages draw it
    from janadesh.export.drawings.tile_map import tile_places

    points = state_points(states)
    return None if points is None else tuple(tile_places(points))


def tile_map(contests: Sequence[ContestRow], drawn: ConstituencyMap | None) -> TileMap:
    """Give each seat a tile; where no map knows where they lie, they stand in rows in order of their number."""
    from janadesh.export.drawings.tile_map import tile_places

    points = {} if drawn is None else {o.constituency: (float(o.x), float(o.y)) for o in drawn.outlines}
    wide = max(1, math.ceil(math.sqrt(len(contests) * 1.6)))
    cells = (
        tile_places([points[row.constituency] for row in contests])
        if points
        else [(place % wide, place // wide) for place in range(len(contests))]
    )
    tiles = _tiles(contests, cells)
    return TileMap(tiles=tiles, width=_width(tiles), height=_height(tiles), is_placed=bool(points))


def state_map(contests: Sequence[ContestRow], cells: Sequence[Cell], states: Sequence[str | None]) -> TileMap:
    """Draw seats at the tiles of `state_cells`, with borders between states and the letters of the larger ones."""
    tiles = _tiles(contests, cells)
    return TileMap(
        tiles=tiles,
        width=_width(tiles),
        height=_height(tiles),
        is_placed=True,
        is_by_state=True,
        borders=_borders(dict(zip(cells, states, strict=True))),
        labels=_labels(cells, states),
    )


def _tiles(contests: Sequence[ContestRow], cells: Sequence[Cell]) -> tuple[Tile, ...]:
    return tuple(Tile(row, column * STEP, line * STEP) for row, (column, line) in zip(contests, cells, strict=True))


def _width(tiles: Sequence[Tile]) -> int:
    return max((tile.x for tile in tiles), default=0) + STEP


def _height(tiles: Sequence[Tile]) -> int:
    return max((tile.y for tile in tiles), default=0) + STEP


def _borders(states: Mapping[Cell, str | None]) -> str:
    pieces = []
    for (column, line), state in states.items():
        right, below = states.get((column + 1, line), state), states.get((column, line + 1), state)
        if right != state:
            pieces.append(f"M{(column + 1) * STEP - 0.5} {line * STEP - 0.5}v{STEP}")
        if below != state:
            pieces.append(f"M{column * STEP - 0.5} {(line + 1) * STEP - 0.5}h{STEP}")
    return "".join(pieces)


def _labels(cells: Sequence[Cell], states: Sequence[str | None]) -> tuple[Label, ...]:
    held: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell, state in zip(cells, states, strict=True):
        held[state or ""].append(cell)
    return tuple(
        Label(
            text=state.rpartition("-")[2].upper(),
            x=round((sum(column for column, _ in there) / len(there) + 0.45) * STEP, 1),
            y=round((sum(line for _, line in there) / len(there) + 0.45) * STEP, 1),
        )
        for state, there in held.items()
        if len(there) >= LABELLED
    )
