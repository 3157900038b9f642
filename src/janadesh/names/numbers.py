"""
Numbers in election reports, with what they count and how firmly: `more than 1.25 lakh votes`, `24 of the 90 seats`.

Read are figures in Indian or western grouping, words, lakh and crore, fractions, ordinals, per cent and ranges, in
English and with Hindi numerals and units. Not read are dates, years, clock times, and figures that are part of a
name (Article 370, T20, 4G). Work is bounded for each number, so that reading time grows with the text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from janadesh.names.bounds import Bound
from janadesh.names.bounds import bound_of
from janadesh.names.calendar_forms import calendar_forms
from janadesh.names.clock_times import clock_times
from janadesh.names.counted_nouns import CountedNoun
from janadesh.names.counted_nouns import noun_after
from janadesh.names.named_by_number import is_no_number
from janadesh.names.named_by_number import label_of
from janadesh.names.number_links import link_numbers
from janadesh.names.number_model import Number
from janadesh.names.number_phrases import PHRASE_READERS
from janadesh.names.number_phrases import read_phrase
from janadesh.names.number_phrases import without_one
from janadesh.names.number_words import CARDINALS
from janadesh.names.number_words import NUMERAL
from janadesh.names.number_words import ORDINALS
from janadesh.names.number_words import Amount
from janadesh.names.number_words import read_amount
from janadesh.names.plain import plain
from janadesh.names.word_pattern import any_of

__all__ = ["Number", "read_numbers"]

_START = re.compile(
    rf"{NUMERAL.pattern}"
    rf"|(?<![a-z\u0900-\u0963]){any_of([*CARDINALS, *ORDINALS, *PHRASE_READERS])}(?![^\W\d_]|[\u0900-\u0963])"
)
_UNIT = re.compile(
    r"(?P<percent>\s?%|[\s-]?per[\s-]?cent(?:age)?(?![a-z])|\s?pct(?![a-z])|\s?p\.c\.|\s?प्रतिशत|\s?फीसदी|\s?फ़ीसदी)"
    r"(?P<of_percent>[\s-](?:points?|pts)(?![a-z]))?"
    r"|(?P<points>\s(?:pps?|pts)(?![a-z])|[\s-]points?(?![a-z]))"
    r"|(?P<pc>\s?pc(?![a-z]))"
    r"|(?P<times>[\s-]times(?![a-z])|-?fold(?![a-z]))"
    r"|(?P<money>\s(?:rupees?|dollars?|pounds?|euros?|rs)(?![a-z]))"
    r"|(?P<measure>\s?(?:kms?|kgs?|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|acres?|hectares?|feet|degrees?|tonnes?)"
    r"(?![a-z]))"
    r"|(?P<decades>[\s-](?:decades?|centur(?:y|ies))(?![a-z]))"
    r"|(?P<age>[\s-]years?[\s-](?:olds?|of\sage)(?![a-z]))"
)
_MONEY_BEFORE = re.compile(r"(?:[₹$£€]|(?<![a-z])(?:rs|inr|usd)\.?)\s?$")
_AGE_BEFORE = re.compile(r"(?<![a-z])(?:aged?|age\sof|ages|age\sgroup\sof)\s$")
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_LETTER_SCALE = re.compile(r"([km])(?=\s(?:votes?|people|voters?|electors?)(?![a-z])|[^\w]|$)")
_TIME_UNITS = {noun: noun + "s" for noun in ("year", "month", "week", "day", "hour", "minute")}
_OF_THE = re.compile(r"\sof\s(?:(?:all|the|its|his|her|their|these|those|our)\s){0,2}")
_FRACTION_FIGURES = re.compile(r"([1-9])/([2-9]|10)(?:th|rd|nd)?(?![\d/])(?=(?:rd|th)?\s(?:of|majority)(?![a-z]))")
_AND_LAST = re.compile(r"(?:,|\sand|\sor)\s(?:the\s)?(?=(?:final|last|concluding|[a-z]{3,7}th|second|third)\s)")
_IDIOMS = re.compile(r"24\s?[x/]\s?7|9/11|50:50")


def read_numbers(text: str) -> list[Number]:
    """
    Read the numbers of a text in order, without overlaps.

    Args:
        text: the text as written; markup and web addresses are to be blanked by the caller.
    """
    low = plain(text)
    numbers = [_described(low, text, amount, label) for amount, label in _amounts(low, text)]
    return link_numbers(low, numbers)


def _amounts(low: str, text: str) -> Iterator[tuple[Amount, str | None]]:
    """Find the amounts in order, each with the noun before it that makes it a rank (`phase 2`)."""
    dates = [(form.start, form.end) for form in calendar_forms(low, text)]
    taken = iter(sorted([*dates, *((time.start, time.end) for time in clock_times(low))]))
    span = next(taken, None)
    end = 0
    for token in _START.finditer(low):
        start, word = token.start(), token.group()
        is_figure = word[0].isdigit()
        if start < end:
            continue
        while span is not None and span[1] <= start:
            span = next(taken, None)
        if span is not None and span[0] <= start:
            continue
        amount = _figure(low, text, start, token.end()) if is_figure else _word(low, text, start, word)
        if amount is None:
            continue
        label = label_of(low, text, amount) if amount.form == "count" and amount.scale == 1 else None
        end = amount.end
        if label != "name":
            yield amount, label


def _word(low: str, text: str, start: int, word: str) -> Amount | None:
    if low[start - 1 : start].isdigit():
        return None
    amount = read_phrase(low, text, start, word) if word in PHRASE_READERS else read_amount(low, start)
    if amount is None or is_no_number(low, text, amount):
        return None
    if amount.form == "rank" and low.startswith((" runner-up", " runner up"), amount.end):
        end = amount.end + len(" runner-up")
        return replace(amount, end=end, value=amount.value + 1, noun="runner-up", noun_end=end)
    return without_one(low, text, amount) if word == "one" else amount


def _figure(low: str, text: str, start: int, end: int) -> Amount | None:
    if _is_part_of_a_name(low, start, end):
        return None
    found = _FRACTION_FIGURES.match(low, start)
    if found is not None and int(found[1]) < int(found[2]):
        return Amount(start, found.end(), int(found[1]) / int(found[2]), "fraction", word=False)
    amount = read_amount(low, start)
    if amount is None:
        return None
    if suffix := _ORDINAL_SUFFIX.match(low, amount.end):
        return replace(amount, end=suffix.end(), form="rank") if amount.end == end else None
    following = low[amount.end : amount.end + 1]
    if not (following.isalpha() or following == "_") or _UNIT.match(low, amount.end):
        return amount
    return _with_letter(low, text, amount)


def _is_part_of_a_name(low: str, start: int, end: int) -> bool:
    """Whether figures stand in T20, #1, 2.0.1, '24 or 24x7."""
    before = low[max(0, start - 2) : start]
    if before[-1:].isalnum() or before[-1:] in {"_", "#", "@"} or (before[-1:] == "." and before[0].isdigit()):
        return True
    is_short_year = before[-1:] == "'" and end - start == 2 and not before[0].isalpha()
    return is_short_year or _IDIOMS.match(low, start) is not None


