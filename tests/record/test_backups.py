"""A backup is a whole, verified record, also when it is taken while others write."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from janadesh.errors import RecordUnusable
from janadesh.record.book import Record
from janadesh.record.copying import back_up
from janadesh.record.copying import restore
from janadesh.record.opening import open_record
from tests.record.conftest import NewPlace
from tests.record.loads_to_kill import load_rounds
from tests.record.loads_to_kill import prepare
from tests.record.processes import start


def last_hash(record: Record) -> str:
    return record.entries()[-1].entry_hash


def changed_by_hand(file: Path) -> None:
    with sa.create_engine(f"sqlite:///{file}").begin() as connection:
        connection.exec_driver_sql("UPDATE constituencies SET name = 'Elsewhere' WHERE statement = 1")


def test_a_backup_holds_what_the_record_holds(place: str, tmp_path: Path) -> None:
    prepare(place)
    with open_record(place) as record:
        entries = back_up(record, tmp_path / "backup.sqlite")

        assert entries == record.entries()
    with open_record(tmp_path / "backup.sqlite") as copy:
        assert copy.altered() == []


def test_a_backup_is_restored_with_the_same_ledger(new_place: NewPlace, tmp_path: Path) -> None:
    first, second = new_place(), new_place()
    prepare(first)
    with open_record(first) as record:
        back_up(record, tmp_path / "backup.sqlite")
        expected = last_hash(record)

    restore(tmp_path / "backup.sqlite", second)

    with open_record(second) as restored:
        assert last_hash(restored) == expected
        assert restored.altered() == []


def test_a_restored_record_is_added_to_where_the_first_one_stopped(new_place: NewPlace, tmp_path: Path) -> None:
    first, second = new_place(), new_place()
    prepare(first)
    with open_record(first) as record:
        back_up(record, tmp_path / "backup.sqlite")
    restore(tmp_path / "backup.sqlite", second)

    load_rounds(second, range(1, 3), str(tmp_path / "done"))

    with open_record(second) as restored:
        assert [entry.entry for entry in restored.entries()] == [1, 2, 3]
        assert restored.altered() == []


def test_a_backup_taken_while_others_write_holds_whole_entries(place: str, tmp_path: Path) -> None:
    prepare(place)
    writer = start(load_rounds, place, range(1, 30), str(tmp_path / "done"))
    with open_record(place) as record:
        while len(record.entries()) < 2:
            time.sleep(0.01)
        sizes = [len(back_up(record, tmp_path / f"{number}.sqlite")) for number in range(3)]
    writer.join(120)

    assert writer.exitcode == 0
    assert sizes == sorted(sizes)
    for number in range(3):
        with open_record(tmp_path / f"{number}.sqlite") as copy:
            assert copy.altered() == []


def test_a_backup_overwrites_no_file(sqlite_file: Path, tmp_path: Path) -> None:
    prepare(str(sqlite_file))
    taken = tmp_path / "notes.txt"
    taken.write_text("keep me")

    with open_record(sqlite_file) as record, pytest.raises(RecordUnusable, match="already a file"):
        back_up(record, taken)

    assert taken.read_text() == "keep me"


def test_an_altered_record_makes_no_backup(sqlite_file: Path, tmp_path: Path) -> None:
    prepare(str(sqlite_file))
    changed_by_hand(sqlite_file)

    with open_record(sqlite_file) as record, pytest.raises(RecordUnusable, match=r"was altered: entry 1.*No copy"):
        back_up(record, tmp_path / "backup.sqlite")

    assert [file.name for file in tmp_path.iterdir() if "backup" in file.name] == []


def test_an_altered_backup_is_not_restored(new_place: NewPlace, tmp_path: Path) -> None:
    first, second = new_place(), new_place()
    prepare(first)
    with open_record(first) as record:
        back_up(record, tmp_path / "backup.sqlite")
    changed_by_hand(tmp_path / "backup.sqlite")

    with pytest.raises(RecordUnusable, match="was altered"):
        restore(tmp_path / "backup.sqlite", second)

    with pytest.raises(RecordUnusable, match="no record"):
        open_record(second, create=False)


def test_a_place_with_a_record_is_not_overwritten_by_a_restored_one(new_place: NewPlace, tmp_path: Path) -> None:
    first, second = new_place(), new_place()
    prepare(first)
    prepare(second)
    with open_record(first) as record:
        back_up(record, tmp_path / "backup.sqlite")

    with pytest.raises(RecordUnusable, match="already"):
        restore(tmp_path / "backup.sqlite", second)


@pytest.mark.parametrize("is_filled", [False, True])
def test_a_backup_is_restored_into_an_empty_record(sqlite_file: Path, tmp_path: Path, is_filled: bool) -> None:
    if is_filled:
        prepare(str(sqlite_file))
    with open_record(sqlite_file) as record:
        back_up(record, tmp_path / "backup.sqlite")
    empty = tmp_path / "empty.sqlite"
    open_record(empty).close()

    restored = restore(tmp_path / "backup.sqlite", str(empty))

    assert bool(restored) == is_filled
    with open_record(empty) as record:
        assert record.entries() == restored
