"""Seats of an assembly table, found in the record by number and checked by name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl
from rapidfuzz import fuzz

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.known import Known

_RESERVED = re.compile(r"\s*\((SC|ST)\)\s*$", re.IGNORECASE)
_LEAST_LIKENESS = 60
"""In percent. Spellings of one seat differ by less (WAGOORA - KREERI, CHRAR-i- SHARIEF), neighbours by more."""

_NEW_MAPS = {"JK": (dt.date(2022, 5, 20), "2022"), "AS": (dt.date(2023, 8, 11), "2023")}
"""From which day states have a map of their own; the others vote by the Delimitation Order of 2008."""

_MAP_OF_INDIA = "2008"


@dataclass(frozen=True, slots=True)
class PlacedSeats:
    """Constituency ids by number, with statements on those the record does not have."""

    ids: Mapping[int, str]
    statements: tuple[model.Constituency, ...]
    faults: tuple[Fault, ...]


def place_seats(file: str, rows: pl.DataFrame, election: PlacedElection, known: Known) -> PlacedSeats:
    """
    Find the constituencies of one election's rows.

    The record's contests of the election decide, then the house's map on the day of the count. Where
    the record has no seat of the house they are made new.

    Args:
        file: what faults call the file.
        rows: columns `row`, `constituency_no`, `constituency`.
        election: where the rows belong.
        known: what the record knows.
    """
    numbered = rows.group_by("constituency_no", maintain_order=True).agg(
        pl.col("row").first(), pl.col("constituency").first()
    )
    faults = [*_faults_of_two_names(file, rows)]
    held = seats_in_record(election, known)
    if held:
        faults += _faults_of_fit(file, numbered, held, known)
        return PlacedSeats(held, (), tuple(faults))
    new = [new_seat(number, printed, election) for number, _, printed in numbered.iter_rows()]
    return PlacedSeats({seat.number: seat.id for seat in new}, tuple(new), tuple(faults))


def seats_in_record(election: PlacedElection, known: Known) -> dict[int, str]:
    """Give the ids of an election's seats by number: those it is held in, else the house's on the day of the count."""
    day = pl.lit(election.day)
    of_house = known.constituencies.filter(
        pl.col("house") == election.house,
        pl.col("valid_from").is_null() | (pl.col("valid_from") <= day),
        pl.col("valid_to").is_null() | (pl.col("valid_to") >= day),
    )
    contested = known.contests.filter(pl.col("election") == election.id)
    if election.code is not None:
        # numbers of the Lok Sabha's seats start anew in each state, whose code stands before them in ids
        in_state = rf"\.{election.code}-\d+$"
        of_house = of_house.filter(pl.col("id").str.contains(in_state))
        contested = contested.filter(pl.col("constituency").str.contains(in_state))
    latest = of_house.filter(pl.col("delimitation") == _latest(of_house["delimitation"].unique().to_list()))
    return dict(latest.select("number", "id").iter_rows()) | dict(
        contested.select("number", "constituency").iter_rows()
    )


def _latest(delimitations: list[str]) -> str:
    # a map of before a state was divided ends in a word, and is older than the one of the same year
    return max(delimitations, key=lambda name: (name[:4], len(name) == 4), default="")


def _faults_of_two_names(file: str, rows: pl.DataFrame) -> Iterator[Fault]:
    first: dict[int, str] = {}
    told: set[int] = set()
    for row, number, printed in rows.select("row", "constituency_no", "constituency").iter_rows():
        other = first.setdefault(number, printed)
        if number not in told and spelling_key(other) != spelling_key(printed):
            told.add(number)
            problem = f"seat {number} is {other!r} in a row above"
            yield Fault(
                file=file, row=row, column="constituency", value=printed, problem=problem, cure="Correct the number."
            )


def _faults_of_fit(file: str, numbered: pl.DataFrame, held: Mapping[int, str], known: Known) -> Iterator[Fault]:
    for number, row, printed in numbered.iter_rows():
        fault = fault_of_fit(file, row, number, printed, held, known)
        if fault is not None:
            yield fault


def fault_of_fit(
    file: str, row: int | None, number: int, printed: str | None, held: Mapping[int, str], known: Known
) -> Fault | None:
    """Say what is wrong with a seat's number, or with its name under that number; None where nothing is."""
    if number not in held:
        problem = f"the record has no seat of this number; it has {min(held)} to {max(held)}"
        cure = "Correct it, or load the pack with this election's map."
        return Fault(file=file, row=row, column="constituency_no", value=str(number), problem=problem, cure=cure)
    names = known.seat_names[held[number]]
    if printed is not None and not any(are_alike(printed, name) for name in names):
        problem = f"seat {number} is {names[0]} in the record"
        cure = "Check that the file and the record follow the same delimitation."
        return Fault(file=file, row=row, column="constituency", value=printed, problem=problem, cure=cure)
    return None


def are_alike(one: str, other: str) -> bool:
    """Tell whether two names may be spellings of one seat, `(SC)` and `(ST)` left aside."""
    plain, other_plain = (spelling_key(_RESERVED.sub("", name)) for name in (one, other))
    return fuzz.ratio(plain, other_plain) >= _LEAST_LIKENESS


def new_seat(number: int, printed: str, election: PlacedElection) -> model.Constituency:
    """Make a seat of an assembly that the record has no seats of, on the map in force on the day of the count."""
    since, own_map = _NEW_MAPS.get(election.territory.removeprefix("in-").upper(), (dt.date.max, ""))
    delimitation = own_map if election.day >= since else _MAP_OF_INDIA
    reserved = _RESERVED.search(printed)
    return model.Constituency(
        id=f"{election.house}.{delimitation}.{number}",
        house=election.house,
        delimitation=delimitation,
        number=number,
        name=_RESERVED.sub("", printed).strip().title(),
        official_name=printed.strip(),
        territory=election.territory,
        reservation=reserved[1].upper() if reserved else "GEN",
        known_at=election.known_at,
        source=election.source,
    )
