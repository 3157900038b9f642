"""Many readers beside one writer, and writers one after the other."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from janadesh import model
from janadesh.errors import RecordUnusable
from janadesh.record import transactions
from janadesh.record.opening import open_record
from janadesh.record.transactions import MEGABYTES_TO_READ
from janadesh.record.transactions import MEGABYTES_TO_WRITE
from janadesh.record.transactions import reading
from janadesh.record.transactions import writing
from tests.builders import statements
from tests.record.conftest import NewPlace
from tests.record.loads_to_kill import CANDIDATES
from tests.record.loads_to_kill import OF_A_LOAD
from tests.record.loads_to_kill import SEATS
from tests.record.loads_to_kill import counted
from tests.record.loads_to_kill import load_rounds
from tests.record.loads_to_kill import prepare
from tests.record.processes import start

ROUNDS = 12


def test_two_writers_at_once_lose_nothing(place: str, tmp_path: Path) -> None:
    prepare(place)
    odd, even = range(1, ROUNDS, 2), range(2, ROUNDS + 1, 2)

    writers = [start(load_rounds, place, rounds, str(tmp_path / f"{rounds.start}")) for rounds in (odd, even)]
    for writer in writers:
        writer.join(120)

    assert [writer.exitcode for writer in writers] == [0, 0]
    with open_record(place) as record:
        assert [entry.entry for entry in record.entries()] == list(range(1, ROUNDS + 2))
        assert sorted(record.history(model.Tally)["round"].unique()) == list(range(1, ROUNDS + 1))
        assert record.altered() == []


def test_two_writers_of_the_same_load_it_once(place: str, tmp_path: Path) -> None:
    prepare(place)
    rounds = range(1, ROUNDS // 2)

    writers = [start(load_rounds, place, rounds, str(tmp_path / name)) for name in ("one", "other")]
    for writer in writers:
        writer.join(120)

    with open_record(place) as record:
        assert [entry.statements for entry in record.entries()[1:]] == [OF_A_LOAD] * len(rounds)


def test_two_processes_that_make_one_record_make_it_once(place: str, tmp_path: Path) -> None:
    writers = [start(prepare, place) for _ in range(3)]
    for writer in writers:
        writer.join(120)

    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    with open_record(place) as record:
        assert len(record.entries()) == 1


def test_readers_beside_a_writer_see_whole_loads_only(place: str, tmp_path: Path) -> None:
    prepare(place)
    writer = start(load_rounds, place, range(1, ROUNDS + 1), str(tmp_path / "done"))

    seen = []
    with open_record(place) as record:
        until = time.monotonic() + 120
        while writer.is_alive() and time.monotonic() < until:
            tallies = record.frame(model.Tally)
            assert tallies.height in {0, SEATS * CANDIDATES}
            assert tallies["round"].n_unique() <= 1
            assert record.altered() == []
            seen.append(max(tallies["round"], default=0))
        seen.append(max(record.frame(model.Tally)["round"]))

    assert writer.exitcode == 0
    assert seen == sorted(seen)
    assert seen[-1] == ROUNDS


def test_a_writer_that_waits_in_vain_is_told_so(new_place: NewPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    place = new_place()
    prepare(place)
    monkeypatch.setattr(transactions, "SECONDS_TO_WAIT", 0.2)
    monkeypatch.setattr("janadesh.record.connecting._PRAGMAS", ("busy_timeout=200",))

    with open_record(place) as one, open_record(place) as other, writing(one.engine):
        with pytest.raises(RecordUnusable, match="another process has been writing"):
            other.load(statements(*counted(1)))
        assert other.frame(model.Tally).is_empty()


def test_a_full_disk_is_told_and_leaves_the_record_as_it_was(sqlite_file: Path) -> None:
    prepare(str(sqlite_file))
    with open_record(sqlite_file) as record:
        record.engine.dispose()
        # a file that may not grow is to SQLite what a full disk is
        sa.event.listen(record.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
        with pytest.raises(RecordUnusable, match="the disk is full"):
            record.load(statements(*counted(1)))
        assert record.frame(model.Tally).is_empty()

    with open_record(sqlite_file) as record:
        assert record.altered() == []
        assert record.load(statements(*counted(1))) is not None


def test_a_damaged_file_is_told(sqlite_file: Path) -> None:
    prepare(str(sqlite_file))
    with open_record(sqlite_file) as record:
        record.load(statements(*counted(1)))
    whole = sqlite_file.read_bytes()
    # the first page, which tells what the file is, stays
    sqlite_file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    with pytest.raises(RecordUnusable, match="the file is damaged"), open_record(sqlite_file) as record:
        record.frame(model.Tally)


def test_a_connection_keeps_much_of_sqlite_only_while_it_writes(tmp_path: Path) -> None:
    """A desk has many of them, and each goes back to the pool with what it keeps."""
    with open_record(tmp_path / "record.sqlite") as record:
        with writing(record.engine) as connection:
            while_writing = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
        with reading(record.engine) as connection:
            after = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()

    assert (-while_writing // 1024, -after // 1024) == (MEGABYTES_TO_WRITE, MEGABYTES_TO_READ)
