"""Whether the words around a date speak of the past or of what is to come."""

from __future__ import annotations

import re
from enum import Enum

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_CLAUSE_END = re.compile(r"[.;!?\n](?=\s|$)|:\s")
_FUTURE = frozenset(
    "will shall 'll due scheduled slated set expected likely upcoming coming next begins starts hopes plans plan "
    "deadline until till by".split()
) - {"until", "till", "by", "set"}
_MODALS = frozenset("will shall would may might can could must should to".split())
_PRESENT = frozenset("is are be being has have vote votes poll polls go goes end ends begin begins".split())
_PAST = frozenset(
    "was were had did said told met went won lost took held came began got sent saw gave made put left stood wrote fell "
    "ran led beat sat drew threw cast kept brought became found spoke rose stayed hit swept broke flew read dealt "
    "been".split()
)
_NO_VERBS = frozenset("united hundred indeed need speed exceed proceed seed feed breed bed red wed shed led-in".split())
_WINDOW = 160


class Tense(Enum):
    """The time that a clause speaks of."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


def tense_at(low: str, start: int, end: int) -> Tense:
    """
    Judge the tense at the date `low[start:end]` of a plain text by the nearest verb before it, else after it.

    Returns: `Tense.OPEN` where no verb decides.
    """
    before = low[max(0, start - _WINDOW) : start]
    cut = 0
    for stop in _CLAUSE_END.finditer(before):
        cut = stop.end()
    words = _WORD.findall(before[cut:])
    for index in range(len(words) - 1, -1, -1):
        tense = _tense_of(words, index)
        if tense is not None:
            return tense
    after = low[end : end + _WINDOW]
    stop = _CLAUSE_END.search(after)
    words = _WORD.findall(after[: stop.start()] if stop else after)
    for index in range(len(words)):
        tense = _tense_of(words, index)
        if tense is not None:
            return tense
    return Tense.OPEN


def _tense_of(words: list[str], index: int) -> Tense | None:
    word = words[index]
    earlier = words[max(0, index - 4) : index]
    if word in _FUTURE:
        return Tense.FUTURE
    if word in _MODALS and word not in {"to", "could"}:
        return Tense.FUTURE if word not in {"would"} else None
    if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NO_VERBS):
        return _of_participle(word, earlier)
    if word in _PRESENT:
        return _of_participle(word, earlier)
    if earlier and earlier[-1] == "to" and len(earlier) > 1 and earlier[-2] in {"is", "are", "set", "due", "scheduled"}:
        return Tense.FUTURE
    return None


def _of_participle(word: str, earlier: list[str]) -> Tense | None:
    """Read "will be counted" as future, "is counted" as open, "was counted" and "counted" as past."""
    for helper in reversed(earlier):
        if helper in {"will", "shall", "may", "might", "must", "should", "to", "cannot"}:
            return Tense.FUTURE
        if helper in {"is", "are"}:
            return Tense.OPEN
        if helper in {"was", "were", "had", "has", "have", "did"}:
            return Tense.PAST
        if helper not in {"be", "being", "been", "also", "not", "now", "then", "again", "only", "just", "all"}:
            break
    return Tense.OPEN if word in _PRESENT else Tense.PAST
