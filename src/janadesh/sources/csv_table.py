"""
A CSV table whose columns and types are known beforehand, checked and typed by Frictionless.

An empty cell is an unknown one. Row *i* of the frame is row *i* + 2 of the file, under the heading.
"""

from __future__ import annotations

import csv
import datetime as dt
import math
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import polars as pl

from janadesh.errors import Fault
from janadesh.record.moments import UnreadableMoment
from janadesh.record.moments import read_moment
from janadesh.sources.article import MOST_CHARACTERS
from janadesh.sources.near import did_you_mean
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

# of one cell: the text of an article is the longest, and the module's own limit is an eighth of that
csv.field_size_limit(MOST_CHARACTERS)

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
_DTYPES: dict[type, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    dt.date: pl.Date(),
    dt.datetime: pl.Datetime("us", "UTC"),
}
_NOT_A: dict[type, tuple[str, str]] = {
    int: ("this is not a whole number", "Write digits only, 36010; leave the cell empty where the number is unknown."),
    float: ("this is not a number", "Write 63.88; leave the cell empty where the number is unknown."),
    bool: ("this is neither true nor false", "Write true or false."),
    dt.date: ("this is not a day", "Write it as 2024-10-08."),
    dt.datetime: ("this is not a moment", "Write a day, 2024-08-22, or a time, 2024-10-08T14:05 or with +05:30."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """
    What a table has to be.

    `columns` are the known columns with their types; `needed` are those that must be there. Others
    are faults, unless `allows_others`, and then they are not read.
    """

    title: str
    columns: Mapping[str, type]
    needed: frozenset[str]
    allows_others: bool = False
    time_zone: str = "UTC"

    @property
    def dtypes(self) -> dict[str, pl.DataType]:
        """The Polars type of each known column."""
        return {name: _DTYPES[kind] for name, kind in self.columns.items()}


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


def read_csv_table(path: Path, name: str, shape: TableShape) -> TableRead:
    """
    Read a CSV file as a table of a shape; what is wrong with it is in the result, nothing is raised.

    Args:
        path: the file, at most 200 MB of UTF-8.
        name: what faults call the file.
        shape: the columns it may and must have. The frame has those of them that the file has.
    """
    try:
        check_text(path, MOST_BYTES, name)
    except UnreadableFile as error:
        return unread(shape, [error.fault])
    with path.open(newline="", encoding="utf-8-sig") as file:
        # strict, since a stray quote would otherwise swallow the rows up to the next one
        lines = csv.reader(file, strict=True)
        try:
            heading = next(lines, [])
            faults = list(faults_of_heading(name, heading, shape))
            if faults:
                return unread(shape, faults)
            return _read_rows(name, heading, lines, shape)
        except csv.Error as error:
            cure = "Put a cell with a comma, quote or line end in quotes, and double the quotes inside it."
            where = Fault(file=name, row=lines.line_num, problem=f"this is not CSV: {error}", cure=cure)
            return unread(shape, [where])


def unread(shape: TableShape, faults: list[Fault]) -> TableRead:
    """Give what comes of a file that could not be read as a table: no row, and why."""
    return TableRead(frame=pl.DataFrame(schema=shape.dtypes), faults=tuple(faults), is_whole=False)


def faults_of_heading(name: str, heading: list[str], shape: TableShape) -> Iterator[Fault]:
    """Tell which columns are there twice, are none of the table's, or are missing."""
    if not heading:
        cure = f"Begin with the heading {','.join(shape.columns)}."
        yield Fault(file=name, row=1, problem="the file has no heading", cure=cure)
        return
    for place, column in enumerate(heading):
        if column in heading[:place]:
            cure = "Keep one of the two."
            yield Fault(file=name, row=1, column=column, problem="this column is there twice", cure=cure)
        elif column not in shape.columns and not shape.allows_others:
            cure = did_you_mean(column, shape.columns)
            problem = f"{shape.title} has no such column"
            yield Fault(file=name, row=1, column=column or "(blank)", problem=problem, cure=cure)
    for column in shape.columns:
        if column in shape.needed and column not in heading:
            cure = f"Add it; the columns are {', '.join(shape.columns)}."
            yield Fault(file=name, row=1, column=column, problem="this column is missing", cure=cure)


def _read_rows(name: str, heading: list[str], lines: Iterator[list[str]], shape: TableShape) -> TableRead:
    from frictionless import Dialect
    from frictionless import Resource

    faults: list[Fault] = []
    dtypes = {column: shape.dtypes[column] for column in heading if column in shape.columns}
    frames = [pl.DataFrame(schema=dtypes)]
    readers: Readers = {dt.datetime: _instant_reader(shape.time_zone), float: _finite, int: _within_64_bits}
    broken: list[csv.Error] = []
    content = chain([heading], _until_broken(lines, broken))
    # Frictionless would take a lower row for the heading where most rows are shorter
    dialect = Dialect(header_rows=[1])
    with Resource(data=lambda: content, schema=_schema(heading, shape), dialect=dialect) as resource:
        rows = iter(resource.row_stream)
        while len(faults) < MOST_FAULTS and (batch := list(islice(rows, _ROWS_AT_ONCE))):
            frames.append(_frame(name, batch, shape, readers, faults))
    if broken:
        raise broken[0]
    is_whole = len(faults) < MOST_FAULTS
    if not is_whole:
        rest = f"there are more faults; these are the first {MOST_FAULTS}"
        faults = [*faults[:MOST_FAULTS], Fault(file=name, problem=rest, cure="Correct these and try again.")]
    return TableRead(frame=pl.concat(frames), faults=tuple(faults), is_whole=is_whole)


def _until_broken(lines: Iterator[list[str]], broken: list[csv.Error]) -> Iterator[list[str]]:
    # raised inside Frictionless the error would lose its line
    try:
        yield from lines
    except csv.Error as error:
        broken.append(error)


def _schema(heading: list[str], shape: TableShape) -> Schema:
    from frictionless import Schema

    kinds = {column: shape.columns.get(column, str) for column in heading}
    return Schema.from_descriptor(
        {"fields": [{"name": column, "type": _FRICTIONLESS_TYPES[kind]} for column, kind in kinds.items()]}
    )


def _frame(name: str, rows: list[Row], shape: TableShape, readers: Readers, faults: list[Fault]) -> pl.DataFrame:
    columns: dict[str, list[Any]] = {column: [] for column in rows[0].field_names if column in shape.columns}
    places = {column: place for place, column in enumerate(rows[0].field_names)}
    for row in rows:
        faults.extend(_faults_of_row(name, row, shape))
        for column, cells in columns.items():
            value = row[column]
            reader = readers.get(shape.columns[column])
            if reader is None or value is None:
                cells.append(value)
                continue
            cells.append(reader(value))
            if cells[-1] is None:
                faults.append(_not_a(name, row.row_number, column, str(row.cells[places[column]]), shape))
    return pl.DataFrame(columns, schema={column: shape.dtypes[column] for column in columns})


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


def _faults_of_row(name: str, row: Row, shape: TableShape) -> Iterator[Fault]:
    for error in row.errors:
        number = row.row_number
        if error.type == "blank-row":
            yield Fault(file=name, row=number, problem="this row is empty", cure="Take it out.")
            return
        if error.type == "extra-cell":
            problem = "this row has more cells than the heading"
            cure = "Put a cell that has a comma in quotes."
            yield Fault(file=name, row=number, value=str(getattr(error, "cell", "")), problem=problem, cure=cure)
        elif error.type == "missing-cell":
            problem = "this row ends before this column"
            cure = "Add the missing commas; an unknown cell is empty."
            yield Fault(file=name, row=number, column=error.field_name, problem=problem, cure=cure)
        else:
            yield _not_a(name, number, error.field_name, str(row.error_cells.get(error.field_name, "")), shape)


def _not_a(name: str, row: int, column: str, value: str, shape: TableShape) -> Fault:
    problem, cure = _NOT_A[shape.columns[column]]
    return Fault(file=name, row=row, column=column, value=value, problem=problem, cure=cure)
