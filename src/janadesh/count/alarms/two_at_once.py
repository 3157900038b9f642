"""Two figures at once: two pages seen in one second disagree."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import NOTHING_FOUND
from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import KEY
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find figures beside higher ones of the same second."""
    if scene.beside.is_empty():
        return NOTHING_FOUND
    standing = scene.pages.select(*KEY, "at", higher="total", standing_page="page")
    lower = scene.beside.group_by(*KEY, "at", maintain_order=True).agg(
        lower=pl.col("total").cast(pl.String).unique(maintain_order=True).str.join(", "),
        total=pl.col("total").last(),
        page=pl.col("page").last(),
    )
    rows = lower.join(standing, on=[*KEY, "at"], how="left")
    return fired(
        rows,
        pl.format("{} and {} were shown in the same second", "lower", "higher"),
        serial="serial",
        earlier_value="total",
        earlier_at="at",
        earlier_source="page",
        later_value="higher",
        later_source="standing_page",
    )


TWO_AT_ONCE = Rule(
    name="two figures at once",
    about="Two pages seen in one second show different figures; the higher one stands.",
    find=find,
    # the higher figure stands; the other is put beside it by the step itself
    holds=False,
)
