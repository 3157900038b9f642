"""Places that `janadesh new` left to be filled in, row by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import polars as pl

from janadesh.errors import Fault
from janadesh.sources.linting.given import ROW
from janadesh.sources.linting.given import Given

MARK = "FILL IN"
"""Begins every text of a skeleton that is an example."""

YEAR = 2099
"""The year of every day of a skeleton that is an example: no such row counts as known before it is filled in."""


def fill_ins(given: Given) -> Iterator[Fault]:
    """Tell each row that is still an example, with its columns; texts by `MARK`, days by `YEAR`."""
    for noun in given.statements.frames:
        frame = given.every(noun)
        columns = [name for name in frame.columns if name != ROW]
        for row in frame.filter(pl.any_horizontal(_is_example(frame, name) for name in columns)).iter_rows(named=True):
            here = [name for name in columns if _example(row[name])]
            problem = f"this is still the example: {', '.join(here)}"
            cure = "Write what your source says, or take the row out."
            yield given.advice(noun, problem, cure, row=row[ROW], column=here[0], value=_shown(row[here[0]]))


def _is_example(frame: pl.DataFrame, column: str) -> pl.Expr:
    dtype = frame.schema[column]
    if dtype == pl.String:
        return pl.col(column).str.starts_with(MARK).fill_null(value=False)
    if dtype.is_temporal():
        return (pl.col(column).dt.year() == YEAR).fill_null(value=False)
    return pl.lit(value=False)


def _example(value: object) -> bool:
    return getattr(value, "year", None) == YEAR or (isinstance(value, str) and value.startswith(MARK))


def _shown(value: object) -> str:
    # the day says it; the file has no clock time in the pack's zone
    return str(value.date() if isinstance(value, dt.datetime) else value)
