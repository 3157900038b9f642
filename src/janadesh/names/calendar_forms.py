"""
Dates as they are written, before anybody asks which year or week is meant.

`calendar_forms` finds days, months and years (`September 18, 25 and October 1`, `18 September`, `8 अक्टूबर`,
`2024-10-08`, `2014`) with the parts that are written down. `dates` fills in the rest from the article's own date, and
`numbers` leaves these places out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from janadesh.names.counted_nouns import noun_after
from janadesh.names.word_pattern import any_of
from janadesh.names.word_pattern import listed

_MONTH_NAMES = listed("january february march april may june july august september october november december")
_HINDI_MONTHS = {
    "जनवरी": 1,
    "फरवरी": 2,
    "फ़रवरी": 2,
    "मार्च": 3,
    "अप्रैल": 4,
    "मई": 5,
    "जून": 6,
    "जुलाई": 7,
    "अगस्त": 8,
    "सितंबर": 9,
    "सितम्बर": 9,
    "अक्टूबर": 10,
    "अक्तूबर": 10,
    "नवंबर": 11,
    "नवम्बर": 11,
    "दिसंबर": 12,
    "दिसम्बर": 12,
}
_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, start=1)} | {"sept": 9}
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)} | _SHORT_MONTHS | _HINDI_MONTHS
_FULL_MONTHS = frozenset(_MONTH_NAMES) | frozenset(_HINDI_MONTHS)
# names that are words or surnames too stand for a month only after such a word
_DOUBTFUL = frozenset({"may", "march"})
_SURNAMES = frozenset({"jan", "mar", "may"})
_BEFORE_DOUBTFUL = re.compile(
    r"(?:\bin|\bsince|\buntil|\btill|\blast|\bthis|\bnext|\bearly|\blate|\bmid|\bduring|\bfrom|\bbetween|april|\bof)"
    r"(?:\s(?:early|late|mid|and))?[\s-]$"
)

_MONTH_OR_YEAR = re.compile(rf"(?:19|20)\d\d|(?<![^\W\d]){any_of(MONTHS)}(?![^\W\d]|[\u0900-\u0963])")
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_AFTER_MONTH = re.compile(rf"(?:\.|,)?\s?-?({_DAY})(?:st|nd|rd|th)?(?![\d%a-z]|[.,:]\d)")
_JOIN = re.compile(
    rf"(\s?(?:,\s?and\s|,\s?|\sand\s|\s&\s|\s?-\s?|\sto\s|\sor\s))({_DAY})(?:st|nd|rd|th)?(?![\d%a-z]|[.,:]\d)"
)
_BEFORE_MONTH = re.compile(
    rf"(?<![\w.,:/₹$£])((?:{_DAY}(?:st|nd|rd|th)?(?:\s?,\s?and\s|\s?,\s?|\sand\s|\s&\s|\s?-\s?|\sto\s|\sor\s)){{0,6}})"
    rf"({_DAY})(?:st|nd|rd|th)?(?:\s?-\s?|\sof\s|\s)$"
)
_YEAR_AFTER = re.compile(r"(?:,\s?|\s(?:of\s)?|-)((?:19|20)\d\d)(?!\d|[,.]\d|s?[a-z])")
_LIST_ENDS = re.compile(r"\s?(?:,?\s(?:and|or|to)|,|&|-)\s?(?:(?:on|in)\s)?$")
_GOES_ON_AS_COUNT = re.compile(
    r"\s?(?:%|per\s?cent|percent|pc\b|percentage|lakh|crore|thousand|million|of\b|more\b|on\b|others?\b|to\b\s(?:the|a)\b)|-?[a-z]|'s\b|/"
)
_SCALED = re.compile(r"\s?(?:%|per\s?cent|percent|pc\b|lakh|crore|thousand|million)")
_NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?P<year>(?:19|20)\d\d)(?P<dash>[-/.])(?P<month>\d\d?)(?P=dash)(?P<day>\d\d?)"
    r"|(?P<first>\d\d?)(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark)(?P<last>(?:19|20)?\d\d))(?![\w/]|[.-]\d)"
)
_NUMERIC_HINT = re.compile(r"\d[-/.]\d\d?[-/.]\d")
_YEAR_RANGE = re.compile(r"\s?[-/]\s?((?:19|20)\d\d|\d\d)(?![\w%]|[.,]\d)")
_YEAR_IS_COUNT = re.compile(
    r"(?:(?:margin|lead|gap|difference|majority|tally|total)\sof|a\smere|(?:won|lost|win|defeated|leads?|leading|"
    r"trail(?:s|ing)?|ahead|behind|victory)\sby|polled|garnered|secured|bagged|fetched)\s$"
)
_NOUNS_OF_LARGE_COUNTS = frozenset(
    listed("vote voter elector candidate person people man woman worker official machine evm ballot nomination paper")
) | {"polling station"}


@dataclass(frozen=True, slots=True)
class CalendarForm:
    """
    A day, month or year as written at `text[start:end]`; what is not written is None.

    Fields:
        years: a span of years (`2009-14`, `1990s`), last year included; 1 for one year.
    """

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    years: int = 1


def calendar_forms(low: str, text: str, *, day_first: bool = True) -> list[CalendarForm]:
    """
    Find days, months and years in a text, in order and without overlaps.

    Args:
        low: the plain text (`plain.plain`).
        text: the text as written, for its capitals.
        day_first: whether 8/10/2024 is the eighth of October.
    """
    forms = [*_numeric_dates(low, day_first=day_first)]
    spans = iter(sorted((form.start, form.end) for form in forms))
    span = next(spans, None)
    end = 0
    for found in _MONTH_OR_YEAR.finditer(low):
        while span is not None and span[1] <= found.start():
            span = next(spans, None)
        if found.start() < end or (span is not None and span[0] <= found.start()):
            continue
        reader = _years if found.group()[0].isdigit() else _with_month
        read = reader(low, text, found, end)
        forms += read
        end = max([end, *(form.end for form in read)])
    return _share_years(low, sorted(forms, key=lambda form: form.start))


def _numeric_dates(low: str, *, day_first: bool) -> Iterator[CalendarForm]:
    if not _NUMERIC_HINT.search(low):
        return
    for found in _NUMERIC.finditer(low):
        if found["year"]:
            year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
        else:
            first, second, last = int(found["first"]), int(found["second"]), found["last"]
            if len(last) == 2 and found["mark"] == "-":
                continue
            year = int(last) if len(last) == 4 else 2000 + int(last)
            is_day_first = first > 12 or (day_first and second <= 12)
            day, month = (first, second) if is_day_first else (second, first)
        if _exists(day, month, year):
            yield CalendarForm(found.start(), found.end(), day, month, year)


def _exists(day: int, month: int, year: int | None) -> bool:
    try:
        # 2024 has a 29 February
        dt.date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def _with_month(low: str, text: str, found: re.Match[str], floor: int) -> list[CalendarForm]:
    name, month = found.group(), MONTHS[found.group()]
    is_name = text[found.start()].isupper() or name in _HINDI_MONTHS
    if not is_name:
        return []
    return (
        _days_before(low, found, month, floor)
        or _days_after(low, text, found, month)
        or _month_alone(low, found, month)
    )


def _days_after(low: str, text: str, found: re.Match[str], month: int) -> list[CalendarForm]:
    """Read `September 18, 25` and on; the first day takes the month into its span."""
    first = _AFTER_MONTH.match(low, found.end())
    if first is None or not _exists(int(first[1]), month, None) or _SCALED.match(low, first.end()):
        return []
    if found.group() in _SURNAMES and _counts(low, text, first.end()):
        return []
    forms = [CalendarForm(found.start(), first.end(), int(first[1]), month, None)]
    open_commas: list[CalendarForm] = []
    at = first.end()
    while len(forms) + len(open_commas) < 8 and (joined := _JOIN.match(low, at)):
        day, mark = int(joined[2]), joined[1].strip()
        last = (open_commas or forms)[-1]
        is_later = last.day is not None and day > last.day
        if not is_later or not _exists(day, month, None) or _counts(low, text, joined.end()):
            break
        form = CalendarForm(joined.start(2), joined.end(), day, month, None)
        if mark == ",":
            # a comma alone may end the date: "on October 8, 42 …"; the list must go on with "and"
            open_commas.append(form)
        else:
            forms += [*open_commas, form]
            open_commas = []
        at = joined.end()
    if open_commas and _list_goes_on(low, at):
        forms += open_commas
    return _close(low, forms)


def _list_goes_on(low: str, at: int) -> bool:
    following = re.compile(r"\s?,?\s?(?:and|&|or|to)\s(?:on\s)?([a-z]{3,9}|[\u0900-\u0963\u0970-\u097f]+)").match(
        low, at
    )
    return following is not None and following[1] in MONTHS


def _days_before(low: str, found: re.Match[str], month: int, floor: int) -> list[CalendarForm]:
    """Read `18 and 25 September`; the last day takes the month into its span."""
    window = max(floor, found.start() - 60)
    before = _BEFORE_MONTH.search(low[window : found.start()])
    if before is None or not _exists(int(before[2]), month, None):
        return []
    days = [
        (int(day[1]), window + before.start(1) + day.start(), window + before.start(1) + day.end())
        for day in re.finditer(rf"({_DAY})(?:st|nd|rd|th)?", before[1])
    ]
    last = CalendarForm(window + before.start(2), found.end(), int(before[2]), month, None)
    forms = [last]
    for day, start, end in reversed(days):
        if day >= (forms[0].day or 0):
            break
        forms.insert(0, CalendarForm(start, end, day, month, None))
    return _close(low, forms)


def _close(low: str, forms: list[CalendarForm]) -> list[CalendarForm]:
    """Give the year after the last day to all of them."""
    year = _YEAR_AFTER.match(low, forms[-1].end)
    if year is None:
        return forms
    dated = [replace(form, year=int(year[1])) for form in forms]
    return [*dated[:-1], replace(dated[-1], end=year.end())]


def _month_alone(low: str, found: re.Match[str], month: int) -> list[CalendarForm]:
    year = re.compile(r"(?:,?\s(?:of\s)?|\s?-\s?|')((?:19|20)\d\d)(?!\d|[,.]\d)").match(low, found.end())
    if year is not None:
        return [CalendarForm(found.start(), year.end(), None, month, int(year[1]))]
    name = found.group()
    if name not in _FULL_MONTHS:
        return []
    if name in _DOUBTFUL and not _BEFORE_DOUBTFUL.search(low[max(0, found.start() - 16) : found.start()]):
        return []
    return [CalendarForm(found.start(), found.end(), None, month, None)]


def _counts(low: str, text: str, end: int) -> bool:
    """Whether the number that ends here counts something: `October 8, 42 seats`."""
    goes_on = _GOES_ON_AS_COUNT.match(low, end)
    return goes_on is not None or noun_after(low, text, end) is not None


def _years(low: str, text: str, found: re.Match[str], floor: int) -> list[CalendarForm]:
    start, end = found.span()
    before, after = low[max(floor, start - 1) : start], low[end : end + 2]
    if (before and (before.isdigit() or before in ".,₹$£@_:")) or after[:1].isdigit() or after[:1] in {"_", "%"}:
        return []
    if re.match(r"[,.:]\d", after) or (start > 1 and before == "/" and low[start - 2].isdigit()):
        return []
    year = int(found.group())
    if after[:1] == "s" and year % 10 == 0 and not after[1:].isalpha():
        return [CalendarForm(start, end + 1, None, None, year, years=10)]
    if after[:1].isalpha():
        return []
    if _YEAR_IS_COUNT.search(low[max(0, start - 24) : start]) or _is_large_count(low, text, end):
        return []
    until = _YEAR_RANGE.match(low, end)
    if until is not None:
        last = int(until[1]) if len(until[1]) == 4 else year - year % 100 + int(until[1])
        if year < last < year + 60:
            return [CalendarForm(start, until.end(), None, None, year, years=last - year + 1)]
    return [CalendarForm(start, end, None, None, year)]


def _is_large_count(low: str, text: str, end: int) -> bool:
    if re.compile(r"\s?(?:per\s?cent|lakh|crore|million|hrs|hours|rupees)").match(low, end):
        return True
    noun = noun_after(low, text, end)
    return noun is not None and noun.lemma in _NOUNS_OF_LARGE_COUNTS and low[end : noun.end].count(" ") <= 2


def _share_years(low: str, forms: list[CalendarForm]) -> list[CalendarForm]:
    """Give a year written once in a list to all of it: `September 18 and October 1, 2024`."""
    shared = list(forms)
    for index in range(len(shared) - 2, -1, -1):
        one, two = shared[index], shared[index + 1]
        is_joined = _LIST_ENDS.fullmatch(low[one.end : min(two.start, one.end + 12)]) is not None
        if is_joined and one.year is None and two.year is not None and one.month and two.month:
            shared[index] = replace(one, year=two.year)
    return shared
