"""Results of made-up elections, as large as wanted, for benchmarks that need no data beside the checkout."""

from __future__ import annotations

import datetime as dt

import polars as pl

from janadesh import model
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed

KNOWN_AT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
SAID = {"known_at": pl.lit(KNOWN_AT), "source": pl.lit("archive")}


def made_up(elections: int, seats: int = 125, candidates: int = 10) -> Statements:
    """Give elections to one house with a final tally for every candidate: `elections * seats * candidates` tallies."""
    held = pl.DataFrame({"election": [f"in-election-{number}" for number in range(elections)]})
    places = pl.DataFrame({"constituency": [f"in-assembly.2008.{number}" for number in range(1, seats + 1)]})
    serials = pl.DataFrame({"serial": range(1, candidates + 1)})
    number = pl.int_range(pl.len())
    frames = {
        model.Source: pl.DataFrame({"id": ["archive"], "title": ["Made up"], "publisher": ["-"], "kind": ["derived"]}),
        model.Territory: pl.select(id=pl.lit("in"), name=pl.lit("India"), status=pl.lit("country"), **SAID),
        model.House: pl.select(
            id=pl.lit("in-house"),
            name=pl.lit("House"),
            territory=pl.lit("in"),
            kind=pl.lit("assembly"),
            elected_seats=pl.lit(seats),
            **SAID,
        ),
        model.Election: held.select(
            id="election", name="election", house=pl.lit("in-house"), year=pl.lit(2000), **SAID
        ),
        model.Constituency: places.select(
            id="constituency",
            house=pl.lit("in-house"),
            delimitation=pl.lit("2008"),
            number=number + 1,
            name="constituency",
            official_name="constituency",
            territory=pl.lit("in"),
            **SAID,
        ),
        model.Tally: held.join(places, how="cross")
        .join(serials, how="cross")
        .with_columns(total=number * 7919 % 90_000, **SAID),
    }
    return Statements("made up", {noun: conformed(noun, frame) for noun, frame in frames.items()})


def rounds_of(statements: Statements, election: str, rounds: int) -> Statements:
    """Give an election's tallies counted again in rounds, a minute apart."""
    first = statements.frames[model.Tally].filter(pl.col("election") == election)
    counted = [
        first.with_columns(
            known_at=pl.lit(KNOWN_AT + dt.timedelta(days=1, minutes=number)).cast(first.schema["known_at"]),
            total=pl.col("total") + number,
            round=pl.lit(number, dtype=pl.Int64),
        )
        for number in range(1, rounds + 1)
    ]
    return Statements("a count", {model.Tally: pl.concat(counted)})
