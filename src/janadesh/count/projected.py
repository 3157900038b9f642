"""A projection as tables: seats by party or alliance, contests one a row, and chances in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from janadesh import model
from janadesh.record.book import Record

if TYPE_CHECKING:
    from janadesh.count.projecting import Known
    from janadesh.count.projection import Projection

_MAY_WIN = 0.05
"""Mean seats from which a party is listed, even where the range nearest to the level is none."""
_HARDLY = 0.01
"""Chances below it, and those as near to sure, are not rounded."""


def projected_seats(known: Known, projection: Projection, level: float, needed: int, by: str) -> pl.DataFrame:
    """
    Give the seats of each party or alliance that may win any, most first.

    Args:
        known: what was known.
        projection: what was made of it.
        level: what the chance of the range of seats `low` to `high` is nearest to.
        needed: seats that make a majority.
        by: `party` or `alliance`.

    Returns: `party` (or `alliance`), `party_name`, `party_short`, `low`, `median`, `high`, `inside` (the chance of
        that range), `mean`, and `majority`, the chance of one.
    """
    is_alliance = by == "alliance"
    names = known.names.select(by, f"{by}_name", f"{by}_short").unique(by, keep="first", maintain_order=True)
    majority = projection.majority_chance(needed, alliances=is_alliance)
    seats = projection.seats(level, alliances=is_alliance).filter((pl.col("high") > 0) | (pl.col("mean") >= _MAY_WIN))
    return (
        seats.join(names, on=by, how="left", maintain_order="left")
        .with_columns(majority=pl.col(by).replace_strict(majority, return_dtype=pl.Float64))
        .select(
            by,
            f"{by}_name",
            f"{by}_short",
            pl.col("low", "median", "high").cast(pl.Int64),
            "inside",
            "mean",
            "majority",
        )
    )


def projected_contests(record: Record, known: Known, projection: Projection, level: float) -> pl.DataFrame:
    """
    Give each contest: who is ahead, the chance to win, the likeliest rival.

    Returns: `constituency, number, constituency_name, leader, leader_short, leader_party, chance, rival, rival_short,
        rival_chance`, and `low`, `high`: the leader's final margin, inside with the chance `level`; in order of number.
    """
    places = record.frame(model.Constituency, known.at).select("number", contest="id", constituency_name="name")
    named = projection.candidates.join(
        known.names.select("contest", "candidate", "name", "party_short"), on=["contest", "candidate"], how="left"
    ).sort("contest", pl.col("place") > 1, "chance", descending=[False, False, True])
    ahead = named.filter(pl.col("place") == 1).select(
        "contest", "chance", leader="name", leader_short="party_short", leader_party="party"
    )
    rival = named.filter(pl.col("place") > 1).unique("contest", keep="first", maintain_order=True)
    return (
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
                "leader_party",
                "chance",
            ),
            *("rival", "rival_short", "rival_chance", "low", "high"),
        )
        .sort("number", "constituency")
    )


def chance(value: float | None) -> str:
    """Write a chance in per cent, never as certain or impossible where it is not."""
    if value is None:
        return "–"
    if 0 < value < _HARDLY:
        return "under 1%"
    if 1 - _HARDLY < value < 1:
        return "over 99%"
    return f"{value:.0%}"
