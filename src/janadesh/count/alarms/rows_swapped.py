"""Rows that are swapped: two candidates of a contest have exchanged their figures."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import PAGE
from janadesh.count.scene import Scene

_LEAST = 10
"""Votes between the two. Two small numbers that move past each other by chance come closer."""

_KINDS = ("evm", "postal", "total")


def find(scene: Scene) -> pl.DataFrame:
    """Find pairs of which each has all the figures that the other had."""
    apart = (pl.col("total") - pl.col("earlier_total")).abs() >= _LEAST
    moved = scene.pages.filter(pl.col("changed"), apart)
    exchanged = {name: f"earlier_{name}" for name in _KINDS} | {f"earlier_{name}": name for name in _KINDS}
    other = moved.select(*PAGE, other="serial", **exchanged)
    rows = moved.join(other, on=[*PAGE, *exchanged], how="inner", nulls_equal=True).filter(
        pl.col("serial") != pl.col("other")
    )
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
