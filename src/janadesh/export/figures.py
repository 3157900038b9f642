"""
Figures as people read them: grouped numbers, shares, places, days.

Pure functions from a value to text. None is *unknown* and is written as a dash, never as 0.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

UNKNOWN = "–"
"""What stands where a figure is not known."""


class Digits(StrEnum):
    """Where the commas go: 1,25,000 (`indian`) or 125,000 (`international`)."""

    INDIAN = "indian"
    INTERNATIONAL = "international"


INDIAN_COUNTRIES = frozenset({"bd", "in", "np", "pk"})
"""Territory ids (ISO 3166 codes) of the countries that count in lakhs and crores."""


def digits_of_country(country: str | None) -> Digits:
    """Name the grouping that readers in a country expect; international where the country is not known."""
    return Digits.INDIAN if country in INDIAN_COUNTRIES else Digits.INTERNATIONAL


def grouped(number: int | None, digits: Digits | str = Digits.INDIAN) -> str:
    """
    Write a whole number with its groups of digits parted by commas.

    Indian grouping parts the last three digits and every two before them (lakh, crore).

    >>> grouped(12500000, "indian")
    '1,25,00,000'
    >>> grouped(12500000, "international")
    '12,500,000'
    """
    if number is None:
        return UNKNOWN
    if Digits(digits) is Digits.INTERNATIONAL:
        return f"{number:,}"
    sign, figures = ("-", str(-number)) if number < 0 else ("", str(number))
    head, last = figures[:-3], figures[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return sign + ",".join([*pairs, last])


def percent(share: float | None, places: int = 2) -> str:
    """Write a share that is already in per cent: `23.43%`."""
    return UNKNOWN if share is None else f"{share:.{places}f}%"


def measured(value: float | str | None, unit: str | None, digits: Digits | str = Digits.INDIAN) -> str:
    """
    Write a figure with its unit where it has one, a day (`2024-10-08`, with the unit `date`) in words.

    Other text is left as it is, and what is missing is empty.

    >>> measured(23.43, "percent"), measured(125000, "votes"), measured("2024-10-08", "date")
    ('23.43%', '1,25,000', '8 October 2024')
    """
    if value is None or isinstance(value, str):
        return _day_or_text(value, unit)
    if unit == "percent":
        return percent(value)
    return grouped(int(value), digits) if float(value).is_integer() else f"{value:g}"


def ordinal(place: int | None) -> str:
    """
    Write a place in a row.

    >>> [ordinal(place) for place in (1, 2, 3, 11, 22)]
    ['1st', '2nd', '3rd', '11th', '22nd']
    """
    if place is None:
        return UNKNOWN
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def day_in_words(day: dt.date | None, *, year: bool = True) -> str:
    """Write a day as prose does: `8 October 2024`, or `8 October` where the year is plain."""
    if day is None:
        return UNKNOWN
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def _day_or_text(value: str | None, unit: str | None) -> str:
    if value is None or unit != "date":
        return value or ""
    try:
        return day_in_words(dt.date.fromisoformat(value))
    except ValueError:
        return value


# not strftime, whose month names follow the machine's locale
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
