"""Many rows at once, into the database and out of it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any

import polars as pl
import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.storage import stored_frame
from janadesh.record.transactions import past_sqlalchemy

_AT_ONCE = 20_000


def insert(connection: sa.Connection, noun: type[model.Noun], entry: int, frame: pl.DataFrame) -> None:
    """Add a frame of stored values (see `storage.to_stored`) as statements of one entry, in order."""
    rows = frame.select(pl.lit(entry).alias("entry"), pl.all())
    copy = _copy if connection.dialect.name == "postgresql" else _execute_many
    copy(connection, schema.TABLES[noun], rows)


def fetch(connection: sa.Connection, noun: type[model.Noun], query: sa.Select[Any], **values: Any) -> pl.DataFrame:
    """Give the rows of a query for a noun's columns, in order, as a frame of stored values."""
    frames = [stored_frame(noun, rows) for rows in fetch_rows(connection, query, **values)]
    return pl.concat(frames) if frames else stored_frame(noun, [])


def fetch_rows(connection: sa.Connection, query: sa.Select[Any], **values: Any) -> Iterator[Sequence[Sequence[Any]]]:
    """Give the rows of a query in order, many at once."""
    result = connection.execute(query, values)
    # straight from the driver: SQLAlchemy's own rows take longer to make than SQLite to answer
    cursor = result.cursor
    with past_sqlalchemy(connection):
        while cursor is not None and (rows := cursor.fetchmany(_AT_ONCE)):
            yield rows
    result.close()


def _execute_many(connection: sa.Connection, table: sa.Table, rows: pl.DataFrame) -> None:
    statement = str(table.insert().compile(dialect=connection.dialect, column_keys=rows.columns))
    for some in rows.iter_slices(_AT_ONCE):
        connection.exec_driver_sql(statement, some.rows())


def _copy(connection: sa.Connection, table: sa.Table, rows: pl.DataFrame) -> None:
    names = ", ".join(f'"{name}"' for name in rows.columns)
    cursor = connection.connection.cursor()
    copying = f'COPY "{table.name}" ({names}) FROM STDIN (FORMAT csv)'
    with past_sqlalchemy(connection), cursor.copy(copying) as copy:
        for some in rows.iter_slices(_AT_ONCE):
            # quoted, an empty text is no unknown cell
            copy.write(some.write_csv(include_header=False, quote_style="non_numeric", null_value=""))
