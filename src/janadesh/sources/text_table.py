"""Tables of text, plain or gzip-compressed, taken into Polars with every cell as it is written, or refused in words."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import polars as pl

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.peek import BrokenArchive
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import NoSuchFile

UNPACKING_FAILS = (OSError, EOFError, zlib.error)
"""What a gzip file raises that is none, is cut off, or is damaged inside."""
_MOST_OF_A_REASON = 120


def unpacked_bytes(path: Path, most_bytes: int, cure: str) -> bytes:
    """
    Read a file, unpacked where its name ends in `.gz`.

    Args:
        path: the file.
        most_bytes: how many there may be, unpacked.
        cure: what to do about a file that has more.

    Raises: NoSuchFile, BrokenArchive, Refused where it is too large.
    """
    packed = path.suffix == ".gz"
    try:
        with gzip.open(path) if packed else path.open("rb") as opened:
            content = opened.read(most_bytes + 1)
    except UNPACKING_FAILS as error:
        if packed and path.is_file():
            raise BrokenArchive(path.name, f"it ends in .gz and cannot be unpacked ({error})") from None
        raise NoSuchFile(path.name, f"it cannot be opened: {getattr(error, 'strerror', error)}") from None
    if len(content) > most_bytes:
        problem = f"it has more than {most_bytes // MEGABYTE} MB"
        raise Refused(path.name, [Fault(file=path.name, problem=problem, cure=cure)])
    return content


def text_table(
    content: bytes, file: str, needed: Iterable[str] = (), *, separator: str = ",", skip_rows: int = 0
) -> pl.DataFrame:
    """
    Take a CSV table apart into cells of text; an empty cell is null.

    Args:
        content: the file, in UTF-8.
        file: what faults call it.
        needed: columns that must be there.
        separator: what stands between cells.
        skip_rows: how many rows stand above the heading.

    Raises: Refused, where it is no such table.
    """
    try:
        table = pl.read_csv(BytesIO(content), separator=separator, skip_rows=skip_rows, infer_schema=False)
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise not_csv(file, error) from None
    missing = [column for column in needed if column not in table.columns]
    if missing:
        problem = f"it lacks the columns {', '.join(missing)}"
        raise Refused(file, [Fault(file=file, row=1, problem=problem, cure="Give the table as published.")])
    return table


def not_csv(file: str, error: Exception) -> Refused:
    """Tell that a file cannot be taken apart into rows and cells."""
    # Polars goes on over many lines, with the whole row that it could not read
    reason = str(error).partition("\n")[0][:_MOST_OF_A_REASON]
    cure = "Check its quotes and its encoding, which must be UTF-8."
    return Refused(file, [Fault(file=file, problem=f"this is not CSV: {reason}", cure=cure)])
