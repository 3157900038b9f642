"""
Telling other processes of a new ledger entry.

On PostgreSQL an entry is announced by NOTIFY, which reaches those who LISTEN when its transaction is kept, and not
where it is rolled back. SQLite has no such thing: there a process looks whether any other has written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

CHANNEL = "janadesh_ledger"
"""What is notified; records in other schemas of the same database share it, so a listener looks what is new."""

LONGEST_WAIT = 10
"""Seconds between attempts to listen again, at most."""


def can_announce(engine: sa.Engine) -> bool:
    """Tell whether the database tells other processes of what is new."""
    return engine.dialect.name == "postgresql"


def announce(connection: sa.Connection, entry: int) -> None:
    """Announce an entry when the transaction is kept; does nothing where the database cannot."""
    if can_announce(connection.engine):
        connection.execute(sa.select(sa.func.pg_notify(CHANNEL, str(entry))))


@contextmanager
def watching(engine: sa.Engine) -> Iterator[Callable[[], bool]]:
    """
    Give what tells whether the database may have changed since it was last called; the first time it has.

    On SQLite that is a number which it keeps in memory for all processes (`PRAGMA data_version`), so it may be asked
    in the event loop; a database that announces may always have changed.
    """
    if engine.dialect.name != "sqlite":
        yield lambda: True
        return
    # a connection of its own, since the number tells of what the others wrote, and one that need not be waited for
    arguments, options = engine.dialect.create_connect_args(engine.url)
    connection = engine.dialect.connect(*arguments, **options)
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 0")
        last: list[Any] = []

        def has_changed() -> bool:
            try:
                version = [*cursor.execute("PRAGMA data_version").fetchone()]
            except sqlite3.OperationalError:
                # whoever looks is told what is wrong with it
                return True
            if version == last:
                return False
            last[:] = version
            return True

        yield has_changed
    finally:
        connection.close()


async def listen(engine: sa.Engine, hear: Callable[[], None]) -> None:
    """
    Call `hear` whenever an entry is announced, for ever, connecting again where the connection is lost.

    Args:
        engine: a PostgreSQL engine; it names the database, and its connections are not used.
        hear: called in the event loop; also after each connecting, since what came before was not heard.
    """
    # only a desk listens; every other command opens a record without these
    import psycopg
    from tenacity import retry
    from tenacity import retry_if_exception_type
    from tenacity import wait_random_exponential

    url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)

    @retry(retry=retry_if_exception_type(psycopg.Error), wait=wait_random_exponential(max=LONGEST_WAIT))
    async def listen_on() -> None:
        connection = await psycopg.AsyncConnection.connect(url, autocommit=True)
        async with connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            hear()
            async for _ in connection.notifies():
                hear()

    await listen_on()
