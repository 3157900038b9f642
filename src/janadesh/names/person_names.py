"""
The words of a person's name as sources write it: without titles, with abbreviations written out.

Ballot papers write one person as `Adv. V.G. Raajendran`, `RAAJENDRAN V G` and `Raajendran (Babu)`. A name is
read here into *forms*, each the words of one way to call the person: the whole name, the name without what
stands behind `alias` or in brackets, and that other name itself. Order of words is left to the comparison.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from janadesh.names.sound import sound_key

Words = tuple[str, ...]

_TITLES = frozenset(
    [
        "adv",
        "advo",
        "advocate",
        "advt",
        "alhaj",
        "barrister",
        "brig",
        "brigadier",
        "capt",
        "captain",
        "ch",
        "chaudhary",
        "choudhary",
        "choudhry",
        "chowdhary",
        "chaudhry",
        "col",
        "colonel",
        "com",
        "comd",
        "comrade",
        "cdr",
        "dr",
        "doctor",
        "dewan",
        "er",
        "eng",
        "engg",
        "engineer",
        "engr",
        "gen",
        "haaji",
        "haji",
        "hazi",
        "hajee",
        "haj",
        "hon",
        "justice",
        "kumari",
        "ku",
        "kum",
        "lt",
        "maj",
        "major",
        "maulana",
        "master",
        "maulvi",
        "moulvi",
        "molvi",
        "moulana",
        "mr",
        "mrs",
        "miss",
        "ms",
        "pandit",
        "pdt",
        "prof",
        "professor",
        "retd",
        "retired",
        "sardar",
        "sardarni",
        "sh",
        "shri",
        "shrimati",
        "sri",
        "shree",
        "smt",
        "srimathi",
        "srimati",
        "sow",
        "thiru",
        "thirumathi",
        "tmt",
        "tr",
        "sqn",
        "wg",
        "ret",
        "kunwar",
    ]
)
_SHORT = {
    "ab": "abdul",
    "abd": "abdul",
    "abdl": "abdul",
    "gh": "ghulam",
    "gulam": "ghulam",
    "kr": "kumar",
    "kmr": "kumar",
    "md": "mohammad",
    "mhd": "mohammad",
    "mohd": "mohammad",
    "mohamad": "mohammad",
    "mohmd": "mohammad",
    "muhd": "mohammad",
    "mohamed": "mohammad",
    "muhammed": "mohammad",
    "muhammad": "mohammad",
    "mohammed": "mohammad",
    "muhamed": "mohammad",
    "mohmad": "mohammad",
    "pd": "prasad",
    "prsd": "prasad",
    "sk": "sheikh",
    "chander": "chandra",
    "chandar": "chandra",
    "narain": "narayan",
    "deo": "dev",
    "eng": "engineer",
    "engg": "engineer",
    "engr": "engineer",
    "er": "engineer",
}
_RELATION = re.compile(
    r"(?:(?<=\s)|^)[swdc]\s?[/.]\s?o\b.*|\b(?:son|wife|daughter)\s+of\b.*", re.IGNORECASE | re.DOTALL
)
_ALIAS = re.compile(r"\s(?:alias|urf|a\.?k\.?a\.?|@lias)\s|@|[()\[\]{}]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u0963]+[^\W\d_]*)*")
_SPELT_ALIKE = (
    ("ph", "f"),
    ("zh", "l"),
    ("h", ""),
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("w", "v"),
    ("v", "b"),
    ("d", "t"),
    ("g", "k"),
    ("z", "j"),
    ("q", "k"),
    ("y", "i"),
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=65536)
def name_forms(name: str) -> tuple[Words, ...]:
    """
    Read a name into its forms, the whole name first.

    Titles and honorifics are dropped, unless no more than one word would be left: `Engineer Rashid` keeps
    both of its words. What follows `S/O`, `W/O` or `D/O` is dropped. Capitals run together (`VG`) are
    initials, each a word of one letter; common abbreviations are written out (`Mohd`, `Gh`, `Pd`).

    Returns: distinct forms in lower case; empty where the name has no letters.
    """
    plain = _RELATION.sub(" ", unicodedata.normalize("NFKC", name).replace("`", "").replace("'", ""))
    parts = [words for part in _ALIAS.split(plain) if (words := _words(part)) and words != ("w",)]
    if not parts:
        return ()
    whole = tuple(word for part in parts for word in part)
    others = [part for part in parts if sum(len(word) > 1 for word in part) > 1]
    return tuple(dict.fromkeys(form for form in (_untitled(part) for part in (whole, *others)) if form))


def sounds(words: Words) -> Words:
    """Give the sound of each word of a form; an initial stays one letter."""
    return tuple(sound_key(word) or word for word in words)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Make the usual variants of spelling one, vowels kept: `Mudalappara` and `Muthalapara`, `Shobha` and `Sobha`."""
    for spelt, read in _SPELT_ALIKE:
        word = word.replace(spelt, read)
    return _DOUBLED.sub(r"\1", word)


def _words(text: str) -> Words:
    folded = unicodedata.normalize("NFKD", text).casefold()
    found = _WORD.findall("".join(c for c in folded if not "\u0300" <= c <= "\u036f"))
    return tuple(part for word in found for part in _written_out(word))


def _written_out(word: str) -> Words:
    if word in _SHORT:
        return (_SHORT[word],)
    if word in _TITLES:
        return (word,)
    if 2 <= len(word) <= 3 and word.isascii() and not _VOWEL.search(word):
        return tuple(word)
    return (word,)


def _untitled(words: Words) -> Words:
    kept = tuple(word for word in words if word not in _TITLES)
    return kept if sum(len(word) > 1 for word in kept) > 1 or len(kept) > 1 else words
