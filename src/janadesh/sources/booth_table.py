"""
Polling-station votes as every reader of booth tables hands them over, before they are placed in the record.

A *ballot* is what stations share: the candidates of one contest. Tables that name the constituency have one for
each; others are known by their candidates only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field

import polars as pl

from janadesh.errors import Fault

STATION = ["ballot", "segment", "station"]
NOTA_NAMES = ("nota", "none of the above", "none of above")

STATION_SCHEMA: dict[str, type[pl.DataType]] = {
    "row": pl.Int64,
    "ballot": pl.Int64,
    "segment": pl.Int64,
    "station": pl.String,
    "name": pl.String,
    "electors": pl.Int64,
    "voters": pl.Int64,
    "rejected": pl.Int64,
    "tendered": pl.Int64,
}
VOTE_SCHEMA: dict[str, type[pl.DataType]] = {
    "ballot": pl.Int64,
    "segment": pl.Int64,
    "station": pl.String,
    "candidate": pl.Int64,
    "votes": pl.Int64,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBallot:
    """A candidate, or NOTA, as printed; `party` None where the table does not say."""

    name: str
    party: str | None = None

    @property
    def is_nota(self) -> bool:
        """Whether these are the votes for none of the above."""
        return self.name.strip().casefold() in NOTA_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The candidates of a contest in the table's order, with its number and name where the table has them."""

    candidates: tuple[OnBallot, ...]
    row: int
    file: str
    number: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothTable:
    """
    A table of polling stations, checked.

    - `ballots`: by the number that the frames' column `ballot` has.
    - `stations`: columns of `STATION_SCHEMA`; null is unknown.
    - `votes`: columns of `VOTE_SCHEMA`; `candidate` is the place among the ballot's candidates.
    - `told`: stations that were set aside, and other faults.
    """

    file: str
    ballots: tuple[Ballot, ...]
    stations: pl.DataFrame
    votes: pl.DataFrame
    told: tuple[Fault, ...] = field(default=())


def set_aside(file: str, stations: pl.DataFrame, problem: str, column: str | None = None) -> Iterator[Fault]:
    """Tell of each station (columns `row`, `segment`, `station`) that it is set aside, and why."""
    for row, segment, station in stations.select("row", "segment", "station").iter_rows():
        where = f"station {station}" if segment is None else f"segment {segment}, station {station}"
        yield Fault(file=file, row=row, column=column, value=where, problem=f"{problem}; the station is set aside")


def numbered_again(file: str, stations: pl.DataFrame) -> tuple[pl.DataFrame, list[Fault]]:
    """
    Tell stations of one number apart: the second becomes `232 (2)`.

    Auxiliary stations (232A) are often printed with the number of the main one.

    Args:
        file: what faults call the file.
        stations: with the columns of `STATION` and `row`, in the table's order.

    Returns: the stations with `station` unique, and a fault for each renamed.
    """
    again = pl.col("row").rank("ordinal").over(STATION)
    numbered = stations.with_columns(again=again)
    told = [
        Fault(
            file=file,
            row=row,
            value=f"segment {segment}, station {station}",
            problem=f"there is another station of this number above; this one is kept as {station} ({number})",
        )
        for row, segment, station, number in numbered.filter(pl.col("again") > 1)
        .select("row", "segment", "station", "again")
        .iter_rows()
    ]
    named = pl.when(pl.col("again") > 1).then(pl.format("{} ({})", "station", "again")).otherwise("station")
    return numbered.with_columns(station=named).drop("again"), told