def _with_letter(low: str, text: str, amount: Amount) -> Amount | None:
    """Read £10m and 12k votes; 4G, 7K and 17C are no numbers."""
    scale = _LETTER_SCALE.match(low, amount.end)
    if scale is None:
        return None
    is_money = _MONEY_BEFORE.search(low[max(0, amount.start - 5) : amount.start]) is not None
    if not is_money and noun_after(low, text, scale.end()) is None:
        return None
    factor = 1000 if scale[1] == "k" else 10**6
    return replace(amount, end=scale.end(), value=round(amount.value * factor, 6), scale=factor)


def _described(low: str, text: str, amount: Amount, label: str | None) -> Number:
    """Give an amount its unit, noun and bound."""
    if label is not None:
        bound = Bound("=", amount.start, amount.end)
        return _number(amount, amount.end, amount.value, "rank", bound, label, amount.end)
    value, end, unit, noun, noun_end = _unit(low, text, amount)
    is_rank = unit == "rank"
    bound = Bound("=", amount.start, end) if is_rank else bound_of(low, amount.start, end)
    if amount.vague and amount.noun is None and low[amount.start : end].endswith(("s", "dozens")) and not is_rank:
        bound = (
            bound if bound.sign != "=" or "couple" in low[amount.start : end] else Bound(">", bound.start, bound.end)
        )
    if noun is None:
        found = noun_after(low, text, bound.end) or _noun_of_the(low, text, bound.end)
        if found is None and is_rank and (last := _AND_LAST.match(low, end)):
            found = noun_after(low, text, last.end() - 1)
        noun, noun_end = (found.lemma, found.end) if found else (None, end)
        if unit == "count" and noun in _TIME_UNITS:
            unit = _TIME_UNITS[noun]
    return _number(amount, end, value, unit, bound, noun, max(end, noun_end))


def _noun_of_the(low: str, text: str, end: int) -> CountedNoun | None:
    link = _OF_THE.match(low, end)
    return noun_after(low, text, link.end() - 1) if link else None


def _unit(low: str, text: str, amount: Amount) -> tuple[float, int, str, str | None, int]:
    """Read the unit right after an amount: value, end, unit, and the noun where the unit is one."""
    value, end = amount.value, amount.end
    if amount.unit is not None or amount.noun is not None:
        return value, end, amount.unit or amount.form, amount.noun, amount.noun_end
    before = low[max(0, amount.start - 14) : amount.start]
    if _MONEY_BEFORE.search(before):
        return value, end, "money", None, end
    if amount.form == "count" and _AGE_BEFORE.search(before):
        return value, end, "years", "year-old", end
    found = _UNIT.match(low, end)
    if found is None or amount.form == "rank":
        return value, end, amount.form, None, end
    kind = found.lastgroup
    if kind == "of_percent" or kind == "points":
        return value, found.end(), "points", None, end
    if kind == "percent":
        return value, found.end(), "percent", None, end
    if kind == "pc":
        is_party = text[found.end() - 2 : found.end()] == "PC"
        return (value, end, "count", None, end) if is_party else (value, found.end(), "percent", None, end)
    if kind == "decades":
        years = 100 if "centur" in found.group() else 10
        return value * years, found.end(), "years", "year", found.end()
    if kind == "age":
        return value, end, "years", "year-old", found.end()
    return value, found.end(), kind or "count", None, end


def _number(amount: Amount, end: int, value: float, unit: str, bound: Bound, noun: str | None, noun_end: int) -> Number:
    return Number(
        start=amount.start,
        end=end,
        value=float(value),
        unit=unit,
        comparator=bound.sign,
        comparator_start=bound.start,
        noun=noun,
        noun_end=noun_end,
        approximate_words=amount.vague or (amount.word and amount.scale == 12),
        word=amount.word,
        scale=amount.scale,
    )
