"""A count reaches those who follow it: every change once, in order, from wherever they were."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from janadesh import model
from janadesh.desk.app import create_app
from janadesh.record.book import Record
from janadesh.record.changes import changes
from janadesh.record.changes import last_number
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from tests import postgresql_server
from tests.builders import ELECTION
from tests.count import counted
from tests.desk.live_desk import JSON
from tests.desk.live_desk import count
from tests.desk.live_desk import listening
from tests.desk.live_desk import serving


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with counted.small_record(tmp_path) as made:
        count(made, 1, "Araku")
        yield made


@pytest.fixture
def address(record: Record) -> Iterator[str]:
    with serving(create_app(record)) as at:
        yield at


def test_a_change_says_which_constituencies_are_to_be_asked_for_again(record: Record) -> None:
    before = last_number(record)
    count(record, 2, "Araku", "Surat")
    (change,) = changes(record, before, last_number(record))
    assert change.election == ELECTION
    assert change.constituencies == (counted.place("Araku"), counted.place("Surat"))
    assert "tallies" in change.tables


def test_listener_hears_an_entry_within_a_second(record: Record, address: str) -> None:
    with listening(address) as listener:
        begun = time.monotonic()
        count(record, 2, "Jalaun")
        (change,) = listener.changes(1)
        assert time.monotonic() - begun < 1
    assert change["constituencies"] == [counted.place("Jalaun")]
    assert change["entry"] == last_number(record)


def test_resumed_listener_has_no_gap_and_no_repeat(record: Record, address: str) -> None:
    begin = last_number(record)
    with listening(address) as listener:
        for minute in (2, 3):
            count(record, minute, "Araku")
        first = listener.changes(2)
    for minute in (4, 5, 6):
        count(record, minute, "Surat")
    with listening(address, first[-1]["entry"]) as listener:
        second = listener.changes(3)
        count(record, 7, "Araku")
        second += listener.changes(1)
    heard = [change["entry"] for change in first + second]
    assert heard == list(range(begin + 1, last_number(record) + 1))


def test_json_twin_says_what_the_events_say(record: Record, address: str) -> None:
    begin = last_number(record)
    with listening(address) as listener:
        for minute in (2, 3):
            count(record, minute, "Araku", "Jalaun")
        heard = listener.changes(2)
    twin = httpx.get(f"{address}{JSON}?since={begin}").json()
    assert twin == {"entry": last_number(record), "changes": heard}


def test_json_twin_without_a_since_says_where_to_begin(record: Record, address: str) -> None:
    assert httpx.get(address + JSON).json() == {"entry": last_number(record), "changes": []}


def test_number_of_another_record_is_not_waited_for(record: Record, address: str) -> None:
    with listening(address, 10_000) as listener:
        count(record, 2, "Araku")
        assert listener.changes(1)[0]["entry"] == last_number(record)


def test_unknown_election_has_no_events(address: str) -> None:
    assert httpx.get(f"{address}/live/nowhere/events").status_code == 404


def test_events_are_neither_kept_nor_compressed(address: str) -> None:
    with httpx.stream("GET", f"{address}/live/{ELECTION}/events", headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["cache-control"] == "no-store"
        assert "content-encoding" not in answer.headers


_SERVE = """
import sys
import uvicorn
from janadesh.desk import live
from janadesh.desk.app import create_app
from janadesh.record.opening import open_record

class Telling(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)

# what is heard sooner than this was announced, not looked for
live.SECONDS_WITHOUT_ANNOUNCEMENT = 60
app = create_app(open_record(sys.argv[1]))
Telling(uvicorn.Config(app, port=0, log_level="error", timeout_graceful_shutdown=1)).run()
"""


@contextmanager
def desk_process(place: str) -> Iterator[str]:
    """Run a desk of a record in a process of its own; gives its address."""
    with subprocess.Popen([sys.executable, "-c", _SERVE, place], stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        try:
            yield f"http://127.0.0.1:{desk.stdout.readline().strip()}"
        finally:
            desk.terminate()


def test_two_processes_on_postgresql_share_an_entry(record: Record) -> None:
    """Each hears at once, by announcement, what a third one loaded."""
    programs = postgresql_server.programs()
    if programs is None:
        pytest.skip("needs PostgreSQL, which is not installed (Debian: apt-get install postgresql)")
    with postgresql_server.server(programs) as url:
        place = url.render_as_string(hide_password=False)
        with open_record(place) as shared, desk_process(place) as one, desk_process(place) as other:
            shared.load(Statements("a copy", {noun: record.history(noun) for noun in model.NOUNS}))
            with listening(one) as first, listening(other) as second:
                _until_listened_to(shared.engine, 2)
                count(shared, 2, "Surat")
                (heard,) = first.changes(1)
                assert second.changes(1) == [heard]
        assert heard["constituencies"] == [counted.place("Surat")]


def _until_listened_to(engine: sa.Engine, processes: int) -> None:
    query = sa.text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with engine.connect() as connection:
            if connection.execute(query).scalar() == processes:
                return
        time.sleep(0.02)
    raise AssertionError("nobody listens to the database")
