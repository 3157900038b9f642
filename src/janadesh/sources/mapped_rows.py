"""The rows of a mapped table, typed: a candidate in a constituency, with what the table says of both."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Any

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.mapped_text import TextTable
from janadesh.sources.mapping import TableMap
from janadesh.sources.near import did_you_mean

_BETWEEN_DIGITS = str.maketrans("", "", ", '’\u00a0\u202f")
_ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedRow:
    """What a row says; `party` and `candidate` as printed, None where unknown; `elected` None if it does not say."""

    row: int
    seat: str
    """What tells one constituency from another: its code, number or name."""
    seat_name: str
    seat_number: int | None
    region: str | None
    district: str | None
    candidate: str
    party: str
    party_abbreviation: str | None
    serial: int | None
    gender: str | None
    age: int | None
    votes: int | None
    evm: int | None
    postal: int | None
    elected: bool | None
    electors: int | None
    valid_votes: int | None
    majority: int | None
    is_nota: bool
    is_independent: bool


class _Unplaceable(Exception):  # noqa: N818 - the name is the diagnosis
    """A row that cannot be placed, with the column and value that are in the way."""

    def __init__(self, column: str, value: str | None, problem: str) -> None:
        super().__init__(problem)
        self.column, self.value, self.problem = column, value, problem


def mapped_rows(file: str, table: TextTable, mapping: TableMap) -> tuple[list[MappedRow], list[Fault]]:
    """
    Read a table's rows as the mapping says.

    Returns: the rows, a wide table's rows parted by party; and what is set aside: rows that cannot be
        placed, by row, column and value, and columns that the mapping does not mention.
    Raises: Refused, where the mapping names a column that the table does not have, or says too little.
    """
    faults = [*_faults_of_columns(file, table, mapping)]
    if faults:
        raise Refused(file, faults)
    told = list(_unmentioned(file, table, mapping))
    rows: list[MappedRow] = []
    for cells in table.rows.iter_rows(named=True):
        for part in _parts(cells, mapping):
            try:
                rows.append(_row(part, mapping))
            except _Unplaceable as error:
                told.append(
                    Fault(
                        file=file,
                        row=cells["row"],
                        column=error.column,
                        value=error.value,
                        problem=f"{error.problem}; the row is set aside",
                    )
                )
    return (_kinds_together(rows) if mapping.columns.kind_of_vote else rows), told


def _faults_of_columns(file: str, table: TextTable, mapping: TableMap) -> Iterator[Fault]:
    columns = mapping.columns
    for name in _named(mapping):
        if name not in table.headings:
            problem = "the mapping names this column, and the table has none of this heading"
            cure = did_you_mean(name, table.headings)
            yield Fault(file=file, row=mapping.file.heading_row, column=name, problem=problem, cure=cure)
    if not (columns.constituency or columns.constituency_code or columns.constituency_number):
        yield Fault(file=file, column="columns.constituency", problem="the mapping names no column of constituencies")
    if not (columns.candidate or columns.votes_by_party):
        yield Fault(file=file, column="columns.candidate", problem="the mapping names no column of candidates")


def _named(mapping: TableMap) -> Iterator[str]:
    for value in mapping.columns.model_dump().values():
        yield from [value] if isinstance(value, str) else value or []


def _unmentioned(file: str, table: TextTable, mapping: TableMap) -> Iterator[Fault]:
    for heading in set(table.headings) - set(_named(mapping)):
        problem, cure = "the mapping does not mention this column, and it is left out", "Put it under `ignored`."
        yield Fault(file=file, row=mapping.file.heading_row, column=heading, problem=problem, cure=cure)


def _parts(cells: Mapping[str, Any], mapping: TableMap) -> Iterator[Mapping[str, Any]]:
    """Part a row of a wide table into one for each party with votes; a long table's row is its own part."""
    by_party = mapping.columns.votes_by_party
    if not by_party:
        yield cells
        return
    for heading in by_party:
        if not _is_unknown(cells[heading], mapping):
            yield {**cells, _PARTY: heading, _VOTES: cells[heading]}


_PARTY, _VOTES = "\0party", "\0votes"
"""Columns that the parts of a wide row have; no heading can be of these names."""


