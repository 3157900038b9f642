"""Which picture goes with which answer, for the option `--plot`."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.cli.talk import say
from janadesh.export.drawings.constituency_map import constituency_map
from janadesh.export.drawings.constituency_map import read_shapes
from janadesh.export.drawings.dumbbells import Change
from janadesh.export.drawings.dumbbells import dumbbells_picture
from janadesh.export.drawings.flow import Flow
from janadesh.export.drawings.flow import flow_picture
from janadesh.export.drawings.house import Side
from janadesh.export.drawings.house import house_picture
from janadesh.export.drawings.margin_dots import Margin
from janadesh.export.drawings.margin_dots import margins_picture
from janadesh.export.drawings.saving import save_picture
from janadesh.export.drawings.swing_arrows import Arrow
from janadesh.export.drawings.swing_arrows import swing_arrows_picture
from janadesh.export.drawings.ternary import Contest
from janadesh.export.drawings.ternary import ternary_picture
from janadesh.export.drawings.tile_map import Tile
from janadesh.export.drawings.tile_map import tile_map_picture
from janadesh.record.book import Record
from janadesh.sources.packs import all_packs

MOST_PARTIES = 12
"""Rows of a picture of change; parties with less are left out."""


def save(picture: str, file: Path) -> None:
    """Save a picture and say so."""
    save_picture(picture, file)
    say(f"Drawn into {file}.")


def plot_house(title: str, frame: pl.DataFrame, seats: str, file: Path, majority: int | None = None) -> None:
    """
    Draw a half-circle from rows of parties or alliances.

    Args:
        title: what it is.
        frame: has a name (`name`, `party_name` or `alliance_name`), a `colour` and the column that `seats` names.
        seats: the column of seats.
        file: where to.
        majority: the mark.
    """
    name = next(column for column in ("name", "alliance_name", "party_name") if column in frame.columns)
    summed = (
        frame.group_by(name, maintain_order=True)
        .agg(pl.col(seats).sum(), pl.col("colour").first())
        .sort(seats, descending=True, maintain_order=True)
    )
    sides = [Side(n, int(s), colour) for n, s, colour in summed.iter_rows()]
    save(house_picture(title, sides, majority), file)


def plot_changes(title: str, frame: pl.DataFrame, file: Path) -> None:
    """Draw dumbbells from rows of `party_changes` or `alliance_changes`, the largest shares first."""
    short = "alliance_short" if "alliance_short" in frame.columns else "party_short"
    largest = frame.sort(pl.max_horizontal("share", "share_before"), descending=True).head(MOST_PARTIES)
    rows = largest.select(short, "share_before", "share", "colour").iter_rows()
    save(dumbbells_picture(title, [Change(*row) for row in rows]), file)


def plot_swings(record: Record, title: str, frame: pl.DataFrame, sides: tuple[str, str], file: Path) -> None:
    """Draw arrows from rows of `swings`, seat by seat."""
    seats = frame.filter(pl.col("constituency").is_not_null(), pl.col("butler").is_not_null())
    arrows = [
        Arrow(f"{number} {name}", swing)
        for number, name, swing in seats.select("number", "constituency_name", "butler").iter_rows()
    ]
    of_sides = colours(record)
    ids = [frame[side][0] for side in ("first", "second")]
    first, second = ((name, of_sides.get(side)) for name, side in zip(sides, ids, strict=True))
    save(swing_arrows_picture(title, arrows, first, second), file)


def plot_tiles(record: Record, title: str, frame: pl.DataFrame, side: tuple[str, str], file: Path) -> None:
    """
    Draw a tile map.

    Args:
        record: names the colours.
        title: what it is.
        frame: has `constituency`, `number`, `constituency_name` and the two columns that `side` names.
        side: the column of a party's id and that of its short name.
        file: where to.
    """
    of_sides = colours(record)
    rows = frame.select("constituency", "number", "constituency_name", *side).iter_rows()
    tiles = [
        Tile(constituency, number, name, short or "nobody yet", of_sides.get(party))
        for constituency, number, name, party, short in rows
    ]
    save(tile_map_picture(title, tiles, _places([tile.constituency for tile in tiles])), file)


def plot_flow(record: Record, title: str, frame: pl.DataFrame, sides: tuple[str, str], file: Path) -> None:
    """Draw seats flowing from party to party, from rows of `gains`; `sides` names the earlier and later election."""
    of_sides = colours(record)
    flows = [
        Flow(row["from_short"], row["to_short"], row["seats"], of_sides[row["from_party"]], of_sides[row["to_party"]])
        for row in frame.iter_rows(named=True)
    ]
    save(flow_picture(title, flows, sides), file)


def plot_margins(record: Record, title: str, frame: pl.DataFrame, file: Path) -> None:
    """Draw a dot a seat by its margin, from rows of `by_margin`."""
    of_sides = colours(record)
    rows = frame.filter(pl.col("margin_share").is_not_null()).iter_rows(named=True)
    margins = [
        Margin(
            f"{row['number']} {row['constituency_name']}",
            row["margin_share"],
            row["winner_short"],
            of_sides.get(row["winner_party"]),
        )
        for row in rows
    ]
    save(margins_picture(title, margins), file)


def plot_triangle(record: Record, title: str, frame: pl.DataFrame, names: tuple[str, ...], file: Path) -> None:
    """Draw seats between three sides, from rows of `three_way`; `names` are those of the sides."""
    of_sides = colours(record)
    contests = [
        Contest(
            f"{row['number']} {row['constituency_name']}",
            (row["first_share"], row["second_share"], row["third_share"]),
            row["winner_short"] or "nobody yet",
            of_sides.get(row["winner_party"]),
        )
        for row in frame.iter_rows(named=True)
    ]
    ids = [frame[side][0] for side in ("first", "second", "third")] if frame.height else []
    save(ternary_picture(title, contests, [(n, of_sides.get(i)) for n, i in zip(names, ids, strict=True)]), file)


def colours(record: Record) -> dict[str, str | None]:
    """Give the colour of each party and alliance by its id."""
    frames = [record.frame(noun).select("id", "colour") for noun in (model.Party, model.Alliance)]
    return dict(pl.concat(frames).iter_rows())


def _places(constituencies: list[str]) -> dict[str, tuple[float, float]]:
    shapes = read_shapes(pack.folder / "map.json" for pack in all_packs())
    drawn = constituency_map(shapes, constituencies)
    return {} if drawn is None else {o.constituency: (float(o.x), float(o.y)) for o in drawn.outlines}
