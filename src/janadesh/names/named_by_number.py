"""What looks like a number and counts nothing: Article 370, ward 12, phase 2, "no one", "first of all"."""

from __future__ import annotations

import re

from janadesh.names.number_words import Amount
from janadesh.names.word_pattern import any_of
from janadesh.names.word_pattern import listed

# nouns that are told apart by the number after them
_LABELS = listed(
    "article articles section sections rule rules clause schedule annexure chapter page ward wards booth no nos sector "
    "highway nh covid class room gate news channel route flight boeing ak mig su chandrayaan agni apollo top mission "
    "radio formula volume episode plot lane platform g t"
)
# these are verbs and plain nouns too, and label only with a capital: "Form 17C", "to form 24 committees"
_CAPITAL_LABELS = listed("Form Part Item Para Level Grade Series Bill Act Area Zone Vision Windows Group Order")
_AFTER_LABEL = re.compile(rf"(?<![^\W\d_]){any_of(_LABELS)}(?:\s?(?:no|number|nos)(?![a-z])\.?)?\.?[\s-]?$")
_AFTER_CAPITAL_LABEL = re.compile(rf"(?<![^\W\d_]){any_of(_CAPITAL_LABELS)}[\s-]$")
_IN_LABEL_LIST = re.compile(
    r"(?:articles|sections|rules|wards)\s\d+[a-z]?(?:,\s\d+[a-z]?){0,6}(?:,\s|\s?,?\sand\s|\sor\s|\sto\s|-)$"
)
_AFTER_RANK_LABEL = re.compile(r"(?<![a-z])(phase|round|stage|day)[\s-]$")
_ALL_LABELS = (
    frozenset(_LABELS) | {word.lower() for word in _CAPITAL_LABELS} | {"phase", "round", "stage", "day", "number"}
)
_JOINING = frozenset({"and", "or", "to"})
_COUNTS_DIRECTLY = re.compile(r"[\s-](?:seats|constituencies|segments|assembly|candidates|voters|electors)(?![a-z])")
# "in this phase 24 of the 90 seats" names no 24th phase
_MOST_PHASES = 12

_NOT_ONE = re.compile(
    r"(?:(?<![a-z])(?:no|any|every|some|this|that|which|each|next|previous|only|other|latter|former|wrong|right|number)"
    r"|(?<![a-z])an?\s[a-z-]{2,})\s$"
)
_COUNTS_ONE = re.compile(r"\s(?:seat|vote|constituency|member|mla|candidate)(?![a-z])")
_GENERIC_ONE = re.compile(
    r"one(?:'s|\s(?:another|would|might|must|can|should|could|has\sto|may|by\sone|nation|thing|hand)(?![a-z])"
    r"|-(?:on|sided|off|way|time|upmanship|to|liner|stop|man|horse)(?![a-z]))"
)
_SET_RANKS = re.compile(
    r"[a-z]+(?:-(?:hand|past|timers?|time|rate|class|party|degree|guess)(?![a-z])"
    r"|\s(?:of\sall|and\sforemost|lady|minister|name|family|past\sthe|thoughts?|nature|fiddle|to\snone|gender|front|"
    r"world|schedule|column|information|come|estate|instance)(?![a-z]))"
)
_SET_BEFORE = re.compile(r"(?<![a-z])(?:at|every|split)\s$")


def label_of(low: str, text: str, amount: Amount) -> str | None:
    """
    Tell what a number names rather than counts: `phase`, `round` … for a rank, `name` for Article 370.

    Returns: None where the number counts.
    """
    window = max(0, amount.start - 24)
    words = low[window : amount.start].rstrip(" .-").rsplit(None, 1)
    last = words[-1].strip("(\"'") if words else ""
    if last in _JOINING or last.endswith(","):
        return "name" if _IN_LABEL_LIST.search(low, max(0, amount.start - 60), amount.start) else None
    if last.rpartition("-")[2] not in _ALL_LABELS:
        return None
    if rank := _AFTER_RANK_LABEL.search(low, max(window, amount.start - 8), amount.start):
        is_count = _COUNTS_DIRECTLY.match(low, amount.end) or (amount.value > _MOST_PHASES and rank[1] != "round")
        return None if is_count else rank[1]
    is_named = _AFTER_LABEL.search(low, window, amount.start) or _AFTER_CAPITAL_LABEL.search(text, window, amount.start)
    return "name" if is_named else None


def is_no_number(low: str, text: str, amount: Amount) -> bool:
    """Whether a number word is none here: "no one", "one another", "first of all", "third gender"."""
    start = amount.start
    if amount.form == "count" and amount.value == 1 and low.startswith("one", start):
        before = _NOT_ONE.search(low, max(0, start - 20), start)
        # "only one seat" and "an Independent one" count
        is_counting = before is not None and (
            _COUNTS_ONE.match(low, start + 3) is not None
            or text[low.rfind(" ", max(0, start - 24), start - 1) + 1].isupper()
        )
        return _GENERIC_ONE.match(low, start) is not None or (before is not None and not is_counting)
    if amount.form == "rank":
        before = _SET_BEFORE.search(low, max(0, start - 8), start)
        is_idiom = before is not None and (amount.value == 1 or before.group().startswith("every"))
        return is_idiom or _SET_RANKS.match(low, start) is not None
    return False
