"""
The ledger: one entry for each load, chained by hashes, so that a change to the past shows.

An entry's content hash is SHA-256 over its statements, table by table in the order of `model.NOUNS`,
each as CSV (RFC 4180, null as an empty field) in the order loaded. A column that came with a later
schema counts only where it says something, so that entries made before it keep their hashes. An entry's own
hash covers its number, time, source, count, content hash and the hash of the entry before.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import polars as pl
import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.bulk import fetch

ADDED_LATER: Mapping[type[model.Noun], tuple[str, ...]] = MappingProxyType({model.Candidacy: ("gender", "age")})
"""Columns that tables did not have in the first schema."""

FIRST = "0" * 64
"""What stands as the hash before the first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One load into the record."""

    entry: int
    loaded_at: str
    read_from: str
    statements: int
    content_hash: str
    previous_hash: str
    entry_hash: str


def content_hash(frames: Mapping[type[model.Noun], pl.DataFrame]) -> str:
    """Hash stored frames (see `storage.to_stored`); empty frames count as absent."""
    digest = hashlib.sha256()
    for noun in model.NOUNS:
        frame = frames.get(noun)
        if frame is not None and frame.height:
            digest.update(noun.TABLE.encode())
            silent = [name for name in ADDED_LATER.get(noun, ()) if frame[name].null_count() == frame.height]
            # quoting tells an empty text from an unknown cell
            digest.update(frame.drop(silent).write_csv(quote_style="non_numeric", null_value="").encode())
    return digest.hexdigest()


def entry_hash(number: int, loaded_at: str, read_from: str, statements: int, content: str, previous: str) -> str:
    """Hash one entry's own line together with the hash before it."""
    line = "\n".join([str(number), loaded_at, read_from, str(statements), content, previous])
    return hashlib.sha256(line.encode()).hexdigest()


def append(
    connection: sa.Connection, loaded_at: str, read_from: str, frames: Mapping[type[model.Noun], pl.DataFrame]
) -> Entry:
    """Write the next entry's line. The caller writes the statements in the same transaction."""
    last = connection.execute(sa.select(schema.ledger).order_by(schema.ledger.c.entry.desc()).limit(1)).first()
    number, previous = (last.entry + 1, last.entry_hash) if last else (1, FIRST)
    content = content_hash(frames)
    count = sum(frame.height for frame in frames.values())
    entry = Entry(
        entry=number,
        loaded_at=loaded_at,
        read_from=read_from,
        statements=count,
        content_hash=content,
        previous_hash=previous,
        entry_hash=entry_hash(number, loaded_at, read_from, count, content, previous),
    )
    connection.execute(
        schema.ledger.insert().values(**{name: getattr(entry, name) for name in Entry.__dataclass_fields__})
    )
    return entry


def entries(connection: sa.Connection) -> list[Entry]:
    """List every entry, oldest first."""
    rows = connection.execute(sa.select(schema.ledger).order_by(schema.ledger.c.entry))
    return [Entry(**row._mapping) for row in rows]


def altered(connection: sa.Connection, is_over: Callable[[], bool] = lambda: False) -> Iterator[tuple[Entry, str]]:
    """
    Yield each entry that no longer agrees with its hashes, oldest first, with what is wrong.

    Statements that carry the number of no entry come last, under an entry that has only that number.

    Raises: TimeoutError, where `is_over` says so before an entry is looked at.
    """
    previous = FIRST
    known = entries(connection)
    for entry in known:
        if is_over():
            raise TimeoutError
        if entry.previous_hash != previous:
            yield entry, "it does not follow from the entry before it: an entry was removed or changed"
        frames = _statements_of(connection, entry.entry)
        if content_hash(frames) != entry.content_hash:
            yield entry, "its statements are not those that were loaded: a row was changed, removed or added"
        own = entry_hash(
            entry.entry, entry.loaded_at, entry.read_from, entry.statements, entry.content_hash, entry.previous_hash
        )
        if own != entry.entry_hash:
            yield entry, "its own line in the ledger was changed"
        previous = entry.entry_hash
    yield from _without_entry(connection, {entry.entry for entry in known})


def _without_entry(connection: sa.Connection, known: Collection[int]) -> Iterator[tuple[Entry, str]]:
    counts: Counter[int] = Counter()
    for table in schema.TABLES.values():
        counts.update(connection.execute(sa.select(table.c.entry).where(table.c.entry.not_in(known))).scalars())
    for number, count in sorted(counts.items()):
        entry = Entry(number, "never", "nowhere", count, "", "", "")
        yield entry, "it has statements, and no line in the ledger: they were added by hand, or the line was removed"


def _statements_of(connection: sa.Connection, number: int) -> dict[type[model.Noun], pl.DataFrame]:
    frames = {}
    for noun, table in schema.TABLES.items():
        wanted = [table.c[name] for name in model.columns(noun)]
        query = sa.select(*wanted).where(table.c.entry == number).order_by(table.c.statement)
        frames[noun] = fetch(connection, noun, query)
    return frames
