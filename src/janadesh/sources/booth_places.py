"""Which contest a booth table's ballot is of: by the constituency's number and name, else by who stands on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl
from rapidfuzz import fuzz

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.sources.booth_table import Ballot
from janadesh.sources.booth_table import BoothTable
from janadesh.sources.candidates_by_name import Printed
from janadesh.sources.candidates_by_name import serials_of
from janadesh.sources.lokdhaba_places import LOK_SABHA

_LEAST_LIKENESS = 70
_ENOUGH_CANDIDATES = 0.7
"""Which part of a ballot's candidates must be found among those of a contest for it to be that contest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedBallots:
    """Constituency ids by ballot, serials by ballot and place on it (where held), and what could not be placed."""

    constituencies: Mapping[int, str]
    serials: Mapping[tuple[int, int], int]
    told: tuple[Fault, ...]


def place_ballots(
    table: BoothTable, election: str, day: dt.date, territory: str | None, record: Record
) -> PlacedBallots:
    """
    Find the contest and the candidates of each ballot.

    Args:
        table: the table.
        election: the Lok Sabha election's id.
        day: the day of its count, which decides on the map of constituencies.
        territory: the state, where the table's name tells; None looks in all.
        record: the record.
    """
    held = _held(record, election)
    seats = _seats(record, day, territory)
    votes = _votes(table)
    constituencies: dict[int, str] = {}
    serials: dict[tuple[int, int], int] = {}
    told: list[Fault] = []
    in_state = {seat: there for seat, there in held.items() if seat in set(seats["id"])}
    by_number = _by_number(table, seats)
    for ballot_number, ballot in enumerate(table.ballots):
        printed = {
            place: Printed(one.name, votes.get((ballot_number, place)))
            for place, one in enumerate(ballot.candidates)
            if not one.is_nota
        }
        seat = by_number.get(ballot_number) if ballot.number is not None else _by_candidates(printed, in_state)
        if seat is None:
            told.append(_unplaced(ballot))
            continue
        constituencies[ballot_number] = seat
        if seat in held:
            found = serials_of(list(printed.values()), held[seat])
            for place, serial in zip(printed, found, strict=True):
                if serial is not None:
                    serials[ballot_number, place] = serial
                else:
                    told.append(_not_held(ballot, printed[place], seat))
    return PlacedBallots(constituencies=constituencies, serials=serials, told=tuple(told))


def _held(record: Record, election: str) -> dict[str, dict[int, Printed]]:
    votes = record.frame(model.Tally, election=election).select(
        "constituency", "serial", counted=pl.coalesce("evm", "total")
    )
    rows = record.frame(model.Candidacy, election=election).join(votes, on=["constituency", "serial"], how="left")
    held: dict[str, dict[int, Printed]] = {}
    for seat, serial, name, counted in rows.select("constituency", "serial", "name", "counted").iter_rows():
        held.setdefault(seat, {})[serial] = Printed(name, counted)
    return held


def _seats(record: Record, day: dt.date, territory: str | None) -> pl.DataFrame:
    seats = record.frame(model.Constituency, house=LOK_SABHA).filter(
        pl.col("valid_from").is_null() | (pl.col("valid_from") <= day),
        pl.col("valid_to").is_null() | (pl.col("valid_to") >= day),
    )
    return seats if territory is None else seats.filter(pl.col("territory") == territory)


def _votes(table: BoothTable) -> dict[tuple[int, int], int]:
    summed = table.votes.group_by("ballot", "candidate").agg(pl.col("votes").sum())
    return {(ballot, place): votes for ballot, place, votes in summed.iter_rows()}


def _by_number(table: BoothTable, seats: pl.DataFrame) -> dict[int, str]:
    """Find seats by number and name, in the one state that has most of them."""
    found: dict[str, dict[int, tuple[float, str]]] = {}
    for place, ballot in enumerate(table.ballots):
        named = seats.filter(pl.col("number") == ballot.number) if ballot.number is not None else seats.clear()
        for seat, name, territory in named.select("id", "name", "territory").iter_rows():
            likeness = fuzz.ratio(spelling_key(name), spelling_key(ballot.name or ""))
            best = found.setdefault(territory, {}).get(place, (0.0, ""))
            if likeness >= _LEAST_LIKENESS and likeness >= best[0]:
                found[territory][place] = (likeness, seat)
    most = max(
        found.values(), key=lambda of_state: (len(of_state), sum(score for score, _ in of_state.values())), default={}
    )
    return {place: seat for place, (_, seat) in most.items()}


def _by_candidates(printed: Mapping[int, Printed], held: Mapping[str, Mapping[int, Printed]]) -> str | None:
    """Find the contest that has nearly all of the candidates, by name alone."""
    names = [Printed(one.name) for one in printed.values()]
    keys = {spelling_key(one.name) for one in names}
    alike = {
        seat: len(keys & {spelling_key(one.name) for one in standing.values()})
        for seat, standing in held.items()
        # a first look, so that names are compared letter by letter with few contests only
        if abs(len(standing) - len(names)) <= max(2, len(names) // 4)
    }
    best: tuple[float, str | None] = (0.0, None)
    for seat in sorted(alike, key=lambda seat: -alike[seat])[:5]:
        standing = {serial: Printed(one.name) for serial, one in held[seat].items()}
        found = sum(serial is not None for serial in serials_of(names, standing))
        best = max(best, (found / max(len(names), 1), seat), key=lambda one: one[0])
    return best[1] if best[0] >= _ENOUGH_CANDIDATES else None


def _unplaced(ballot: Ballot) -> Fault:
    if ballot.number is not None:
        problem = f"the record knows no Lok Sabha seat {ballot.number} of this name; its stations are set aside"
        return Fault(file=ballot.file, row=ballot.row, value=ballot.name, problem=problem, cure="Load `india` first.")
    problem = "no contest of the record has these candidates; its stations are set aside"
    cure = "Load the election's results by candidate first."
    return Fault(file=ballot.file, row=ballot.row, value=ballot.candidates[0].name, problem=problem, cure=cure)


def _not_held(ballot: Ballot, printed: Printed, seat: str) -> Fault:
    problem = f"the record has no such candidate in {seat}; the votes are set aside"
    return Fault(file=ballot.file, row=ballot.row, value=printed.name, problem=problem)
