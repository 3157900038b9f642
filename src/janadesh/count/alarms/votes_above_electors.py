"""Votes above electors: a contest has more votes than there are people who may vote."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find pages whose votes, NOTA's among them, are above the electors; where these are unknown, none."""
    rows = scene.sums().filter(pl.col("votes") > pl.col("electors"))
    return fired(
        rows,
        pl.format("{} votes are above the {} electors", "votes", pl.col("electors").cast(pl.Int64)),
        earlier_value="electors",
        later_value="votes",
        later_source="page",
    )


VOTES_ABOVE_ELECTORS = Rule(
    name="votes above electors",
    about="A contest's votes, NOTA's among them, are more than its electors.",
    find=find,
    holds=True,
    is_lasting=True,
)
