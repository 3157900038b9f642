"""Verifying from the desk: one at a time, not again at once where it takes long, and never without end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from threading import Thread

import pytest
import sqlalchemy as sa

from janadesh.desk import verifying
from janadesh.desk.verifying import Verified
from janadesh.desk.verifying import Verifying
from janadesh.desk.verifying import VerifyingLater
from janadesh.record.book import Record
from tests.builders import ECI
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.builders import statements
from tests.desk.conftest import client_of
from tests.desk.pages import text_of

STOOD = [Stood("A", "B", 10), Stood("C", "D", 5)]


class Clock:
    """A clock that goes on by so many seconds each time it is looked at."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return record_of_seat(tmp_path, "Pune", STOOD)


def change(record: Record) -> None:
    with record.engine.begin() as connection:
        connection.execute(sa.text("UPDATE tallies SET total = 11 WHERE total = 10"))


def test_a_short_verification_is_made_anew_each_time(record: Record) -> None:
    quick = Verifying(record, Clock(0.001))
    assert quick.verified().faults == ()

    change(record)

    assert len(quick.verified().faults) == 1


def test_a_long_one_stands_for_ten_times_as_long_as_it_took(record: Record) -> None:
    clock = Clock(1.0)
    slow = Verifying(record, clock)
    first = slow.verified()

    assert slow.verified() is first
    clock.now += 100
    assert slow.verified() is not first


def test_a_load_in_between_is_verified_too(record: Record) -> None:
    slow = Verifying(record, Clock(1.0))
    assert slow.verified().entries == 1

    record.load(statements(ECI.__class__(id="other", title="T", publisher="P", kind="press")))

    assert slow.verified().entries == 2


def test_one_that_takes_too_long_is_given_up(record: Record) -> None:
    with pytest.raises(VerifyingLater, match="janadesh verify"):
        Verifying(record, Clock(verifying.SECONDS_AT_MOST + 1)).verified()


def test_who_comes_while_another_is_verified_is_told_to_come_later(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = Event(), Event()

    def endless(_: Record, __: Callable[[], bool]) -> tuple[()]:
        begun.set()
        may_end.wait(30)
        return ()

    monkeypatch.setattr(Record, "altered_in_time", endless)
    with client_of(record) as client:
        first: list[int] = []
        other = Thread(target=lambda: first.append(client.post("/ledger").status_code))
        other.start()
        assert begun.wait(30)
        told = client.post("/ledger")
        may_end.set()
        other.join()

    assert (told.status_code, told.headers["retry-after"]) == (503, "5")
    assert "being verified already" in text_of(told.text)
    assert first == [200]


def test_what_was_found_says_how_many_entries_agree(record: Record) -> None:
    found = Verifying(record).verified()

    assert isinstance(found, Verified)
    assert (found.entries, found.faults) == (1, ())
