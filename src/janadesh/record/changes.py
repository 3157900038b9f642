"""What each ledger entry changed, election by election: for those who follow a record as it grows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.book import Record
from janadesh.record.transactions import reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    What one ledger entry said of one election.

    - `entry`: the entry's number. `loaded_at`: when it was loaded, in UTC.
    - `tables`: which tables it added to.
    - `constituencies`: of which constituencies, by id; empty where it spoke of the election as a whole.
    """

    entry: int
    loaded_at: str
    election: str
    tables: tuple[str, ...]
    constituencies: tuple[str, ...]


def last_number(record: Record) -> int:
    """Give the number of the ledger's last entry; 0 where nothing was loaded."""
    with reading(record.engine) as connection:
        return connection.execute(sa.select(sa.func.max(schema.ledger.c.entry))).scalar() or 0


def changes(record: Record, after: int, to: int) -> tuple[Change, ...]:
    """List what the entries after one number up to another changed, oldest first, for each election."""
    # by entry only: asked for an election, too, the database goes through all that is held of it
    queries = [query for table in schema.TABLES.values() if (query := _spoken_of(table, after, to)) is not None]
    times = sa.select(schema.ledger.c.entry, schema.ledger.c.loaded_at).where(
        schema.ledger.c.entry.between(after + 1, to)
    )
    with reading(record.engine) as connection:
        loaded_at = {row.entry: row.loaded_at for row in connection.execute(times)}
        rows = [tuple(row) for row in connection.execute(sa.union_all(*queries))]
    return tuple(_gathered(rows, loaded_at))


def _spoken_of(table: sa.Table, after: int, to: int) -> sa.Select[*tuple[Any, ...]] | None:
    election = table.c.id if table is schema.TABLES[model.Election] else table.c.get("election")
    if election is None:
        return None
    constituency = table.c.get("constituency", sa.cast(sa.null(), sa.Text))
    columns = (table.c.entry, election, constituency.label("constituency"), sa.literal(table.name))
    return sa.select(*columns).where(table.c.entry.between(after + 1, to)).distinct()


def _gathered(rows: Iterable[tuple[Any, ...]], loaded_at: dict[int, str]) -> Iterable[Change]:
    tables: dict[tuple[int, str], set[str]] = {}
    places: dict[tuple[int, str], set[str]] = {}
    for entry, election, constituency, table in rows:
        tables.setdefault((entry, election), set()).add(table)
        places.setdefault((entry, election), set()).update([constituency] if constituency else [])
    for entry, election in sorted(tables):
        yield Change(
            entry=entry,
            loaded_at=loaded_at[entry],
            election=election,
            tables=tuple(sorted(tables[entry, election])),
            constituencies=tuple(sorted(places[entry, election])),
        )
