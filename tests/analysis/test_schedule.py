"""When votes are counted, as the Commission said it first and last."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from janadesh import model
from janadesh.analysis.schedule import schedule
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import lok_sabha
from tests.builders import record_of

ANNOUNCED = dt.datetime(2024, 8, 16, 10, 0, tzinfo=dt.UTC)
MOVED = dt.datetime(2024, 8, 31, 14, 0, tzinfo=dt.UTC)
SAID_AGAIN = dt.datetime(2024, 9, 5, 6, 0, tzinfo=dt.UTC)
FOURTH, EIGHTH = dt.date(2024, 10, 4), dt.date(2024, 10, 8)


def count_on(day: dt.date, known_at: dt.datetime) -> model.ScheduleEntry:
    return model.ScheduleEntry(election=ELECTION, event="count", on_date=day, known_at=known_at, source=ECI.id)


def test_a_moved_day_says_from_which_day_and_when(tmp_path: Path) -> None:
    record = record_of(tmp_path, *lok_sabha(), count_on(FOURTH, ANNOUNCED), count_on(EIGHTH, MOVED))

    step = schedule(record, ELECTION).row(0, named=True)

    assert (step["on_date"], step["moved_from"], step["moved_on"]) == (EIGHTH, FOURTH, MOVED)


def test_before_the_move_nothing_was_moved(tmp_path: Path) -> None:
    record = record_of(tmp_path, *lok_sabha(), count_on(FOURTH, ANNOUNCED), count_on(EIGHTH, MOVED))

    step = schedule(record, ELECTION, "2024-08-22").row(0, named=True)

    assert (step["on_date"], step["moved_from"], step["moved_on"]) == (FOURTH, None, None)


def test_saying_the_new_day_again_does_not_hide_the_move(tmp_path: Path) -> None:
    said = [count_on(FOURTH, ANNOUNCED), count_on(EIGHTH, MOVED), count_on(EIGHTH, SAID_AGAIN)]
    record = record_of(tmp_path, *lok_sabha(), *said)

    step = schedule(record, ELECTION).row(0, named=True)

    assert (step["on_date"], step["moved_from"], step["moved_on"]) == (EIGHTH, FOURTH, MOVED)


def test_a_day_said_twice_was_not_moved(tmp_path: Path) -> None:
    record = record_of(tmp_path, *lok_sabha(), count_on(FOURTH, ANNOUNCED), count_on(FOURTH, MOVED))

    step = schedule(record, ELECTION).row(0, named=True)

    assert (step["moved_from"], step["moved_on"]) == (None, None)
