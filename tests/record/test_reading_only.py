"""A record that may not be written is still read: on a read-only disk, or from another user's folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from janadesh import model
from janadesh.errors import RecordUnusable
from janadesh.record.opening import open_record
from tests.builders import statements
from tests.record.loads_to_kill import SEATS
from tests.record.loads_to_kill import counted
from tests.record.loads_to_kill import prepare
from tests.record.processes import run

NOBODY = 65534


@pytest.fixture
def file() -> Iterator[Path]:
    """Give a record's file in a folder that others may look into."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        file = Path(name) / "record.sqlite"
        prepare(str(file))
        yield file
        Path(name).chmod(0o755)


def may_only_read(file: Path) -> None:
    """Give up the right to write the file and its folder."""
    # what is imported late must be, before the right to read it is gone
    with tempfile.TemporaryDirectory() as elsewhere:
        prepare(str(Path(elsewhere) / "record.sqlite"))
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    else:
        file.chmod(0o444)
        file.parent.chmod(0o555)


def reads_all(file: Path) -> None:
    may_only_read(file)
    with open_record(file) as record:
        assert record.frame(model.Constituency).height == SEATS
        assert record.altered() == []


def is_refused_a_load(file: Path) -> None:
    may_only_read(file)
    with open_record(file) as record, pytest.raises(RecordUnusable, match="may be read but not written"):
        record.load(statements(*counted(1)))


def test_it_is_read_and_verified(file: Path) -> None:
    before = file.read_bytes()

    assert run(reads_all, file) == 0
    assert file.read_bytes() == before


def test_a_load_into_it_is_refused_in_words(file: Path) -> None:
    assert run(is_refused_a_load, file) == 0


def test_it_is_read_while_its_owner_has_it_open(file: Path) -> None:
    with open_record(file) as record:
        record.load(statements(*counted(1)))

        assert run(reads_all, file) == 0
