"""Names written in Devanagari, in Latin letters: what they sound like, not how English spells them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[\u0900-\u0963\u0970-\u097f]+")
_CONSONANT_LAST = re.compile(r"[\u0915-\u0939\u0958-\u095f]\u093c?$")
_NASAL = re.compile("ṃ(?=[pbm])")


@dataclass(frozen=True, slots=True)
class HindiWord:
    """A word at `text[start:end]` in Latin letters; `joined` says that it goes on from the word before."""

    start: int
    end: int
    latin: str
    joined: bool


def hindi_words(text: str, start: int, end: int, taken: Iterable[tuple[int, int]] = ()) -> list[HindiWord]:
    """List the Devanagari words of a stretch of text outside the spans already understood, in order."""
    spans = sorted(taken)
    found: list[HindiWord] = []
    for match in WORD.finditer(text, start, end):
        if any(s < match.end() and match.start() < e for s, e in spans):
            continue
        between = text[found[-1].end : match.start()] if found else ","
        joined = between.isspace() and len(between) < 3
        found.append(HindiWord(match.start(), match.end(), in_latin(match.group()), joined))
    return found


@lru_cache(maxsize=16384)
def in_latin(word: str) -> str:
    """
    Write a Devanagari word in lower-case Latin letters, as Hindi says it.

    The letters follow IAST (`indic-transliteration`) without its marks; the unsaid `a` of a last consonant
    is left out, and the nasal dot is `n` or, before a lip sound, `m`.
    """
    letters = _romanised(word)
    letters = _NASAL.sub("m", letters).replace("ṃ", "n").replace("ṁ", "n").replace("m̐", "n").replace("~", "n")
    letters = letters.replace("ś", "sh").replace("ṣ", "sh").replace("c", "ch").replace("chh", "ch")
    if _CONSONANT_LAST.search(word):
        letters = letters.removesuffix("a")
    return "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))


def _romanised(word: str) -> str:
    # a third of a second to import: only texts that have Hindi pay for it
    from indic_transliteration import sanscript

    return str(sanscript.transliterate(word, sanscript.DEVANAGARI, sanscript.IAST))
