"""What a Lok Sabha table says, once its seats are placed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.moments import read_moment
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_of
from janadesh.sources.known import known
from janadesh.sources.lokdhaba_houses import past_places
from janadesh.sources.lokdhaba_places import LOK_SABHA
from janadesh.sources.party_names import resolve_parties

INDIA = "Asia/Kolkata"
COUNTED = {2014: dt.date(2014, 5, 16), 2019: dt.date(2019, 5, 23), 2024: dt.date(2024, 6, 4)}
"""Days of the count, by the Commission's schedules."""

_PLACE = ["election", "constituency"]
_KINDS = ("evm", "postal", "migrant")


def statements_of(
    file: str, rows: pl.DataFrame, year: int, record: Record, known_at: Moment | None = None
) -> Statements:
    """
    Make the statements of a Lok Sabha result.

    A contest whose candidates the record has from another source keeps its numbering: the votes by kind
    are stated for the candidates found there by votes, and what adds nothing is told and left out.

    Args:
        file: what faults call the file.
        rows: `row`, `constituency`, `candidate`, `party`, `total`, `is_nota`, `uncontested`, and where known
            `serial`, `evm`, `postal`, `migrant`, `territory`, `delimitation`, `number`, `seat_name`.
        year: the year of the election.
        record: what is already known.
        known_at: when it was published; where None the end of the day of the count.
    """
    election = f"in-ls-{year}"
    when = read_moment(known_at or COUNTED[year], INDIA)
    source = _source(year)
    said: dict[str, Any] = {"election": pl.lit(election), "known_at": pl.lit(when), "source": pl.lit(source.id)}
    rows = _numbered(rows.with_columns(**said).with_columns(_empty_where_missing(rows)))
    held = record.frame(model.Candidacy, election=election).filter(pl.col("source") != source.id)
    there = rows.join(held.select(_PLACE).unique(), on=_PLACE, how="semi")
    new = rows.join(held.select(_PLACE).unique(), on=_PLACE, how="anti", maintain_order="left")
    tallies, told = _by_held_numbers(file, there, record, election, source.id)
    printed = new.filter(~pl.col("is_nota"))["party"]
    parties = resolve_parties(printed, known(record), when, source.id)
    new = new.with_columns(
        party=pl.col("party").replace_strict(dict(parties.ids), default=None, return_dtype=pl.String)
    )
    frames: dict[type[model.Noun], pl.DataFrame] = {
        model.Source: frame_of(model.Source, [source]),
        **_places(new, record, source.id),
        model.Party: frame_of(model.Party, parties.parties),
        model.Name: frame_of(model.Name, parties.spellings),
        model.Election: frame_of(model.Election, _elections(record, election, year, when, source.id)),
        **_results(new),
    }
    frames[model.Tally] = pl.concat([frames[model.Tally], tallies])
    # a load with candidacies must have one for each tally; one that the record holds is not kept twice
    frames[model.Candidacy] = pl.concat([frames[model.Candidacy], _of_tallies(tallies, held)])
    return Statements(file, frames, set_aside=tuple(told))


