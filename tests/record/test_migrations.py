"""A record of any earlier schema is upgraded with all it holds; one of a later schema is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import janadesh.record
from janadesh import model
from janadesh.errors import RecordUnusable
from janadesh.record import schema
from janadesh.record import upgrading
from janadesh.record.connecting import engine_of
from janadesh.record.connecting import url_of
from janadesh.record.opening import open_record
from janadesh.record.transactions import reading
from janadesh.record.transactions import writing
from tests import famous_seats as famous
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_at
from tests.builders import seat
from tests.record.conftest import NewPlace

LADAKH = [*lok_sabha(), *parties(famous.LADAKH), *seat("Ladakh", famous.LADAKH, nota=famous.LADAKH_NOTA)]
TABLES = [schema.ledger, *schema.TABLES.values()]


def migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(janadesh.record.__path__[0]) / "migrations"))
    return config


def make_at(place: str, revision: str) -> None:
    """Make an empty database with the schema of a revision."""
    engine = engine_of(url_of(place))
    with writing(engine) as connection:
        config = migrations()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def copy_all(source: str, target: str) -> None:
    """Copy the rows of a record into a database of an older schema, which numbers its statements itself."""
    from_engine, to_engine = engine_of(url_of(source)), engine_of(url_of(target))
    with reading(from_engine) as old, writing(to_engine) as new:
        inspector = sa.inspect(new)
        for table in TABLES:
            if inspector.has_table(table.name):
                names = [column["name"] for column in inspector.get_columns(table.name)]
                held = [table.c[name] for name in names if name != "statement"]
                rows = [dict(row) for row in old.execute(sa.select(*held)).mappings()]
                if rows:
                    new.execute(sa.table(table.name, *(sa.column(c.name) for c in held)).insert(), rows)
    from_engine.dispose()
    to_engine.dispose()


@pytest.fixture
def old_place(new_place: NewPlace) -> str:
    """Give a record of the first schema that holds Ladakh's result, as made before there were migrations."""
    today, old = new_place(), new_place()
    record_at(today, *LADAKH).close()
    make_at(old, "0001")
    copy_all(today, old)
    engine = engine_of(url_of(old))
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
        connection.exec_driver_sql("INSERT INTO janadesh_settings (name, value) VALUES ('schema_version', '1')")
    engine.dispose()
    return old


def test_the_revisions_are_those_in_the_folder() -> None:
    scripts = list(ScriptDirectory.from_config(migrations()).walk_revisions())

    assert tuple(script.revision for script in reversed(scripts)) == upgrading.REVISIONS


def test_a_migrated_schema_is_that_of_a_new_record(place: str) -> None:
    make_at(place, "head")

    with reading(engine_of(url_of(place))) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), schema.metadata)

    assert differences == []


def test_an_old_record_is_upgraded_with_all_it_holds(old_place: str, new_place: NewPlace) -> None:
    with open_record(old_place) as upgraded, record_at(new_place(), *LADAKH) as new:
        assert upgraded.altered() == []
        assert [upgraded.frame(noun).to_dicts() for noun in model.NOUNS] == [
            new.frame(noun).to_dicts() for noun in model.NOUNS
        ]
        with reading(upgraded.engine) as connection:
            assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
            assert connection.exec_driver_sql("SELECT count(*) FROM results").scalar() == len(famous.LADAKH)


def test_an_upgrade_that_fails_leaves_the_old_record(old_place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: sa.Connection) -> None:
        raise sa.exc.OperationalError("CREATE VIEW", {}, Exception("no more room"))

    monkeypatch.setattr(upgrading, "make_views", fail)
    with pytest.raises(RecordUnusable, match="no more room"):
        open_record(old_place)
    monkeypatch.undo()

    with reading(engine_of(url_of(old_place))) as connection:
        assert "janadesh_settings" in sa.inspect(connection).get_table_names()
    with open_record(old_place) as record:
        assert record.altered() == []


def test_a_newer_record_is_refused_and_left_alone(place: str) -> None:
    with record_at(place, *LADAKH) as record, writing(record.engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(RecordUnusable, match=r"newer Janadesh: its schema is 9999.*pip install --upgrade janadesh"):
        open_record(place)


def test_opening_a_record_does_not_wait_for_the_migrations(tmp_path: Path) -> None:
    """Alembic is imported only where there is something to upgrade."""
    program = (
        "import sys; from janadesh.record.opening import open_record; open_record(sys.argv[1]).close(); "
        "open_record(sys.argv[1]).close(); sys.exit('alembic' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program, str(tmp_path / "record.sqlite")], check=False).returncode == 0
