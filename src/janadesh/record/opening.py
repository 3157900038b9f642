"""Opening a record: a SQLite file by path, or a PostgreSQL database by URL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from janadesh.errors import RecordUnusable
from janadesh.record import schema
from janadesh.record.book import Record


def open_record(where: str | Path, *, create: bool = True) -> Record:
    """
    Open the record at a path or database URL, making an empty one where there is none.

    Args:
        where: a file's path, or a SQLAlchemy URL (`sqlite:///…`, `postgresql+psycopg://…`).
        create: whether to make a new record where the file does not exist.

    Raises: RecordUnusable, where the file is no record, is of a newer Janadesh, or cannot be reached.
    """
    url = _url(where)
    file = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
    if file is not None:
        if not create and not file.exists():
            raise RecordUnusable(f"There is no record at {file}. `janadesh load jk-2024 --record {file}` makes one.")
        _make_folder(file.parent)
    engine = sa.create_engine(url)
    if file is not None:
        sa.event.listen(engine, "connect", _prepare_sqlite)
    try:
        _make_tables(engine)
    except sa.exc.DatabaseError as error:
        engine.dispose()
        raise RecordUnusable(f"{where} cannot be used as a record: {error.orig}.") from error
    return Record(engine)


def _url(where: str | Path) -> sa.URL:
    text = str(where)
    if "://" not in text:
        return sa.URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = sa.make_url(text)
    except sa.exc.ArgumentError:
        raise RecordUnusable(f"{text!r} is neither a file's path nor a database URL.") from None
    # psycopg is the driver that the postgres extra installs
    return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgresql", "postgres"} else url


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordUnusable(f"The folder {folder} for the record cannot be made: {error.strerror}.") from error


def _prepare_sqlite(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA busy_timeout=10000")
    cursor.close()


def _make_tables(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        inspector = sa.inspect(connection)
        if inspector.has_table(schema.settings.name):
            _check_version(connection)
            return
        if inspector.get_table_names():
            raise RecordUnusable(f"{engine.url.database} is a database of something else; choose another place.")
        schema.metadata.create_all(connection)
        connection.execute(schema.settings.insert().values(name="schema_version", value=str(schema.SCHEMA_VERSION)))


def _check_version(connection: sa.Connection) -> None:
    query = sa.select(schema.settings.c.value).where(schema.settings.c.name == "schema_version")
    found = connection.execute(query).scalar()
    if found != str(schema.SCHEMA_VERSION):
        raise RecordUnusable(
            f"This record has schema {found}; this Janadesh reads {schema.SCHEMA_VERSION}. Install the other one."
        )