def _of_tallies(tallies: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    who = [*_PLACE, "serial"]
    return conformed(model.Candidacy, held.join(tallies.select(who), on=who, how="semi", maintain_order="left"))


def _source(year: int) -> model.Source:
    return model.Source(
        id=f"eci-parliament-{year}",
        title=f"General election to the Lok Sabha, {year}: votes by candidate",
        publisher="Election Commission of India",
        kind="official",
        published=COUNTED[year],
    )


def _empty_where_missing(rows: pl.DataFrame) -> list[pl.Expr]:
    return [pl.lit(None, dtype=pl.Int64).alias(name) for name in (*_KINDS, "serial") if name not in rows.columns]


def _numbered(rows: pl.DataFrame) -> pl.DataFrame:
    by_votes = pl.col("total").fill_null(0).rank("ordinal", descending=True).over(*_PLACE, "is_nota").cast(pl.Int64)
    return rows.with_columns(
        serial_kind=pl.when(pl.col("serial").is_null()).then(pl.lit("list")).otherwise(pl.lit("ballot")),
        serial=pl.when("is_nota").then(model.NOTA).otherwise(pl.coalesce("serial", by_votes)),
    )


def _elections(record: Record, election: str, year: int, when: dt.datetime, source: str) -> Iterator[dict[str, Any]]:
    held = record.frame(model.Election, id=election)
    if held.is_empty():
        name = f"Lok Sabha election, {year}"
        new = {"id": election, "name": name, "house": LOK_SABHA, "year": year, "time_zone": INDIA}
        yield new | {"kind": "general", "known_at": when, "source": source}
    elif held["territory"][0] is not None:
        # until now the record had a part of the country only
        yield held.row(0, named=True) | {"territory": None, "known_at": when, "source": source, "note": None}


def _places(rows: pl.DataFrame, record: Record, source: str) -> dict[type[model.Noun], pl.DataFrame]:
    if "delimitation" not in rows.columns:
        return {}
    held = frozenset(record.frame(model.House)["id"]) | frozenset(record.frame(model.Territory)["id"])
    seats = rows.unique("constituency", keep="first", maintain_order=True).join(
        record.frame(model.Constituency), left_on="constituency", right_on="id", how="anti"
    )
    new = seats.with_columns(
        id="constituency",
        house=pl.lit(LOK_SABHA),
        name=pl.col("seat_name").str.strip_chars().str.to_titlecase(),
        official_name="seat_name",
        note=pl.lit("The source does not say whether it is reserved"),
    )
    return {
        **past_places(rows.with_columns(house=pl.lit(LOK_SABHA)), held, source),
        model.Constituency: conformed(model.Constituency, new),
    }


def _results(rows: pl.DataFrame) -> dict[type[model.Noun], pl.DataFrame]:
    candidates = rows.filter(~pl.col("is_nota"))
    first = pl.col("total").max().over(_PLACE)
    winners = candidates.filter(
        pl.col("uncontested") | ((pl.col("total") == first) & ((pl.col("total") == first).sum().over(_PLACE) == 1))
    )
    outcome = pl.when("uncontested").then(pl.lit("uncontested"))
    return {
        model.Contest: conformed(model.Contest, rows.unique(_PLACE, keep="first", maintain_order=True)),
        model.Candidacy: conformed(model.Candidacy, candidates.with_columns(name="candidate", status=outcome)),
        model.Tally: conformed(model.Tally, rows.filter(~pl.col("uncontested"))),
        model.Declaration: conformed(
            model.Declaration, winners.with_columns(winner="serial", status=outcome.otherwise(pl.lit("declared")))
        ),
    }


def _by_held_numbers(
    file: str, rows: pl.DataFrame, record: Record, election: str, source: str
) -> tuple[pl.DataFrame, list[Fault]]:
    """Give votes by kind the numbers under which the record has their candidates, found by equal votes."""
    tallies = record.frame(model.Tally, election=election).filter(pl.col("source") != source)
    known_kinds = pl.any_horizontal(pl.col(name).is_not_null() for name in _KINDS)
    once = pl.len().over("constituency", "total") == 1
    by_votes = tallies.filter(once).select("constituency", "total", known_serial="serial", has_kinds=known_kinds)
    matched = rows.filter(once | (pl.col("is_nota"))).join(by_votes, on=["constituency", "total"], how="inner")
    complete = matched.filter(known_kinds & ~pl.col("has_kinds")).with_columns(serial="known_serial")
    stated = complete.select("constituency").unique()
    told = []
    for row in rows.unique("constituency", keep="first", maintain_order=True).iter_rows(named=True):
        seat = row["constituency"]
        extra = "its votes by kind are added where votes agree" if seat in stated["constituency"] else "it stays"
        problem = f"who stood in {seat} in {election} is in the record by another source; {extra}"
        told.append(Fault(file=file, row=row["row"], value=row["seat_name"], problem=problem))
    return conformed(model.Tally, complete), told
