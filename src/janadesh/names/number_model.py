"""What a number read in a text is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """
    A number at `text[start:end]`, unit words such as lakh, per cent or decade included.

    Fields:
        value: in plain form; 1.25 lakh is 125000.0, two-thirds is 2/3, a decade is 10.0.
        unit: `count`, `percent`, `points` (percentage points), `rank`, `fraction`, `times`, `money`, `measure`,
            `years`, `months`, `weeks`, `days`, `hours` or `minutes`.
        comparator: `=`, `>`, `<` or `~`; the ends of a range are `>` and `<`.
        comparator_start: where the comparator's words start; `start` where there are none before it.
        noun: singular of what it counts, where that stands with it (`seat` for "24 of the 90 seats", `phase` for
            "phase 2", `year-old` for an age, `rival` for "nearest rival").
        noun_end: where the noun ends; `end` where there is none after the number.
        approximate_words: a round word such as `a dozen` or `scores of`.
        word: written in words; `one` may be a pronoun.
        range_with: index of the other end of a range in the list read, or None.
        scale: the lakh, crore … that the number was written with, else 1; how it was rounded.
    """

    start: int
    end: int
    value: float
    unit: str
    comparator: str
    comparator_start: int
    noun: str | None
    noun_end: int
    approximate_words: bool
    word: bool = False
    range_with: int | None = None
    scale: int = 1
