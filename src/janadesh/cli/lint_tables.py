"""What `janadesh lint` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import polars as pl

from janadesh.cli.options import Format
from janadesh.cli.showing import show
from janadesh.errors import Fault
from janadesh.export.tables import Column
from janadesh.export.tables import peoples_table
from janadesh.export.tables import text
from janadesh.sources.linting.lint import Linted

MOST_ALIKE = 5
"""Rows of one problem in one file that are shown to people; the others are counted, and CSV and JSON have all."""

_SCHEMA = {
    "severity": pl.String,
    "file": pl.String,
    "row": pl.Int64,
    "column": pl.String,
    "value": pl.String,
    "problem": pl.String,
    "cure": pl.String,
}


def show_linted(pack: str, linted: Linted, form: Format) -> None:
    """Print errors and then advice, one a row: `severity, file, row, column, value, problem, cure`."""
    found = [*(("error", fault) for fault in linted.faults), *(("advice", fault) for fault in linted.advice)]
    title = f"{pack}: {_counted(len(linted.faults), 'error', 'errors')}, {len(linted.advice)} of advice"
    columns = (
        Column("severity", "", text),
        Column("file", "File", text),
        Column("row", "Row", text, is_number=True),
        Column("column", "Column", text),
        Column("value", "Found", text),
        Column("problem", "What is wrong", text),
        Column("cure", "What to do", text),
    )
    shown = _frame(list(_first_of_each(found)))
    show(_frame(found), peoples_table(title, shown, columns), form)


def _frame(found: list[tuple[str, Fault]]) -> pl.DataFrame:
    rows = [(severity, f.file, f.row, f.column, f.value, f.problem, f.cure) for severity, f in found]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def _first_of_each(found: list[tuple[str, Fault]]) -> Iterator[tuple[str, Fault]]:
    """Give the first rows of each problem, and after the last of them how many more there are."""
    counted = Counter((severity, fault.file, fault.cure) for severity, fault in found)
    given: Counter[tuple[str, str, str | None]] = Counter()
    for severity, fault in found:
        alike = (severity, fault.file, fault.cure)
        given[alike] += 1
        if given[alike] <= MOST_ALIKE:
            yield severity, fault
        if given[alike] == MOST_ALIKE and counted[alike] > MOST_ALIKE:
            more = f"{counted[alike] - MOST_ALIKE} more rows like these"
            yield severity, Fault(file=fault.file, problem=more, cure="--format csv lists all.")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
