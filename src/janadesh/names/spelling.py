"""Spelling: the form in which two writings of one name are equal."""

from __future__ import annotations

import re
import unicodedata

_NOT_LETTERS = re.compile(r"[^\w]+|_", re.UNICODE)


def spelling_key(name: str) -> str:
    """
    Reduce a name to the letters and figures that tell it from another.

    Case, accents, punctuation, blanks and zero-width characters do not count, and `&` is `and`:
    `R. S. PURA- JAMMU SOUTH` and `R.S. Pura-Jammu South` have one key.
    Devanagari vowel signs are kept, since they tell words apart.
    """
    decomposed = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    letters = "".join(c for c in decomposed if not _is_accent(c))
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFC", letters))


def _is_accent(character: str) -> bool:
    # Latin combining accents only: U+0300 to U+036F
    return "\u0300" <= character <= "\u036f"
