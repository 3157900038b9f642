"""
How a name sounds, roughly: what is left of it when the spellings of Indian names that differ are made one.

Names reach English in many spellings (Sajjad and Sajad, Haneefa and Hanifa, Mohammad and Mohd), so
two spellings count as one name where their consonants agree after the usual variants are folded.
The folding follows what such systems agree on (Soundex-like consonant classes; vowels dropped after
the first letter) and is kept weaker than Soundex, so that different surnames rarely meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SHORT = {"mohd": "mohammad", "md": "mohammad", "mohd.": "mohammad", "gh": "ghulam", "ab": "abdul", "abd": "abdul"}
_VARIANTS = (
    ("ph", "f"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "c"),
    ("ck", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("bh", "b"),
    ("jh", "j"),
    ("zh", "j"),
    ("x", "ks"),
    ("q", "k"),
    ("z", "j"),
    ("w", "v"),
)
_VOWELS = re.compile(r"[aeiouy]")
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """Reduce one word of a name to its sound; an initial stays one letter."""
    letters = unicodedata.normalize("NFKD", word).casefold()
    letters = "".join(c for c in letters if c.isalpha() and not "\u0300" <= c <= "\u036f")
    letters = _SHORT.get(letters, letters)
    for spelt, sounded in _VARIANTS:
        letters = letters.replace(spelt, sounded)
    if not letters:
        return ""
    letters = _REPEATED.sub(r"\1", letters)
    first, rest = letters[0], letters[1:]
    first = "a" if first in "aeiou" else "i" if first == "y" else first
    return first + _VOWELS.sub("", rest).replace("h", "")


def joined_sound_key(words: tuple[str, ...]) -> str:
    """Reduce a whole name to its sound as if written in one word: Babulal and Babu Lal are one."""
    return sound_key("".join(words))
