"""
Assembly results by candidate as JSON, as gathered from results.eci.gov.in by two collections.

- By seat: an object of seat names, each a list of `Candidate`, `Party`, `EVM Votes`, `Postal Votes`, `Total Votes`,
  in the order of the ballot (Karnataka 2023). Numbers are in `constituencyList.json` beside it, an object of
  number to name; without it seats are found by name.
- By candidate: a list of seats, each a list of `state_name`, `constituency_code`, `sl_no`, `candidate_name`,
  `party_name`, `evm_votes`, `postal_votes` (Andhra Pradesh, Arunachal Pradesh and Odisha 2019).

Neither says in which year; see `eci_untold`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.candidates_by_name import Printed
from janadesh.sources.candidates_by_name import serials_of
from janadesh.sources.eci_assembly_results import results
from janadesh.sources.eci_elections import place_election
from janadesh.sources.eci_untold import election_year
from janadesh.sources.eci_untold import placed_seats
from janadesh.sources.eci_untold import state_in_name
from janadesh.sources.eci_untold import state_of_seats
from janadesh.sources.known import Known
from janadesh.sources.known import known
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import UnreadableFile
from janadesh.sources.text_file import decoded
from janadesh.sources.text_file import read_text
from janadesh.sources.text_table import unpacked_bytes

MOST_BYTES = 50 * MEGABYTE
NUMBERS = "constituencyList.json"
_BY_SEAT = ("Candidate", "Party", "EVM Votes", "Postal Votes", "Total Votes")
_BY_CANDIDATE = ("state_name", "constituency_name", "constituency_code", "sl_no", "candidate_name", "evm_votes")
_HEAD = 2000
_MOST_DIGITS = 18
_SCHEMA: dict[str, type[pl.DataType]] = {
    "row": pl.Int64,
    "state": pl.String,
    "constituency_no": pl.Int64,
    "constituency": pl.String,
    "serial_no": pl.Int64,
    "candidate": pl.String,
    "party": pl.String,
    "evm_votes": pl.Int64,
    "postal_votes": pl.Int64,
    "printed_total": pl.Int64,
}


def matches(head: str) -> bool:
    """Tell from a file's first characters whether it is one of the two."""
    start = head[:_HEAD].lstrip()
    if start.startswith("{"):
        return all(f'"{key}"' in start for key in _BY_SEAT)
    return start.startswith("[") and all(f'"{key}"' in start for key in _BY_CANDIDATE)


def read_eci_assembly_json(path: Path, record: Record, known_at: Moment | None = None) -> Statements:
    """
    Read assembly results into statements on parties, contests, candidacies, tallies and winners.

    Where the record has the candidates of a seat from another source they keep their serials.

    Args:
        path: the file, plain or gzip-compressed.
        record: what ids and serials are taken from; it is not changed.
        known_at: when the results were published; where None the end of the day of the count.

    Returns: statements; `set_aside` tells rows that could not be placed.
    Raises: Refused, where it is no such JSON, or election or seats cannot be placed.
    """
    what_is_known = known(record)
    rows, told = _rows(path, _content(path), what_is_known)
    frames: dict[type[model.Noun], list[model.Noun]] = {}
    for (state,), of_state in rows.group_by("state", maintain_order=True):
        said, faults = _of_state(path, str(state), of_state, record, what_is_known, known_at)
        told += faults
        for noun in said:
            frames.setdefault(type(noun), []).append(noun)
    stated = {noun: frame_of(noun, nouns) for noun, nouns in frames.items()}
    if model.Party in stated:
        # two states may have the same new party
        stated[model.Party] = stated[model.Party].unique("id", keep="first", maintain_order=True)
    return Statements(path.name, stated, set_aside=tuple(told))


def _content(path: Path) -> Any:
    try:
        return json.loads(decoded(unpacked_bytes(path, MOST_BYTES, "Split it by state."), path.name))
    except (ValueError, RecursionError) as error:
        raise Refused(path.name, [Fault(file=path.name, problem=f"this is not JSON: {error}")]) from None


def _rows(path: Path, content: Any, known: Known) -> tuple[pl.DataFrame, list[Fault]]:
    told: list[Fault] = []
    try:
        if isinstance(content, dict):
            numbers = _numbers(path)
            state = _state(path, numbers, known)
            listed = [*_by_seat(content, numbers or _numbers_held(state, known), state)]
        else:
            states = {spelling_key(territory.name): place for place, territory in known.territories.items()}
            listed = [*_by_candidate(content, states)]
            told += [
                Fault(file=path.name, row=place, problem="this seat has no candidates and is left out")
                for place, seat in enumerate(content, start=1)
                if not seat
            ]
    except (KeyError, TypeError, AttributeError) as error:
        problem = f"it lacks what such a table has ({error})"
        raise Refused(path.name, [Fault(file=path.name, problem=problem, cure="Give the file as published.")]) from None
    rows = pl.DataFrame(listed, schema=_SCHEMA, orient="row")
    unplaced = rows.filter(pl.any_horizontal(pl.col("state", "constituency_no", "candidate", "party").is_null()))
    told += [
        Fault(file=path.name, row=row["row"], value=row["constituency"], problem="the seat or its state is not known")
        for row in unplaced.iter_rows(named=True)
    ]
    is_nota = pl.col("candidate").str.to_uppercase() == "NOTA"
    kept = rows.filter(pl.all_horizontal(pl.col("state", "constituency_no", "candidate", "party").is_not_null()))
    mistaken = ~is_nota & (pl.col("party").str.to_lowercase() == "none of the above")
    problem = "a candidate's party is printed as None of the Above; the row is set aside"
    told += [
        Fault(file=path.name, row=row["row"], value=row["candidate"], problem=problem)
        for row in kept.filter(mistaken).iter_rows(named=True)
    ]
    kept = kept.filter(~mistaken)
    return kept.with_columns(
        total=pl.coalesce(pl.col("evm_votes") + pl.col("postal_votes"), "printed_total"), is_nota=is_nota
    ), told


