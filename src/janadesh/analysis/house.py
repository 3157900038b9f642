"""The house an election fills: its seats and what a majority takes."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.analysis.found import the_election
from janadesh.analysis.rules import day_of
from janadesh.analysis.vacancies import filled_since
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment


@dataclass(frozen=True, slots=True)
class HouseSize:
    """
    Seats of a house, and how many make a majority.

    `majority` is more than half of the elected ones, `full_majority` of these and the nominated; `vacant` are
    seats won in the election that have fallen vacant since and were not filled by a by-election, and `majority_now`
    is more than half of the elected members there are.
    """

    house: str
    name: str
    elected: int
    nominated: int
    vacant: int
    majority: int
    full_majority: int
    majority_now: int


def house_size(
    record: Record, election: str, as_of: Moment | None = None, filled: pl.DataFrame | None = None
) -> HouseSize:
    """
    Give the size of the house that an election fills, as it stood when the election was held.

    Args:
        record: holds the election.
        election: its id or name.
        as_of: the moment; None is now.
        filled: what `filled_since` gives, where it has been asked before.

    Raises: NotInRecord.
    """
    found = the_election(record, election, as_of)
    houses = record.frame(model.House, as_of, id=found.house)
    if houses.is_empty():
        raise NotInRecord(f"The record did not know the house {found.house!r} at that moment.")
    day = day_of(record, election, as_of)
    of_then = houses.filter(
        (pl.col("valid_from").is_null() | (pl.col("valid_from") <= day))
        & (pl.col("valid_to").is_null() | (pl.col("valid_to") >= day))
    )
    row = (of_then if of_then.height else houses).sort("valid_from", nulls_last=False).row(-1, named=True)
    elected, nominated = row["elected_seats"], row["nominated_seats"]
    left = record.frame(model.Vacancy, as_of, election=found.id)["constituency"].n_unique()
    # most houses are whole, and then nobody need be looked for
    later = filled_since(record, found.id, as_of) if left and filled is None else filled
    vacant = left - later.height if left and later is not None else 0
    return HouseSize(
        house=row["id"],
        name=row["name"],
        elected=elected,
        nominated=nominated,
        vacant=vacant,
        majority=elected // 2 + 1,
        full_majority=(elected + nominated) // 2 + 1,
        majority_now=(elected - vacant) // 2 + 1,
    )
