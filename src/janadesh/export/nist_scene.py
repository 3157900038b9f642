"""What a report in the NIST Common Data Format is made from: the statements on one election that stand at a moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import NotInRecord
from janadesh.export.one_election import of_elections
from janadesh.export.said import Said
from janadesh.export.said import standing

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """
    One election at one moment.

    - `said`: every statement on it that was known, `stands`: of each thing the one last known.
    - `of`: the rows of each noun that a report speaks of, the one valid on the day of the poll where there
      are several of one id.
    - `first_day`, `last_day`: the poll; the whole year where no day is known.
    """

    election: Row
    moment: dt.datetime
    said: Said
    stands: Said
    of: Mapping[type[model.Noun], list[dict[str, Any]]]
    first_day: dt.date
    last_day: dt.date

    def by_id(self, noun: type[model.Noun]) -> dict[str, dict[str, Any]]:
        """Give a noun's rows by their ids."""
        return {row["id"]: row for row in self.of[noun]}


def scene_of(said: Said, election: str, moment: dt.datetime) -> Scene:
    """
    Pick what a report on one election speaks of.

    Args:
        said: the statements that were known at the moment, in the order of loading.
        election: its id.
        moment: the instant that the report is of.

    Raises: NotInRecord.
    """
    kept = of_elections(said, [election])
    stands = {noun: standing(noun, frame) for noun, frame in kept.items()}
    rows = stands[model.Election].filter(id=election).to_dicts()
    if not rows:
        raise NotInRecord(f"At {moment:%Y-%m-%dT%H:%M:%SZ} the record knew no election {election!r}.")
    first, last = _poll(stands[model.ScheduleEntry].filter(election=election), rows[0]["year"])
    return Scene(
        election=rows[0],
        moment=moment,
        said=kept,
        stands=stands,
        of={noun: _valid_on(frame, last).to_dicts() for noun, frame in stands.items()},
        first_day=first,
        last_day=last,
    )


def _valid_on(frame: pl.DataFrame, day: dt.date) -> pl.DataFrame:
    if not {"id", "valid_from", "valid_to"} <= set(frame.columns):
        return frame
    begun = pl.col("valid_from").is_null() | (pl.col("valid_from") <= day)
    over = pl.col("valid_to").is_not_null() & (pl.col("valid_to") < day)
    # where none was valid that day the nearest is better than none
    ranked = frame.with_columns(rank=begun.cast(pl.Int8) + (~over).cast(pl.Int8))
    return (
        ranked.sort("rank", "valid_from", descending=[False, False], nulls_last=False, maintain_order=True)
        .unique("id", keep="last", maintain_order=True)
        .drop("rank")
    )


def _poll(schedule: pl.DataFrame, year: int) -> tuple[dt.date, dt.date]:
    days = schedule.filter(pl.col("event").str.starts_with("poll"))["on_date"].to_list()
    return (min(days), max(days)) if days else (dt.date(year, 1, 1), dt.date(year, 12, 31))
