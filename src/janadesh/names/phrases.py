"""Finding many fixed phrases in a text in one pass, whole words only, the longest first."""

from __future__ import annotations

from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic
from typing import TypeVar

import ahocorasick

Meaning = TypeVar("Meaning", bound=Hashable)

_SAME = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\u0130": "i",
    }
)


def folded(text: str) -> str:
    """
    Fold case, curly quotes, dashes and white space, character by character.

    Returns: a text of the same length, so that offsets hold in both.
    """
    plain = text.translate(_SAME)
    lowered = plain.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase found at `text[start:end]`, with everything that it can mean."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


class PhraseFinder(Generic[Meaning]):
    """
    Phrases with their meanings, found by the Aho-Corasick algorithm (Aho and Corasick 1975) of `pyahocorasick`.

    A phrase that has a capital in `exact` is found only in that case: `PC` is a party, `pc` is not.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], exact: Iterable[tuple[str, Meaning]] = ()) -> None:
        """Build the automata; the same phrase may be given several meanings."""
        self._loose = _automaton((folded(phrase), meaning) for phrase, meaning in phrases)
        self._exact = _automaton((phrase.translate(_SAME), meaning) for phrase, meaning in exact)

    def find(self, text: str, lowered: str | None = None) -> list[Found[Meaning]]:
        """
        Find the phrases of a text in order; of those that overlap, the longest (then the first) counts.

        Args:
            text: the text as written.
            lowered: `folded(text)`, where the caller has it.
        """
        hits = [*self._hits(self._loose, lowered if lowered is not None else folded(text))]
        hits += self._hits(self._exact, text.translate(_SAME))
        hits.sort(key=lambda hit: (hit.start - hit.end, hit.start))
        taken = bytearray(len(text))
        kept: dict[tuple[int, int], Found[Meaning]] = {}
        for hit in hits:
            same = kept.get((hit.start, hit.end))
            if same is not None:
                meanings = tuple(dict.fromkeys(same.meanings + hit.meanings))
                kept[hit.start, hit.end] = Found(hit.start, hit.end, meanings)
            elif not any(taken[hit.start : hit.end]):
                taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
                kept[hit.start, hit.end] = hit
        return sorted(kept.values(), key=lambda hit: hit.start)

    @staticmethod
    def _hits(automaton: ahocorasick.Automaton | None, text: str) -> Iterator[Found[Meaning]]:
        if automaton is None:
            return
        for last, (length, meanings) in automaton.iter(text):
            start, end = last - length + 1, last + 1
            if _is_edge(text, start - 1) and _is_edge(text, end):
                yield Found(start, end, meanings)


def _automaton(phrases: Iterable[tuple[str, Meaning]]) -> ahocorasick.Automaton | None:
    by_phrase: dict[str, dict[Meaning, None]] = {}
    for phrase, meaning in phrases:
        if phrase.strip():
            by_phrase.setdefault(phrase.strip(), {})[meaning] = None
    if not by_phrase:
        return None
    automaton = ahocorasick.Automaton()
    for phrase, meanings in by_phrase.items():
        automaton.add_word(phrase, (len(phrase), tuple(meanings)))
    automaton.make_automaton()
    return automaton


def _is_edge(text: str, at: int) -> bool:
    """Whether no word goes on at this offset; a Devanagari vowel sign goes on a word."""
    if not 0 <= at < len(text):
        return True
    character = text[at]
    return not (character.isalnum() or character == "_" or "\u0900" <= character <= "\u0963")
