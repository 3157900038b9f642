"""An article's text cut into runs, so that claims that overlap or lie within each other can all be marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol


class Spanned(Protocol):
    """Anything with a place in the text; offsets count characters, half open."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class Run:
    """
    A stretch of text that the same claims cover.

    `claims` are their numbers, the shortest first: the one that the run is drawn as. `ending` are those
    that end with this run, in the same order: their marks stand after it.
    """

    text: str
    claims: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()


def runs(text: str, claims: Sequence[Spanned]) -> list[Run]:
    """
    Cut a text where a claim begins or ends.

    Claims are numbered from 0 in the order given. The runs together are the whole text. What lies
    outside the text is cut off, and a claim without length marks nothing.
    """
    spans = {
        number: (max(0, claim.start), min(len(text), claim.end))
        for number, claim in enumerate(claims)
        if max(0, claim.start) < min(len(text), claim.end)
    }
    cuts = sorted({0, len(text), *(place for span in spans.values() for place in span)})
    made = []
    for start, end in pairwise(cuts):
        covering = sorted(
            (number for number, (begins, ends) in spans.items() if begins <= start and end <= ends),
            key=lambda number: (spans[number][1] - spans[number][0], number),
        )
        ending = tuple(number for number in covering if spans[number][1] == end)
        made.append(Run(text[start:end], tuple(covering), ending))
    return made
