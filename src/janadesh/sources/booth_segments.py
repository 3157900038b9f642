"""
Lok Sabha votes by assembly segment: one JSON file a state, machine votes of each candidate in each segment.

A segment is kept like one large polling station, under the station `all`. The file names segments and does not number
them; they are found among the assembly constituencies that the record has within the same Lok Sabha seat. Published by
https://github.com/ElectionLens/ElectionLens; postal votes and NOTA's place on the ballot are not in it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl
from rapidfuzz import fuzz
from rapidfuzz import process

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.sources.booth_table import STATION_SCHEMA
from janadesh.sources.booth_table import VOTE_SCHEMA
from janadesh.sources.booth_table import Ballot
from janadesh.sources.booth_table import BoothTable
from janadesh.sources.booth_table import OnBallot

MARK = '"acWiseVotes"'
"""What tells this layout from others."""

WHOLE = "all"
"""The station that stands for all stations of a segment."""

_LEAST_LIKENESS = 75


def segments_table(file: str, content: bytes) -> BoothTable:
    """
    Read votes by segment as one station a segment, whose `name` is the segment's and whose number is unknown.

    Raises: Refused, where it is no JSON of this layout.
    """
    try:
        seats = list(json.loads(content).values())
        ballots = tuple(_ballot(file, place, seat) for place, seat in enumerate(seats))
        votes = [
            (ballot, None, str(part["acName"]), candidate, int(part["votes"]))
            for ballot, seat in enumerate(seats)
            for candidate, one in enumerate(seat["candidates"])
            for part in one.get("acWiseVotes") or ()
        ]
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        problem = f"it is no table of votes by segment ({type(error).__name__}: {error})"
        raise Refused(file, [Fault(file=file, problem=problem, cure="Give the file as published.")]) from None
    frame = pl.DataFrame(votes, schema=VOTE_SCHEMA, orient="row")
    named = frame.unique(["ballot", "station"], maintain_order=True).select("ballot", "segment", "station")
    rows = pl.int_range(1, pl.len() + 1).alias("row")
    empty = [pl.lit(None, dtype=t).alias(n) for n, t in STATION_SCHEMA.items() if n not in named.columns]
    stations = named.with_columns(empty).with_columns(rows, name=pl.col("station"))
    without = set(range(len(ballots))) - set(frame["ballot"])
    told = tuple(_untold(ballots[place]) for place in sorted(without))
    return BoothTable(
        file=file,
        ballots=ballots,
        stations=stations.select(pl.col(name).cast(dtype) for name, dtype in STATION_SCHEMA.items()),
        votes=frame,
        told=told,
    )


def with_segment_numbers(
    table: BoothTable, election: str, constituencies: Mapping[int, str], day: dt.date, record: Record
) -> BoothTable:
    """
    Number the stations that stand for whole segments, by the names of the assembly constituencies within their seat.

    What no constituency is alike (segments of migrants, say) keeps its name and no number, and is told. So does
    what the record holds without a number already: its votes are there, and would else be there twice.

    Args:
        table: of any layout; those whose stations have numbers of their own are given back as they are.
        election: the election's id.
        constituencies: ids of Lok Sabha seats by ballot.
        day: of the poll, which decides on the map of constituencies.
        record: holds the assembly constituencies.
    """
    if table.stations["segment"].null_count() < table.stations.height or table.stations.is_empty():
        return table
    places = record.frame(model.Constituency, within=list(constituencies.values())).filter(
        pl.col("valid_from").is_null() | (pl.col("valid_from") <= day),
        pl.col("valid_to").is_null() | (pl.col("valid_to") >= day),
    )
    held = record.frame(model.PollingStation, election=election, constituency=list(constituencies.values()))
    without_number = set(held.filter(pl.col("segment").is_null()).select("constituency", "station").iter_rows())
    told: list[Fault] = []
    numbers: list[tuple[int, str, int]] = []
    for ballot, seat in constituencies.items():
        named = table.stations.filter(pl.col("ballot") == ballot)["station"].to_list()
        there = dict(places.filter(pl.col("within") == seat).select("number", "name").iter_rows())
        found = _numbers([name for name in named if (seat, name) not in without_number], there)
        numbers += [(ballot, name, number) for name, number in found.items()]
        told += [_unnumbered(table.file, seat, name) for name in named if name not in found]
    schema = {"ballot": pl.Int64, "station": pl.String, "number": pl.Int64}
    known = pl.DataFrame(numbers, schema=schema, orient="row")
    return replace(
        table,
        stations=_numbered(table.stations, known),
        votes=_numbered(table.votes, known),
        told=(*table.told, *told),
    )


def _numbered(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    found = rows.join(known, on=["ballot", "station"], how="left", maintain_order="left")
    whole = pl.when(pl.col("number").is_not_null()).then(pl.lit(WHOLE)).otherwise("station")
    return found.with_columns(segment="number", station=whole).select(rows.columns)


def _numbers(named: list[str], there: Mapping[int, str]) -> dict[str, int]:
    """Give each name the number of the constituency that it is most like; the likest pairs first, each number once."""
    keys = {number: spelling_key(name) for number, name in there.items()}
    pairs = [
        (likeness, name, number)
        for name in named
        for _, likeness, number in process.extract(
            spelling_key(name), keys, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS, limit=3
        )
    ]
    found: dict[str, int] = {}
    for _, name, number in sorted(pairs, key=lambda pair: -pair[0]):
        if name not in found and number not in found.values():
            found[name] = number
    return found


def _ballot(file: str, place: int, seat: Mapping[str, Any]) -> Ballot:
    candidates = tuple(OnBallot(name=str(one["name"]), party=str(one["party"])) for one in seat["candidates"])
    return Ballot(
        candidates=candidates,
        row=place + 1,
        file=file,
        number=int(seat["constituencyNo"]),
        name=str(seat["constituencyName"]),
    )


def _untold(ballot: Ballot) -> Fault:
    problem = "no segment of it has votes; the seat is set aside"
    return Fault(file=ballot.file, row=ballot.row, value=ballot.name, problem=problem)


def _unnumbered(file: str, seat: str, name: str) -> Fault:
    problem = f"the record has no assembly constituency of this name within {seat}; its votes are kept without a number"
    return Fault(file=file, value=name, problem=problem)
