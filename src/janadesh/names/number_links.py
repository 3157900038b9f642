"""What two numbers side by side mean together: ranges, `24 of the 90 seats`, `26 and 40 seats`."""

from __future__ import annotations

import re
from dataclasses import replace

from janadesh.names.number_model import Number

_OF = re.compile(
    r"(?:\s(?:out\s)?of\s(?:(?:all|the|its|his|her|their|these|those|a\stotal\sof)\s){0,2}(?:[a-z][\w. -]{0,24}'s\s)?"
    r"|\s?/\s?)(?:(?:total|only|all)\s)?"
)
_DASH = re.compile(r"-|\s-\s|\s?to\s|-to-")
_AND = re.compile(r"\s(?:and|or|&)\s(?:the\s)?")
_BETWEEN = re.compile(r"(?<![a-z])between\s(?:[₹$£]|rs\.?\s)?$")
_NO_RANGE = re.compile(
    r"(?<![a-z])(?<!anywhere\s)(?:from|lost|losing|trail(?:ed|s|ing)|beaten|down)\s(?:[₹$£]|rs\.?\s)?$"
)
_SHARED_UNITS = frozenset({"percent", "points", "years", "months", "weeks", "days", "hours", "minutes"})


def link_numbers(low: str, numbers: list[Number]) -> list[Number]:
    """Mark ranges, and let a number without a noun or unit share that of the number it is joined to."""
    linked = list(numbers)
    for index in range(len(linked) - 2, -1, -1):
        one, two = linked[index], linked[index + 1]
        if two.start - one.end > 44:
            continue
        if _is_range(low, one, two) and (ends := _range_ends(one, two)) is not None:
            low_end, high_end = ends
            linked[index] = replace(low_end, comparator=">", range_with=index + 1)
            linked[index + 1] = replace(high_end, comparator="<", range_with=index)
        elif one.noun is None and one.unit in {"count", "fraction"} and one.end == one.noun_end:
            linked[index] = _sharing(low, one, two)
    return linked


def _is_range(low: str, one: Number, two: Number) -> bool:
    gap, before = low[one.end : two.start], low[max(0, one.start - 22) : one.start]
    if two.range_with is not None or one.unit == "rank" or two.unit == "rank":
        return False
    if _AND.fullmatch(gap):
        return _BETWEEN.search(before) is not None
    if not _DASH.fullmatch(gap):
        return False
    if "to" in gap and one.word != two.word:
        return False
    is_chain = before[-1:] == "-" and before[-2:-1].isdigit()
    return not is_chain and _NO_RANGE.search(before) is None


def _range_ends(one: Number, two: Number) -> tuple[Number, Number] | None:
    """Share scale, unit and noun between the ends; None for a score (51-32)."""
    if one.scale == 1 and two.scale > 1 and one.unit == "count" and one.value < two.value / two.scale:
        one = replace(one, value=round(one.value * two.scale, 6), scale=two.scale)
    if one.unit == "count" and one.noun is None:
        one = replace(one, unit=two.unit, noun=two.noun)
    if one.noun == "year-old" and two.unit == "count":
        two = replace(two, unit=one.unit, noun=one.noun)
    if _is_exact(one) and _is_exact(two):
        return None
    return (one, two) if one.value < two.value and one.unit == two.unit else None


def _is_exact(number: Number) -> bool:
    """Whether a number is a count of votes to the last one: 62,215 to 62,216 is a score."""
    return number.value >= 1000 and number.value % 10 != 0 and number.scale == 1


def _sharing(low: str, one: Number, two: Number) -> Number:
    if _OF.fullmatch(low[one.end : two.comparator_start]) or _OF.fullmatch(low[one.end : two.start]):
        if two.unit == "count" and two.noun is not None:
            return replace(one, noun=two.noun, noun_end=two.noun_end)
        return one
    if one.unit == "count" and one.word == two.word and _AND.fullmatch(low[one.end : two.start]):
        if two.unit in _SHARED_UNITS and two.noun != "year-old":
            return replace(one, unit=two.unit, noun=two.noun)
        if two.unit == "count":
            return replace(one, noun=two.noun)
    return one
