"""The record answers with what was known at a moment, and forgets nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import UnreadableMoment
from janadesh.record.moments import read_moment
from janadesh.record.opening import open_record
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import lok_sabha
from tests.builders import record_at
from tests.builders import statements
from tests.record.conftest import NewPlace

IN_INDIA = dt.timezone(dt.timedelta(hours=5, minutes=30))
ANNOUNCED = dt.datetime(2024, 8, 16, 15, 0, tzinfo=IN_INDIA)
MOVED = dt.datetime(2024, 8, 31, 20, 0, tzinfo=IN_INDIA)


def count_on(day: dt.date, known_at: dt.datetime) -> model.ScheduleEntry:
    return model.ScheduleEntry(election=ELECTION, event="count", on_date=day, known_at=known_at, source=ECI.id)


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    """Hold a count announced for 4 October, and moved on 31 August to 8 October."""
    with record_at(
        place,
        *lok_sabha(),
        count_on(dt.date(2024, 10, 4), ANNOUNCED),
        count_on(dt.date(2024, 10, 8), MOVED),
    ) as record:
        yield record


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2024-08-16T14:59:59", None),
        ("2024-08-16T15:00:00", dt.date(2024, 10, 4)),
        ("2024-08-22", dt.date(2024, 10, 4)),
        ("2024-08-31T19:59:59", dt.date(2024, 10, 4)),
        ("2024-08-31T20:00:00", dt.date(2024, 10, 8)),
        ("2024-08-31", dt.date(2024, 10, 8)),
        (None, dt.date(2024, 10, 8)),
    ],
)
def test_both_answers_come_from_the_same_rows(record: Record, moment: str | None, day: dt.date | None) -> None:
    days = record.frame(model.ScheduleEntry, moment, event="count")["on_date"].to_list()

    assert days == ([] if day is None else [day])


def test_a_time_without_offset_is_a_time_where_the_election_is_held(record: Record) -> None:
    assert record.moment("2024-08-31T20:00:00") == MOVED


def test_a_day_counts_to_its_last_second(record: Record) -> None:
    assert record.moment("2024-08-31") == dt.datetime(2024, 8, 31, 23, 59, 59, tzinfo=IN_INDIA)


def test_a_correction_adds_and_removes_nothing(record: Record) -> None:
    days = record.history(model.ScheduleEntry, event="count")["on_date"].to_list()

    assert days == [dt.date(2024, 10, 4), dt.date(2024, 10, 8)]


def test_what_was_said_after_a_moment_can_be_asked_alone(record: Record) -> None:
    later = record.history(model.ScheduleEntry, after="2024-08-22", event="count")
    assert later["on_date"].to_list() == record.history(model.ScheduleEntry, event="count")["on_date"].to_list()[1:]


def test_only_the_statement_that_stands_is_asked_for_what_is_not_its_key(place: str) -> None:
    """Jammu and Kashmir is among the states of 2018 and not among those of 2024, though it once was said to be one."""
    said: dict[str, Any] = {"id": "in-jk", "name": "Jammu and Kashmir", "within": "in", "source": ECI.id}
    record = record_at(
        place,
        *lok_sabha(),
        model.Territory(status="state", known_at=BEFORE_ALL, **said),
        model.Territory(status="union territory", known_at=dt.datetime(2019, 8, 9, tzinfo=dt.UTC), **said),
    )

    assert record.frame(model.Territory, "2018-01-01", status="state")["id"].to_list() == ["in-jk"]
    assert record.frame(model.Territory, "2024-01-01", status="state").is_empty()


def test_of_two_statements_known_at_once_the_later_loaded_stands(place: str) -> None:
    record = record_at(place, *lok_sabha(), count_on(dt.date(2024, 10, 4), ANNOUNCED))

    record.load(statements(count_on(dt.date(2024, 10, 5), ANNOUNCED)))

    assert record.frame(model.ScheduleEntry)["on_date"].to_list() == [dt.date(2024, 10, 5)]


def test_what_is_no_moment_is_refused_with_an_example() -> None:
    with pytest.raises(UnreadableMoment, match="2024-08-22"):
        read_moment("last Tuesday", "UTC")


def instants() -> st.SearchStrategy[dt.datetime]:
    whole = st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2024, 12, 31), timezones=st.just(dt.UTC))  # noqa: DTZ001
    return whole.map(lambda moment: moment.replace(microsecond=0))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.dictionaries(instants(), st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)), min_size=1, max_size=6),
    asked=instants(),
    order=st.randoms(use_true_random=False),
)
def test_as_of_is_the_last_thing_said_before_whatever_the_order_of_loading(
    new_place: NewPlace, said: dict[dt.datetime, dt.date], asked: dt.datetime, order: object
) -> None:
    """Asking as of a moment equals folding, in order of time, what had been said by then."""
    record = open_record(new_place())
    record.load(statements(*lok_sabha()))
    shuffled = list(said.items())
    order.shuffle(shuffled)  # type: ignore[attr-defined]

    for known_at, day in shuffled:
        record.load(statements(count_on(day, known_at)))
    answered = record.frame(model.ScheduleEntry, asked)["on_date"].to_list()
    record.close()

    assert answered == [said[known_at] for known_at in sorted(said) if known_at <= asked][-1:]
