"""The schema of a record: made new at its head, brought there from an older revision, refused from a newer one."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from janadesh.errors import RecordUnusable
from janadesh.record import schema
from janadesh.record.readable import drop_views
from janadesh.record.readable import make_views
from janadesh.record.transactions import reading
from janadesh.record.transactions import writing

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every revision of the schema, oldest first, as in `migrations/versions`."""

HEAD = REVISIONS[-1]

version = sa.Table("alembic_version", sa.MetaData(), sa.Column("version_num", sa.String(32), primary_key=True))
"""Alembic's own table, whose one row says at which revision the schema is."""


def bring_to_head(engine: sa.Engine, *, create: bool) -> None:
    """
    Make or upgrade the schema, whole or not at all; do nothing where it is at its head.

    Raises: RecordUnusable, where the database is something else or of a newer Janadesh, or is empty and not to be made.
    """
    with reading(engine) as connection:
        if _revision(connection) == HEAD:
            return
        _refuse_what_cannot_be_used(connection, create=create)
    with writing(engine) as connection:
        # another process may have been first
        found = _revision(connection)
        if found is None:
            schema.metadata.create_all(connection)
            version.create(connection)
            connection.execute(version.insert().values(version_num=HEAD))
            make_views(connection)
        elif found != HEAD:
            _upgrade(connection, found)


def _revision(connection: sa.Connection) -> str | None:
    inspector = sa.inspect(connection)
    if inspector.has_table(version.name):
        return connection.execute(sa.select(version.c.version_num)).scalar()
    # before there were migrations, a table of settings told the schema
    return REVISIONS[0] if inspector.has_table("janadesh_settings") else None


def _refuse_what_cannot_be_used(connection: sa.Connection, *, create: bool) -> None:
    found = _revision(connection)
    place = connection.engine.url.database
    if found is None and sa.inspect(connection).get_table_names():
        raise RecordUnusable(f"{place} is a database of something else; choose another place.")
    if found is None and not create:
        raise RecordUnusable(f"There is no record in {place} yet. `janadesh load` makes one.")
    if found is not None and found not in REVISIONS:
        raise RecordUnusable(
            f"The record {place} was made by a newer Janadesh: its schema is {found}, and this one reads up to {HEAD}. "
            "Install the newer one: pip install --upgrade janadesh."
        )


def _upgrade(connection: sa.Connection, found: str) -> None:
    # Alembic takes longer to import than a record to open, and is seldom needed
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    if not sa.inspect(connection).has_table(version.name):
        command.stamp(config, found)
    # views stand in the way of changes to the tables below them
    drop_views(connection)
    command.upgrade(config, HEAD)
    make_views(connection)
