"""Phrases that say a number without a numeral: `half a dozen`, `both its seats`, `a third of`, `nearest rival`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from janadesh.names.counted_nouns import noun_after
from janadesh.names.number_words import ORDINALS
from janadesh.names.number_words import SCALES
from janadesh.names.number_words import Amount
from janadesh.names.number_words import scaled

_PART = "third|quarter|fourth|fifth|sixth|seventh|eighth|tenth|half"
_PARTS = ORDINALS | {"quarter": 4, "half": 2}
_A_PART = re.compile(rf"a\s({_PART})(?=\sof\s)")
_A_MANY = re.compile(r"a\s(?=hundred|thousand|lakh|lac|million|crore|billion|dozen)")
_A_COUPLE = re.compile(r"a\s(couple|pair|brace)\sof(?![a-z])")
_A_DECADE = re.compile(r"an?\s(decade|century|half-century|quarter-century)(?![a-z-])")
_A_SINGLE = re.compile(r"a\s(?:lone|single|solitary|sole)(?![a-z])")
_A_NUMBER = re.compile(
    rf"an?\s(?:{_PART}|hundred|thousand|lakh|lac|million|crore|billion|dozen|couple|pair|brace|decade|century|half-century|"
    r"quarter-century|lone|single|solitary|sole|seat|constituency|vote|mla|mp|riding|[\w-]{1,20}\s(?:[\w-]{1,20}\s)?"
    r"(?:each|apiece))(?![a-z])"
)
_NEGATED = re.compile(r"(?:\bnot|n't|\bnever|\bwithout|\bfail(?:ed|s)?|\bnor|\bcannot)\b[^.;,\n]*$")
_NOT_EVEN = re.compile(r"(?:\b(?:not|without|never|nor)|n't|\bfail(?:ed|s)?\sto)\s(?:[a-z]+\s){0,2}$")
_WON_OR_NOT = frozenset({"seat", "constituency", "vote", "mla", "mp", "riding"})
_EACH = re.compile(r"\s(?:each|apiece)(?![a-z])")
_DECADE_YEARS = {"decade": 10, "century": 100, "half-century": 50, "quarter-century": 25}
_HALF_A = re.compile(r"half\s(?:a|the)\s(dozen|hundred|thousand|lakh|million|crore|billion|decade|century)(?![a-z])")
_HALF_AN_HOUR = re.compile(r"half\san\shour")
_HALF_OF = re.compile(r"half(?=\s(?:of|the|its|their|his|her|all|a|those|these)\s)")
_AFTER_OTHER = re.compile(r"(?:first|second|other|better|latter|former|one|and a|time|-)[\s-]?$")
_AFTER_BOUND = re.compile(r"(?:than|over|nearly|almost|about|around|least|exactly|just|by|roughly|only|under|below)\s$")
_MANY_OF = re.compile(r"(?:tens\sof\s)?(dozens|scores|hundreds|thousands|lakhs|crores|millions|tens)(?=\sof\s)")
_MANY = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "lakhs": 10**5,
    "crores": 10**7,
    "millions": 10**6,
}
_BOTH = re.compile(r"both(?=(?:\sof)?(?:\s(?:the|its|his|her|their|these|those|our|my))?\s)")
_BOTH_LINK = re.compile(r"(?:\sof)?(?:\s(?:the|its|his|her|their|these|those|our|my))?(?=\s)")
_TWICE = re.compile(r"(?:twice|thrice)(?![a-z-])")
_DOUBLE = re.compile(r"(?:double|triple|treble)(?=\s(?:the|that|its|his|her|their|what|of)\s)")
_RUNNER_UP = re.compile(r"runners?[-\s]up(?![a-z])")
_NEAREST = re.compile(
    r"(?:nearest|closest|immediate)\s(?:\w+\s)?(?:rival|opponent|challenger|competitor|contender|contestant)(?![a-z])"
)
_NO_SEATS = re.compile(r"no\s(?:\w+\s)?(seats?|votes?|candidates?|members?|mlas?|mps?|constituenc(?:y|ies))(?![a-z-])")
_NONE = re.compile(r"none(?!\sof\s|\sother|\stoo|\sthe\s|[a-z-])|nil(?![a-z-])")


def read_phrase(low: str, text: str, at: int, word: str) -> Amount | None:
    """Read the phrase that starts with this word at this offset, if it says a number."""
    reader = PHRASE_READERS.get(word)
    return reader(low, text, at) if reader is not None else None


def _article(low: str, text: str, at: int) -> Amount | None:
    if not _A_NUMBER.match(low, at):
        return None
    if found := _A_PART.match(low, at):
        return Amount(at, found.end(), 1 / _PARTS[found[1]], "fraction", word=True)
    if found := _A_MANY.match(low, at):
        many = scaled(low, Amount(at, at + 1, 1, "count", word=True))
        return replace(many, vague=many.scale == 12) if many.scale > 1 else None
    if found := _A_COUPLE.match(low, at):
        couple = scaled(low, Amount(at, found.end(), 2, "count", word=True, vague=True))
        return replace(couple, vague=True)
    if found := _A_DECADE.match(low, at):
        return Amount(
            at,
            found.end(),
            _DECADE_YEARS[found[1]],
            "count",
            word=True,
            noun="year",
            noun_end=found.end(),
            unit="years",
        )
    found = _A_SINGLE.match(low, at)
    noun = noun_after(low, text, found.end() if found else at + 1)
    if noun is None or noun.end - at > 60:
        return None
    if found:
        value = 0.0 if _NEGATED.search(low[max(0, at - 40) : at]) else 1.0
        return Amount(at, found.end(), value, "count", word=True)
    if _EACH.match(low, noun.end):
        return Amount(at, at + 1, 1, "count", word=True)
    is_none = noun.lemma in _WON_OR_NOT and _NOT_EVEN.search(low[max(0, at - 40) : at]) is not None
    return Amount(at, at + 1, 0, "count", word=True) if is_none else None


def without_one(low: str, text: str, amount: Amount) -> Amount:
    """Read "did not get one seat" as no seat."""
    if amount.value != 1 or not amount.word or not _NOT_EVEN.search(low[max(0, amount.start - 40) : amount.start]):
        return amount
    noun = noun_after(low, text, amount.end)
    return replace(amount, value=0.0) if noun is not None and noun.lemma in _WON_OR_NOT else amount


def _half(low: str, _text: str, at: int) -> Amount | None:
    before = low[max(0, at - 8) : at]
    if found := _HALF_A.match(low, at):
        scale = _DECADE_YEARS.get(found[1], 0) or 100 if found[1] == "hundred" else SCALES.get(found[1], 0)
        if found[1] in _DECADE_YEARS:
            years = _DECADE_YEARS[found[1]] / 2
            return Amount(at, found.end(), years, "count", word=True, noun="year", noun_end=found.end(), unit="years")
        return Amount(at, found.end(), scale / 2, "count", word=True, scale=scale, vague=found[1] == "dozen")
    if _HALF_AN_HOUR.match(low, at):
        return Amount(at, at + 4, 0.5, "count", word=True, noun="hour", noun_end=at + 12, unit="hours")
    if _AFTER_OTHER.search(before) or low[at + 4 : at + 5] == "-":
        return None
    is_half = _HALF_OF.match(low, at) is not None or _AFTER_BOUND.search(low[max(0, at - 10) : at]) is not None
    return Amount(at, at + 4, 0.5, "fraction", word=True) if is_half else None


def _many(low: str, _text: str, at: int) -> Amount | None:
    found = _MANY_OF.match(low, at)
    if found is None:
        return None
    factor = 10 if low.startswith("tens of ", at) and found[1] != "tens" else 1
    return Amount(at, found.end(), factor * _MANY[found[1]], "count", word=True, vague=True)


def _both(low: str, text: str, at: int) -> Amount | None:
    """Read `both` only with what it counts: "both the Congress and the BJP" is no number."""
    if not _BOTH.match(low, at):
        return None
    link = _BOTH_LINK.match(low, at + 4)
    noun = noun_after(low, text, link.end() if link else at + 4)
    if noun is None or " and " in low[at : noun.end]:
        return None
    return Amount(at, at + 4, 2, "count", word=True, noun=noun.lemma, noun_end=noun.end)


def _times(low: str, _text: str, at: int) -> Amount | None:
    found = _TWICE.match(low, at) or _DOUBLE.match(low, at)
    if found is None:
        return None
    value = {"twice": 2, "double": 2}.get(found.group(), 3)
    return Amount(at, found.end(), value, "count", word=True, unit="times")


def _rival(low: str, _text: str, at: int) -> Amount | None:
    if found := _RUNNER_UP.match(low, at):
        return Amount(at, found.end(), 2, "rank", word=True, noun="runner-up", noun_end=found.end())
    found = _NEAREST.match(low, at)
    return Amount(at, found.end(), 2, "rank", word=True, noun="rival", noun_end=found.end()) if found else None


def _none(low: str, _text: str, at: int) -> Amount | None:
    if found := _NO_SEATS.match(low, at):
        return Amount(at, at + 2, 0, "count", word=True)
    found = None if low.startswith("to ", max(0, at - 3)) else _NONE.match(low, at)
    return Amount(at, found.end(), 0, "count", word=True) if found else None


PHRASE_READERS: dict[str, Callable[[str, str, int], Amount | None]] = {
    **dict.fromkeys(("a", "an"), _article),
    "half": _half,
    **dict.fromkeys(_MANY, _many),
    "both": _both,
    **dict.fromkeys(("twice", "thrice", "double", "triple", "treble"), _times),
    **dict.fromkeys(("runner", "runners", "nearest", "closest", "immediate"), _rival),
    **dict.fromkeys(("no", "none", "nil"), _none),
}
