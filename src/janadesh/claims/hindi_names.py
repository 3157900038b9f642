"""
Names in Devanagari against a record that spells them in Latin letters.

The words are written in Latin letters as they sound (`names.devanagari`) and then matched like any other
spelling. A constituency is only taken where a word behind it says that it is a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from rapidfuzz import fuzz

from janadesh.claims.election_names import ElectionNames
from janadesh.claims.election_names import name_words
from janadesh.claims.mention import Mention
from janadesh.claims.people import NameRun
from janadesh.names.devanagari import HindiWord
from janadesh.names.devanagari import hindi_words
from janadesh.names.sound import joined_sound_key

_LONGEST = 4
"""Words of a name at most."""
_SHORTEST_SOUND = 3
"""Consonants of a name of one word at least; shorter ones meet common words."""
_ALIKE = 60
_PLACE_WORD = re.compile(
    r"\s+(?:विधानसभा|लोकसभा|सीट|क्षेत्र|निर्वाचन|सीटों|से|में|की|का|के|"
    r"पर)(?![\u0900-\u0963\u0970-\u097f])"
)


def hindi_places(
    text: str, start: int, end: int, mentions: Sequence[Mention], names: ElectionNames
) -> Iterator[Mention]:
    """Find the constituencies of an election that a sentence names in Devanagari."""
    at = start
    for window in _windows(hindi_words(text, start, end, _taken(mentions))):
        first, last = window[0].start, window[-1].end
        if first < at or not _PLACE_WORD.match(text, last):
            continue
        latin = "".join(word.latin for word in window)
        sound = joined_sound_key((latin,))
        ids = names.seat_sounds.get(sound, ())
        if len(sound) < _SHORTEST_SOUND or len(ids) != 1:
            continue
        if fuzz.ratio(latin, "".join(name_words(names.seats[ids[0]].name))) >= _ALIKE:
            at = last
            yield Mention("constituency", ids[0], first, last)


def hindi_runs(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[NameRun]:
    """List the stretches of Devanagari words that may be somebody's name, the longest first, in Latin letters."""
    words = hindi_words(text, start, end, _taken(mentions))
    return [
        NameRun(window[0].start, window[-1].end, tuple(word.latin for word in window))
        for window in _windows(words)
        if len(window) > 1 or len(joined_sound_key((window[0].latin,))) >= _SHORTEST_SOUND
    ]


def _taken(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in mentions]


def _windows(words: list[HindiWord]) -> Iterator[list[HindiWord]]:
    for size in range(_LONGEST, 0, -1):
        for first in range(len(words) - size + 1):
            window = words[first : first + size]
            if all(word.joined for word in window[1:]):
                yield window
