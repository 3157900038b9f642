"""Places for records: every test that asks for a place runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests import postgresql_server

NewPlace = Callable[[], str]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[NewPlace]:
    """Give what makes an empty schema in PostgreSQL, which is to a record as a file is in SQLite, and names its URL."""
    programs = postgresql_server.programs()
    if programs is None:
        pytest.skip("needs PostgreSQL, which is not installed (Debian: apt-get install postgresql)")
    with postgresql_server.server(programs) as url:
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        numbers = itertools.count(1)

        def new_place() -> str:
            name = f"record_{next(numbers)}"
            with engine.connect() as connection:
                connection.exec_driver_sql(f"CREATE SCHEMA {name}")
            return url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string()

        yield new_place
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> NewPlace:
    """Give what makes a new place for a record, in each kind of database in turn."""
    if request.param == "postgresql":
        made: NewPlace = request.getfixturevalue("postgresql")
        return made
    return lambda: str(tmp_path_factory.mktemp("place") / "record.sqlite")


@pytest.fixture
def place(new_place: NewPlace) -> str:
    """Give a place where there is no record yet."""
    return new_place()


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    """Give a file's path at which there is no record yet."""
    return tmp_path / "record.sqlite"
