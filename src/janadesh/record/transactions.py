"""Transactions: many readers, each with one unmoving view of the record, beside one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from janadesh.errors import RecordUnusable

WRITES = "janadesh_writes"
"""The execution option of a connection whose transaction takes the write lock when it begins."""

SECONDS_TO_WAIT = 60
"""How long a writer waits for the one before it."""

MEGABYTES_TO_READ = 8
"""Pages that each connection to SQLite keeps; the system keeps the file for all of them."""
MEGABYTES_TO_WRITE = 64
"""The same, while it writes: what was changed is then written once, at the end."""

# any number will do that other programs in the same database do not use
_LOCK = 0x6A616E61

_LOST = "the connection to the database was lost. What was not yet reported as kept is not in it; try again"
_CAUSES = {
    "SQLITE_BUSY": "another process has been writing to it all this time. Try again when it is done",
    "SQLITE_FULL": "the disk is full. Nothing was added; make room and try again",
    "SQLITE_READONLY": "it may be read but not written. Copy it to where you may write",
    "SQLITE_CANTOPEN": "the file, or those that SQLite keeps beside it, cannot be opened",
    "SQLITE_IOERR": "the disk does not read or write",
    "SQLITE_CORRUPT": "the file is damaged. Take it from a backup",
    "55P03": "another process has been writing to it all this time. Try again when it is done",
    "53100": "the disk is full. Nothing was added; make room and try again",
    "25006": "it may be read but not written. Ask for the right to write",
    "57P": _LOST,
    "08": _LOST,
    "42501": "it may not be read or written by this user. Ask for the right",
}
"""What SQLite's error names and PostgreSQL's error classes (SQLSTATE) mean to the user of a record."""


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """
    Read in one transaction, which sees the record as it was at its first question.

    Raises: RecordUnusable.
    """
    with _told(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """
    Write in one transaction that no other writer can enter, and that is kept whole or not at all.

    Raises: RecordUnusable, where the disk is full, the record may not be written, or the writer before does not end.
    """
    options = {WRITES: True} | ({"isolation_level": "READ COMMITTED"} if _is_postgresql(engine) else {})
    with (
        _told(engine),
        engine.connect().execution_options(**options) as connection,
        _much_kept(connection),
        connection.begin(),
    ):
        if _is_postgresql(engine):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{SECONDS_TO_WAIT}s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        yield connection


@contextmanager
def _much_kept(connection: sa.Connection) -> Iterator[None]:
    if _is_postgresql(connection.engine):
        yield
        return
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA {cache_of(MEGABYTES_TO_WRITE)}")
    try:
        yield
    finally:
        # a connection goes back to the pool with what it keeps
        cursor.execute(f"PRAGMA {cache_of(MEGABYTES_TO_READ)}")


def cache_of(megabytes: int) -> str:
    """Write how much a connection may keep, as SQLite is told (https://www.sqlite.org/pragma.html#pragma_cache_size)."""
    return f"cache_size={-1024 * megabytes}"


def begin(connection: sa.Connection) -> None:
    """Begin a transaction on SQLite, a writer's with the write lock; listens to the engine's `begin`."""
    # a lock taken only at the first insert may come after another writer's, and what was read before is then old
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def cause(error: sa.exc.DBAPIError) -> str:
    """Say what a database's error means, in its own words where it is none of the usual."""
    code = str(getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or "")
    known = (words for start, words in _CAUSES.items() if code.startswith(start))
    return next(known, _LOST if error.connection_invalidated else str(error.orig).strip())


@contextmanager
def past_sqlalchemy(connection: sa.Connection) -> Iterator[None]:
    """
    Work with the database's own driver, its errors told as SQLAlchemy tells them.

    Raises: sqlalchemy.exc.DatabaseError.
    """
    driver = connection.dialect.loaded_dbapi
    try:
        yield
    except driver.Error as error:
        lost = connection.dialect.is_disconnect(error, connection.connection.dbapi_connection, None)
        if lost:
            connection.invalidate(error)
        raise sa.exc.DatabaseError(None, None, error, connection_invalidated=lost) from error


@contextmanager
def _told(engine: sa.Engine) -> Iterator[None]:
    try:
        yield
    except sa.exc.DatabaseError as error:
        if isinstance(error, sa.exc.IntegrityError | sa.exc.ProgrammingError | sa.exc.DataError):
            # a fault of the program, which no other database and no second try would mend
            raise
        where = engine.url.render_as_string(hide_password=True).removeprefix("sqlite:///")
        raise RecordUnusable(f"The record {where} cannot be used: {cause(error)}.") from error


def _is_postgresql(engine: sa.Engine) -> bool:
    return engine.dialect.name == "postgresql"
