"""Loading: a bundled pack by name, a pack by folder, or an official table by file, whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.ledger import Entry
from janadesh.sources.pack import read_pack
from janadesh.sources.packs import pack_folder


def load(record: Record, what: str | Path) -> Entry | None:
    """
    Load a pack into the record, whole or not at all.

    Args:
        record: the record, as `janadesh.open` gives it.
        what: a bundled pack's name or a pack's folder.

    Returns: the ledger entry, or None where the record already held every statement.
    Raises: Refused, with every fault listed, or NoSuchPack; the record is then as it was.
    """
    return record.load(read_pack(pack_folder(what), _ids_in(record)))


def _ids_in(record: Record) -> Callable[[str], frozenset[str]]:
    end_of_time = dt.datetime(9999, 12, 31, tzinfo=dt.UTC)

    def ids(table: str) -> frozenset[str]:
        return frozenset(record.history(model.NOUN_OF_TABLE[table], as_of=end_of_time)["id"])

    return ids
