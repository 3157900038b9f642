"""Which elections the record holds."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def elections(record: Record, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the elections known at a moment, latest first.

    Returns: `id, name, house, year, kind, polled_from, polled_to, counted_on, contests, declared, previous`.
    The days are those that stood at the moment; `contests` is how many constituencies the record has of the
    election and `declared` how many of them have a result (the uncontested among them).
    """
    contests = record.frame(model.Contest, as_of).group_by("election").agg(contests=pl.len())
    ended = pl.col("status").is_in(["declared", "uncontested"])
    declared = record.frame(model.Declaration, as_of).group_by("election").agg(declared=ended.sum())
    day, event = pl.col("on_date"), pl.col("event")
    days = (
        record.frame(model.ScheduleEntry, as_of)
        .group_by("election")
        .agg(
            polled_from=day.filter(event == "poll").min(),
            polled_to=day.filter(event == "poll").max(),
            counted_on=day.filter(event == "count").max(),
        )
    )
    held = record.frame(model.Election, as_of).rename({"id": "election"})
    for more in (days, contests, declared):
        held = held.join(more, on="election", how="left", maintain_order="left")
    return (
        held.with_columns(pl.col("contests", "declared").fill_null(0))
        .sort("year", "counted_on", "election", descending=[True, True, False], nulls_last=True)
        .select(
            "name",
            "house",
            "year",
            "kind",
            "polled_from",
            "polled_to",
            "counted_on",
            "contests",
            "declared",
            "previous",
            id="election",
        )
        .select("id", pl.exclude("id"))
    )
