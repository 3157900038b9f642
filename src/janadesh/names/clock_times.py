"""Times of day as reports write them: `9.40 am`, `3:30 PM`, `11:20`, `1500 hrs`, `8 o'clock`, noon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOCK = re.compile(
    r"(?=\d{1,4}(?:[:.]\d|\s?[ahop-]|\s(?:to|in)\s))(?<!\d)(?:"  # a cheap look before the real alternatives
    r"\d{1,2}(?:[:.]\d{2})?(?:\s?(?:-|to|and)\s?(?=\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m))"  # the first of "7 to 11 am"
    r"|(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap])(?:\.\s?m\.?|m)(?![a-z])"
    r"|(?P<hour24>\d{1,2}):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\d:%])(?:\s?(?:hrs|hours))?"
    r"|(?P<military>[0-2]\d[0-5]\d)\s?(?:hrs|hours)(?![a-z])"
    r"|(?P<spoken>\d{1,2})(?:[:.](?P<minutes>\d{2}))?(?:\s?o'clock|\sin\sthe\s(?P<part>morning|afternoon|evening))(?![a-z]))"
)
_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_WORD = re.compile(r"(?<![a-z-])(?:noon|midday|midnight)(?![a-z-])")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day at `text[start:end]` as `HH:MM`."""

    start: int
    end: int
    clock: str


def clock_times(low: str) -> Iterator[ClockTime]:
    """Find the times of day in a plain text."""
    yield from (ClockTime(word.start(), word.end(), _WORDS[word.group()]) for word in _WORD.finditer(low))
    pending: tuple[int, int, str] | None = None
    for found in _CLOCK.finditer(low):
        before = low[max(0, found.start() - 1) : found.start()]
        if before and (before.isalnum() or before in ".,:₹$£/"):
            continue
        if found.lastgroup is None:
            pending = (found.start(), found.end(), found.group())
            continue
        clock = _reading(found)
        if clock is None:
            pending = None
            continue
        if pending is not None and pending[1] == found.start() and found.group("half"):
            first = re.match(r"(\d+)(?:[:.](\d\d))?", pending[2])
            earlier = first and _clock(int(first[1]), int(first[2] or 0), found.group("half"))
            if first and earlier:
                yield ClockTime(pending[0], pending[0] + first.end(), earlier)
        pending = None
        yield ClockTime(found.start(), found.end(), clock)


def _reading(found: re.Match[str]) -> str | None:
    if found["half"]:
        return _clock(int(found["hour"]), int(found["minute"] or 0), found["half"])
    if found["military"]:
        return _clock(int(found["military"][:2]), int(found["military"][2:]), "")
    if found["spoken"]:
        half = "" if found["part"] is None else "a" if found["part"] == "morning" else "p"
        return _clock(int(found["spoken"]), int(found["minutes"] or 0), half)
    return _clock(int(found["hour24"]), int(found["minute24"]), "")


def _clock(hour: int, minute: int, half: str) -> str | None:
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
