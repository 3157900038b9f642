"""A record copied whole to another place: as a backup while it is being written, and back again."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from janadesh import model
from janadesh.errors import RecordUnusable
from janadesh.record import ledger
from janadesh.record import schema
from janadesh.record.book import Record
from janadesh.record.bulk import fetch
from janadesh.record.bulk import insert
from janadesh.record.connecting import file_of
from janadesh.record.connecting import url_of
from janadesh.record.opening import open_record
from janadesh.record.transactions import reading
from janadesh.record.transactions import writing


def back_up(record: Record, to: Path) -> list[ledger.Entry]:
    """
    Write a record as one SQLite file, as it is at this moment, though others write to it meanwhile.

    The copy is verified against its ledger before it gets its name, so a file of that name is a good backup.

    Args:
        record: the record, in SQLite or PostgreSQL.
        to: the file to make; there must be none yet.

    Returns: the copy's ledger entries, oldest first.
    Raises: RecordUnusable, where the file exists or cannot be written, or the record was altered.
    """
    if to.exists():
        raise RecordUnusable(f"There is already a file {to}; a backup overwrites none. Choose another name.")
    with _unfinished(to) as unfinished:
        if record.engine.dialect.name == "sqlite":
            _copy_pages(record, unfinished)
        else:
            with open_record(unfinished) as copy:
                _copy_statements(record, copy)
        return _verified(unfinished)


def restore(backup: Path, to: str) -> list[ledger.Entry]:
    """
    Make a record out of a backup, whole or not at all.

    Args:
        backup: a file that `back_up` wrote, or any record in SQLite.
        to: the place of the new record, a file's path or a PostgreSQL URL; it must hold none, or an empty one.

    Returns: the new record's ledger entries, oldest first.
    Raises: RecordUnusable, where the backup is none or was altered, or the place is taken.
    """
    file = file_of(url_of(to))
    with open_record(backup, create=False) as source:
        _refuse_altered(source, str(backup))
        if file is not None and not file.exists():
            return back_up(source, file)
        with open_record(to, create=file is None) as target:
            _copy_statements(source, target)
            _refuse_altered(target, to)
            return target.entries()


def _copy_pages(record: Record, to: Path) -> None:
    with open_record(to) as copy, reading(record.engine) as source, copy.engine.connect() as target:
        # all pages in one step: what another process commits meanwhile is not mixed in
        source.connection.driver_connection.backup(target.connection.driver_connection, pages=-1)  # type: ignore[union-attr]


def _copy_statements(source: Record, target: Record) -> None:
    with reading(source.engine) as old, writing(target.engine) as new:
        if new.execute(sa.select(schema.ledger.c.entry).limit(1)).first() is not None:
            place = target.engine.url.render_as_string(hide_password=True)
            raise RecordUnusable(f"{place} already holds a record; a restored one takes an empty place.")
        entries = [dict(row._mapping) for row in old.execute(sa.select(schema.ledger))]
        if entries:
            new.execute(schema.ledger.insert(), entries)
        for noun, table in schema.TABLES.items():
            wanted = [table.c[name] for name in model.columns(noun)]
            for entry in old.execute(sa.select(table.c.entry).distinct().order_by(table.c.entry)).scalars().all():
                query = sa.select(*wanted).where(table.c.entry == entry).order_by(table.c.statement)
                insert(new, noun, entry, fetch(old, noun, query))


@contextmanager
def _unfinished(to: Path) -> Iterator[Path]:
    """Give a name beside the file's to write under; what is there at the end, without a fault, gets the file's name."""
    unfinished = to.with_name(f"{to.name}-{os.getpid()}.unfinished")
    try:
        yield unfinished
        unfinished.replace(to)
    except OSError as error:
        raise RecordUnusable(f"The backup {to} cannot be written: {error.strerror}.") from error
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                Path(f"{unfinished}{ending}").unlink(missing_ok=True)


def _verified(file: Path) -> list[ledger.Entry]:
    with open_record(file) as copy:
        _refuse_altered(copy, str(file))
        return copy.entries()


def _refuse_altered(record: Record, name: str) -> None:
    for entry, what_is_wrong in record.altered():
        raise RecordUnusable(
            f"{name} was altered: entry {entry.entry}, loaded {entry.loaded_at}: {what_is_wrong}. No copy was kept."
        )
