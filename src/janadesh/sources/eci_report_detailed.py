"""Detailed results of a statistical report: who stood in each seat, of which sex and age, with which votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.sources.candidates_by_name import Printed
from janadesh.sources.candidates_by_name import serials_of
from janadesh.sources.eci_report_places import ReportPlace
from janadesh.sources.eci_report_sheets import Sheet
from janadesh.sources.eci_report_sheets import whole_number

_RANK = re.compile(r"^\d+\s+")
_SEXES = {"MALE": "M", "FEMALE": "F", "THIRD": "T", "THIRD GENDER": "T", "M": "M", "F": "F", "O": "T"}
_COLUMNS = {
    "acno": "number",
    "candidatename": "candidate",
    "sex": "sex",
    "age": "age",
    "party": "party",
    "general": "evm",
    "postal": "postal",
    "total": "total",
    "totalelectors": "electors",
}
_VOTES = ("evm", "postal", "total")


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailedRow:
    """A candidate or NOTA of a seat; `party` as printed, an abbreviation; votes None where unknown."""

    row: int
    number: int
    candidate: str
    sex: str | None
    age: int | None
    party: str
    evm: int | None
    postal: int | None
    total: int | None
    electors: int | None

    @property
    def is_nota(self) -> bool:
        """Whether these are the votes for none of the above."""
        return self.party.upper() == "NOTA"


def detailed_rows(sheet: Sheet) -> tuple[list[DetailedRow], list[Fault]]:
    """
    Type the sheet's rows; those that cannot be read, or totals that are not those of their rows, are told.

    Raises: Refused, where a column is missing.
    """
    missing = list(sheet.missing(*_COLUMNS))
    if missing:
        raise Refused(sheet.file, missing)
    chosen = {name: str(sheet.column(key)) for key, name in _COLUMNS.items()}
    rows: list[DetailedRow] = []
    told: list[Fault] = []
    for cells in sheet.rows.select("row", **chosen).iter_rows(named=True):
        number, name, party = whole_number(cells["number"]), cells["candidate"], cells["party"]
        if number is not None and name and party:
            rows.append(_row(cells, number, name, party))
        elif number is not None:
            problem = "the row names no candidate or no party, and is set aside"
            told.append(Fault(file=sheet.file, row=cells["row"], value=name or party, problem=problem))
        elif cells["evm"] is not None and rows:
            told += _wrong_totals(sheet.file, cells, [row for row in rows if row.number == rows[-1].number])
    return rows, told


def detailed_statements(
    file: str, rows: list[DetailedRow], parties: Mapping[str, str], place: ReportPlace, record: Record
) -> tuple[list[model.Statement], list[Fault]]:
    """
    Say who stood, with which votes, and who won; and tell what could not be placed.

    Where the record has the candidates from another source they keep their serials, and gain sex and
    age; else they are numbered in the order of their votes, since the report does not tell the ballot's.

    Args:
        file: what faults call the file.
        rows: the rows of the sheet.
        parties: ids by the printed abbreviation.
        place: where the report belongs.
        record: what serials are taken from.
    """
    election = place.election
    held = _held(record, election.id)
    by_number: dict[int, list[DetailedRow]] = {}
    for row in rows:
        by_number.setdefault(row.number, []).append(row)
    said: list[model.Statement] = []
    told: list[Fault] = []
    for number, seat_rows in by_number.items():
        seat = place.seats[number]
        where = {
            "election": election.id,
            "constituency": seat,
            "known_at": election.known_at,
            "source": election.source,
        }
        candidates = [row for row in seat_rows if not row.is_nota]
        standing = held.get(seat, {})
        serials: list[int | None] = [*range(1, len(candidates) + 1)]
        if standing:
            printed = [Printed(row.candidate, row.total, parties[row.party]) for row in candidates]
            serials = serials_of(printed, {serial: one.printed for serial, one in standing.items()})
        numbered = {serial: row for serial, row in zip(serials, candidates, strict=True) if serial is not None}
        told += [_not_held(file, row, seat) for row, serial in zip(candidates, serials, strict=True) if serial is None]
        unopposed = len(candidates) == 1 and not candidates[0].total
        told += _other_parties(file, numbered, parties, standing)
        for serial, row in numbered.items():
            said.append(_candidacy(row, serial, parties[row.party], standing, where, unopposed=unopposed))
        if not unopposed:
            nota = [(model.NOTA, row) for row in seat_rows if row.is_nota]
            for serial, row in (*nota[:1], *numbered.items()):
                tally, fault = _tally(file, row, serial, where)
                said.append(tally)
                told += fault
        if len(numbered) == len(candidates):
            said.append(_declaration(numbered, where, unopposed=unopposed))
    return said, told


@dataclass(frozen=True, slots=True)
class _Standing:
    candidacy: model.Candidacy
    printed: Printed


def _held(record: Record, election: str) -> dict[str, dict[int, _Standing]]:
    votes = record.frame(model.Tally, election=election).select("constituency", "serial", "total")
    held: dict[str, dict[int, _Standing]] = {}
    rows = record.frame(model.Candidacy, election=election).join(votes, on=["constituency", "serial"], how="left")
    for row in rows.iter_rows(named=True):
        total = row.pop("total")
        candidacy = model.Candidacy(**row)
        standing = _Standing(candidacy, Printed(candidacy.name, total, candidacy.party))
        held.setdefault(candidacy.constituency, {})[candidacy.serial] = standing
    return held


def _row(cells: dict[str, Any], number: int, name: str, party: str) -> DetailedRow:
    votes = {kind: whole_number(cells[kind]) for kind in (*_VOTES, "electors", "age")}
    return DetailedRow(
        row=cells["row"],
        number=number,
        candidate=" ".join(_RANK.sub("", name).split()),
        sex=_SEXES.get((cells["sex"] or "").upper()),
        party=party,
        **votes,
    )


def _wrong_totals(file: str, cells: dict[str, Any], rows: list[DetailedRow]) -> Iterator[Fault]:
    for kind in _VOTES:
        printed = whole_number(cells[kind])
        added = sum(getattr(row, kind) or 0 for row in rows)
        if printed is not None and printed != added:
            problem = f"the total of seat {rows[0].number} is not what its rows add up to, {added}"
            yield Fault(file=file, row=cells["row"], column=kind.upper(), value=cells[kind], problem=problem)


def _not_held(file: str, row: DetailedRow, seat: str) -> Fault:
    problem = f"the record has no such candidate in {seat}; the row is set aside"
    return Fault(file=file, row=row.row, column="CANDIDATE NAME", value=row.candidate, problem=problem)


def _other_parties(
    file: str, numbered: Mapping[int, DetailedRow], parties: Mapping[str, str], standing: Mapping[int, _Standing]
) -> Iterator[Fault]:
    for serial, row in numbered.items():
        held = standing[serial].candidacy.party if serial in standing else parties[row.party]
        if held != parties[row.party]:
            problem = f"{row.candidate} of seat {row.number} stands for {held} in the record, which is kept"
            yield Fault(file=file, row=row.row, column="PARTY", value=row.party, problem=problem)


def _candidacy(
    row: DetailedRow,
    serial: int,
    party: str,
    standing: Mapping[int, _Standing],
    where: Mapping[str, Any],
    *,
    unopposed: bool,
) -> model.Candidacy:
    if serial in standing:
        said = standing[serial].candidacy
        return replace(
            said,
            gender=row.sex or said.gender,
            age=row.age or said.age,
            known_at=where["known_at"],
            source=where["source"],
        )
    return model.Candidacy(
        serial=serial,
        serial_kind="list",
        name=row.candidate,
        party=party,
        gender=row.sex,
        age=row.age,
        status="uncontested" if unopposed else "contesting",
        **where,
    )


def _tally(file: str, row: DetailedRow, serial: int, where: Mapping[str, Any]) -> tuple[model.Tally, list[Fault]]:
    if row.evm is not None and row.postal is not None and row.total not in {None, row.evm + row.postal}:
        problem = f"the total is not general and postal votes together, {row.evm + row.postal}; the total is kept"
        fault = Fault(file=file, row=row.row, column="TOTAL", value=str(row.total), problem=problem)
        return model.Tally(serial=serial, total=row.total, **where), [fault]
    return model.Tally(serial=serial, evm=row.evm, postal=row.postal, total=row.total, **where), []


def _declaration(
    numbered: Mapping[int, DetailedRow], where: Mapping[str, Any], *, unopposed: bool
) -> model.Declaration:
    if unopposed:
        return model.Declaration(status="uncontested", winner=min(numbered), **where)
    most = max(row.total or 0 for row in numbered.values())
    # the report lists by rank, and puts the one whom the lot fell on first among equals
    first = [serial for serial, row in numbered.items() if (row.total or 0) == most]
    return model.Declaration(status="declared", winner=first[0], by_lot=len(first) > 1, **where)


def electors_by_seat(rows: list[DetailedRow]) -> pl.DataFrame:
    """Give `row`, `number` and `electors` of each seat that has them."""
    frame = pl.DataFrame(
        [(row.row, row.number, row.electors) for row in rows],
        schema={"row": pl.Int64, "number": pl.Int64, "electors": pl.Int64},
        orient="row",
    )
    return frame.filter(pl.col("electors") > 0).unique("number", keep="first", maintain_order=True)
