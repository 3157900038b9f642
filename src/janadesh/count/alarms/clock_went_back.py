"""Clocks that go back: an observation older than one of the same contest that was counted already."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find rows that come after a later one; a replay sorts by time and so has none, a count followed live may."""
    return fired(
        scene.late,
        pl.lit("it was observed before the page that stands already"),
        serial="serial",
        earlier_at="last_at",
        later_value="total",
        later_source="page",
    )


CLOCK_WENT_BACK = Rule(
    name="clock went back",
    about="An observation is older than one of its contest that was taken in before.",
    find=find,
    holds=True,
)
