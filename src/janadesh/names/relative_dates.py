"""Days and spans named from the day of writing: today, Thursday, last week, five years ago."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from janadesh.names.number_words import CARDINALS
from janadesh.names.tense import Tense
from janadesh.names.tense import tense_at
from janadesh.names.word_pattern import any_of
from janadesh.names.word_pattern import listed

_WEEKDAYS = {
    name: number for number, name in enumerate(listed("monday tuesday wednesday thursday friday saturday sunday"))
} | {name: number for number, name in enumerate(listed("सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार"))}
_SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
_TODAY = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "आज": 0}
_SPANS = ("this", "last", "next", "past", "ago", "day")
_WORDS = re.compile(
    rf"(?<![\w'@#-]){any_of([*_WEEKDAYS, *_SHORT_WEEKDAYS, *_TODAY, *_SPANS])}(?![\w@]|[\u0900-\u0963])"
)
_PART_OF_DAY = re.compile(r"(?:'s)?\s(?:early\s|late\s)?(?:morning|afternoon|evening|night|noon)(?![a-z])")
_BEFORE_WEEKDAY = re.compile(r"(?<![a-z])(last|next|this|coming|previous|past)\s$")
_IS_LEFT = re.compile(r"\s(?:was|is|remain(?:s|ed)?)\s(?:left|to\sgo)(?![a-z])")
_NAME_AFTER = re.compile(r"\s(?:times|guardian|express|standard|mail|mirror|telegraph|prayers?|observer|mass)(?![a-z])")
_NAME_BEFORE = re.compile(r"(?<![a-z])(?:good|black|ash|easter|palm|super|holy|maundy)\s$")
_SHORT_CONTEXT = re.compile(r",?\.?,?\s(?:\d{1,2}(?:st|nd|rd|th)?\s)?[a-z]{3,9}\.?(?:\s\d{1,2})?(?!\w)")
_THIS = re.compile(
    r"(this|last|next|past)\s(?:(?P<day>morning|afternoon|evening|night)|(?P<week>week)|(?P<month>month)|(?P<year>year))"
    r"(?![a-z])"
)
_AGO = re.compile(r"(?<![\w-])(?P<count>[a-z]+|\d{1,3})\s(?P<unit>day|week|month|year|decade)s?\sago$")
_DAY_AFTER = re.compile(r"day\s(?P<side>before|after)\s(?P<day>yesterday|tomorrow)")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_MONTH_NAME = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s?\d{0,2}|\d{1,2}")


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A day or span at `text[start:end]` that was named from the day of writing."""

    start: int
    end: int
    first: dt.date
    last: dt.date
    precision: str
    kind: str


def relative_dates(low: str, text: str, written_on: dt.date) -> Iterator[RelativeDate]:
    """Find the days and spans that a plain text names from the day of writing, in order."""
    end = 0
    ahead: RelativeDate | None = None
    for found in _WORDS.finditer(low):
        read = _read(low, text, found, written_on) if found.start() >= end else None
        if read is None or read.start < end:
            continue
        if read.kind == "weekday":
            read = _not_before(low, ahead, read, written_on)
            ahead = read if read.first > written_on else None
        yield read
        end = read.end


def _read(low: str, text: str, found: re.Match[str], written_on: dt.date) -> RelativeDate | None:
    word, start = found.group(), found.start()
    if word in _WEEKDAYS:
        return _weekday(low, text, found, _WEEKDAYS[word], written_on)
    if word in _SHORT_WEEKDAYS:
        is_day = text[start].isupper() and _is_short_weekday(low, found.end())
        return _weekday(low, text, found, _SHORT_WEEKDAYS[word], written_on) if is_day else None
    if word in _TODAY:
        return _today(low, text, found, written_on)
    if word == "ago":
        return _ago(low, found, written_on)
    return _day_after(low, start, written_on) if word == "day" else _this(low, start, written_on)


def _not_before(low: str, ahead: RelativeDate | None, read: RelativeDate, written_on: dt.date) -> RelativeDate:
    """Keep "polls open on Thursday and a result is due by Friday" in order when it is Friday now."""
    if ahead is None or not written_on <= read.first < ahead.first or _SENTENCE_END.search(low, ahead.end, read.start):
        return read
    later = read.first + dt.timedelta(days=7)
    return replace(read, first=later, last=later)


