"""Whether the words around a date speak of the past or of what is to come."""

from __future__ import annotations

import re
from enum import Enum

from janadesh.names.word_pattern import listed

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_CLAUSE_END = re.compile(r"[.;!?\n](?=\s|$)|:\s")
_FUTURE = frozenset(listed("will shall due scheduled slated expected likely upcoming coming next plans hopes deadline"))
_PRESENT = frozenset(listed("is are be being has have"))
# a schedule in the present tense: "booths open on Thursday", "the last 38 seats vote on Wednesday"
_SCHEDULE = frozenset(
    listed("open opens close closes vote votes begin begins start starts end ends go goes meet meets")
)
_BEFORE_NOUN = frozenset(listed("a an the of their his her its in to by no did per each postal popular"))
_PAST = frozenset(
    listed(
        "was were had did said told met went won lost took held came began got sent saw gave made put left stood wrote "
        "fell ran led beat sat drew threw cast kept brought became found spoke rose stayed hit swept broke flew dealt "
        "been"
    )
)
_NO_VERBS = frozenset(listed("united hundred indeed need speed exceed proceed seed feed breed bed red wed shed"))
_AHEAD = frozenset(listed("will shall may might must should to cannot"))
_BETWEEN_HELPERS = frozenset(listed("be being been also not now then again only just all"))
_SET_FOR = re.compile(r"\b(?:set|due|slated|scheduled|fixed|planned)\s+(?:for|on)\s+$")
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
    if _SET_FOR.search(before):
        return Tense.FUTURE
    cut = 0
    for mark in _CLAUSE_END.finditer(before):
        cut = mark.end()
    words = _WORD.findall(before[cut:])
    for index in range(len(words) - 1, -1, -1):
        if (tense := _tense_of(words, index)) is not None:
            return tense
    after = low[end : end + _WINDOW]
    stop = _CLAUSE_END.search(after)
    words = _WORD.findall(after[: stop.start()] if stop else after)
    for index in range(len(words)):
        if (tense := _tense_of(words, index)) is not None:
            return tense
    return Tense.OPEN


def _tense_of(words: list[str], index: int) -> Tense | None:
    word, earlier = words[index], words[max(0, index - 4) : index]
    if word in _FUTURE or word in {"may", "might", "can", "must", "should"} or word.endswith("'ll"):
        return Tense.FUTURE
    if word in _SCHEDULE:
        return None if earlier[-1:] and earlier[-1] in _BEFORE_NOUN else Tense.FUTURE
    if word in _PAST or word in _PRESENT or (word.endswith("ed") and len(word) > 3 and word not in _NO_VERBS):
        return _of_verb(word, earlier)
    # "are to sit down on Thursday"
    return Tense.FUTURE if earlier[-2:-1] and earlier[-1] == "to" and earlier[-2] in {"is", "are", "set"} else None


def _of_verb(word: str, earlier: list[str]) -> Tense:
    """Read "will be counted" as future, "is counted" as open, "was counted" and "counted" as past."""
    for helper in reversed(earlier):
        if helper in _AHEAD:
            return Tense.FUTURE
        if helper in {"is", "are"}:
            return Tense.OPEN
        if helper in {"was", "were", "had", "has", "have", "did"}:
            return Tense.PAST
        if helper not in _BETWEEN_HELPERS:
            break
    return Tense.OPEN if word in _PRESENT else Tense.PAST
