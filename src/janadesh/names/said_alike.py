"""Names written in Devanagari beside names in Latin letters: which of these is said like one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from janadesh.names.devanagari import WORD
from janadesh.names.devanagari import in_latin
from janadesh.names.sound import joined_sound_key
from janadesh.names.sound import sound_key

ALIKE = 60
"""From how much likeness of 100 on the letters of two names with one sound are those of one name."""
_SHORTEST = 2
"""Letters of a name's sound at least."""
_SHORTEST_PART = 3
"""Letters that some word has at least where it may be a part of a name; fewer are in most names."""


def said_alike(text: str, keys: Iterable[str]) -> dict[int, float]:
    """
    Find the names that are said like a text in Devanagari, or have its words in them.

    Args:
        text: what was typed; without Devanagari nothing is said like it.
        keys: names as `spelling_key` reduces them.

    Returns: the places of those in `keys`, each with its likeness from 0 to 100; 100 is added where the whole name is
        said alike.
    """
    words = [in_latin(match.group()) for match in WORD.finditer(text)]
    whole, latin = joined_sound_key(tuple(words)), "".join(words)
    if len(whole) < _SHORTEST:
        return {}
    # a vowel that begins a word is heard at the beginning of a name only
    parts = [sound_key(word).removeprefix("a") for word in words]
    tells = max(map(len, parts)) >= _SHORTEST_PART
    found = {}
    for place, key in enumerate(keys):
        said = sound_key(key)
        if said == whole and (likeness := fuzz.ratio(latin, key)) >= ALIKE:
            found[place] = 100 + likeness
        elif tells and all(part in said for part in parts):
            likeness = min(fuzz.partial_ratio(word, key) for word in words)
            found |= {place: likeness} if likeness >= ALIKE else {}
    return found


def said_as(text: str, keys: Iterable[str]) -> list[int]:
    """Give the places of the names that as a whole are said like a text in Devanagari, only the most alike."""
    whole = {place: likeness for place, likeness in said_alike(text, keys).items() if likeness >= 100 + ALIKE}
    return [place for place, likeness in whole.items() if likeness == max(whole.values())]
