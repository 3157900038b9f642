"""By what part of an earlier election a seat's past votes are judged: itself, or the smallest place around it."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.matched_seats import compared_seats
from janadesh.record.book import Record
from janadesh.record.moments import Moment

SPREAD = {
    "same": 10.0,
    "unchanged": 10.0,
    "same name": 12.0,
    "segment": 10.0,
    "part": 13.0,
    "parliamentary constituency": 13.0,
    "region": 14.5,
    "house": 17.0,
}
"""
From sure to unsure: how far a party's share in a seat lies from what is known of it, in points.

Measured as standard deviations of the five largest parties, their mean change taken off: 12.3 for the same seats in
Jammu and Kashmir 2008 to 2014, 13.4 and 13.8 in Jharkhand 2009 to 2019, 7.8 in Delhi 2015 to 2020; within
parliamentary constituencies of 2024 from 10.5 to 14.7, within regions to 15.6, within the house to 22.6.
A segment, the same ground at another kind of election, tells as much as the seat itself: from the Lok Sabha of 2024
to the assembly of the same year 11.7 in 72 seats of Jammu and Kashmir, 7.7 in 81 of Jharkhand.
"""


def past_units(record: Record, election: str, earlier: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Choose, for each seat, the contests of an earlier election that say most about it.

    The seat itself, by lineage; else the parliamentary constituency that it is a segment of (that contest, or the
    seats of the earlier house that carry on into it); else its region; else the whole house.

    Returns: `constituency, basis` (a key of `SPREAD`) and `before`, a row a contest of the earlier election.
    """
    seats = record.frame(model.Contest, as_of, election=election).select("constituency").unique(maintain_order=True)
    places = record.frame(model.Constituency, as_of).select("region", "within", constituency="id")
    seats = seats.join(places, on="constituency", how="left")
    held = record.frame(model.Contest, as_of, election=earlier).select(before="constituency").unique()
    own = compared_seats(record, election, earlier, as_of)
    around = _around(seats, own, held)
    by_region = _of_region(seats, places, held)
    chosen = [own.select("constituency", "basis", "before")]
    for frame in (around, by_region, _of_house(seats, held)):
        known = pl.concat(chosen).select("constituency").unique()
        chosen.append(frame.join(known, on="constituency", how="anti").select("constituency", "basis", "before"))
    return pl.concat(chosen)


def _around(seats: pl.DataFrame, own: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    direct = seats.join(held, left_on="within", right_on="before").select("constituency", before="within")
    # the earlier seats that carry on into neighbours within the same parliamentary constituency
    siblings = own.join(seats.select("constituency", "within"), on="constituency").select("within", "before").unique()
    through = seats.join(siblings.drop_nulls(), on="within").join(direct, on="constituency", how="anti")
    both = pl.concat([direct, through.select("constituency", "before")])
    return both.with_columns(basis=pl.lit("parliamentary constituency"))


def _of_region(seats: pl.DataFrame, places: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    # a parliamentary constituency lies where most of its segments do
    segments = seats.drop_nulls(["within", "region"]).group_by("within").agg(pl.col("region").mode().sort().first())
    regions = places.select("region", before="constituency").drop_nulls()
    known = pl.concat([regions, segments.select("region", before="within")]).unique("before", keep="first")
    then = held.join(known, on="before")
    return seats.drop_nulls("region").join(then, on="region").with_columns(basis=pl.lit("region"))


def _of_house(seats: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    return seats.join(held, how="cross").with_columns(basis=pl.lit("house"))
