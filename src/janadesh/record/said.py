"""How many statements each source made, table by table, without reading them."""

from __future__ import annotations

import polars as pl
import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.moments import instant_text
from janadesh.record.transactions import reading


def statements_by_source(record: Record, as_of: Moment | None = None, election: str | None = None) -> pl.DataFrame:
    """
    Count every statement known by a moment, superseded ones included, by who made it and what it is of.

    Args:
        record: the record.
        as_of: the moment; None is now.
        election: only statements on this election; those of no election (a party's name, say) are then left out.

    Returns: `source, table, statements, first_known, last_known`; the instants are in UTC.
    """
    known_by = instant_text(record.moment(as_of))
    counts = [
        query for noun in model.NOUNS if (query := _count(schema.TABLES[noun], noun, known_by, election)) is not None
    ]
    with reading(record.engine) as connection:
        rows = connection.execute(sa.union_all(*counts)).all()
    text = dict.fromkeys(("source", "table", "first_known", "last_known"), pl.String())
    columns = {"source": text["source"], "table": text["table"], "statements": pl.Int64()}
    frame = pl.DataFrame(
        [tuple(row) for row in rows],
        schema=columns | {"first_known": text["first_known"], "last_known": text["last_known"]},
        orient="row",
    )
    return frame.with_columns(
        pl.col("first_known", "last_known").str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_zone="UTC")
    )


def candidacies_by_party(record: Record) -> dict[str, int]:
    """Count what was ever said of candidates, by their party: a rough measure of its size."""
    table = schema.TABLES[model.Candidacy]
    query = sa.select(table.c.party, sa.func.count()).group_by(table.c.party)
    with reading(record.engine) as connection:
        return {party: count for party, count in connection.execute(query) if party is not None}


def _count(
    table: sa.Table, noun: type[model.Noun], known_by: str, election: str | None
) -> sa.Select[tuple[str]] | None:
    if "known_at" not in table.c or (election is not None and "election" not in table.c):
        return None
    query = sa.select(
        table.c.source,
        sa.literal(noun.TABLE).label("table"),
        sa.func.count().label("statements"),
        sa.func.min(table.c.known_at).label("first_known"),
        sa.func.max(table.c.known_at).label("last_known"),
    ).where(table.c.known_at <= known_by)
    if election is not None:
        query = query.where(table.c.election == election)
    return query.group_by(table.c.source)