def _one(start: int, end: int, day: dt.date, kind: str) -> RelativeDate:
    return RelativeDate(start, end, day, day, "day", kind)


def _is_short_weekday(low: str, end: int) -> bool:
    """A short weekday is one only before a date: "Tue, Oct 8"; "Sun Temple" is none."""
    following = re.compile(r"\.?,?\s").match(low, end)
    return following is not None and _MONTH_NAME.match(low, following.end()) is not None


def _weekday(low: str, text: str, found: re.Match[str], weekday: int, written_on: dt.date) -> RelativeDate | None:
    start, end = found.span()
    before = low[max(0, start - 12) : start]
    if (text[start].isascii() and not text[start].isupper()) or _NAME_BEFORE.search(before):
        return None
    if _NAME_AFTER.match(low, end) and text[end + 1].isupper():
        return None
    part = _PART_OF_DAY.match(low, end)
    word = _BEFORE_WEEKDAY.search(before)
    since = (written_on.weekday() - weekday) % 7
    past, future = written_on - dt.timedelta(days=since), written_on + dt.timedelta(days=-since % 7)
    if word and word[1] in {"last", "previous", "past"}:
        day = past if since else past - dt.timedelta(days=7)
    elif word and word[1] in {"next", "coming"}:
        day = future if since else future + dt.timedelta(days=7)
    else:
        tense = Tense.FUTURE if _IS_LEFT.match(low, end) else tense_at(low, start, part.end() if part else end)
        day = past if tense is Tense.PAST else future if tense is Tense.FUTURE else past if since <= 3 else future
    return _one(start, part.end() if part else end, day, "weekday")


def _today(low: str, text: str, found: re.Match[str], written_on: dt.date) -> RelativeDate | None:
    start, end = found.span()
    # "India Today", "USA Today" are names
    before = text[max(0, start - 12) : start].rstrip()
    if text[start].isupper() and re.search(r"[A-Z]\w+$", before):
        return None
    if low.startswith("'s chanakya", end):
        return None
    part = _PART_OF_DAY.match(low, end)
    day = written_on + dt.timedelta(days=_TODAY[found.group()])
    return _one(start, part.end() if part and part.group()[0] == " " else end, day, "relative")


def _this(low: str, start: int, written_on: dt.date) -> RelativeDate | None:
    found = _THIS.match(low, start)
    if found is None:
        return None
    step = {"this": 0, "next": 1}.get(found[1], -1)
    if found["day"]:
        if found[1] != "this" and found["day"] != "night":
            return None
        return _one(start, found.end(), written_on + dt.timedelta(days=step), "relative")
    unit = "week" if found["week"] else "month" if found["month"] else "year"
    first, last = _span(written_on, unit, step)
    return RelativeDate(start, found.end(), first, last, unit, "relative")


def _span(day: dt.date, unit: str, step: int) -> tuple[dt.date, dt.date]:
    """Give the week (from Monday), month or year that lies `step` away."""
    if unit == "week":
        monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=step)
        return monday, monday + dt.timedelta(days=6)
    if unit == "year":
        return dt.date(day.year + step, 1, 1), dt.date(day.year + step, 12, 31)
    months = day.year * 12 + day.month - 1 + step
    first = dt.date(months // 12, months % 12 + 1, 1)
    following = dt.date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first, following - dt.timedelta(days=1)


def _ago(low: str, found: re.Match[str], written_on: dt.date) -> RelativeDate | None:
    window = max(0, found.start() - 28)
    said = _AGO.search(low[window : found.end()])
    if said is None:
        return None
    word = said["count"]
    said_count = int(word) if word.isdigit() else 1 if word in {"a", "an"} else CARDINALS.get(word)
    if said_count is None:
        return None
    count = int(said_count)
    start, end = window + said.start(), found.end()
    if said["unit"] == "day":
        return _one(start, end, written_on - dt.timedelta(days=count), "relative")
    unit, count = ("year", count * 10) if said["unit"] == "decade" else (said["unit"], count)
    if count >= written_on.year and unit == "year":
        return None
    first, last = _span(written_on, unit, -count)
    return RelativeDate(start, end, first, last, unit, "relative")


def _day_after(low: str, start: int, written_on: dt.date) -> RelativeDate | None:
    found = _DAY_AFTER.match(low, start)
    if found is None:
        return None
    step = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get((found["side"], found["day"]))
    return None if step is None else _one(start, found.end(), written_on + dt.timedelta(days=step), "relative")
