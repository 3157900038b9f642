"""
Amounts in figures and words, English and Hindi: `1,25,000`, `1.25 lakh`, `one hundred and five`, `two-thirds`.

Each reader takes the text of `plain.plain` and an offset and looks a bounded way ahead, so that any text is read in
linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from janadesh.names.word_pattern import listed

UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
} | {"fourty": 40}
SCALES = {
    "dozen": 12,
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "lacs": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "cr": 10**7,
    "billion": 10**9,
    "mn": 10**6,
    "bn": 10**9,
    "हजार": 10**3,
    "हज़ार": 10**3,
    "ह\u095bार": 10**3,
    "लाख": 10**5,
    "करोड़": 10**7,
    "करो\u095c": 10**7,
}
_HINDI = {
    word: value
    for value, word in enumerate(
        listed("शून्य एक दो तीन चार पांच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस")
    )
} | {
    "डेढ़": 1.5,
    "डे\u095d": 1.5,
    "ढाई": 2.5,
    "पाँच": 5,
    "छः": 6,
    "पच्चीस": 25,
    "तीस": 30,
    "चालीस": 40,
    "पचास": 50,
    "साठ": 60,
    "सत्तर": 70,
    "अस्सी": 80,
    "नब्बे": 90,
}
_HUNDRED = frozenset({"hundred", "सौ"})
_ORDINAL_UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        start=1,
    )
}
_ORDINAL_TENS = {
    word: value * 10
    for value, word in enumerate(
        listed("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"), start=2
    )
}
ORDINALS = _ORDINAL_UNITS | _ORDINAL_TENS | {"hundredth": 100}
_PARTS = {word: value for word, value in ORDINALS.items() if word not in {"first", "second"}}
_PARTS = _PARTS | {word + "s": value for word, value in _PARTS.items()}
_PARTS |= {"quarter": 4, "quarters": 4, "half": 2, "halves": 2}
CARDINALS = UNITS | TENS | _HINDI

NUMERAL = re.compile(
    r"\d+(?:\.\d+){2,}"  # a version or an address, no number
    r"|(?:\d{1,3}(?:,\d{2,3}){0,4},\d{3}(?!,?\d)|\d{1,3},\d{2}(?!,?\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,4}(?!\d)|\d+)(?:\.\d+)?"
)
_WORD = re.compile(r"[^\W\d_\u0900-\u097f]+|[\u0900-\u0963\u0970-\u097f]+")
_GAP = re.compile(r"[^\S\n]{0,2}-?[^\S\n]{0,2}")
_HALF_MORE = re.compile(r"[ -]and[ -]a[ -]half(?![a-z])")
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Amount:
    """
    An amount read in `text[start:end]`.

    Fields:
        form: `count`, `rank` or `fraction`.
        word: written in words, no figure in it.
        scale: the last lakh, crore … in it, 1 where none.
        noun: what it counts, where the phrase itself says so (`nearest rival`), with `noun_end`.
        vague: a round word such as `a dozen`, `scores`.
        unit: the unit, where the phrase itself says so (`twice`, `a decade`).
    """

    start: int
    end: int
    value: float
    form: str
    word: bool
    scale: int = 1
    noun: str | None = None
    noun_end: int = 0
    vague: bool = False
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str


def numeral_value(figures: str) -> float | None:
    """Read figures with Indian, western or no grouping; None for what is no plain number (a version, an id)."""
    if figures.count(".") > 1 or len(figures) > 2 * _MOST_DIGITS:
        return None
    digits = re.sub(r"[,\s]", "", figures)
    return float(digits) if len(digits.partition(".")[0]) <= _MOST_DIGITS else None


def _token_at(text: str, at: int) -> _Token | None:
    found = _WORD.match(text, at) or NUMERAL.match(text, at)
    return _Token(at, found.end(), found.group()) if found else None


def _next(text: str, end: int) -> _Token | None:
    """Give the token after a blank or a hyphen."""
    gap = _GAP.match(text, end)
    after = gap.end() if gap else end
    if after == end and (end >= len(text) or not (text[end].isalpha() and text[end - 1].isdigit())):
        return None
    return _token_at(text, after)


def read_amount(text: str, at: int) -> Amount | None:
    """Read the longest amount that starts at this offset of a plain text."""
    first = _token_at(text, at)
    if first is None:
        return None
    if first.word in ORDINALS:
        return Amount(at, first.end, ORDINALS[first.word], "rank", word=True)
    group = _group(text, first)
    if group is None:
        return None
    if group.form != "count":
        return group
    part = _fraction(text, group)
    return part or scaled(text, group)


def _group(text: str, first: _Token) -> Amount | None:
    """Read figures, or words below a thousand."""
    if first.word[0].isdigit():
        value = numeral_value(first.word)
        return None if value is None else Amount(first.start, first.end, value, "count", word=False)
    below_hundred = _below_hundred(text, first)
    if below_hundred is None or below_hundred.form == "rank":
        return below_hundred
    hundred = _next(text, below_hundred.end)
    if hundred is None or hundred.word not in _HUNDRED:
        return below_hundred
    hundreds = Amount(first.start, hundred.end, below_hundred.value * 100, "count", word=True)
    rest_token = _next(text, hundred.end)
    if rest_token is not None and rest_token.word == "and":
        rest_token = _next(text, rest_token.end)
    rest = _below_hundred(text, rest_token) if rest_token is not None else None
    if rest is None:
        return hundreds
    return Amount(first.start, rest.end, hundreds.value + rest.value, rest.form, word=True)


def _below_hundred(text: str, first: _Token) -> Amount | None:
    if first.word in TENS:
        second = _next(text, first.end)
        if second is not None and 0 < UNITS.get(second.word, 0) < 10:
            return Amount(first.start, second.end, TENS[first.word] + UNITS[second.word], "count", word=True)
        if second is not None and 0 < _ORDINAL_UNITS.get(second.word, 0) < 10:
            return Amount(first.start, second.end, TENS[first.word] + _ORDINAL_UNITS[second.word], "rank", word=True)
    if first.word in CARDINALS:
        return Amount(first.start, first.end, CARDINALS[first.word], "count", word=True)
    if first.word in ORDINALS:
        return Amount(first.start, first.end, ORDINALS[first.word], "rank", word=True)
    return None


def _fraction(text: str, top: Amount) -> Amount | None:
    """Read `two-thirds`, `one-third`, `three quarters` from its numerator on."""
    part = _next(text, top.end)
    if part is None or part.word not in _PARTS or top.value not in range(1, 20):
        return None
    is_plural, is_joined = part.word.endswith("s"), text[top.end] == "-"
    is_of = text.startswith(" of ", part.end) or text.startswith(" majority", part.end)
    if (top.value > 1 and not (is_plural or is_joined)) or (top.value == 1 and not (is_joined or is_of)):
        return None
    return Amount(top.start, part.end, top.value / _PARTS[part.word], "fraction", word=top.word)


def scaled(text: str, group: Amount) -> Amount:
    """Read on from a first group: `and a half`, lakh and crore, and smaller groups after them."""
    half = _HALF_MORE.match(text, group.end)
    if half and group.value < 100:
        group = Amount(group.start, half.end(), group.value + 0.5, "count", group.word)
    whole = _with_scale(text, group)
    while whole.scale > 1:
        following = _next(text, whole.end)
        joined = following is not None and following.word == "and"
        if joined and following is not None:
            following = _next(text, following.end)
        more = _group(text, following) if following is not None else None
        if more is None:
            return whole
        if more.form == "count":
            more = _with_scale(text, more)
        is_part = more.scale > 1 or more.word or (more.value >= 1000 and not joined)
        if more.form == "rank" and not (joined and whole.word):
            # "34.8 lakh first-timers"
            return whole
        if not is_part or more.value >= whole.scale:
            return whole
        total, word = whole.value + more.value, whole.word and more.word
        whole = Amount(whole.start, more.end, total, more.form, word, more.scale)
    return whole


def _with_scale(text: str, group: Amount) -> Amount:
    """Multiply by the scale words that follow; `lakh crore` multiplies twice."""
    value, scale, end = group.value, 1, group.end
    for _ in range(2):
        token = _next(text, end)
        if token is None:
            break
        factor = 100 if token.word in _HUNDRED else SCALES.get(token.word)
        if factor is None or factor < scale:
            break
        value, scale, end = value * factor, scale * factor, token.end
    # 2.3 million is 2300000.0, not 2299999.9999999995
    return Amount(group.start, end, round(value, 6), "count", group.word, scale)
