"""The instants at which what the record knows changed: between two of them every answer is the same."""

from __future__ import annotations

import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.book import Record


def last_entry(record: Record) -> str:
    """Give the hash of the ledger's last entry, which stands for all that was ever loaded; empty where nothing was."""
    query = sa.select(schema.ledger.c.entry_hash).order_by(schema.ledger.c.entry.desc()).limit(1)
    with record.engine.connect() as connection:
        return connection.execute(query).scalar() or ""


def known_instants(record: Record) -> tuple[str, ...]:
    """List every `known_at` of the record, oldest first, as the record keeps them (see `moments.instant_text`)."""
    columns = [table.c.known_at for table in schema.TABLES.values() if "known_at" in table.c]
    query = sa.union(*(sa.select(column) for column in columns)).order_by("known_at")
    with record.engine.connect() as connection:
        return tuple(connection.execute(query).scalars())


def loads_by_instant(record: Record) -> tuple[tuple[str, int], ...]:
    """
    List which load brought statements known from which instant, oldest instant first; articles are left out.

    What the record says of elections at a moment depends on those pairs alone whose instant had passed.
    """
    tables = [table for noun, table in schema.TABLES.items() if "known_at" in table.c and noun is not model.Article]
    query = sa.union(*(sa.select(table.c.known_at, table.c.entry) for table in tables)).order_by("known_at", "entry")
    with record.engine.connect() as connection:
        return tuple((row[0], row[1]) for row in connection.execute(query))
