"""Totals that fall: a candidacy has fewer votes than were shown before."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find figures below those before: totals, or votes on machines where no total is shown."""
    by_total = pl.col("total").is_not_null() & pl.col("earlier_total").is_not_null()
    now = pl.when(by_total).then("total").otherwise("evm")
    before = pl.when(by_total).then("earlier_total").otherwise("earlier_evm")
    rows = scene.pages.filter("changed").with_columns(now=now, before=before).filter(pl.col("now") < pl.col("before"))
    return fired(
        rows,
        pl.format("the total fell from {} to {}", "before", "now"),
        serial="serial",
        earlier_value="before",
        earlier_at="earlier_since",
        earlier_source="earlier_page",
        later_value="now",
        later_source="page",
    )


TOTAL_FELL = Rule(
    name="total fell",
    about="A candidacy's total is below the one shown before.",
    find=find,
    holds=True,
)
