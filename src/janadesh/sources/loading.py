"""Loading: a bundled pack by name, a pack by folder, or an official table by file, whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.ledger import Entry
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.sources import sniff
from janadesh.sources.pack import read_pack
from janadesh.sources.pack_descriptor import DESCRIPTOR
from janadesh.sources.packs import is_bundled
from janadesh.sources.packs import pack_folder


def load(
    record: Record,
    what: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the word a user expects
    known_at: Moment | None = None,
) -> Entry | None:
    """
    Load a pack or an official table into the record, whole or not at all.

    Args:
        record: the record, as `janadesh.open` gives it.
        what: a bundled pack's name, a pack's folder, or a file of a known format.
        format: the file's format by name, where it is not to be told from the file.
        known_at: when the file's figures were published, where it does not say. A pack always says.

    Returns: the ledger entry, or None where the record already held every statement.
    Raises: Refused, with every fault listed; NoSuchPack; UnknownFormat; NoSuchFile, BinaryFile,
        WrongEncoding of a file. The record is then as it was.
    """
    return record.load(read_statements(record, what, format=format, known_at=known_at))


def read_statements(
    record: Record,
    what: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the word a user expects
    known_at: Moment | None = None,
) -> Statements:
    """
    Read what `load` would load, with the rows that it would set aside, and leave the record as it is.

    Args and errors are those of `load`.
    """
    if _is_table(what):
        return sniff.read(what, record, format=format, known_at=known_at)
    return read_pack(pack_folder(what), ids_in(record))


def _is_table(what: str | Path) -> bool:
    path = Path(what).expanduser()
    if is_bundled(what):
        return False
    if path.is_dir():
        return not (path / DESCRIPTOR).exists() and any(path.iterdir()) and not _looks_like_pack(path)
    return path.is_file() and path.name != DESCRIPTOR


def _looks_like_pack(folder: Path) -> bool:
    # a pack that lacks its descriptor is told so by the pack's reader, which knows what a pack needs
    return any((folder / f"{noun.TABLE}.csv").exists() for noun in model.NOUNS)


def ids_in(record: Record) -> Callable[[str], frozenset[str]]:
    """Give what tells the ids that a record holds in a table, known at any time."""
    end_of_time = dt.datetime(9999, 12, 31, tzinfo=dt.UTC)

    def ids(table: str) -> frozenset[str]:
        return frozenset(record.history(model.NOUN_OF_TABLE[table], as_of=end_of_time)["id"])

    return ids
