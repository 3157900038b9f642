"""Polling stations of a contest: who was ahead in each, and whether they add up to the contest's votes."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.segment_votes import counted_once
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.sources.booth_segments import WHOLE

_STATION = ["election", "constituency", "segment", "station"]


def station_results(
    record: Record, election: str, constituency: str, as_of: Moment | None = None, *, segment: int | None = None
) -> pl.DataFrame:
    """
    Give each polling station of a contest, in the order of segments and of the list of stations.

    Returns: `election, constituency, segment, station, station_name, electors, voters, rejected, tendered`, and
    of the votes on its machines `candidates_votes` (NOTA left out), `nota`, `first` (the candidate with most),
    `first_votes` and `lead` over the second, both null where nobody has votes. Null is unknown.
    """
    place = {"election": election, "constituency": constituency}
    narrowed = place if segment is None else {**place, "segment": segment}
    stations = record.frame(model.PollingStation, as_of, **narrowed).rename({"name": "station_name"})
    votes = record.frame(model.StationTally, as_of, **narrowed)
    names = record.frame(model.Candidacy, as_of, **place).select("serial", first="name")
    is_nota = pl.col("serial") == model.NOTA
    ahead = pl.col("votes").filter(~is_nota).sort(descending=True)
    by_station = votes.group_by(_STATION).agg(
        candidates_votes=pl.col("votes").filter(~is_nota).sum(),
        nota=pl.col("votes").filter(is_nota).first(),
        serial=pl.col("serial").filter(~is_nota).sort_by(pl.col("votes").filter(~is_nota), descending=True).first(),
        first_votes=ahead.first(),
        lead=ahead.first() - ahead.get(1, null_on_oob=True),
    )
    any_votes = pl.col("first_votes") > 0
    joined = stations.join(by_station, on=_STATION, how="left", nulls_equal=True).join(names, on="serial", how="left")
    number = pl.col("station").str.extract(r"(\d+)").cast(pl.Int64)
    return joined.sort("segment", number, "station", nulls_last=True).select(
        *_STATION,
        "station_name",
        "electors",
        "voters",
        "rejected",
        "tendered",
        "candidates_votes",
        "nota",
        *(pl.when(any_votes).then(name).alias(name) for name in ("first", "first_votes", "lead")),
    )


def station_sums(
    record: Record, election: str, constituency: str, as_of: Moment | None = None, *, segment: int | None = None
) -> pl.DataFrame:
    """
    Add up the votes of polling stations for each candidate and NOTA, and compare them with the contest's.

    Stations have votes on machines only, so the sum is compared with EVM votes; `total` stands beside it where
    EVM and postal votes are not told apart. Of a single segment the contest's votes are not known. Where there are
    both the stations of a segment and, by another source, their sum, it is the stations that are added.

    Returns: `constituency, serial, name, stations, stations_sum, evm, total, difference` (sum less EVM votes, null
    where these are unknown), in the order of serials, NOTA last. `stations` is how many stations have votes for them,
    0 where only sums of segments are known.
    """
    place = {"election": election, "constituency": constituency}
    votes = record.frame(model.StationTally, as_of, **place, **({} if segment is None else {"segment": segment}))
    added = (
        counted_once(votes)
        .group_by("constituency", "serial")
        .agg(stations=(pl.col("station") != WHOLE).sum().cast(pl.Int64), stations_sum=pl.col("votes").sum())
    )
    names = record.frame(model.Candidacy, as_of, **place).select("constituency", "serial", "name")
    tallies = record.frame(model.Tally, as_of, **place).select("constituency", "serial", "evm", "total")
    if segment is not None:
        tallies = tallies.with_columns(evm=pl.lit(None, dtype=pl.Int64), total=pl.lit(None, dtype=pl.Int64))
    is_nota = pl.col("serial") == model.NOTA
    return (
        added.join(names, on=["constituency", "serial"], how="left")
        .join(tallies, on=["constituency", "serial"], how="left")
        .with_columns(
            name=pl.when(is_nota).then(pl.lit("NOTA")).otherwise("name"),
            difference=pl.col("stations_sum") - pl.col("evm"),
        )
        .sort(is_nota, "serial")
        .select("constituency", "serial", "name", "stations", "stations_sum", "evm", "total", "difference")
    )
