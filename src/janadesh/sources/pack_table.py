"""
One table of a pack: a CSV file whose columns are a noun's, checked and typed by Frictionless.

The schema is made from the noun, not taken from the pack, so that a pack cannot loosen it. An empty
cell is an unknown one. Row *i* of the frame is row *i* + 2 of the file.
"""

from __future__ import annotations

import csv
import datetime as dt
import math
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from functools import cache
from itertools import chain
from itertools import islice
from typing import TYPE_CHECKING
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.record.moments import UnreadableMoment
from janadesh.record.moments import read_moment
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_schema
from janadesh.sources.near import did_you_mean
from janadesh.sources.pack_descriptor import TableFile
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import UnreadableFile
from janadesh.sources.text_file import check_text

if TYPE_CHECKING:
    from frictionless import Row
    from frictionless import Schema

MOST_BYTES = 200 * MEGABYTE
MOST_FAULTS = 1000
"""After so many faults in one table its rows are not read further."""

Readers = Mapping[type, Callable[[Any], Any]]
"""For types that the standard lacks or reads loosely: gives the cell's value, or None where it is none."""

_ROWS_AT_ONCE = 50_000
_INT64 = range(-(2**63), 2**63)
_FRICTIONLESS_TYPES: dict[type, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    dt.date: "date",
    # a day or a time of day, which no single type of the standard covers
    dt.datetime: "string",
}
_NOT_A: dict[type, tuple[str, str]] = {
    int: ("this is not a whole number", "Write digits only, 36010; leave the cell empty where the number is unknown."),
    float: ("this is not a number", "Write 63.88; leave the cell empty where the number is unknown."),
    bool: ("this is neither true nor false", "Write true or false."),
    dt.date: ("this is not a day", "Write it as 2024-10-08."),
    dt.datetime: ("this is not a moment", "Write a day, 2024-08-22, or a time, 2024-10-08T14:05 or with +05:30."),
}


@dataclass(frozen=True, slots=True)
class TableRead:
    """
    What came of reading one table.

    `is_whole` says whether the frame has every row, if with cells left empty where they are at fault;
    where it is False the file could not be read as this table and the frame is empty.
    """

    frame: pl.DataFrame
    faults: tuple[Fault, ...]
    is_whole: bool


def read_table(table: TableFile, time_zone: str) -> TableRead:
    """Read one table of a pack; what is wrong with it is in the result, nothing is raised."""
    try:
        check_text(table.path, MOST_BYTES, table.name)
    except UnreadableFile as error:
        return _unread(table, [error.fault])
    with table.path.open(newline="", encoding="utf-8-sig") as file:
        # strict, since a stray quote would otherwise swallow the rows up to the next one
        lines = csv.reader(file, strict=True)
        try:
            heading = next(lines, [])
            faults = list(_faults_of_heading(table, heading))
            if faults:
                return _unread(table, faults)
            return _read_rows(table, heading, lines, time_zone)
        except csv.Error as error:
            cure = "Put a cell with a comma, quote or line end in quotes, and double the quotes inside it."
            where = Fault(file=table.name, row=lines.line_num, problem=f"this is not CSV: {error}", cure=cure)
            return _unread(table, [where])


def _unread(table: TableFile, faults: list[Fault]) -> TableRead:
    return TableRead(frame=pl.DataFrame(schema=frame_schema(table.noun)), faults=tuple(faults), is_whole=False)


def _faults_of_heading(table: TableFile, heading: list[str]) -> Iterator[Fault]:
    known = model.columns(table.noun)
    if not heading:
        cure = f"Begin with the heading {','.join(known)}."
        yield Fault(file=table.name, row=1, problem="the file has no heading", cure=cure)
        return
    for place, column in enumerate(heading):
        if column in heading[:place]:
            cure = "Keep one of the two."
            yield Fault(file=table.name, row=1, column=column, problem="this column is there twice", cure=cure)
        elif column not in known:
            cure = did_you_mean(column, known)
            problem = f"{table.noun.TABLE} has no such column"
            yield Fault(file=table.name, row=1, column=column or "(blank)", problem=problem, cure=cure)
    for column in known:
        if column in _needed(table.noun) and column not in heading:
            cure = f"Add it; the columns are {', '.join(known)}."
            yield Fault(file=table.name, row=1, column=column, problem="this column is missing", cure=cure)