def _numbers(path: Path) -> dict[str, int]:
    beside = path.with_name(NUMBERS)
    if not beside.exists():
        return {}
    try:
        listed = json.loads(read_text(beside, MOST_BYTES))
        return {spelling_key(name): int(number) for number, name in listed.items()}
    except (UnreadableFile, ValueError, AttributeError) as error:
        problem = f"this is no list of seats by number: {error}"
        raise Refused(path.name, [Fault(file=NUMBERS, problem=problem, cure="Correct it, or take it away.")]) from None


def _numbers_held(state: str, known: Known) -> dict[str, int]:
    held = known.constituencies.filter(pl.col("house") == f"{state}-assembly").sort("delimitation")
    return {
        spelling_key(name): number
        for seat, number in held.select("id", "number").iter_rows()
        for name in known.seat_names[seat]
    }


def _state(path: Path, numbers: Mapping[str, int], known: Known) -> str:
    schema = {"constituency_no": pl.Int64, "constituency": pl.String}
    seats = pl.DataFrame([(number, name) for name, number in numbers.items()], schema=schema, orient="row")
    state = state_in_name(path, known) or state_of_seats(seats, known)
    if state is None:
        cure = "Put the state's name and the year into the file's or folder's name."
        raise Refused(path.name, [Fault(file=path.name, problem="nothing says which state it is of", cure=cure)])
    return state


def _by_seat(content: Mapping[str, Any], numbers: Mapping[str, int], state: str) -> Iterator[tuple[Any, ...]]:
    row = 0
    for seat, candidates in content.items():
        for place, one in enumerate(candidates, start=1):
            row += 1
            votes = (_number(one[key]) for key in ("EVM Votes", "Postal Votes", "Total Votes"))
            name, party = " ".join(one["Candidate"].split()), " ".join(one["Party"].split())
            yield row, state, numbers.get(spelling_key(seat)), seat, place, name, party, *votes


def _by_candidate(content: list[Any], states: Mapping[str, str]) -> Iterator[tuple[Any, ...]]:
    for row, one in enumerate((candidate for seat in content for candidate in seat), start=1):
        votes = (_number(one[key]) for key in ("evm_votes", "postal_votes", "total_votes"))
        name, party = " ".join(one["candidate_name"].split()), " ".join(one["party_name"].split())
        state, seat = states.get(spelling_key(one["state_name"])), one["constituency_name"]
        yield row, state, _number(one["constituency_code"]), seat, _number(one["sl_no"]), name, party, *votes


def _number(text: object) -> int | None:
    digits = str(text).replace(",", "").strip()
    # no count has more digits than fit a column of the record
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None


def _of_state(
    path: Path, state: str, rows: pl.DataFrame, record: Record, known: Known, known_at: Moment | None
) -> tuple[list[model.Noun], list[Fault]]:
    year = election_year(path, state, known, known_at)
    if year is None:
        cure = "Say when it was published, `--known-at 2023-05-13`, in Python `known_at`, "
        cure += "or put the year into the file's name."
        raise Refused(path.name, [Fault(file=path.name, problem="nothing says which year it is of", cure=cure)])
    election = place_election(path.name, rows["row"][0], state.removeprefix("in-").upper(), year, known, known_at)
    if isinstance(election, Fault):
        raise Refused(path.name, [election])
    seats = placed_seats(path.name, rows, election, known)
    if seats.faults:
        raise Refused(path.name, list(seats.faults))
    held = record.frame(model.Candidacy, election=election.id).filter(pl.col("source") != election.source)
    rows, told = _with_held_serials(path.name, rows, seats.ids, held, record)
    there = set(held["constituency"])
    said = [
        noun
        for noun in results(rows, election, seats.ids, known)
        if not (isinstance(noun, model.Candidacy) and noun.constituency in there)
    ]
    return [*election.statements, *seats.statements, *said], told


def _with_held_serials(
    file: str, rows: pl.DataFrame, seats: Mapping[int, str], held: pl.DataFrame, record: Record
) -> tuple[pl.DataFrame, list[Fault]]:
    if held.is_empty():
        return rows, []
    votes = record.frame(model.Tally, election=held["election"][0]).select("constituency", "serial", "total")
    standing: dict[str, dict[int, Printed]] = {}
    known_votes = held.join(votes, on=["constituency", "serial"], how="left")
    for seat, serial, name, total in known_votes.select("constituency", "serial", "name", "total").iter_rows():
        standing.setdefault(seat, {})[serial] = Printed(name, total)
    serials: dict[int, int | None] = {}
    for (number,), of_seat in rows.filter(~pl.col("is_nota")).group_by("constituency_no", maintain_order=True):
        there = standing.get(seats[int(str(number))])
        if there:
            printed = [Printed(name, total) for name, total in of_seat.select("candidate", "total").iter_rows()]
            serials.update(zip(of_seat["row"], serials_of(printed, there), strict=True))
    told = [
        Fault(file=file, row=row["row"], value=row["candidate"], problem="the record has no such candidate there")
        for row in rows.iter_rows(named=True)
        if row["row"] in serials and serials[row["row"]] is None
    ]
    lost = [row for row, serial in serials.items() if serial is None]
    found = {row: serial for row, serial in serials.items() if serial is not None}
    serial = pl.col("row").replace_strict(found, default=pl.col("serial_no"), return_dtype=pl.Int64)
    return rows.with_columns(serial_no=serial).filter(~pl.col("row").is_in(lost)), told
