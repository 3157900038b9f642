"""A sheet of an XLSX workbook (ECMA-376) as text, opened only after its unpacked size is known to be safe."""

from __future__ import annotations

import zipfile
from pathlib import Path

import polars as pl

from janadesh.sources.peek import ZIP_FAILS
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import BinaryFile
from janadesh.sources.text_file import FileTooLarge
from janadesh.sources.text_file import NoSuchFile

MOST_BYTES = 50 * MEGABYTE
MOST_UNPACKED = 400 * MEGABYTE
MOST_TIMES_ITS_SIZE = 200
"""How many times its packed size a part may unpack to; the XML of sheets packs to a tenth or twentieth."""


class BrokenWorkbook(BinaryFile):
    """The file is no XLSX workbook that can be opened, or one with nothing in it."""

    cure = "Open it in a spreadsheet program and save it as .xlsx, or as CSV in UTF-8."


class BlownUpWorkbook(FileTooLarge):
    """The workbook unpacks to far more than it should, as those made to do harm do."""

    cure = "Save the sheet as CSV if you trust the file."


def read_sheet(path: Path, sheet: str | int = 0, most_rows: int | None = None) -> pl.DataFrame:
    """
    Read a sheet as it stands, headings and titles among the rows, every cell as text.

    Row *i* of the frame is row *i* + 1 of the sheet. Merged cells have their value in the first cell only.

    Args:
        path: the workbook, at most 50 MB packed and 400 MB unpacked.
        sheet: its name, or its place, 0 being the first.
        most_rows: how many rows to give; None is all.

    Returns: a frame of text columns named by their place, `1`, `2` …; an empty cell is null.
    Raises: NoSuchFile, BrokenWorkbook, BlownUpWorkbook.
    """
    # its shared library takes a while to load, and most commands read no workbook
    import fastexcel

    check_workbook(path)
    try:
        opened = fastexcel.read_excel(path)
        read = opened.load_sheet(sheet, header_row=None, skip_rows=0, n_rows=most_rows, dtypes="string").to_polars()
    except fastexcel.FastExcelError as error:
        raise BrokenWorkbook(path.name, f"it cannot be read as a workbook ({error})") from None
    read.columns = [str(place) for place in range(1, read.width + 1)]
    text = pl.col(pl.String).str.strip_chars()
    return read.with_columns(pl.when(text != "").then(text).name.keep())


def sheet_names(path: Path) -> list[str]:
    """
    Name the sheets of a workbook in their order.

    Raises: NoSuchFile, BrokenWorkbook, BlownUpWorkbook.
    """
    import fastexcel

    check_workbook(path)
    try:
        return list(fastexcel.read_excel(path).sheet_names)
    except fastexcel.FastExcelError as error:
        raise BrokenWorkbook(path.name, f"it cannot be read as a workbook ({error})") from None


def check_workbook(path: Path) -> None:
    """
    Make sure that a file is a workbook that unpacks to a size that may be read.

    Raises: NoSuchFile, BrokenWorkbook, BlownUpWorkbook.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BlownUpWorkbook(path.name, f"it has more than {MOST_BYTES // MEGABYTE} MB")
        with zipfile.ZipFile(path) as archive:
            _check_sizes(path.name, archive.infolist())
            # a part that is larger than it says breaks off at that size, with a wrong checksum
            broken = archive.testzip()
    except ZIP_FAILS as error:
        if isinstance(error, OSError) and not path.is_file():
            raise NoSuchFile(path.name, f"it cannot be opened: {error.strerror}") from None
        raise BrokenWorkbook(path.name, f"it is no workbook that can be unpacked ({error})") from None
    if broken:
        raise BrokenWorkbook(path.name, f"its part {broken} is damaged")


def _check_sizes(name: str, parts: list[zipfile.ZipInfo]) -> None:
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise BrokenWorkbook(name, "it is a zip archive and no workbook")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise BlownUpWorkbook(name, f"it unpacks to more than {MOST_UNPACKED // MEGABYTE} MB")
    for part in parts:
        if part.file_size > MEGABYTE and part.file_size > MOST_TIMES_ITS_SIZE * max(part.compress_size, 1):
            problem = f"its part {part.filename} unpacks to more than {MOST_TIMES_ITS_SIZE} times its size"
            raise BlownUpWorkbook(name, problem)
