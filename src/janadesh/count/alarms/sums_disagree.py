"""Sums that disagree: kinds of votes with the total, candidates with the total that the page states."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import PAGE
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find rows whose kinds do not make the total, and pages whose rows do not make the stated total."""
    return pl.concat([_kinds(scene), _pages(scene)])


def _kinds(scene: Scene) -> pl.DataFrame:
    added = pl.col("evm") + pl.col("postal") + pl.col("migrant").fill_null(0)
    rows = scene.pages.with_columns(added=added).filter(pl.col("added") != pl.col("total"))
    return fired(
        rows,
        pl.format("EVM and postal votes make {}, the total is {}", "added", "total"),
        serial="serial",
        earlier_value="added",
        earlier_at="since",
        earlier_source="page",
        later_value="total",
        later_source="page",
    )


def _pages(scene: Scene) -> pl.DataFrame:
    rows = (
        scene.pages.filter(pl.col("stated_total").is_not_null())
        .group_by(PAGE)
        .agg(pl.col("total").sum(), pl.col("stated_total").first(), pl.col("page").first())
        .filter(pl.col("total") != pl.col("stated_total"))
    )
    return fired(
        rows,
        pl.format("the rows make {}, the page states {}", "total", "stated_total"),
        earlier_value="total",
        earlier_at="at",
        earlier_source="page",
        later_value="stated_total",
        later_source="page",
    )


SUMS_DISAGREE = Rule(
    name="sums disagree",
    about="EVM, postal and migrant votes do not make the total, or the rows do not make the total of the page.",
    find=find,
    holds=True,
    is_lasting=True,
)
