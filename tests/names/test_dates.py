"""Dates in a dated article: as written, by weekday, and from the day of writing."""

from __future__ import annotations

import datetime as dt

import pytest

from janadesh.names.dates import DateMention
from janadesh.names.dates import read_dates

TUESDAY = dt.date(2024, 10, 8)


def only(text: str, written_on: dt.date = TUESDAY) -> DateMention:
    """Read the one date that a text has."""
    (mention,) = read_dates(text, written_on)
    return mention


def days(text: str, written_on: dt.date = TUESDAY) -> list[str]:
    return [f"{mention.first:%m-%d}" for mention in read_dates(text, written_on)]


def quotes(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in read_dates(text, TUESDAY)]


@pytest.mark.parametrize(
    "written",
    [
        "October 1",
        "October 1, 2024",
        "1 October",
        "1 October 2024",
        "1st October",
        "1st of October",
        "Oct 1",
        "Oct. 1",
        "01/10/2024",
        "1.10.2024",
        "2024-10-01",
        "1 अक्टूबर",
        "Tuesday, October 1",
        "Tuesday (October 1",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    text = f"polled on {written}"

    mention = only(text)

    assert (mention.first, mention.last, mention.precision) == (dt.date(2024, 10, 1), dt.date(2024, 10, 1), "day")
    assert text[mention.start : mention.end] == written


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("September 18, 25, and October 1", ["September 18", "25", "October 1"]),
        ("September 18, 25 and October 1", ["September 18", "25", "October 1"]),
        ("September 18 and 25 and October 1", ["September 18", "25", "October 1"]),
        ("September 18, September 25 and October 1", ["September 18", "September 25", "October 1"]),
        ("18 and 25 September and 1 October", ["18", "25 September", "1 October"]),
    ],
)
def test_each_day_of_a_list_has_its_own_place(text: str, parts: list[str]) -> None:
    assert (days(text), quotes(text)) == (["09-18", "09-25", "10-01"], parts)


def test_a_year_written_once_holds_for_the_whole_list() -> None:
    mentions = read_dates("on April 19, 26 and May 7, 2019", TUESDAY)

    assert [mention.first for mention in mentions] == [dt.date(2019, 4, 19), dt.date(2019, 4, 26), dt.date(2019, 5, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "On October 8, 42 seats went to the NC",
        "On October 8, 42 of the 90 went to the NC",
        "On October 8, 9 per cent of voters",
        "On October 8 and 12 more",
    ],
)
def test_a_count_after_a_date_is_no_second_day(text: str) -> None:
    assert days(text) == ["10-08"]


def test_counts_between_dates_are_no_days() -> None:
    assert days("24 seats voted on September 18, 26 on September 25 and 40 on October 1") == ["09-18", "09-25", "10-01"]


@pytest.mark.parametrize(
    "text",
    [
        "The BJP may lose 20 seats",
        "Sun Temple near Mar, says Jan",
        "Haneefa Jan 65,259 and Tsering Namgyal 37,397",
        "Theresa May won again",
        "a march to the capital",
        "India Today and the Sunday Times",
        "It is 370 or 35",
        "with 2014 votes",
    ],
)
def test_what_only_looks_like_a_date_is_not_read(text: str) -> None:
    assert read_dates(text, TUESDAY) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in November and December of 2014", "2014-11-01", "2014-11-30"),
        ("since June 2018", "2018-06-01", "2018-06-30"),
        ("in August", "2024-08-01", "2024-08-31"),
        ("in May", "2024-05-01", "2024-05-31"),
        ("last month", "2024-09-01", "2024-09-30"),
        ("in 2014", "2014-01-01", "2014-12-31"),
        ("in 2009-14", "2009-01-01", "2014-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("last year's polls", "2023-01-01", "2023-12-31"),
        ("this week", "2024-10-07", "2024-10-13"),
        ("five years ago", "2019-01-01", "2019-12-31"),
    ],
)
def test_months_years_and_weeks_span_their_days(text: str, first: str, last: str) -> None:
    mention = read_dates(text, TUESDAY)[0]

    assert (str(mention.first), str(mention.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "written_on", "expected"),
    [
        ("Polling will be on February 5", "2024-12-02", "2025-02-05"),
        ("Polling was on November 30", "2025-01-04", "2024-11-30"),
        ("Counting is on October 4", "2024-08-26", "2024-10-04"),
        ("the verdict of August 5", "2024-10-08", "2024-08-05"),
    ],
)
def test_a_missing_year_puts_the_date_near_the_article(text: str, written_on: str, expected: str) -> None:
    assert str(only(text, dt.date.fromisoformat(written_on)).first) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leaders met on Thursday", "2024-10-03"),
        ("The leaders will meet on Thursday", "2024-10-10"),
        ("The votes will be counted on Thursday", "2024-10-10"),
        ("The votes were counted on Thursday", "2024-10-03"),
        ("They are to sit down on Thursday", "2024-10-10"),
        ("Booths open on Thursday", "2024-10-10"),
        ("He said on Monday he would go", "2024-10-07"),
        ("He won on Tuesday", "2024-10-08"),
        ("He won last Tuesday", "2024-10-01"),
        ("He speaks next Tuesday", "2024-10-15"),
        ("Campaigning came to an end on Sunday evening", "2024-10-06"),
    ],
)
def test_the_tense_says_which_weekday_is_meant(text: str, expected: str) -> None:
    assert str(only(text).first) == expected


def test_weekdays_of_one_sentence_stay_in_order() -> None:
    """Written on a Friday: the Friday after the coming Thursday is not today."""
    friday = dt.date(2024, 6, 28)

    assert days("Booths open on Thursday and a result is due on Friday.", friday) == ["07-04", "07-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2024-10-08"),
        ("tonight", "2024-10-08"),
        ("this evening", "2024-10-08"),
        ("tomorrow", "2024-10-09"),
        ("yesterday", "2024-10-07"),
        ("the day before yesterday", "2024-10-06"),
        ("last night", "2024-10-07"),
        ("three days ago", "2024-10-05"),
        ("आज", "2024-10-08"),
    ],
)
def test_days_are_counted_from_the_day_of_writing(text: str, expected: str) -> None:
    assert str(only(text).first) == expected


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("at 9.40 am", "09:40"),
        ("by 5 pm", "17:00"),
        ("at 12.15 pm", "12:15"),
        ("at 12:05 am", "00:05"),
        ("8 a.m.", "08:00"),
        ("at 11:20", "11:20"),
        ("1500 hrs", "15:00"),
        ("8 o'clock", "08:00"),
        ("5 in the evening", "17:00"),
        ("after noon", "12:00"),
    ],
)
def test_a_time_of_day_is_read(text: str, clock: str) -> None:
    mention = only(text)

    assert (mention.clock, mention.kind) == (clock, "clock")


@pytest.mark.parametrize(
    "text", ["at 3:30 pm on October 8", "3.30 PM, Tuesday", "Tuesday at 3:30 pm", "October 8 at 3:30 pm"]
)
def test_a_time_joins_the_day_that_it_is_said_with(text: str) -> None:
    mention = only(text)

    assert (mention.first, mention.clock) == (TUESDAY, "15:30")


def test_both_ends_of_opening_hours_are_read() -> None:
    assert [mention.clock for mention in read_dates("from 7 to 11 am", TUESDAY)] == ["07:00", "11:00"]


def test_the_order_of_day_and_month_can_be_told() -> None:
    (mention,) = read_dates("10/8/2024", TUESDAY, day_first=False)

    assert mention.first == TUESDAY


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert read_dates("on 31/02/2024", TUESDAY) == []
