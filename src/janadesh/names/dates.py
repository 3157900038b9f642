"""
Dates in a dated article: days, months and years as written, weekdays, and words such as today or last month.

What is not written is filled in from the day the article was written on: a year is the one that puts the date
nearest, a weekday is the nearest one, and the tense of the clause decides which side of that day it lies on.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from dataclasses import replace

from janadesh.names.calendar_forms import CalendarForm
from janadesh.names.calendar_forms import calendar_forms
from janadesh.names.clock_times import clock_times
from janadesh.names.plain import plain
from janadesh.names.relative_dates import relative_dates
from janadesh.names.tense import Tense
from janadesh.names.tense import tense_at

# a date that is on the wrong side of the article's day for its tense counts as so many days further away
_AGAINST_TENSE_DAYS = 120
_JOINS = re.compile(r"(?:,?\s\(?|\s?,\s?|\s?\|\s?)(?:(?:on|at|by|of|this)\s)?|\son\s(?:the\s)?(?:morning\sof\s)?|\s\(")
_DAY_KINDS = frozenset({"absolute", "weekday", "relative"})


@dataclass(frozen=True, slots=True)
class DateMention:
    """
    A date mentioned at `text[start:end]`.

    Fields:
        first, last: the days it covers, both included; equal for a day.
        precision: `day`, `week`, `month` or `year`.
        kind: `absolute`, `weekday`, `relative`, `year` or `clock` (a time of day alone, on the article's day).
        clock: `HH:MM` where a time of day is said.
    """

    start: int
    end: int
    first: dt.date
    last: dt.date
    precision: str
    kind: str
    clock: str | None


def read_dates(text: str, written_on: dt.date, *, day_first: bool = True) -> list[DateMention]:
    """
    Read the dates of a text in order, without overlaps.

    Args:
        text: the text as written.
        written_on: the day of the article.
        day_first: whether 8/10/2024 is the eighth of October, as in India and Britain.
    """
    low = plain(text)
    mentions = [_resolved(low, form, written_on) for form in calendar_forms(low, text, day_first=day_first)]
    mentions += [
        DateMention(word.start, word.end, word.first, word.last, word.precision, word.kind, None)
        for word in relative_dates(low, text, written_on)
    ]
    mentions += [
        DateMention(time.start, time.end, written_on, written_on, "day", "clock", time.clock)
        for time in clock_times(low)
    ]
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return _merged(low, mentions)


def _resolved(low: str, form: CalendarForm, written_on: dt.date) -> DateMention:
    if form.month is None:
        year = form.year or written_on.year
        first, last = dt.date(year, 1, 1), dt.date(year + form.years - 1, 12, 31)
        return DateMention(form.start, form.end, first, last, "year", "year", None)
    year = form.year or _nearest_year(low, form, written_on)
    if form.day is None:
        first = dt.date(year, form.month, 1)
        return DateMention(form.start, form.end, first, _month_end(first), "month", "absolute", None)
    day = _day(year, form.month, form.day)
    return DateMention(form.start, form.end, day, day, "day", "absolute", None)


def _nearest_year(low: str, form: CalendarForm, written_on: dt.date) -> int:
    tense = tense_at(low, form.start, form.end)

    def distance(year: int) -> int:
        day = _day(year, form.month or 1, form.day or 15)
        days = (day - written_on).days
        if form.day is None and (year, form.month) == (written_on.year, written_on.month):
            return 0
        return abs(days) + (_AGAINST_TENSE_DAYS if days * tense.value < 0 else 0)

    return min((written_on.year + step for step in (0, -1, 1)), key=distance)


def _day(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        # 29 February of a year that has none
        return dt.date(year, month, 28)


def _month_end(first: dt.date) -> dt.date:
    following = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return following - dt.timedelta(days=1)


def _merged(low: str, mentions: list[DateMention]) -> list[DateMention]:
    """Make one of what says one day twice: `Tuesday (October 8)`, `at 3 pm on Wednesday`."""
    merged: list[DateMention] = []
    for mention in mentions:
        last = merged[-1] if merged else None
        if last is not None and mention.start < last.end:
            continue
        together = _together(low, last, mention) if last is not None else None
        if together is not None:
            merged[-1] = together
        else:
            merged.append(mention)
    return merged


def _together(low: str, one: DateMention, two: DateMention) -> DateMention | None:
    if two.start - one.end > 18 or one.precision != "day" or two.precision != "day":
        return None
    if not _JOINS.fullmatch(low[one.end : two.start]):
        return None
    kinds = {one.kind, two.kind}
    if "clock" in kinds and kinds & _DAY_KINDS:
        clock, day = (one, two) if one.kind == "clock" else (two, one)
        if day.clock is not None:
            return None
        return replace(day, start=one.start, end=two.end, clock=clock.clock)
    if kinds == {"absolute"} or "absolute" not in kinds:
        same = one.first == two.first and kinds == {"weekday", "relative"}
        return replace(two, start=one.start) if same else None
    written, said = (one, two) if one.kind == "absolute" else (two, one)
    return replace(written, start=one.start, end=two.end, clock=written.clock or said.clock)


__all__ = ["DateMention", "Tense", "read_dates"]