def _row(cells: Mapping[str, Any], mapping: TableMap) -> MappedRow:
    columns, values = mapping.columns, mapping.values
    name, code, number = (
        _text(cells, column, mapping)
        for column in (columns.constituency, columns.constituency_code, columns.constituency_number)
    )
    seat = code or number or name
    if seat is None:
        raise _Unplaceable(columns.constituency or columns.constituency_code or "", None, "it names no constituency")
    candidate, party = _candidate_and_party(cells, mapping)
    short = _text(cells, columns.party_abbreviation, mapping)
    party = party or short
    is_nota = _among(candidate, values.none_of_the_above) or _among(party, values.none_of_the_above)
    if candidate is None and not is_nota:
        raise _Unplaceable(columns.candidate[0], None, "it names no candidate")
    if party is None and not is_nota:
        if columns.party or columns.party_abbreviation or mapping.party_ends_candidate:
            where = columns.party or columns.party_abbreviation or columns.candidate[0]
            raise _Unplaceable(where, candidate, "it names no party that the mapping knows")
        party = values.independent[0] if values.independent else "Independent"
    votes = [cells[_VOTES]] if _VOTES in cells else [cells[column] for column in columns.votes]
    counted = {
        "votes": _votes(votes, str(cells[_PARTY]) if _VOTES in cells else ", ".join(columns.votes), mapping),
        "evm": _votes([cells[column] for column in columns.evm], ", ".join(columns.evm), mapping),
        "postal": _votes([cells[column] for column in columns.postal], ", ".join(columns.postal), mapping),
    }
    return MappedRow(
        row=cells["row"],
        seat=seat,
        seat_name=name or seat,
        seat_number=_number(cells, columns.constituency_number, mapping),
        region=_text(cells, columns.region, mapping),
        district=_text(cells, columns.district, mapping),
        candidate=candidate or "",
        party=party or "",
        party_abbreviation=short,
        serial=_number(cells, columns.serial, mapping),
        gender=_gender(_text(cells, columns.gender, mapping), mapping),
        age=_number(cells, columns.age, mapping),
        **_by_kind(counted, _text(cells, columns.kind_of_vote, mapping), mapping),
        elected=_elected(cells, mapping),
        electors=_number(cells, columns.electors, mapping),
        valid_votes=_number(cells, columns.valid_votes, mapping),
        majority=_number(cells, columns.majority, mapping),
        is_nota=is_nota,
        is_independent=_among(party, values.independent),
    )


def _candidate_and_party(cells: Mapping[str, Any], mapping: TableMap) -> tuple[str | None, str | None]:
    columns = mapping.columns
    names = [text for column in columns.candidate if (text := _text(cells, column, mapping))]
    name = _without_marks(" ".join(names), mapping)
    if _PARTY in cells:
        # a wide table names parties only
        party = str(cells[_PARTY])
        return name or mapping.parties.get(party, party), party
    if mapping.party_ends_candidate:
        endings = sorted(mapping.parties, key=len, reverse=True)
        ending = next((one for one in endings if name.casefold().endswith(f" {one.casefold()}")), None)
        if ending is not None:
            return _without_marks(name[: -len(ending)], mapping) or None, ending
        return name or None, _text(cells, columns.party, mapping)
    return name or None, _text(cells, columns.party, mapping)


def _without_marks(name: str, mapping: TableMap) -> str:
    for mark in mapping.values.left_out_of_names:
        name = name.replace(mark, " ")
    return " ".join(name.split())


def _by_kind(counted: dict[str, int | None], kind: str | None, mapping: TableMap) -> dict[str, int | None]:
    if mapping.columns.kind_of_vote is None:
        return counted
    postal, evm = _among(kind, mapping.values.postal), _among(kind, mapping.values.evm)
    if not (postal or evm):
        raise _Unplaceable(mapping.columns.kind_of_vote, kind, "the mapping does not know this kind of vote")
    votes = counted["votes"]
    return {"votes": votes, "evm": votes if evm else None, "postal": votes if postal else None}


def _kinds_together(rows: list[MappedRow]) -> list[MappedRow]:
    """Put the rows of one candidate's kinds of vote together into one."""
    together: dict[tuple[str, str, str, int | None], MappedRow] = {}
    for row in rows:
        key = (row.seat, row.candidate, row.party, row.serial)
        first = together.get(key)
        if first is not None:
            row = replace(
                first,
                votes=_added(first.votes, row.votes),
                evm=_added(first.evm, row.evm),
                postal=_added(first.postal, row.postal),
            )
        together[key] = row
    return list(together.values())


def _added(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


def _text(cells: Mapping[str, Any], column: str | None, mapping: TableMap) -> str | None:
    cell = cells[column] if column else None
    return None if _is_unknown(cell, mapping) else " ".join(str(cell).split())


def _is_unknown(cell: str | None, mapping: TableMap) -> bool:
    return cell is None or _among(cell, mapping.values.unknown)


def _among(text: str | None, listed: list[str]) -> bool:
    return text is not None and text.strip().casefold() in {one.strip().casefold() for one in listed}


def _number(cells: Mapping[str, Any], column: str | None, mapping: TableMap) -> int | None:
    text = _text(cells, column, mapping)
    if text is None or column is None:
        return None
    return _whole(text, column)


def _whole(text: str, column: str) -> int:
    digits = text.translate(_BETWEEN_DIGITS).removesuffix(".0")
    if not (digits.isascii() and digits.isdigit()):
        raise _Unplaceable(column, text, "this is no whole number")
    return int(digits)


def _votes(cells: list[str | None], column: str, mapping: TableMap) -> int | None:
    known = [_whole(str(cell), column) for cell in cells if not _is_unknown(cell, mapping)]
    return sum(known) if known else None


def _gender(text: str | None, mapping: TableMap) -> str | None:
    values = mapping.values
    for letter, listed in (("M", values.male), ("F", values.female), ("T", values.third_gender)):
        if _among(text, listed):
            return letter
    return None


def _elected(cells: Mapping[str, Any], mapping: TableMap) -> bool | None:
    if mapping.columns.winner is None:
        return None
    cell = cells[mapping.columns.winner]
    if _ANY in mapping.values.winner:
        return not _is_unknown(cell, mapping)
    return _among(cell, mapping.values.winner)
