"""A projection laid out for people: seats by party or alliance, and contests one a row."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.count.projecting import Known
from janadesh.count.projection import Projection
from janadesh.export.tables import Column
from janadesh.export.tables import Writing
from janadesh.export.tables import text
from janadesh.record.book import Record

_HARDLY = 0.005
"""Chances below it, and those of its opposite, are not rounded to none and to all."""


def seat_rows(
    known: Known, projection: Projection, level: float, needed: int, by: str
) -> tuple[pl.DataFrame, list[Column]]:
    """Lay out the seats of each party or alliance that may win any: `low` to `high`, and the chance of a majority."""
    is_alliance = by == "alliance"
    names = known.names.select(by, f"{by}_name", f"{by}_short").unique(by, keep="first", maintain_order=True)
    majority = projection.majority_chance(needed, alliances=is_alliance)
    seats = projection.seats(level, alliances=is_alliance).filter(pl.col("high") > 0)
    frame = (
        seats.join(names, on=by, how="left", maintain_order="left")
        .with_columns(majority=pl.col(by).replace_strict(majority, return_dtype=pl.Float64))
        .select(by, f"{by}_name", f"{by}_short", pl.col("low", "median", "high").cast(pl.Int64), "mean", "majority")
    )
    columns = [
        Column(f"{by}_name", by.capitalize(), text),
        Column("low", "From", is_number=True),
        Column("median", "Median", is_number=True),
        Column("high", "To", is_number=True),
        Column("majority", "Majority", chance, is_number=True),
    ]
    return frame, columns


def contest_rows(
    record: Record, known: Known, projection: Projection, level: float, number: Writing
) -> tuple[pl.DataFrame, list[Column]]:
    """Lay out each contest: who is ahead, the chance to win, the likeliest rival, the final margin `low` to `high`."""
    places = record.frame(model.Constituency, known.at).select("number", contest="id", constituency_name="name")
    named = projection.candidates.join(
        known.names.select("contest", "candidate", "name", "party_short"), on=["contest", "candidate"], how="left"
    ).sort("contest", pl.col("place") > 1, "chance", descending=[False, False, True])
    ahead = named.filter(pl.col("place") == 1).select("contest", "chance", leader="name", leader_short="party_short")
    rival = named.filter(pl.col("place") > 1).unique("contest", keep="first", maintain_order=True)
    frame = (
        projection.margin_interval(level)
        .with_columns(pl.col("low", "high").round(0).cast(pl.Int64))
        .join(places, on="contest", how="left", maintain_order="left")
        .join(ahead, on="contest", how="left", maintain_order="left")
        .join(
            rival.select("contest", rival="name", rival_short="party_short", rival_chance="chance"),
            on="contest",
            how="left",
            maintain_order="left",
        )
        .select(
            *(
                pl.col("contest").alias("constituency"),
                "number",
                "constituency_name",
                "leader",
                "leader_short",
                "chance",
            ),
            *("rival", "rival_short", "rival_chance", "low", "high"),
        )
        .sort("number", "constituency")
    )
    columns = [
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("leader", "Ahead", text),
        Column("leader_short", "Party", text),
        Column("chance", "Chance", chance, is_number=True),
        Column("rival", "Likeliest rival", text),
        Column("rival_short", "Party", text),
        Column("rival_chance", "Chance", chance, is_number=True),
        Column("low", "Margin from", number, is_number=True),
        Column("high", "To", number, is_number=True),
    ]
    return frame, columns


def chance(value: float | None) -> str:
    """Write a chance in per cent, never as certain or impossible where it is not."""
    if value is None:
        return "–"
    if 0 < value < _HARDLY:
        return "under 1%"
    if 1 - _HARDLY <= value < 1:
        return "over 99%"
    return f"{value:.0%}"
