"""
Checked portions as files in one folder: `NAME.claims.parquet`, `NAME.set_aside.parquet` and `NAME.json`.

The last is written when the others are whole. It lists the pieces that are done, so the folder is its own
list of what is finished, whoever wrote it and whenever it was broken off.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from janadesh.claims.checking import Checker
from janadesh.corpus.columns import CLAIMS
from janadesh.corpus.columns import SET_ASIDE
from janadesh.corpus.columns import claim_row
from janadesh.corpus.documents import LeftOut
from janadesh.corpus.documents import documents_of
from janadesh.corpus.pieces import Piece
from janadesh.corpus.pieces import Portion
from janadesh.corpus.pieces import portion_name
from janadesh.sources.article import Article

_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Part:
    """A portion that is checked and written: its files' name, the keys of its pieces, and what was in them."""

    name: str
    pieces: tuple[str, ...]
    articles: int
    claims: int
    set_aside: int


def write_part(checker: Checker, portion: Portion, folder: Path, against: str, written_on: dt.date | None) -> Part:
    """
    Check a portion and write its claims and what was set aside.

    Args:
        checker: the record made ready.
        portion: what to check.
        folder: where the part is written.
        against: tells the state of the record, as in `Piece.key`.
        written_on: the day the articles were written on, whatever they say.
    """
    name = portion_name(portion, against)
    articles = 0
    with (
        _Rows(folder / f"{name}.claims.parquet", CLAIMS) as claims,
        _Rows(folder / f"{name}.set_aside.parquet", SET_ASIDE) as set_aside,
    ):
        for piece in portion:
            for document in documents_of(piece, written_on):
                found = document if isinstance(document, LeftOut) else _checked(checker, document, piece.path)
                if isinstance(found, LeftOut):
                    set_aside.add({"file": piece.path, "document": found.document, "reason": found.reason})
                else:
                    articles += 1
                    for row in found:
                        claims.add(row)
    part = Part(name, tuple(piece.key(against) for piece in portion), articles, claims.count, set_aside.count)
    _put(folder / f"{name}.json", json.dumps(_fields(part)))
    return part


def finished_parts(folder: Path, pieces: Sequence[Piece], against: str) -> dict[Part, tuple[Piece, ...]]:
    """
    Find the parts of a folder that hold nothing but these pieces, each piece once.

    Returns: each part with its pieces.
    """
    by_key = {piece.key(against): piece for piece in pieces}
    found: dict[Part, tuple[Piece, ...]] = {}
    taken: set[str] = set()
    for part in sorted(_parts_in(folder), key=lambda part: (-len(part.pieces), part.name)):
        if taken.isdisjoint(part.pieces) and all(key in by_key for key in part.pieces):
            taken.update(part.pieces)
            found[part] = tuple(by_key[key] for key in part.pieces)
    return found


def join_parts(folder: Path, names: Iterable[str], claims: Path, set_aside: Path) -> None:
    """Put the parts of these names together, in this order, to one file of claims and one of what was set aside."""
    names = list(names)
    for kind, schema, to in (("claims", CLAIMS, claims), ("set_aside", SET_ASIDE, set_aside)):
        with _Rows(to, schema) as rows:
            for name in names:
                with pq.ParquetFile(folder / f"{name}.{kind}.parquet") as part:
                    for batch in part.iter_batches(_ROWS):
                        rows.add_batch(batch)


class _Rows:
    """A Parquet file that is written row by row, and is there under its name only when it is whole."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.count = 0
        self._path = path
        self._schema = schema
        self._under_way = path.with_name(f".{path.name}.under-way")
        self._waiting: list[dict[str, Any]] = []

    def __enter__(self) -> _Rows:
        self._writer = pq.ParquetWriter(self._under_way, self._schema, compression="zstd")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._write_waiting()
        self._writer.close()
        if error is None:
            self._under_way.replace(self._path)
        else:
            self._under_way.unlink(missing_ok=True)

    def add(self, row: dict[str, Any]) -> None:
        """Add a row."""
        self.count += 1
        self._waiting.append(row)
        if len(self._waiting) == _ROWS:
            self._write_waiting()

    def add_batch(self, batch: pa.RecordBatch) -> None:
        """Add the rows of a batch."""
        self.count += batch.num_rows
        self._writer.write_batch(batch)

    def _write_waiting(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._waiting, self._schema))
        self._waiting.clear()


def _checked(checker: Checker, article: Article, file: str) -> list[dict[str, Any]] | LeftOut:
    try:
        return [claim_row(file, article, claim) for claim in checker.check(article)]
    except Exception as fault:  # noqa: BLE001 - one article of a million must not end the run
        told = f"{article.id}: a fault in Janadesh itself, please report it with this article: {fault!r}"
        return LeftOut(article.id, told)


def _parts_in(folder: Path) -> Iterable[Part]:
    for file in folder.glob("*.json"):
        fields = json.loads(file.read_text(encoding="utf-8"))
        yield Part(**{**fields, "name": file.stem, "pieces": tuple(fields["pieces"])})


def _fields(part: Part) -> dict[str, Any]:
    return {
        "pieces": part.pieces,
        "articles": part.articles,
        "claims": part.claims,
        "set_aside": part.set_aside,
    }


def _put(path: Path, text: str) -> None:
    under_way = path.with_name(f".{path.name}.under-way")
    under_way.write_text(text, encoding="utf-8")
    under_way.replace(path)
