"""
The day that an article is headed with, as it is usually written.

    2024-10-08    8 October 2024    Tuesday, October 8, 2024    8 Oct 2024    8 अक्टूबर 2024    14.10.2024

`8/10/2024` is the eighth of October in one country and the tenth of August in another, and so it is no day here.
"""

from __future__ import annotations

import datetime as dt
import re

from janadesh.names.calendar_forms import calendar_forms
from janadesh.names.plain import plain

_ISO = re.compile(r"\s*(\d{4}-\d{1,2}-\d{1,2})(?!\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
_BEFORE = re.compile(r"\s*(?:(?:on\s+)?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+)?", re.IGNORECASE)
_HEADER = re.compile(r"\s*date(?:d\b|line\b)?\s*[:,]?\s+(?=\S)", re.IGNORECASE)
# what was meant for a day and is none, to be shown to its writer
_MEANT = re.compile(
    r"(?=\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)[^\n]{1,24}\b",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"(?<=[^\W\d]{3})\.(?=\s)")
_MOST = 60


def day_in(written: str) -> dt.date | None:
    """Read the day that a text begins with, the time after it left out; None where it begins with none, or with two."""
    found = _day_at_start(written)
    return found[1] if found else None


def headed_day(text: str) -> tuple[int, dt.date | None, str | None]:
    """
    Read the head `date 8 October 2024` of a text.

    Returns: where the text goes on after it, the day, and where there is a head without a readable day, what stands
        there instead. Without a head it is (0, None, None).
    """
    header = _HEADER.match(text)
    if header is None:
        return 0, None, None
    found = _day_at_start(text[header.end() :])
    if found is not None:
        return header.end() + found[0], found[1], None
    meant = _MEANT.match(text, header.end())
    return 0, None, meant.group().strip() if meant else None


def _day_at_start(written: str) -> tuple[int, dt.date] | None:
    iso = _ISO.match(written)
    if iso is not None:
        year, month, day = map(int, iso[1].split("-"))
        try:
            return iso.end(), dt.date(year, month, day)
        except ValueError:
            return None
    before = _BEFORE.match(written)
    start = before.end() if before else 0
    # `14 Oct. 2024` is `14 Oct 2024`
    head = _SHORTENED.sub("", written[start : start + _MOST], count=1)
    # an editor who writes `8 october` means the month; in running text a capital tells it from a verb
    spelt = head.title() if len(head.title()) == len(head) else head
    days = {
        (form.end, dt.date(form.year, form.month, form.day))
        for day_first in (True, False)
        for form in calendar_forms(plain(head), spelt, day_first=day_first)[:1]
        if form.start == 0 and form.year and form.month and form.day
    }
    if len(days) != 1:
        return None
    end, one = days.pop()
    left_out = _SHORTENED.search(written, start, start + _MOST)
    return start + end + (left_out is not None and left_out.start() < start + end), one
