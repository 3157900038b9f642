"""
Contests of a count feed: which election and seat of the record each row is of.

An address of the election authority's site tells the election and the state's code, and is trusted over what a
row names: in one feed the code lost its letter, and the seats of S01 bear the names of those of U01.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.eci_page import Page
from janadesh.sources.eci_page_names import STATEWISE
from janadesh.sources.eci_page_names import ElectionName
from janadesh.sources.eci_page_names import election_of_folder
from janadesh.sources.eci_page_places import PlacedSeat
from janadesh.sources.eci_page_places import Places
from janadesh.sources.eci_page_tree import INDIA
from janadesh.sources.known import Known

_TELLING = ("told_election", "folder", "state_code", "state", "house", "seat_number", "seat")
_TEXT = ("told_election", "page", "letter", "code", "state", "seat")
_NUMBERS = ("pc", "ac", "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRows:
    """
    Rows of a feed with the contest they are of.

    - `rows`: those placed, with `election`, `constituency`, `printed_territory`.
    - `elections`: where they belong, by id.
    - `seats`: seats that the record does not have.
    - `faults`: one for each row that could not be placed.
    """

    rows: pl.DataFrame
    elections: Mapping[str, PlacedElection]
    seats: tuple[model.Constituency, ...]
    faults: tuple[Fault, ...]


def place_rows(rows: pl.DataFrame, record: Record, known: Known) -> PlacedRows:
    """
    Find the election and seat of each row.

    Args:
        rows: as `count_feed_columns.typed` gives them.
        record: the record.
        known: what it knows.
    """
    told = _what_is_told(rows)
    different = told.group_by(_TELLING, maintain_order=True).agg(pl.col("at").min())
    places = Places(record, known)
    begin: dt.datetime = rows["at"].min()  # type: ignore[assignment]
    placed: list[dict[str, Any]] = []
    elections: dict[str, PlacedElection] = {}
    seats: dict[str, model.Constituency] = {}
    in_record = _elections_of_record(record, known, begin)
    for one in different.iter_rows(named=True):
        found = _place(one, places, in_record, begin)
        row = {name: one[name] for name in _TELLING}
        if isinstance(found, Fault):
            placed.append(row | {"problem": found.problem, "cure": found.cure, "value": found.value})
            continue
        election, seat = found
        elections[election.id] = election
        if seat.new is not None:
            seats[seat.id] = seat.new
        placed.append(row | {"election": election.id, "constituency": seat.id})
    columns = dict[str, pl.DataType](
        dict.fromkeys(("election", "constituency", "problem", "cure", "value"), pl.String())
    )
    table = pl.DataFrame(placed, schema={name: told.schema[name] for name in _TELLING} | columns)
    joined = told.join(table, on=list(_TELLING), how="left", nulls_equal=True, maintain_order="left")
    named = _named(joined["state"], _territory_by_name(record))
    with_state = joined.join(named, on="state", how="left", maintain_order="left")
    return PlacedRows(
        rows=with_state.filter(pl.col("election").is_not_null()).drop("problem", "cure", "value", "folder", "house"),
        elections=elections,
        seats=tuple(seats.values()),
        faults=tuple(_faults(with_state.filter(pl.col("election").is_null()))),
    )


def _what_is_told(rows: pl.DataFrame) -> pl.DataFrame:
    missing = [pl.lit(None, dtype=pl.String).alias(name) for name in _TEXT if name not in rows.columns]
    missing += [pl.lit(None, dtype=pl.Int64).alias(name) for name in _NUMBERS if name not in rows.columns]
    rows = rows.with_columns(missing)
    # addresses repeat row after row, so each different one is looked at once
    pages = (
        rows.select("page")
        .unique()
        .with_columns(
            url_code=pl.col("page").str.extract(r"(?i)wise(?:result)?-?([SU]\d{2})").str.to_uppercase(),
            url_number=pl.col("page")
            .str.extract(r"(?i)(?:constituencywise|candidateswise-|roundwise)[SU]\d{2}(\d{1,3})\.html?")
            .cast(pl.Int64),
            folder=pl.col("page").str.extract(r"(?i)([a-z]*result[a-z]*\d{4})"),
        )
    )
    code = pl.col("code").str.to_uppercase()
    house = (
        pl.when(pl.col("pc").is_not_null())
        .then(pl.lit("parliament"))
        .when(pl.col("ac").is_not_null())
        .then(pl.lit("assembly"))
    )
    return rows.join(pages, on="page", how="left", nulls_equal=True, maintain_order="left").with_columns(
        house=house,
        seat_number=pl.coalesce("url_number", "pc", "ac", "number"),
        state_code=pl.coalesce(
            "url_code",
            pl.when(code.str.contains(r"^[SU]\d{2}$")).then(code),
            pl.col("letter").str.to_uppercase() + pl.col("code").str.zfill(2),
        ),
    )


def _elections_of_record(record: Record, known: Known, begin: dt.datetime) -> dict[str, PlacedElection]:
    """Give the record's elections by id, for rows that say which of them they are of, in whatever country."""
    territories = dict(record.frame(model.House).select("id", "territory").iter_rows())
    held = record.frame(model.Election).select("id", "house", "year", "source").iter_rows(named=True)
    day = begin.astimezone(INDIA).date()
    return {
        one["id"]: PlacedElection(
            id=one["id"],
            house=one["house"],
            territory=territories[one["house"]],
            year=one["year"],
            known_at=begin,
            day=known.count_days.get(one["id"], day),
            source=one["source"],
            statements=(),
        )
        for one in held
        if one["house"] in territories
    }


