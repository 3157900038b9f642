"""Moments: what `as_of` and `known_at` mean, and how a person writes one."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from janadesh.errors import JanadeshError

Moment = dt.datetime | dt.date | str


class UnreadableMoment(JanadeshError):  # noqa: N818
    """A moment that is neither a day nor a time of day."""

    exit_code = 2


def read_moment(moment: Moment | None, time_zone: str) -> dt.datetime:
    """
    Read a moment as an instant in UTC, to the second.

    A day without a clock time means its last second: what was announced during a day is known as of
    that day, and a statement dated only to the day is not taken to be known before the day is over.
    A time without an offset is a time of `time_zone` (an IANA name). None means now.

    Raises: UnreadableMoment.
    """
    if moment is None:
        return dt.datetime.now(dt.UTC).replace(microsecond=0)
    if isinstance(moment, str):
        moment = _parse(moment.strip())
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime.combine(moment, dt.time(23, 59, 59))
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(time_zone))
    return moment.astimezone(dt.UTC).replace(microsecond=0)


def _parse(text: str) -> dt.datetime | dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise UnreadableMoment(
            f"{text!r} is not a moment. Write a day (2024-08-22) or a time (2024-10-08T14:05, with +05:30 if it is "
            "not a time where the election is held)."
        ) from None


def instant_text(moment: dt.datetime) -> str:
    """Write an instant as the record keeps it: `2024-10-08T18:29:59Z`, which sorts as text."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
