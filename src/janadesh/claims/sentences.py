"""
An article's text in sentences, with the offsets of each.

A line break ends a sentence, so that headings and the items of a list stand alone; but a long line
that breaks off without a stop goes on in the next, as in text wrapped at some width. A full stop ends
one where the next word begins with a capital, and not after an initial, a title or an abbreviation
that takes a name or number after it (`Dr.`, `M.Y. Tarigami`, `Sept. 18`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile(r"""[.!?।]+["'”’)\]]*(?=\s+["'“‘(\[]*[A-Z0-9\u0900-\u097F]|\s*$)""")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Rep|Reps|Sen|Sens|Gov|Cllr|Shri|Smt|Er|Prof|Adv|St|Lt|Gen|Col|Sgt|Jr|Sr|No|Nos|"
    r"vs|v|Rs|approx|Jan|Feb|Mar|Apr|Aug|"
    r"Sept|Sep|Oct|Nov|Dec|Hon|Md|Mohd|Gh|Mt|viz|cf|etc|i\.e|e\.g)|\b(?:[ap]\.m))\.$"
)
_LINE = re.compile(r"[^\n]+")
_MOST = 2000
"""Characters of a sentence at most; a longer run without an end is cut at a blank, so that work stays bounded."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text; `line` counts lines and `paragraph` blocks of them."""

    start: int
    end: int
    line: int
    paragraph: int
    starts_line: bool
    ends_line: bool


_WRAPPED_AT = 55
"""Characters of a line from which a break without a stop is taken to be the width of the text."""
_PROSE = 100
"""Characters from which a line that is closed by a stop is a paragraph of prose, and no item of a list."""
_STOPPED = re.compile(r"""[.!?।:;][\"'”’)\]]*$""")
_ITEM = re.compile(r"[-*•·>#|\d]|[A-Z][\w&().' -]{0,40}[:–-]\s*\d")


def sentences(text: str) -> list[Sentence]:
    """Split a plain text (markup blanked) into sentences, in order; blanks around them are left out."""
    found: list[Sentence] = []
    paragraph, last = 0, (0, 0)
    lines = _lines(text)
    wrapped = any("\n" in text[start:end] for start, end in lines)
    for number, (start, end) in enumerate(lines):
        if text.count("\n", last[1], start) > 1 or (not wrapped and _is_paragraph(text, *last)):
            paragraph += 1
        last = start, end
        spans = list(_spans(text, start, end))
        found += [
            Sentence(first, last, number, paragraph, place == 0, place == len(spans) - 1)
            for place, (first, last) in enumerate(spans)
        ]
    return found


def _is_paragraph(text: str, start: int, end: int) -> bool:
    """Whether a line is a paragraph by itself, where the text is not wrapped: long, and closed by a stop."""
    return end - start >= _PROSE and _STOPPED.search(text[start:end].rstrip()) is not None


def _lines(text: str) -> list[tuple[int, int]]:
    """Give the lines that are not blank, those joined that are one line wrapped."""
    lines: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        if lines and _is_wrapped(text, lines[-1], line.start()):
            lines[-1] = (lines[-1][0], line.end())
        else:
            lines.append((line.start(), line.end()))
    return lines


def _is_wrapped(text: str, before: tuple[int, int], start: int) -> bool:
    """
    Whether a line goes on from the one before: that one is long, without a stop, and this one is no item.

    Markup that was blanked leaves a blank behind its line break; such a break is one of the page's blocks.
    """
    if start - before[1] != 1 or text[start].isspace():
        return False
    # only the last of several joined lines tells the width
    last = text[max(before[0], text.rfind("\n", before[0], before[1]) + 1) : before[1]].rstrip()
    return len(last) >= _WRAPPED_AT and not _STOPPED.search(last) and not _ITEM.match(text, start)


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    at = start
    for stop in _END.finditer(text, start, end):
        # "8.40 p.m. Counting": an abbreviation that is also the end cannot be told; it is kept together
        if _ABBREVIATED.search(text, max(at, stop.start() - 12), stop.start() + 1):
            continue
        spans.append((at, stop.end()))
        at = stop.end()
    spans.append((at, end))
    return [piece for span in spans for piece in _trimmed(text, *span)]


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while start < end:
        stop = end
        if stop - start > _MOST:
            blank = text.rfind(" ", start + 1, start + _MOST)
            stop = blank if blank > start else start + _MOST
        inside = text[start:stop]
        left = len(inside) - len(inside.lstrip())
        right = len(inside.rstrip())
        if left < right:
            pieces.append((start + left, start + right))
        start = stop
    return pieces
