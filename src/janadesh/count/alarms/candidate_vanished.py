"""Candidates that vanish: a page that lists every candidate no longer lists one that it had."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find candidacies shown before that a whole page lacks; a feed of changes has no whole pages."""
    rows = scene.pages.filter(pl.col("is_whole") & ~pl.col("own"))
    return fired(
        rows,
        pl.format("the page no longer lists the candidate, who had {} votes", pl.col("total").fill_null(0)),
        serial="serial",
        earlier_value="total",
        earlier_at="since",
        earlier_source="page",
    )


CANDIDATE_VANISHED = Rule(
    name="candidate vanished",
    about="A page that lists all candidates lacks one that was listed before.",
    find=find,
    holds=False,
    is_lasting=True,
    is_of_page=True,
)
