"""What a parliamentary election's polling stations tell of assembly constituencies: votes by segment."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.sources.booth_segments import WHOLE


def counted_once(stations: pl.DataFrame) -> pl.DataFrame:
    """Leave out the sum of a segment where its stations are there, too: two sources then tell of the same votes."""
    by_stations = (pl.col("station") != WHOLE).any().over("constituency", "segment")
    return stations.filter(~((pl.col("station") == WHOLE) & by_stations))


def votes_of_segments(stations: pl.DataFrame) -> pl.DataFrame:
    """
    Add up station tallies by segment: `constituency, segment, serial, votes`; NOTA's as any other.

    Where there are both the stations of a segment and, by another source, their sum, it is the stations that are added.
    """
    return counted_once(stations).group_by("constituency", "segment", "serial").agg(pl.col("votes").sum())


def segment_votes(record: Record, election: str, parliament: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Add up, for each constituency of an assembly election, the machine votes that a parliamentary one counted there.

    A constituency is the segment of its number within its parliamentary constituency (`Constituency.within`).
    Postal votes belong to no station and are not in it, nor are NOTA's. Where the record has both the stations of a
    segment and, by another source, their sum, it is the stations that are added up.

    Returns: `constituency, serial, party, counted`, a row a candidacy; none where the record has no stations.
    """
    seats = record.frame(model.Contest, as_of, election=election).select("constituency").unique(maintain_order=True)
    places = record.frame(model.Constituency, as_of).select("number", "within", constituency="id")
    stations = record.frame(model.StationTally, as_of, election=parliament).filter(
        pl.col("segment").is_not_null(), pl.col("serial") != model.NOTA
    )
    parties = record.frame(model.Candidacy, as_of, election=parliament).select("serial", "party", within="constituency")
    counted = votes_of_segments(stations).rename({"votes": "counted"})
    return (
        seats.join(places, on="constituency")
        .join(counted, left_on=["within", "number"], right_on=["constituency", "segment"])
        .join(parties, on=["within", "serial"])
        .select("constituency", "serial", "party", "counted")
        .sort("constituency", "serial")
    )
