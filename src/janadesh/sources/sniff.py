"""Which reader reads a file: told by how the file begins, never by its name."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from janadesh.errors import JanadeshError
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.sources import eci_assembly
from janadesh.sources import eci_parliament
from janadesh.sources import lokdhaba
from janadesh.sources.known import known
from janadesh.sources.near import did_you_mean
from janadesh.sources.text_file import read_head

_HEAD_BYTES = 64_000


class UnknownFormat(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """No reader knows the file, or none has the name asked for."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Reader:
    """
    A format of official tables.

    `matches` tells the format from a file's first characters; `read` makes statements of a file, resolved
    against a record, published at a moment where the file does not say when.
    """

    name: str
    describes: str
    matches: Callable[[str], bool]
    read: Callable[[Path, Record, Moment | None], Statements]


def _read_eci_assembly(path: Path, record: Record, known_at: Moment | None) -> Statements:
    return eci_assembly.read_eci_assembly(path, known(record), known_at)


READERS: tuple[Reader, ...] = (
    Reader(
        name="eci-assembly",
        describes="assembly results by candidate, EVM and postal votes apart, as CSV",
        matches=eci_assembly.matches,
        read=_read_eci_assembly,
    ),
    Reader(
        name="eci-parliament",
        describes="Lok Sabha results by candidate of 2014, 2019 or 2024, as CSV or JSON",
        matches=eci_parliament.matches,
        read=eci_parliament.read_eci_parliament,
    ),
    Reader(
        name="lokdhaba",
        describes="Lok Dhaba's assembly (AE) or Lok Sabha (GE) results of a state, as CSV",
        matches=lokdhaba.matches,
        read=lokdhaba.read_lokdhaba,
    ),
)
"""Every format, the most particular first: the first that matches reads."""


def read(
    path: str | Path,
    record: Record,
    *,
    format: str | None = None,  # noqa: A002 - the word a user expects
    known_at: Moment | None = None,
) -> Statements:
    """
    Read a file of official figures into statements, with the reader whose format it is.

    Args:
        path: the file.
        record: what names and numbers are resolved against; it is not changed.
        format: the format's name, where it is not to be told from the file.
        known_at: when the figures were published, where the file does not say.

    Raises: UnknownFormat, Refused with every fault, or of the file itself NoSuchFile, BinaryFile, WrongEncoding.
    """
    path = Path(path).expanduser()
    head = _unpacked_head(path) if path.suffix == ".gz" else read_head(path, _HEAD_BYTES)
    return (_named(format) if format else _matching(path, head)).read(path, record, known_at)


def _unpacked_head(path: Path) -> str:
    if not path.is_file():
        return read_head(path, _HEAD_BYTES)
    try:
        with gzip.open(path) as file:
            return file.read(_HEAD_BYTES).decode("utf-8-sig", errors="ignore")
    except (OSError, EOFError):
        raise UnknownFormat(f"{path.name} ends in .gz and is no gzip file, or a broken one. Unpack it first.") from None


def _named(name: str) -> Reader:
    for reader in READERS:
        if reader.name == name:
            return reader
    raise UnknownFormat(f"There is no format {name!r}. {did_you_mean(name, [reader.name for reader in READERS])}")


def _matching(path: Path, head: str) -> Reader:
    for reader in READERS:
        if reader.matches(head):
            return reader
    listed = "\n".join(f"  {reader.name}: {reader.describes}" for reader in READERS)
    raise UnknownFormat(
        f"{path.name} begins like no table that is known here. Name its format, or give a pack's folder. "
        f"Known are:\n{listed}"
    )
