"""Everything that a record says, statement by statement in the order of loading, to be handed on."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.book import Record
from janadesh.record.bulk import fetch
from janadesh.record.moments import Moment
from janadesh.record.moments import instant_text
from janadesh.record.storage import from_stored
from janadesh.record.transactions import reading

ENTRY = "ledger entry"
"""The column of `everything_said` that no noun has: the number of the load that brought the statement."""

Said = Mapping[type[model.Noun], pl.DataFrame]
"""The statements of each noun."""


def everything_said(record: Record, as_of: Moment | None = None) -> dict[type[model.Noun], pl.DataFrame]:
    """
    Give every statement of every noun, superseded ones included, in the order of loading.

    Args:
        record: the record.
        as_of: leave out what became known later; None leaves out nothing.

    Returns: a frame for each noun with `model.columns(noun)` and, last, `ENTRY`.
    """
    known_by = None if as_of is None else instant_text(record.moment(as_of))
    # one transaction, so that all frames are of one state of the record
    with reading(record.engine) as connection:
        return {noun: _said(connection, noun, known_by) for noun in model.NOUNS}


def standing(noun: type[model.Noun], said: pl.DataFrame) -> pl.DataFrame:
    """Give of each thing the statement known last, and of several known at once the one loaded last."""
    ordered = said.drop(ENTRY, strict=False)
    ordered = ordered.sort("known_at", maintain_order=True) if "known_at" in ordered.columns else ordered
    return ordered.unique(list(noun.KEY), keep="last", maintain_order=True)


def _said(connection: sa.Connection, noun: type[model.Noun], known_by: str | None) -> pl.DataFrame:
    table = schema.TABLES[noun]
    wanted = sa.select(*(table.c[name] for name in model.columns(noun))).order_by(table.c.statement)
    entries = sa.select(table.c.entry).order_by(table.c.statement)
    if known_by is not None and "known_at" in table.c:
        wanted = wanted.where(table.c.known_at <= known_by)
        entries = entries.where(table.c.known_at <= known_by)
    numbers = pl.Series(ENTRY, connection.execute(entries).scalars().all(), dtype=pl.Int64)
    return from_stored(noun, fetch(connection, noun, wanted)).with_columns(numbers)
