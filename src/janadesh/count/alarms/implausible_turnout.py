"""Turnout that cannot well be: far above the one published, near all of the electors, or next to none."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.after_declaring import pages_after_declaring
from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import PAGE
from janadesh.count.scene import Scene

POINTS_ABOVE = 5.0
"""Postal votes, which a published turnout leaves out, have been up to some three points of it."""

HIGHEST, LOWEST = 99.0, 5.0
"""In per cent. Seats of Tripura and Nagaland came to 96, and a by-election in Srinagar of 2017 to 7."""


def find(scene: Scene) -> pl.DataFrame:
    """Find pages whose votes are above what turnout allows, or, once declared, next to none."""
    sums = scene.sums().filter(pl.col("electors") > 0).with_columns(reached=pl.col("votes") * 100 / pl.col("electors"))
    ended = pages_after_declaring(scene).select(*PAGE, ended=pl.lit(value=True))
    most = pl.min_horizontal(pl.col("turnout") + POINTS_ABOVE, pl.lit(HIGHEST))
    too_high = (pl.col("reached") > most) & (pl.col("votes") <= pl.col("electors"))
    too_low = pl.col("ended") & (pl.col("reached") < LOWEST)
    rows = sums.join(ended, on=PAGE, how="left").filter(too_high | too_low.fill_null(value=False))
    return fired(
        rows,
        pl.format("the votes are {} per cent of the electors", pl.col("reached").round(1)),
        earlier_value="turnout",
        later_value="reached",
        later_source="page",
    )


IMPLAUSIBLE_TURNOUT = Rule(
    name="implausible turnout",
    about=f"Votes exceed the published turnout by more than {POINTS_ABOVE:g} points, or {HIGHEST:g} per cent of the "
    f"electors, or are below {LOWEST:g} per cent of them though the result is declared.",
    find=find,
    holds=False,
    is_lasting=True,
)
