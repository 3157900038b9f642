"""Who held which office on a day, as known at a moment."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def offices(record: Record, as_of: Moment | None = None, on: dt.date | None = None) -> pl.DataFrame:
    """
    Give the offices held on a day (the moment's own day where none is given), as known at the moment.

    Returns: `office, of, of_name, person, person_name, valid_from, valid_to, known_at, source`.
    """
    day = on or record.moment(as_of).astimezone(ZoneInfo(record.time_zone)).date()
    held = record.frame(model.Office, as_of).filter(
        (pl.col("valid_from").is_null() | (pl.col("valid_from") <= day))
        & (pl.col("valid_to").is_null() | (pl.col("valid_to") >= day))
    )
    return with_names(record, held, as_of)


def with_names(record: Record, held: pl.DataFrame, as_of: Moment | None = None) -> pl.DataFrame:
    """Name the people who hold offices, and the territory, party or house that each office is of."""
    # few people hold an office, of the many that a record may know
    holders = held["person"].unique().to_list()
    people = record.frame(model.Person, as_of, id=holders).select(person="id", person_name="name")
    # a territory may have been renamed, and its id may also be a party's: the territory's latest name goes first
    bodies = pl.concat(
        [
            record.frame(model.Territory, as_of).sort("valid_from", descending=True, nulls_last=True),
            record.frame(model.House, as_of).sort("valid_from", descending=True, nulls_last=True),
            record.frame(model.Party, as_of),
        ],
        how="diagonal",
    ).select(of="id", of_name="name")
    bodies = bodies.unique("of", keep="first", maintain_order=True)
    return (
        held.join(people, on="person", how="left", maintain_order="left")
        .join(bodies, on="of", how="left", maintain_order="left")
        .select("office", "of", "of_name", "person", "person_name", "valid_from", "valid_to", "known_at", "source")
    )