def _needed(noun: type[model.Noun]) -> frozenset[str]:
    defaulted = {
        field.name
        for field in dataclass_fields(noun)  # type: ignore[arg-type]
        if isinstance(field.default, str | int | float | bool)
    }
    return model.required(noun) - defaulted


def _read_rows(table: TableFile, heading: list[str], lines: Iterator[list[str]], time_zone: str) -> TableRead:
    from frictionless import Resource

    faults: list[Fault] = []
    frames = []
    readers: Readers = {dt.datetime: _instant_reader(time_zone), float: _finite, int: _within_64_bits}
    broken: list[csv.Error] = []
    content = chain([heading], _until_broken(lines, broken))
    with Resource(data=lambda: content, schema=_schema(table.noun, heading)) as resource:
        rows = iter(resource.row_stream)
        while batch := list(islice(rows, _ROWS_AT_ONCE)):
            frames.append(_frame(table, batch, readers, faults))
            if len(faults) >= MOST_FAULTS:
                break
    if broken:
        raise broken[0]
    frame = pl.concat(frames) if frames else pl.DataFrame(schema=frame_schema(table.noun))
    if len(faults) > MOST_FAULTS:
        rest = f"there are more faults; these are the first {MOST_FAULTS}"
        faults = [*faults[:MOST_FAULTS], Fault(file=table.name, problem=rest, cure="Correct these and try again.")]
    return TableRead(frame=conformed(table.noun, frame), faults=tuple(faults), is_whole=len(faults) < MOST_FAULTS)


def _until_broken(lines: Iterator[list[str]], broken: list[csv.Error]) -> Iterator[list[str]]:
    # raised inside Frictionless the error would lose its line
    try:
        yield from lines
    except csv.Error as error:
        broken.append(error)


def _schema(noun: type[model.Noun], heading: list[str]) -> Schema:
    from frictionless import Schema

    kinds = model.columns(noun)
    return Schema.from_descriptor(
        {"fields": [{"name": name, "type": _FRICTIONLESS_TYPES[kinds[name]]} for name in heading]}
    )


def _frame(table: TableFile, rows: list[Row], readers: Readers, faults: list[Fault]) -> pl.DataFrame:
    kinds = model.columns(table.noun)
    names = rows[0].field_names
    columns: dict[str, list[Any]] = {name: [] for name in names}
    for row in rows:
        faults.extend(_faults_of_row(table, row))
        for place, name in enumerate(names):
            value = row[name]
            reader = readers.get(kinds[name])
            if reader is None or value is None:
                columns[name].append(value)
                continue
            columns[name].append(reader(value))
            if columns[name][-1] is None:
                faults.append(_not_a(table, row.row_number, name, str(row.cells[place])))
    dtypes = frame_schema(table.noun)
    return pl.DataFrame(columns, schema={name: dtypes[name] for name in names})


def _finite(number: Any) -> float | None:
    return float(number) if math.isfinite(number) else None


def _within_64_bits(number: int) -> int | None:
    return number if number in _INT64 else None


def _instant_reader(time_zone: str) -> Callable[[str], dt.datetime | None]:
    @cache
    def read(text: str) -> dt.datetime | None:
        try:
            return read_moment(text, time_zone)
        except (UnreadableMoment, OverflowError):
            return None

    return read


def _faults_of_row(table: TableFile, row: Row) -> Iterator[Fault]:
    for error in row.errors:
        number = row.row_number
        if error.type == "blank-row":
            yield Fault(file=table.name, row=number, problem="this row is empty", cure="Take it out.")
            return
        if error.type == "extra-cell":
            problem = "this row has more cells than the heading"
            cure = "Put a cell that has a comma in quotes."
            yield Fault(file=table.name, row=number, value=str(getattr(error, "cell", "")), problem=problem, cure=cure)
        elif error.type == "missing-cell":
            problem = "this row ends before this column"
            cure = "Add the missing commas; an unknown cell is empty."
            yield Fault(file=table.name, row=number, column=error.field_name, problem=problem, cure=cure)
        else:
            yield _not_a(table, number, error.field_name, str(row.error_cells.get(error.field_name, "")))


def _not_a(table: TableFile, row: int, column: str, value: str) -> Fault:
    problem, cure = _NOT_A[model.columns(table.noun)[column]]
    return Fault(file=table.name, row=row, column=column, value=value, problem=problem, cure=cure)
