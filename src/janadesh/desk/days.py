"""Days and moments in words, in a reader's language."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from gettext import NullTranslations
from typing import Protocol

from janadesh.export.figures import UNKNOWN


def day_text(texts: NullTranslations, day: dt.date | None, *, year: bool = True) -> str:
    """Write a day as prose does: `8 October 2024`, or `8 October` where the year is plain."""
    if day is None:
        return UNKNOWN
    text = f"{day.day} {months(texts)[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def month_text(texts: NullTranslations, day: dt.date) -> str:
    """Write a day's month: `October 2024`."""
    return f"{months(texts)[day.month - 1]} {day.year}"


class Told(Protocol):
    """A moment that can be told: its day, and its time of day where it has one."""

    @property
    def date(self) -> dt.date:
        """Its day, where the election is held."""

    @property
    def clock(self) -> str:
        """Its time of day, `14:05`."""

    @property
    def has_clock(self) -> bool:
        """Whether it is a time of day, not the end of a day."""


def moment_text(texts: NullTranslations, as_of: Told) -> str:
    """Write a moment as prose does: `22 August 2024`, `8 October 2024, 14:05`."""
    day = day_text(texts, as_of.date)
    return f"{day}, {as_of.clock}" if as_of.has_clock else day


@lru_cache(maxsize=16)
def months(texts: NullTranslations) -> tuple[str, ...]:
    """Name the months, January first."""
    return (
        texts.gettext("January"),
        texts.gettext("February"),
        texts.gettext("March"),
        texts.gettext("April"),
        texts.gettext("May"),
        texts.gettext("June"),
        texts.gettext("July"),
        texts.gettext("August"),
        texts.gettext("September"),
        texts.gettext("October"),
        texts.gettext("November"),
        texts.gettext("December"),
    )