def _place(
    one: Mapping[str, Any], places: Places, in_record: Mapping[str, PlacedElection], begin: dt.datetime
) -> tuple[PlacedElection, PlacedSeat] | Fault:
    told = in_record.get(one["told_election"] or "")
    if told is not None:
        in_it = places.seat("", None if one["seat"] else one["seat_number"], one["seat"], told)
        return in_it if isinstance(in_it, Fault) else (told, in_it)
    name = election_of_folder(one["folder"] or "")
    coded = one["state_code"] is not None
    page = Page(
        file="",
        kind=STATEWISE,
        content=(),
        state_code=one["state_code"],
        # beside a code the name counts for nothing, and an alarm tells where the two differ
        state=None if coded else one["state"],
        house=name.house if name else one["house"],
        election=name,
    )
    election = places.election(page, begin)
    if isinstance(election, Fault) and name is None and one["house"] is not None:
        day = begin.astimezone(INDIA)
        general = ElectionName(house=one["house"], kind="general", month=day.month, year=day.year)
        election = places.election(replace(page, election=general), begin)
    if isinstance(election, Fault):
        return election
    printed = None if one["seat_number"] is not None else one["seat"]
    seat = places.seat("", one["seat_number"], printed, election)
    return seat if isinstance(seat, Fault) else (election, seat)


def _territory_by_name(record: Record) -> dict[str, str]:
    other = record.frame(model.Name, noun="territory").select("name", "of").rows()
    own = record.frame(model.Territory).select("name", "id").rows()
    return {spelling_key(name): territory for name, territory in [*other, *own]}


def _named(states: pl.Series, by_key: Mapping[str, str]) -> pl.DataFrame:
    printed = states.drop_nulls().unique().to_list()
    found = [_territory(name, by_key) for name in printed]
    return pl.DataFrame(
        {"state": printed, "printed_territory": found}, schema={"state": pl.String, "printed_territory": pl.String}
    )


def _territory(name: str, by_key: Mapping[str, str]) -> str | None:
    key = spelling_key(name)
    if key in by_key:
        return by_key[key]
    # ANDAMAN & NICOBAR for the islands, NCT OF DELHI for Delhi
    near = {territory for other, territory in by_key.items() if key and (other.startswith(key) or key.endswith(other))}
    return near.pop() if len(near) == 1 else None


def _faults(rows: pl.DataFrame) -> Iterator[Fault]:
    for row in rows.select("file", "row", "problem", "cure", "value", "state", "seat").iter_rows(named=True):
        value = row["value"] or " ".join(filter(None, (row["state"], row["seat"]))) or None
        yield Fault(file=row["file"], row=row["row"], problem=row["problem"], value=value, cure=row["cure"])
