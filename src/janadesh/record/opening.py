"""Opening a record: a SQLite file by path, or a PostgreSQL database by URL."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from janadesh.errors import RecordUnusable
from janadesh.record.book import Record
from janadesh.record.connecting import engine_of
from janadesh.record.connecting import file_of
from janadesh.record.connecting import url_of
from janadesh.record.transactions import cause
from janadesh.record.upgrading import bring_to_head


def open_record(where: str | Path, *, create: bool = True) -> Record:
    """
    Open the record at a path or database URL, making an empty one where there is none.

    A record of an older Janadesh is upgraded; one that may not be written is opened for reading.

    Args:
        where: a file's path, or a SQLAlchemy URL (`sqlite:///…`, `postgresql://…`).
        create: whether to make a new record where there is none.

    Raises: RecordUnusable, where it is no record, is of a newer Janadesh, or cannot be reached.
    """
    url = url_of(where)
    file = file_of(url)
    if file is not None:
        if not create and not file.exists():
            raise RecordUnusable(f"There is no record at {file}. `janadesh load jk-2024 --record {file}` makes one.")
        _make_folder(file.parent)
    engine = engine_of(url)
    try:
        bring_to_head(engine, create=create)
    except RecordUnusable:
        engine.dispose()
        raise
    except sa.exc.DatabaseError as error:
        engine.dispose()
        shown = url.render_as_string(hide_password=True) if file is None else file
        raise RecordUnusable(f"{shown} cannot be used as a record: {cause(error)}.") from error
    return Record(engine)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordUnusable(f"The folder {folder} for the record cannot be made: {error.strerror}.") from error
