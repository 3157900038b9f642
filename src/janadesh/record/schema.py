"""
The record's tables, derived from the nouns.

Every table has the noun's columns as plain text and numbers (days as `2024-10-08`, instants as
`2024-10-08T18:29:59Z`), a running number `statement`, and `entry`, the ledger entry that brought it.
Rows are only ever added.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from janadesh import model

metadata = sa.MetaData()

_SQL_TYPES: dict[type, type[sa.types.TypeEngine[Any]]] = {
    str: sa.Text,
    int: sa.BigInteger,
    float: sa.Float,
    bool: sa.Boolean,
    dt.date: sa.Text,
    dt.datetime: sa.Text,
}

# SQLite numbers rows by itself only for a column that is exactly INTEGER
_RUNNING_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")

ledger = sa.Table(
    "ledger",
    metadata,
    sa.Column("entry", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("loaded_at", sa.Text, nullable=False),
    sa.Column("read_from", sa.Text, nullable=False),
    sa.Column("statements", sa.BigInteger, nullable=False),
    sa.Column("content_hash", sa.Text, nullable=False),
    sa.Column("previous_hash", sa.Text, nullable=False),
    sa.Column("entry_hash", sa.Text, nullable=False),
)
"""One row for each load; each hash covers the one before, so that a change to the past shows."""

descriptions = sa.Table(
    "janadesh_descriptions",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("column", sa.Text, primary_key=True),
    sa.Column("description", sa.Text, nullable=False),
)
"""What each table and view is, and each of its columns (an empty `column` is the table itself)."""


def _table(noun: type[model.Noun]) -> sa.Table:
    needed = model.required(noun)
    table = sa.Table(
        noun.TABLE,
        metadata,
        sa.Column("statement", _RUNNING_NUMBER, primary_key=True, autoincrement=True),
        sa.Column("entry", sa.Integer, sa.ForeignKey("ledger.entry"), nullable=False, index=True),
        *(sa.Column(name, _SQL_TYPES[kind], nullable=name not in needed) for name, kind in model.columns(noun).items()),
    )
    order = [name for name in ("known_at", "statement") if name in table.c]
    sa.Index(f"{table.name}_as_of", *(table.c[name] for name in [*noun.KEY, *order]))
    return table


TABLES: Mapping[type[model.Noun], sa.Table] = MappingProxyType({noun: _table(noun) for noun in model.NOUNS})
"""The table of each noun."""
