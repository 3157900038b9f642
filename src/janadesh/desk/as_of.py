"""What a page is asked for by its address: a moment and a language, both carried on through its links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from janadesh.desk.language import ENGLISH
from janadesh.desk.language import read_lang
from janadesh.export.figures import day_in_words
from janadesh.record.book import Record
from janadesh.record.moments import UnreadableMoment


@dataclass(frozen=True, slots=True)
class AsOf:
    """
    A moment as a page was asked for it, and the language that it is told in.

    `asked` is its text as links carry it (`2024-08-22`, `2024-10-08T14:05`), None for now. `moment` is the
    instant in UTC. `time_zone` is the record's. `lang` is the language as links carry it, None where the
    address named none. `query` is the address's query, which the same page in another language keeps.
    """

    asked: str | None
    moment: dt.datetime
    time_zone: str
    lang: str | None = None
    query: tuple[tuple[str, str], ...] = ()

    @property
    def language(self) -> str:
        """The language that the page is told in, one of `LANGUAGES`."""
        return self.lang or ENGLISH

    @property
    def is_now(self) -> bool:
        """Whether no moment was asked for."""
        return self.asked is None

    @property
    def has_clock(self) -> bool:
        """Whether a time of day was asked for, not only a day."""
        return self.asked is not None and len(self.asked) > len("2024-10-08")

    @property
    def date(self) -> dt.date:
        """The moment's day, in the record's time zone."""
        return self._there().date()

    @property
    def day(self) -> str:
        """The day for the form's field, `2024-10-08`; empty for now."""
        return "" if self.is_now else self._there().date().isoformat()

    @property
    def clock(self) -> str:
        """The time of day for the form's field, `14:05`; empty where none was asked for."""
        return self._there().strftime("%H:%M") if self.has_clock else ""

    @property
    def words(self) -> str:
        """The moment as prose writes it: `22 August 2024`, `8 October 2024, 14:05`."""
        there = self._there()
        day = day_in_words(there.date())
        return f"{day}, {there:%H:%M}" if self.has_clock else day

    def _there(self) -> dt.datetime:
        return self.moment.astimezone(ZoneInfo(self.time_zone))


def read_as_of(record: Record, query: Mapping[str, str]) -> AsOf:
    """
    Read `as_of` (a day or a time), from the form `as_of_time` (a time of that day), and `lang`.

    Raises: UnreadableMoment.
    """
    asked = query.get("as_of", "").strip()
    clock = query.get("as_of_time", "").strip()
    if asked and clock and "T" not in asked:
        asked = f"{asked}T{clock}"
    zone = record.time_zone
    try:
        moment = record.moment(asked or None)
        moment.astimezone(ZoneInfo(zone))
    except OverflowError:
        raise UnreadableMoment(f"{asked!r} is too far from any election to be a moment of one.") from None
    return AsOf(asked or None, moment, zone, read_lang(query), tuple(query.items()))


def read_as_of_now(record: Record, query: Mapping[str, str]) -> AsOf:
    """Read the language alone, for a page that tells what is known now whatever moment it was reached from."""
    return read_as_of(record, {name: value for name, value in query.items() if name == "lang"})
