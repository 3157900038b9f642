"""Any CSV file or sheet of a workbook as rows of text, before anything is known of what they mean."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.mapping import TableFile
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import WrongEncoding
from janadesh.sources.text_file import decoded
from janadesh.sources.text_file import read_bytes
from janadesh.sources.workbook import read_sheet

MOST_BYTES = 100 * MEGABYTE
_SEPARATORS = ",;\t|"
_HEAD = 20_000


@dataclass(frozen=True, slots=True)
class TextTable:
    """
    A table's headings and rows, as text.

    `rows` has a column `row`, the row's number in the file, and one for each heading; a heading that is
    there twice, or empty, is told by its place: `Votes (5)`.
    """

    headings: tuple[str, ...]
    rows: pl.DataFrame


def text_table(path: Path, how: TableFile) -> TextTable:
    """
    Read a file as the mapping says it is to be taken apart.

    Raises: Refused, where it has no such heading row or its cells do not fit the heading; errors of the file.
    """
    rows = sheet_rows(path, how) if is_workbook(path) else csv_rows(path, how)
    if len(rows) < how.heading_row:
        fault = Fault(file=path.name, row=how.heading_row, problem="the file ends before the heading row")
        raise Refused(path.name, [fault])
    headings = _headings(rows[how.heading_row - 1])
    width = len(headings)
    faults = [
        Fault(
            file=path.name,
            row=number,
            problem=f"this row has {len(cells)} cells, and the heading has {width}",
            cure="Check the separator and the heading row in the mapping, or the quotes in this row.",
        )
        for number, cells in enumerate(rows[how.heading_row :], start=how.heading_row + 1)
        if len(cells) > width and any(cells[width:])
    ]
    if faults:
        raise Refused(path.name, faults[:20])
    listed = [
        [number, *cells[:width], *[None] * (width - len(cells))]
        for number, cells in enumerate(rows[how.heading_row :], start=how.heading_row + 1)
        if any(cells)
    ]
    schema = {"row": pl.Int64, **dict.fromkeys(headings, pl.String)}
    table = pl.DataFrame(listed, schema=schema, orient="row")
    return TextTable(headings, table.with_columns(pl.col(pl.String).str.strip_chars().replace("", None)))


def first_rows(path: Path, how: TableFile, most: int) -> list[list[str]]:
    """Give how a file begins, for guessing what it is."""
    return (sheet_rows(path, how, most) if is_workbook(path) else csv_rows(path, how))[:most]


def guessed_file(path: Path) -> TableFile:
    """Guess separator and encoding of a CSV file; of a workbook nothing is to be guessed."""
    if is_workbook(path):
        return TableFile()  # type: ignore[call-arg]
    content = read_bytes(path, MOST_BYTES)
    try:
        text, encoding = decoded(content, path.name), "utf-8"
    except WrongEncoding:
        text, encoding = content.decode("windows-1252", errors="replace"), "windows-1252"
    try:
        separator = csv.Sniffer().sniff(text[:_HEAD], _SEPARATORS).delimiter
    except csv.Error:
        separator = ","
    return TableFile(separator=separator, encoding=encoding)  # type: ignore[call-arg, arg-type]


def is_workbook(path: Path) -> bool:
    """Whether a file is a zip archive, as XLSX workbooks are; what else it may be is told when it is opened."""
    return path.is_file() and zipfile.is_zipfile(path)


def csv_rows(path: Path, how: TableFile) -> list[list[str]]:
    """Read every row of a CSV file."""
    content = read_bytes(path, MOST_BYTES)
    text = decoded(content, path.name) if how.encoding == "utf-8" else content.decode(how.encoding, errors="replace")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=how.separator, strict=True)
    try:
        return [*lines]
    except csv.Error as error:
        cure = "Check the separator in the mapping, and the quotes in this row."
        fault = Fault(file=path.name, row=lines.line_num, problem=f"this is not CSV: {error}", cure=cure)
        raise Refused(path.name, [fault]) from None


def sheet_rows(path: Path, how: TableFile, most: int | None = None) -> list[list[str]]:
    """Read every row of a sheet."""
    sheet = read_sheet(path, how.sheet or 0, most)
    return [[cell or "" for cell in cells] for cells in sheet.iter_rows()]


def _headings(cells: list[str]) -> tuple[str, ...]:
    tidy = [" ".join(cell.split()) for cell in cells]
    return tuple(
        heading if heading and heading != "row" and tidy.count(heading) == 1 else f"{heading} ({place})".strip()
        for place, heading in enumerate(tidy, start=1)
    )
