"""When an election is polled and counted, as announced by a moment."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def schedule(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each step of an election with the day that stood at a moment, in order of days.

    Returns: `election, event, phase, on_date, known_at, source, note, moved_from`; `moved_from` is the
    day announced before, where the step was moved.
    """
    stands = record.frame(model.ScheduleEntry, as_of, election=election)
    earlier = (
        record.history(model.ScheduleEntry, as_of, election=election)
        .join(stands, on=["event", "phase", "known_at"], how="anti", nulls_equal=True)
        .sort("known_at")
        .group_by("event", "phase", maintain_order=True)
        .agg(moved_from=pl.col("on_date").last())
    )
    joined = stands.join(earlier, on=["event", "phase"], how="left", nulls_equal=True)
    moved = pl.when(pl.col("moved_from") != pl.col("on_date")).then(pl.col("moved_from"))
    return joined.with_columns(moved_from=moved).sort("on_date", "phase", nulls_last=True)
