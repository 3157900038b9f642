"""
Tables for people and for programs, from one frame.

CSV and JSON hold the values themselves, under the frame's own column names: numbers without commas,
days and instants in ISO 8601, an empty cell (CSV) or null (JSON) for what is unknown. The table for
people picks columns, heads them in words and writes figures as they are read.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

Writing = Callable[[Any], str]
"""Writes one cell's value for a person; None is unknown."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table for people: which of the frame's columns, its heading, how its cells are written."""

    name: str
    heading: str
    writing: Writing = str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class PeoplesTable:
    """A table as it is shown: headings and written cells. `foot` holds rows that are set apart, below a line."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[tuple[str, ...], ...] = ()


def peoples_table(
    title: str, frame: pl.DataFrame, columns: Sequence[Column], foot: Sequence[Mapping[str, Any]] = ()
) -> PeoplesTable:
    """
    Write a frame for people.

    Args:
        title: what the table is about.
        frame: has every column that `columns` name.
        columns: which to show, in this order.
        foot: further rows, by column name, set apart below a line (a sum, NOTA); a column left out stays empty.
    """
    shown = tuple(columns)
    rows = tuple(
        tuple(column.writing(value) for column, value in zip(shown, row, strict=True))
        for row in frame.select([column.name for column in shown]).iter_rows()
    )
    below = tuple(
        tuple(column.writing(row[column.name]) if column.name in row else "" for column in shown) for row in foot
    )
    return PeoplesTable(title, shown, rows, below)


def as_csv(frame: pl.DataFrame) -> str:
    """Write a frame as CSV (RFC 4180) with its column names as heading; unknown cells are empty."""
    return _iso(frame).write_csv()


def as_json(frame: pl.DataFrame) -> str:
    """Write a frame as a JSON array with one object a row; unknown cells are null."""
    return json.dumps(rows_for_json(frame), ensure_ascii=False, indent=2)


def rows_for_json(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """Give a frame's rows with days and instants as ISO 8601 text."""
    return _iso(frame).to_dicts()


def text(value: Any) -> str:
    """Write a cell that is text already; unknown is left empty."""
    return "" if value is None else str(value)


def instant(moment: dt.datetime | None) -> str:
    """Write an instant in UTC, as the record keeps it."""
    return "" if moment is None else moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _iso(frame: pl.DataFrame) -> pl.DataFrame:
    written = []
    for name, dtype in frame.schema.items():
        if isinstance(dtype, pl.Datetime):
            written.append(pl.col(name).dt.strftime("%Y-%m-%dT%H:%M:%SZ"))
        elif dtype == pl.Date:
            written.append(pl.col(name).dt.strftime("%Y-%m-%d"))
    return frame.with_columns(written)
