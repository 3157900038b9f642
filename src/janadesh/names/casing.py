"""
Casing: names that a result prints in capitals, written as prose writes them.

The official spelling stays what it is; this is only how a page shows it.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARTICLES = frozenset({"ud", "ul", "un", "ur", "us", "uz", "e", "i", "o"})
"""What joins two parts of a name with hyphens: Nisar-ul-Haq, Chrar-i-Sharief."""
_IN_BETWEEN = frozenset({"alias", "and", "of", "son", "urf", "wife", "daughter"})
_RELATION = re.compile(r"\b([sdwSDW])/([oO])\b")
_ROMAN = re.compile(r"^(?:ii|iii|iv|vi|vii|viii|ix)$")
_SPELLED_TITLES = frozenset({"dr", "er", "gh", "jr", "md", "mr", "mrs", "ms", "sh", "shri", "sk", "sr", "st"})
_VOWELS = frozenset("aeiouy")


def in_title_case(name: str) -> str:
    """
    Write a name that is all in capitals with capital initials; any other name is left as it is.

    >>> in_title_case("OMAR ABDULLAH")
    'Omar Abdullah'
    >>> in_title_case("G.N. SHAHEEN S/O GHULAM-UD-DIN")
    'G.N. Shaheen s/o Ghulam-ud-Din'
    >>> in_title_case("Mohammad Yousuf Tarigami")
    'Mohammad Yousuf Tarigami'
    """
    if name.upper() != name or name.lower() == name:
        return name
    cased = _WORD.sub(lambda found: _cased(found, name), name)
    return _RELATION.sub(lambda found: f"{found[1].lower()}/o", cased)


def _cased(found: re.Match[str], name: str) -> str:
    word = found[0].lower()
    before = name[: found.start()]
    after = name[found.end() :]
    if before.endswith("-") and after.startswith("-") and word in _PARTICLES:
        return word
    if before.endswith(" ") and after.startswith(" ") and word in _IN_BETWEEN:
        return word
    if _ROMAN.match(word) or _is_initials(word, after):
        return word.upper()
    return "".join(_capitalised(part) for part in re.split(r"(['’])", word))


def _is_initials(word: str, after: str) -> bool:
    if len(word) == 1:
        return True
    # two or three consonants are initials written together (GN, JP), unless they shorten a title or a name (MD.)
    has_vowel = any(letter in _VOWELS for letter in word)
    return len(word) <= 3 and word.isascii() and not has_vowel and word not in _SPELLED_TITLES and after[:1] != "."


def _capitalised(part: str) -> str:
    # the s of a possessive stays small
    return part if part == "s" else part[:1].upper() + part[1:]
