"""
Assembly results by candidate, as gathered from results.eci.gov.in: one CSV line a candidate or NOTA.

Columns: `election_year`, `election_type` (Assembly), `election_state` (two letters), `constituency` (the
Commission's spelling, "(SC)" or "(ST)" at its end), `constituency_no`, `serial_no` (on the ballot),
`candidate`, `party` (full name), `evm_votes`, `postal_votes`. Published as CSV by
https://github.com/thecont1/india-votes-data. The files have no totals, winners, electors or dates: totals
and winners are worked out here, the day of the count comes from the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.csv_table import TableShape
from janadesh.sources.csv_table import read_csv_table
from janadesh.sources.eci_assembly_results import results
from janadesh.sources.eci_assembly_seats import place_seats
from janadesh.sources.eci_elections import place_election
from janadesh.sources.known import Known

_COLUMNS: dict[str, type] = {
    "election_year": int,
    "election_type": str,
    "election_state": str,
    "constituency": str,
    "constituency_no": int,
    "serial_no": int,
    "candidate": str,
    "party": str,
    "evm_votes": int,
    "postal_votes": int,
}
SHAPE = TableShape(
    title="a table of assembly results", columns=_COLUMNS, needed=frozenset(_COLUMNS), allows_others=True
)
_MAY_BE_UNKNOWN = frozenset({"evm_votes", "postal_votes"})


def matches(head: str) -> bool:
    """Tell from a file's first lines whether it is such a table."""
    heading = head.partition("\n")[0].strip().lstrip("\ufeff").replace('"', "")
    return set(SHAPE.columns) <= set(heading.split(","))


def read_eci_assembly(path: Path, known: Known, known_at: Moment | None = None) -> Statements:
    """
    Read assembly results into statements on parties, contests, candidacies, tallies and winners.

    Ids are the record's where it has the election, its seats, its parties; what it has already of
    contests, candidacies and declarations is not said again. Tallies are, by this source.

    Args:
        path: the CSV file.
        known: what the record knows.
        known_at: when the results were published; where None the end of the day of the count.

    Raises: Refused, with every fault by row and column.
    """
    name = path.name
    read = read_csv_table(path, name, SHAPE)
    if read.faults:
        raise Refused(name, list(read.faults))
    rows = read.frame.with_row_index("row", offset=2).with_columns(
        pl.col("election_state").str.to_uppercase(),
        total=pl.col("evm_votes") + pl.col("postal_votes"),
        is_nota=(pl.col("candidate").str.strip_chars().str.to_uppercase() == "NOTA")
        | (pl.col("party").str.strip_chars().str.to_lowercase() == "none of the above"),
    )
    faults = list(_faults_of_rows(name, rows))
    if faults:
        raise Refused(name, faults)
    said: dict[type[model.Noun], list[model.Noun]] = {}
    for (state, year), part in rows.group_by("election_state", "election_year", maintain_order=True):
        election = place_election(name, part["row"][0], str(state), int(str(year)), known, known_at)
        if isinstance(election, Fault):
            faults.append(election)
            continue
        seats = place_seats(name, part, election, known)
        faults += seats.faults
        if not faults:
            for noun in (*election.statements, *seats.statements, *results(part, election, seats.ids, known)):
                said.setdefault(type(noun), []).append(noun)
    if faults:
        raise Refused(name, faults)
    return Statements(read_from=name, frames={noun: frame_of(noun, nouns) for noun, nouns in said.items()})


def _faults_of_rows(name: str, rows: pl.DataFrame) -> Iterator[Fault]:
    if rows.is_empty():
        yield Fault(file=name, problem="there is no row under the heading", cure="Give the file with its rows.")
    for column in sorted(SHAPE.needed - _MAY_BE_UNKNOWN):
        for row in rows.filter(pl.col(column).is_null())["row"]:
            yield Fault(file=name, row=row, column=column, problem="a value is needed here", cure="Fill the cell.")
    for column in sorted(_MAY_BE_UNKNOWN):
        cure = "Correct it; leave the cell empty where the number is unknown."
        for row, value in rows.filter(pl.col(column) < 0).select("row", column).iter_rows():
            problem = "votes cannot be negative"
            yield Fault(file=name, row=row, column=column, value=str(value), problem=problem, cure=cure)
    for row, value in rows.filter(pl.col("election_type") != "Assembly").select("row", "election_type").iter_rows():
        problem, cure = "this is no assembly election", "Give assembly results only."
        yield Fault(file=name, row=row, column="election_type", value=value, problem=problem, cure=cure)
    for row, value in rows.filter(pl.col("serial_no") < 1).select("row", "serial_no").iter_rows():
        problem, cure = "serial numbers on a ballot start at 1", "Correct the number."
        yield Fault(file=name, row=row, column="serial_no", value=str(value), problem=problem, cure=cure)
    yield from _faults_of_places(name, rows)


def _faults_of_places(name: str, rows: pl.DataFrame) -> Iterator[Fault]:
    seat = ["election_state", "election_year", "constituency_no"]
    twice = rows.filter(~pl.struct([*seat, "serial_no"]).is_first_distinct())
    for row, value in twice.select("row", "serial_no").iter_rows():
        problem, cure = "this seat has this serial number in a row above", "Keep one of the two."
        yield Fault(file=name, row=row, column="serial_no", value=str(value), problem=problem, cure=cure)
    nota = rows.filter("is_nota")
    for row in nota.filter(~pl.struct(seat).is_first_distinct())["row"]:
        problem, cure = "this seat has NOTA in a row above", "Keep one of the two."
        yield Fault(file=name, row=row, column="candidate", value="NOTA", problem=problem, cure=cure)
