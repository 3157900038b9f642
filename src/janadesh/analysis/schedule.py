"""When an election is polled and counted, as announced by a moment."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def schedule(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each step of an election with the day that stood at a moment, in order of days.

    Returns: `election, event, phase, on_date, known_at, source, note, moved_from, moved_on`. Where a step was
    moved, `moved_from` is the day announced before and `moved_on` the instant at which the new day was announced.
    """
    step = ["event", "phase"]
    stands = record.frame(model.ScheduleEntry, as_of, election=election)
    said = record.history(model.ScheduleEntry, as_of, election=election).join(
        stands.select(*step, stands_on="on_date"), on=step, how="left", nulls_equal=True
    )
    same = pl.col("on_date") == pl.col("stands_on")
    # a day may be said again after the move; the move is the first saying after the last other day
    last_other = pl.col("known_at").filter(~same).max()
    moves = said.group_by(step).agg(
        moved_from=pl.col("on_date").filter(~same).last(),
        moved_on=pl.col("known_at").filter(same & (pl.col("known_at") >= last_other)).min(),
    )
    return stands.join(moves, on=step, how="left", nulls_equal=True).sort("on_date", "phase", nulls_last=True)
