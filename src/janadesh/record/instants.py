"""The instants at which what the record knows changed: between two of them every answer is the same."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.book import Record


def last_entry(record: Record) -> str:
    """Give the hash of the ledger's last entry, which stands for all that was ever loaded; empty where nothing was."""
    query = sa.select(schema.ledger.c.entry_hash).order_by(schema.ledger.c.entry.desc()).limit(1)
    with record.engine.connect() as connection:
        return connection.execute(query).scalar() or ""


def known_instants(record: Record, after: int = 0) -> tuple[str, ...]:
    """
    List every `known_at` of the record, oldest first, as the record keeps them (see `moments.instant_text`).

    `after` leaves out what ledger entries up to that number brought.
    """
    tables = [table for table in schema.TABLES.values() if "known_at" in table.c]
    query = sa.union(
        *(sa.select(t.c.known_at).where(t.c.entry > after) if after else sa.select(t.c.known_at) for t in tables)
    )
    with record.engine.connect() as connection:
        return tuple(connection.execute(query.order_by("known_at")).scalars())


class Part(NamedTuple):
    """What a record says of a noun, or only where a column has a value: the tallies of one election."""

    noun: type[model.Noun]
    column: str | None = None
    value: str | None = None


def instants_of(record: Record, parts: Sequence[Part]) -> tuple[str, ...]:
    """List every `known_at` of some parts of a record, oldest first; what is known at any time has none."""
    queries = []
    for part in parts:
        table = schema.TABLES[part.noun]
        if "known_at" in table.c:
            query = sa.select(table.c.known_at)
            queries.append(query if part.column is None else query.where(table.c[part.column] == part.value))
    if not queries:
        return ()
    with record.engine.connect() as connection:
        return tuple(connection.execute(sa.union(*queries).order_by("known_at")).scalars())


def last_load(record: Record) -> str:
    """Give the hash of the last ledger entry that brought more than articles and sources; empty where none did."""
    tables = [table for noun, table in schema.TABLES.items() if "known_at" in table.c and noun is not model.Article]
    latest = sa.union_all(*(sa.select(sa.func.max(table.c.entry).label("entry")) for table in tables)).subquery()
    last = sa.select(sa.func.max(latest.c.entry)).scalar_subquery()
    with record.engine.connect() as connection:
        return (
            connection.execute(sa.select(schema.ledger.c.entry_hash).where(schema.ledger.c.entry == last)).scalar()
            or ""
        )


def last_statement(record: Record, noun: type[model.Noun]) -> int:
    """Give the number of the last statement of a noun; 0 where there is none."""
    with record.engine.connect() as connection:
        return connection.execute(sa.select(sa.func.max(schema.TABLES[noun].c.statement))).scalar() or 0


class KnownInstants:
    """
    The instants of a record, of which only what was loaded since is read again. Safe to use from several threads.

    A record of decades takes a second to be read through, which is too long after each load of a running count.
    """

    def __init__(self, record: Record) -> None:
        """Read nothing yet."""
        self._record = record
        self._number = 0
        self._entry = ""
        self._known: tuple[str, ...] = ()
        self._lock = Lock()

    def known(self, entry: str) -> tuple[str, ...]:
        """Give `known_instants` of the record whose ledger ends with an entry, as `last_entry` gives it, or later."""
        with self._lock:
            if entry != self._entry:
                numbers = self._numbers(entry)
                # entries are only ever added; where the one that was last is gone, it is another record
                after = self._number if self._entry in numbers else 0
                fresh = known_instants(self._record, after)
                self._known = tuple(sorted({*self._known, *fresh})) if after else fresh
                self._number, self._entry = numbers.get(entry, 0), entry
            return self._known

    def _numbers(self, entry: str) -> dict[str, int]:
        table = schema.ledger.c
        query = sa.select(table.entry_hash, table.entry).where(table.entry_hash.in_([self._entry, entry]))
        with self._record.engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}


def loads_by_instant(record: Record) -> tuple[tuple[str, int], ...]:
    """
    List which load brought statements known from which instant, oldest instant first; articles are left out.

    What the record says of elections at a moment depends on those pairs alone whose instant had passed.
    """
    tables = [table for noun, table in schema.TABLES.items() if "known_at" in table.c and noun is not model.Article]
    query = sa.union(*(sa.select(table.c.known_at, table.c.entry) for table in tables)).order_by("known_at", "entry")
    with record.engine.connect() as connection:
        return tuple((row[0], row[1]) for row in connection.execute(query))
