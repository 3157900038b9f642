"""
The workbooks of the Commission's statistical report on an assembly election, told apart by their titles.

The Commission publishes the report some months after the count as numbered workbooks, one sheet each
(https://www.eci.gov.in/statistical-reports). A sheet has a title row (`10 - Detailed Results` may lack it),
one or two heading rows with merged cells, rows, totals between or below them, and a disclaimer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import polars as pl

from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.sources.text_file import UnreadableFile
from janadesh.sources.workbook import read_sheet


class Kind(StrEnum):
    """What a workbook of the report is about, by the words of its title."""

    DETAILED = "detailed results"
    ELECTORS = "ac wise number of electors"
    VOTERS = "ac wise voters information"
    NOMINATIONS = "ac wise candidate data summary"
    WINNERS = "list of successful candidates"
    PARTIES = "list of political parties participated"
    PERFORMANCE = "performance of political parties"
    SUMMARY = "electors data summary"


_ANCHORS = {spelling_key(words) for words in ("AC No.", "Party type", "Type of constituency")}
"""One of these stands in the heading of every sheet."""

_DETAILED = {spelling_key(words) for words in ("AC No.", "Candidate name", "General", "Postal", "Total electors")}
_MOST_ABOVE = 6
"""Rows in which title and heading are looked for."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    A sheet below its heading.

    - `headings`: the columns' headings as spelling keys, a merged one before its parts: `servicemale`.
    - `rows`: `row`, its number in the sheet, and the columns `1`, `2` … as text.
    """

    file: str
    kind: Kind
    headings: tuple[str, ...]
    rows: pl.DataFrame

    def column(self, heading: str) -> str | None:
        """Name the column with a heading, given as a spelling key; None where the sheet has none."""
        return str(self.headings.index(heading) + 1) if heading in self.headings else None

    def missing(self, *headings: str) -> Iterator[Fault]:
        """Give a fault for each heading that the sheet lacks."""
        for heading in headings:
            if heading not in self.headings:
                problem = f"a sheet of {self.kind} has a column of this heading, and here is none"
                cure = "Give the workbook as the Commission publishes it."
                yield Fault(file=self.file, row=1, column=heading, problem=problem, cure=cure)


def kind_of(rows: pl.DataFrame) -> Kind | None:
    """Tell from a sheet's first rows which workbook of the report it is; None where it is none."""
    for cells in rows.head(_MOST_ABOVE).iter_rows():
        keys = [spelling_key(cell) for cell in cells if cell is not None]
        if set(keys) >= _DETAILED:
            return Kind.DETAILED
        if len(keys) == 1:
            return next((kind for kind in Kind if keys[0].lstrip("0123456789") == spelling_key(kind)), None)
    return None


def kind_of_workbook(path: Path) -> Kind | None:
    """Tell whether a file is a workbook of the report, and which; None where it is none or cannot be opened."""
    try:
        return kind_of(read_sheet(path, most_rows=_MOST_ABOVE))
    except UnreadableFile:
        return None


def report_sheet(path: Path) -> Sheet | None:
    """
    Read a workbook of the report; None where it is another one.

    Raises: NoSuchFile, BrokenWorkbook, BlownUpWorkbook.
    """
    rows = read_sheet(path)
    kind = kind_of(rows)
    anchor = next((i for i, cells in enumerate(rows.head(_MOST_ABOVE).iter_rows()) if _has_anchor(cells)), None)
    if kind is None or anchor is None:
        return None
    first, last = _heading_rows(rows, anchor)
    below = rows.with_row_index("row", offset=1).with_columns(pl.col("row").cast(pl.Int64))[last + 1 :]
    return Sheet(path.name, kind, _headings(rows[first : last + 1]), below)


def whole_number(text: str | None) -> int | None:
    """Read a whole number with or without commas; None where there is none (`-`)."""
    digits = (text or "").replace(",", "").removesuffix(".0")
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _has_anchor(cells: tuple[str | None, ...]) -> bool:
    return any(spelling_key(cell) in _ANCHORS for cell in cells if cell is not None)


def _heading_rows(rows: pl.DataFrame, anchor: int) -> tuple[int, int]:
    """Give the first and last row of the heading: groups stand above the anchor's row, or parts below it."""
    above = rows.row(anchor - 1) if anchor else ()
    if above and above[0] is None and any(above):
        return anchor - 1, anchor
    below = rows.row(anchor + 1) if anchor + 1 < rows.height else ()
    if below and below[0] is None and any(below):
        return anchor, anchor + 1
    return anchor, anchor


def _headings(rows: pl.DataFrame) -> tuple[str, ...]:
    if rows.height == 1:
        return tuple(spelling_key(cell or "") for cell in rows.row(0))
    group, headings = "", []
    for above, below in zip(rows.row(0), rows.row(1), strict=True):
        # a merged cell has its words in the first column only
        group = spelling_key(above) if above is not None else group
        headings.append(group + spelling_key(below or "") if below is not None or above is not None else "")
    return tuple(headings)
