"""Reaching the database of a record: a SQLite file by its path, or PostgreSQL by a URL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from janadesh.errors import RecordUnusable
from janadesh.record.transactions import MEGABYTES_TO_READ
from janadesh.record.transactions import SECONDS_TO_WAIT
from janadesh.record.transactions import begin
from janadesh.record.transactions import cache_of

_PRAGMAS = (
    # what a load has reported as kept stays kept when the power fails
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={SECONDS_TO_WAIT * 1000}",
    cache_of(MEGABYTES_TO_READ),
    "temp_store=MEMORY",
)


def url_of(where: str | Path) -> sa.URL:
    """
    Read a path or a database URL.

    Raises: RecordUnusable, where it is neither, or names a database other than SQLite and PostgreSQL.
    """
    text = str(where)
    if "://" not in text:
        return sa.URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = sa.make_url(text)
    except sa.exc.ArgumentError:
        raise RecordUnusable(f"{text!r} is neither a file's path nor a database URL.") from None
    if url.drivername in {"postgresql", "postgres"}:
        # psycopg is the driver that the postgres extra installs
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        raise RecordUnusable(f"Janadesh keeps records in SQLite and PostgreSQL, not in {url.drivername}.")
    return url


def file_of(url: sa.URL) -> Path | None:
    """Give the file of a SQLite record; None for PostgreSQL."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def engine_of(url: sa.URL) -> sa.Engine:
    """
    Make the engine of a record, for reading only where the file or its folder may not be written.

    Raises: RecordUnusable, where PostgreSQL's driver is not installed.
    """
    file = file_of(url)
    if file is None:
        return _postgresql(url)
    if file.exists() and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        return _sqlite(_url_for_reading(file))
    engine = _sqlite(url)
    sa.event.listen(engine, "connect", _write_ahead)
    return engine


def _postgresql(url: sa.URL) -> sa.Engine:
    try:
        # a reader's several questions are then answered out of one state of the record
        # a connection that was lost while it lay idle is made anew before it is used
        return sa.create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
    except ModuleNotFoundError:
        raise RecordUnusable("PostgreSQL needs a driver: pip install 'janadesh[postgres]'.") from None


def _sqlite(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(url)
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", begin)
    return engine


def _url_for_reading(file: Path) -> sa.URL:
    query = {"mode": "ro", "uri": "true"}
    # SQLite reads a file beside which it may put nothing only when told that nobody writes to it
    if not os.access(file.parent, os.W_OK) and not Path(f"{file}-shm").exists():
        query["immutable"] = "1"
    return sa.URL.create("sqlite", database=f"file:{file}", query=query)


def _prepare(connection: Any, _: object) -> None:
    # the transactions are begun by `begin`, not by the driver
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: Any, _: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
