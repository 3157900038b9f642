"""Rows that are swapped: two candidates of a contest have exchanged their figures."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import PAGE
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find pairs of which each has the total that the other had."""
    moved = scene.pages.filter("changed", pl.col("total") != pl.col("earlier_total"))
    other = moved.select(*PAGE, other="serial", total="earlier_total", earlier_total="total")
    rows = moved.join(other, on=[*PAGE, "total", "earlier_total"], how="inner").filter(pl.col("serial") != pl.col("other"))
    return fired(
        rows,
        pl.format("{} votes and the {} of candidate {} were exchanged", "earlier_total", "total", "other"),
        serial="serial",
        earlier_value="earlier_total",
        earlier_at="earlier_since",
        earlier_source="earlier_page",
        later_value="total",
        later_source="page",
    )


ROWS_SWAPPED = Rule(
    name="rows swapped",
    about="Two candidates of a contest have exchanged their figures.",
    find=find,
    holds=True,
)
