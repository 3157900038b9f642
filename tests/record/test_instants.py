"""The instants at which the record learned something, read on as it grows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from janadesh import model
from janadesh.record import instants
from janadesh.record.book import Record
from janadesh.record.instants import KnownInstants
from janadesh.record.instants import known_instants
from janadesh.record.instants import last_entry
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.builders import statements

STOOD = [Stood("A", "NC", 10), Stood("B", "INC", 5)]


def learn(record: Record, day: int) -> None:
    said = model.Tally(
        election=ELECTION,
        constituency="in-ls-leh",
        serial=1,
        total=10 + day,
        known_at=dt.datetime(2024, 7, day, tzinfo=dt.UTC),
        source=ECI.id,
    )
    record.load(statements(said))


def test_instants_of_what_was_loaded_since_are_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with record_of_seat(tmp_path, "Leh", STOOD) as record:
        known = KnownInstants(record)
        known.known(last_entry(record))
        learn(record, 9)
        learn(record, 3)
        read_from = []

        def noted(record: Record, after: int = 0) -> tuple[str, ...]:
            read_from.append(after)
            return known_instants(record, after)

        monkeypatch.setattr(instants, "known_instants", noted)
        assert known.known(last_entry(record)) == known_instants(record)
        assert read_from == [1]


def test_another_record_in_its_place_is_read_anew(tmp_path: Path) -> None:
    """Nothing of a record stays that was put back from a backup."""
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    with record_of_seat(tmp_path / "one", "Leh", STOOD) as one, record_of_seat(tmp_path / "other", "Leh", STOOD) as two:
        known = KnownInstants(one)
        learn(one, 9)
        known.known(last_entry(one))
        learn(two, 3)
        one.engine = two.engine
        assert known.known(last_entry(one)) == known_instants(two)
