"""The documents of a piece, one by one, however large the file: articles, and what cannot be one with the reason."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from janadesh.corpus.pieces import Piece
from janadesh.errors import JanadeshError
from janadesh.sources.article import Article
from janadesh.sources.article import BrokenJson
from janadesh.sources.article_json import json_article
from janadesh.sources.articles import each_article
from janadesh.sources.text_file import MEGABYTE

MOST_LINE_BYTES = 10 * MEGABYTE
_ROWS = 256
_FIELDS = ("id", "title", "url", "text", "date", "datePublished", "published")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that is no article, and why; `document` is its place in the file."""

    document: str
    reason: str


def documents_of(piece: Piece, written_on: dt.date | None) -> Iterator[Article | LeftOut]:
    """
    Read the documents of a piece, in order.

    Args:
        piece: the piece.
        written_on: the day the articles were written on, whatever they say.
    """
    path = Path(piece.path)
    if piece.form == "whole":
        return _of_file(path, written_on)
    if piece.form == "lines":
        return _of_lines(path, piece, written_on)
    return _of_rows(path, piece, written_on)


def _of_file(path: Path, written_on: dt.date | None) -> Iterator[Article | LeftOut]:
    left_out: list[LeftOut] = []

    def set_aside(error: JanadeshError) -> None:
        left_out.append(LeftOut(path.name, str(error)))

    try:
        for article in each_article(path, written_on, set_aside):
            yield from left_out
            left_out.clear()
            yield article
    except JanadeshError as error:
        # what could be read before it broke off is kept
        set_aside(error)
    yield from left_out


def _of_lines(path: Path, piece: Piece, written_on: dt.date | None) -> Iterator[Article | LeftOut]:
    number = piece.first
    with path.open("rb") as file:
        file.seek(piece.start)
        while file.tell() < piece.end and (line := file.readline(MOST_LINE_BYTES + 1)):
            place = f"{path.name}, line {number}"
            if len(line) > MOST_LINE_BYTES:
                while line and not line.endswith(b"\n"):
                    line = file.readline(MOST_LINE_BYTES)
                yield LeftOut(place, f"{place}: it has more than {MOST_LINE_BYTES // MEGABYTE} MB, and is not read.")
            elif line.strip():
                yield _of_line(line, f"{path.stem}-{number}", place, written_on)
            number += 1


def _of_line(line: bytes, name: str, place: str, written_on: dt.date | None) -> Article | LeftOut:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
        return json_article(fields, name, place, written_on)
    except JanadeshError as error:
        return LeftOut(place, str(error))
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        return LeftOut(place, f"{place}: it is not in UTF-8: there is the byte 0x{byte:02x}. Save the file in UTF-8.")
    except ValueError as error:
        return LeftOut(place, str(BrokenJson(f"{place}: this is not JSON: {error}. Correct the line.")))
    except RecursionError:
        return LeftOut(place, str(BrokenJson(f"{place}: the JSON is nested too deeply.")))


def _of_rows(path: Path, piece: Piece, written_on: dt.date | None) -> Iterator[Article | LeftOut]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = piece.first
    try:
        with pq.ParquetFile(path) as file:
            columns = [name for name in _FIELDS if name in file.schema_arrow.names]
            if "text" not in columns:
                problem = f"it has no column text, only {', '.join(file.schema_arrow.names)}. Rename the one that is it"
                yield LeftOut(path.name, f"{path.name}: {problem}.")
                return
            groups = list(range(piece.start, piece.end))
            for batch in file.iter_batches(_ROWS, row_groups=groups, columns=columns):
                for row in batch.to_pylist():
                    yield _of_row(row, f"{path.stem}-{number}", f"{path.name}, row {number}", written_on)
                    number += 1
    except (pa.ArrowException, OSError) as error:
        yield LeftOut(path.name, f"{path.name}: it cannot be read as Parquet: {error}. Write it again.")


def _of_row(row: dict[str, Any], name: str, place: str, written_on: dt.date | None) -> Article | LeftOut:
    try:
        return json_article(row, name, place, written_on)
    except JanadeshError as error:
        return LeftOut(place, str(error))
