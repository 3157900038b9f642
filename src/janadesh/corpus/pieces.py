"""
What is checked at a time: pieces of files, put together to portions of like size.

A WARC archive is one piece, however large, since it can only be read from its start. JSON lines are cut
into pieces between lines, Parquet between row groups. Small files are put together.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from collections.abc import Set
from dataclasses import asdict
from dataclasses import dataclass
from pathlib import Path

from janadesh.sources.text_file import NoSuchFile

PORTION_BYTES = 4_000_000
MOST_FILES = 256
"""How many small files one portion has at most."""

_BLOCK_BYTES = 1 << 20
_LINE_ENDINGS = frozenset({".jsonl", ".ndjson"})
_PARQUET_START = b"PAR1"


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A stretch of a file that is read on its own, and the file's state when it was cut.

    `start` and `end`, half open, count bytes of `lines` and row groups of `parquet`; of a `whole` file both
    are 0. `first` is the number, from 1, of the first line or row in it.
    """

    path: str
    form: str
    size: int
    modified: int
    """In nanoseconds since 1970."""
    start: int = 0
    end: int = 0
    first: int = 1
    weight: int = 0
    """How many bytes are read for it, about."""

    def key(self, against: str) -> str:
        """Tell this piece, checked `against` one state of a record, from every other."""
        told = json.dumps([self.path, self.size, self.modified, self.start, self.end, against])
        return hashlib.sha256(told.encode()).hexdigest()


Portion = tuple[Piece, ...]
"""Pieces that one worker checks in one go."""


def pieces_of(path: Path, portion_bytes: int = PORTION_BYTES) -> list[Piece]:
    """
    Cut a file into pieces that can be checked apart.

    Raises: NoSuchFile.
    """
    path = path.absolute()
    try:
        state = path.stat()
        with path.open("rb") as file:
            head = file.read(len(_PARQUET_START))
        whole = Piece(str(path), "whole", state.st_size, state.st_mtime_ns, weight=state.st_size)
        if head == _PARQUET_START:
            return list(_row_groups(whole))
        if path.suffix.lower() in _LINE_ENDINGS:
            return list(_lines(whole, portion_bytes))
    except OSError as error:
        raise NoSuchFile(path.name, f"it cannot be opened: {error.strerror}") from error
    return [whole]


def portions_of(pieces: Iterable[Piece], done: Set[Piece], portion_bytes: int = PORTION_BYTES) -> Iterator[Portion]:
    """Put pieces that are not done together, neighbours only, so that the order of all stays what it is."""
    portion: list[Piece] = []
    weight = 0
    for piece in pieces:
        is_full = len(portion) == MOST_FILES or weight + piece.weight > portion_bytes
        if portion and (is_full or piece in done):
            yield tuple(portion)
            portion, weight = [], 0
        if piece not in done:
            portion.append(piece)
            weight += piece.weight
    if portion:
        yield tuple(portion)


def portion_name(portion: Sequence[Piece], against: str) -> str:
    """Name the files that a portion is written to."""
    return hashlib.sha256("".join(piece.key(against) for piece in portion).encode()).hexdigest()[:20]


def written_out(portion: Sequence[Piece]) -> str:
    """Write a portion as JSON, as it is handed to a worker."""
    return json.dumps([asdict(piece) for piece in portion])


def read_in(written: str) -> Portion:
    """Read a portion that `written_out` wrote."""
    return tuple(Piece(**fields) for fields in json.loads(written))


def _row_groups(whole: Piece) -> Iterator[Piece]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(whole.path) as file:
            groups = [file.metadata.row_group(number) for number in range(file.metadata.num_row_groups)]
            sizes = [(group.num_rows, group.total_byte_size) for group in groups]
    except (pa.ArrowException, OSError):
        # whoever reads it says what is wrong
        yield _piece_of(whole, "parquet", 0, 0, 1, whole.size)
        return
    first = 1
    for number, (rows, weight) in enumerate(sizes):
        yield _piece_of(whole, "parquet", number, number + 1, first, weight)
        first += rows


def _lines(whole: Piece, portion_bytes: int) -> Iterator[Piece]:
    start, first, place, line = 0, 1, 0, 1
    with Path(whole.path).open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            # a piece ends behind the last line end of the block in which it grew long enough
            last = block.rfind(b"\n") + 1
            if last and place + last - start >= portion_bytes:
                next_first = line + block.count(b"\n")
                yield _piece_of(whole, "lines", start, place + last, first, place + last - start)
                start, first = place + last, next_first
            line += block.count(b"\n")
            place += len(block)
    if place > start or not place:
        yield _piece_of(whole, "lines", start, place, first, place - start)


def _piece_of(whole: Piece, form: str, start: int, end: int, first: int, weight: int) -> Piece:
    return Piece(whole.path, form, whole.size, whole.modified, start, end, first, weight)
