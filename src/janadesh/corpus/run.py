"""Checking an archive from start to end: what is left to do, doing it, and putting the parts together."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from janadesh import __version__
from janadesh.corpus.parts import Part
from janadesh.corpus.parts import finished_parts
from janadesh.corpus.parts import join_parts
from janadesh.corpus.pieces import Piece
from janadesh.corpus.pieces import Portion
from janadesh.corpus.pieces import pieces_of
from janadesh.corpus.pieces import portions_of
from janadesh.record.book import Record


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: portions, and what was found in those that are done."""

    done: int
    of: int
    articles: int
    claims: int
    set_aside: int


Checking = Callable[[list[Portion]], Iterator[Part]]
"""Checks portions, giving each as it is finished."""


def state_of(record: Record, as_of: str | None, written_on: dt.date | None) -> str:
    """Tell one state of a record, with the options and the version that decide verdicts, from every other."""
    entries = record.entries()
    return json.dumps([__version__, entries[-1].entry_hash if entries else None, as_of, str(written_on)])


def parts_folder(out: Path) -> Path:
    """Name the folder of finished parts beside the output."""
    return out.with_name(f"{out.name}.parts")


def set_aside_file(out: Path) -> Path:
    """Name the file that lists what was set aside, beside the output."""
    return out.with_name(f"{out.stem}.set_aside.parquet")


def check_archive(files: Iterable[Path], out: Path, against: str, check: Checking) -> Iterator[Progress]:
    """
    Check all articles of some files, but for those that an earlier run has finished, and write `out`.

    Args:
        files: the files, in the order in which their claims are written.
        out: the Parquet file to write, with its parts and what was set aside beside it.
        against: what `state_of` tells.
        check: checks what is left to do.

    Returns: the progress, after each portion, first what an earlier run had finished.
    Raises: NoSuchFile, and what `check` raises.
    """
    folder = parts_folder(out)
    folder.mkdir(parents=True, exist_ok=True)
    pieces = [piece for file in files for piece in pieces_of(file)]
    order = {piece.key(against): place for place, piece in enumerate(pieces)}
    earlier = finished_parts(folder, pieces, against)
    done: set[Piece] = {piece for of in earlier.values() for piece in of}
    portions = list(portions_of(pieces, done))
    parts = list(earlier)
    total = len(parts) + len(portions)
    yield _progress(parts, total)
    for part in check(portions) if portions else ():
        parts.append(part)
        yield _progress(parts, total)
    parts.sort(key=lambda part: order[part.pieces[0]])
    join_parts(folder, [part.name for part in parts], out, set_aside_file(out))


def _progress(parts: list[Part], total: int) -> Progress:
    return Progress(
        done=len(parts),
        of=total,
        articles=sum(part.articles for part in parts),
        claims=sum(part.claims for part in parts),
        set_aside=sum(part.set_aside for part in parts),
    )
