"""A connection to PostgreSQL that is lost at any time: told in words, and the record is whole and goes on."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from janadesh import model
from janadesh.errors import RecordUnusable
from janadesh.record import book
from janadesh.record.book import Record
from janadesh.record.bulk import insert
from janadesh.record.opening import open_record
from tests import postgresql_server
from tests.builders import statements
from tests.record.conftest import NewPlace
from tests.record.loads_to_kill import OF_A_LOAD
from tests.record.loads_to_kill import SEATS
from tests.record.loads_to_kill import counted
from tests.record.loads_to_kill import prepare

LOST = "the connection to the database was lost"


@pytest.fixture
def record(postgresql: NewPlace) -> Iterator[Record]:
    place = postgresql()
    prepare(place)
    with open_record(place) as record:
        yield record


def pid_of(connection: sa.Connection) -> int:
    pid: int = connection.connection.dbapi_connection.info.backend_pid  # type: ignore[union-attr]
    return pid


def terminate(url: sa.URL, pid: int) -> None:
    """Let the server end a connection, as its administrator would."""
    admin = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as other:
        assert other.execute(sa.text("SELECT pg_terminate_backend(:pid, 10000)"), {"pid": pid}).scalar()
    admin.dispose()


def is_whole(record: Record, loads: int) -> None:
    assert [entry.statements for entry in record.entries()[1:]] == [OF_A_LOAD] * loads
    assert record.history(model.Tally).height == OF_A_LOAD * loads
    assert record.altered() == []


@pytest.mark.parametrize("lost", ["before", "after"])
def test_a_load_whose_connection_is_lost_leaves_nothing(
    record: Record, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    """Lost before its statements are sent, or after, when all but the end of the transaction is done."""

    def cut_off(connection: sa.Connection, *more: Any) -> None:
        if lost == "before":
            terminate(connection.engine.url, pid_of(connection))
        insert(connection, *more)
        if lost == "after":
            terminate(connection.engine.url, pid_of(connection))

    monkeypatch.setattr(book, "insert", cut_off)
    with pytest.raises(RecordUnusable, match=LOST):
        record.load(statements(*counted(1)))
    monkeypatch.undo()

    is_whole(record, 0)
    assert record.load(statements(*counted(1))) is not None
    is_whole(record, 1)


def test_a_question_whose_connection_is_lost_is_told_and_asked_again(record: Record) -> None:
    times = iter([True])

    def cut_off(connection: sa.Connection, *_: Any) -> None:
        if next(times, False):
            terminate(connection.engine.url, pid_of(connection))

    sa.event.listen(record.engine, "before_cursor_execute", cut_off)
    with pytest.raises(RecordUnusable, match=LOST):
        record.frame(model.Constituency)

    assert record.frame(model.Constituency).height == SEATS


def test_a_connection_lost_while_it_lies_idle_is_not_noticed(record: Record) -> None:
    with record.engine.connect() as connection:
        pid = pid_of(connection)
    terminate(record.engine.url, pid)

    assert record.frame(model.Constituency).height == SEATS


def test_a_server_that_crashes_and_comes_back_has_every_load_that_was_kept() -> None:
    programs = postgresql_server.programs()
    if programs is None:
        pytest.skip("needs PostgreSQL, which is not installed (Debian: apt-get install postgresql)")
    with postgresql_server.server(programs) as url:
        # the tests' server may otherwise report as kept what it has not written yet
        place = url.update_query_dict({"options": "-csynchronous_commit=on"}).render_as_string()
        prepare(place)
        with open_record(place) as record:
            record.load(statements(*counted(1)))
            with restarted(programs, Path(str(url.query["host"]))):
                is_whole(record, 1)
                assert record.load(statements(*counted(2))) is not None
                is_whole(record, 2)


class restarted:  # noqa: N801 - used as a verb
    """Crash the server of a folder, start it again, and stop it at the end."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._pg_ctl: list[str | Path] = [programs / "pg_ctl", "-D", folder / "data", "-w", "-m", "immediate"]
        self._options = f"-k {folder} -c listen_addresses= -c fsync=off"
        self._log = folder / "log of the second"

    def __enter__(self) -> None:
        self._run(["stop"])
        self._run(["-o", self._options, "-l", self._log, "start"])

    def __exit__(self, *_: object) -> None:
        self._run(["stop"])

    def _run(self, words: Sequence[str | Path]) -> None:
        command = postgresql_server.as_server([*self._pg_ctl, *words])
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
