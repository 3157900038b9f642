"""Margins that disagree: the list that declares a contest and the page of its candidates."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.after_declaring import pages_after_declaring
from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find pages, seen after the declaration, whose two leading candidates are another margin apart."""
    by_votes = pl.col("leading_votes") - pl.col("trailing_votes")
    rows = pages_after_declaring(scene).with_columns(by_votes=by_votes).filter(pl.col("by_votes") != pl.col("margin"))
    return fired(
        rows,
        pl.format("declared by a margin of {}, the candidates' votes make {}", "margin", "by_votes"),
        earlier_value="margin",
        earlier_at="lead_at",
        earlier_source="lead_page",
        later_value="by_votes",
        later_source="page",
    )


MARGINS_DISAGREE = Rule(
    name="margins disagree",
    about="A page seen after a declaration gives another margin than was declared.",
    find=find,
    holds=False,
    is_lasting=True,
)
