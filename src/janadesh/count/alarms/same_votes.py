"""The same numbers in two contests."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import PAGE
from janadesh.count.scene import Scene

_FEWEST = 3
"""Rows with votes that must agree: two small numbers may be equal by chance."""


def find(scene: Scene) -> pl.DataFrame:
    """Find pages that show all the votes, in whatever order, that another contest shows at that moment."""
    others = scene.others.with_columns(is_before=pl.lit(value=True))
    shown = [*PAGE, "total", "page", "is_before"]
    pages = (
        pl.concat([scene.vectors.select(shown), others.select(shown)])
        .group_by(PAGE)
        .agg(
            totals=pl.col("total").drop_nulls().sort(),
            page=pl.col("page").first(),
            is_before=pl.col("is_before").first(),
        )
        .filter(pl.col("totals").list.eval(pl.element() > 0).list.sum() >= _FEWEST)
        .sort(PAGE)
        .with_columns(vector=pl.col("totals").hash(), until=pl.col("at").shift(-1).over("contest"))
    )
    doubled = pages.filter(pl.struct("vector", "totals").is_duplicated()) if pages.height else pages
    other = doubled.select("vector", "totals", "until", other="contest", other_at="at", other_page="page")
    stands = (pl.col("other_at") <= pl.col("at")) & (pl.col("until").is_null() | (pl.col("until") > pl.col("at")))
    rows = (
        doubled.drop("until")
        .filter(~pl.col("is_before"))
        .join(other, on=["vector", "totals"])
        .filter(pl.col("contest") != pl.col("other"), stands)
        .join(scene.contests.frame.select(other="contest", named="constituency"), on="other", how="left")
        .unique(PAGE, keep="first")
    )
    return fired(
        rows,
        pl.format("every number is that of {}", "named"),
        earlier_value=pl.col("totals").list.sum(),
        earlier_at="other_at",
        earlier_source="other_page",
        later_value=pl.col("totals").list.sum(),
        later_source="page",
    )


SAME_VOTES = Rule(
    name="same numbers in two contests",
    about="A page shows, in whatever order, exactly the votes that another contest shows.",
    find=find,
    holds=True,
    is_lasting=True,
)
