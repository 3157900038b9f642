"""Rows of names and figures that belong together in order: "A and B won X and Y respectively", "three seats each"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from janadesh.claims.figures_first import figure_first
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.names.numbers import Number

Row = Sequence[Mention] | Sequence[Number]

_RESPECTIVELY = re.compile(r"\brespectively\b")
_EACH = re.compile(r"\s+(?:seats?\s+|constituencies\s+|segments?\s+)?(?:each|apiece)\b")
_PLACES = ("constituency", "district", "region")
_JOINED = re.compile(
    r"(?:'s)?\s*(?:\([^()]{1,40}\))?"
    r"(?:\s+of the [^,;:\d]{2,40}?(?:\s+came\s+\w+|\s+was\s+\w+)?)?\s*(?:,|&|,?\s*and|,?\s*as well as)\s*"
    r"(?:the\s+|from\s+|in\s+)?(?:[\w'’.-]+,?\s+){0,5}(?:the\s+)?"
)
"""What stands between two names of a row: a comma or "and", and who the second one is."""
_FIGURES_JOINED = re.compile(
    r"\s*(?:votes?|seats?|%|per\s?cent)?\s*(?:,|&|,?\s*and)\s*(?:by\s+|in\s+|with\s+)?(?:just\s+|only\s+|a\s+)*"
)
_MOST = 6
"""Names of one row at most."""
_LONGEST = 100_000
"""Characters of an article at most in which rows are told apart: each of a row's sentences is a text of its own."""


def one_by_one(scene: Scene) -> Iterator[Scene]:
    """
    Tell a sentence apart that gives several rows "respectively": once for the first of each row, once for the second.

    So, too, places that have as many seats "each". In each sentence given only one name or figure of each
    row is left, the others are blanked; every other sentence is given as it is.
    """
    scene = figure_first(scene)
    rows = _rows(scene) if len(scene.text) <= _LONGEST else []
    if not rows or len(rows[0]) > _MOST:
        yield scene
        return
    for place in range(len(rows[0])):
        yield _with_only(scene, rows, place)


def _rows(scene: Scene) -> list[Row]:
    said = _RESPECTIVELY.search(scene.lowered, scene.sentence.start, scene.sentence.end)
    if said is None:
        return _with_as_many(scene)
    begin = max(scene.sentence.start, scene.lowered.rfind(";", scene.sentence.start, said.start()))
    names, figures = _rows_of_names(scene, begin, said.start()), _rows_of_figures(scene, begin, said.start())
    rows: list[Row] = sorted([*names, *figures], key=lambda row: row[0].start)
    fitting = [row for row in rows if len(row) == len(rows[-1])]
    return fitting if len(fitting) > 1 else []


def _with_as_many(scene: Scene) -> list[Row]:
    """Find the places that have a number of seats each: "Kishtwar and Doda had three apiece"."""
    number = next((n for n in scene.numbers if _EACH.match(scene.lowered, n.end)), None)
    if number is None or scene.of_kind("party", "alliance", "candidate"):
        return []
    rows = list(_rows_of_names(scene, scene.sentence.start, number.start))
    return [rows[-1]] if rows and not any(rows[-1][-1].end <= n.end < number.start for n in scene.numbers) else []


def _rows_of_names(scene: Scene, begin: int, until: int) -> Iterator[list[Mention]]:
    for kind in ("candidate", "party", "alliance", "place"):
        kinds = _PLACES if kind == "place" else (kind,)
        row: list[Mention] = []
        for mention in (m for m in scene.of_kind(*kinds) if begin <= m.start and m.end <= until):
            if row and not _joins(scene, row[-1], mention):
                yield from [row] * (len(row) > 1)
                row = []
            row.append(mention)
        yield from [row] * (len(row) > 1)


def _joins(scene: Scene, one: Mention, other: Mention) -> bool:
    verbs = scene.cues("win", "beat", "lose", "lead", "trail", "polled")
    named = any(one.end <= c.start < other.start for c in verbs) or any(
        one.end <= n.start < other.start and n.unit != "rank" for n in scene.numbers
    )
    return not named and _JOINED.fullmatch(scene.between(one.end, other.start)) is not None


def _rows_of_figures(scene: Scene, begin: int, until: int) -> Iterator[list[Number]]:
    row: list[Number] = []
    for number in (n for n in scene.numbers if n.unit != "rank" and begin <= n.start and n.end <= until):
        if row and not _FIGURES_JOINED.fullmatch(scene.between(row[-1].end, number.comparator_start)):
            yield from [row] * (len(row) > 1)
            row = []
        row.append(number)
    yield from [row] * (len(row) > 1)


def _with_only(scene: Scene, rows: list[Row], place: int) -> Scene:
    """Leave one name or figure of each row in a sentence; a figure gets the noun of the row's last one."""
    others = {span for row in rows for at, span in enumerate(_spans(row)) if at != place}
    text, lowered = scene.text, scene.lowered
    for row in rows:
        # what joins the row goes too: "A [and B] won 12 [and 13] seats"
        for start, end in ((row[0].start, row[place].start), (_end(row[place]), _end(row[-1]))):
            text, lowered = _blank(text, start, end), _blank(lowered, start, end)
    figures = {n.start: _as_last(n, row) for row in rows for n in row if isinstance(n, Number)}
    return replace(
        scene,
        text=text,
        lowered=lowered,
        mentions=tuple(m for m in scene.mentions if not _inside(m, others)),
        numbers=tuple(figures.get(n.start, n) for n in scene.numbers if (n.start, n.end) not in others),
    )


def _spans(row: Row) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in row]


def _end(one: Mention | Number) -> int:
    return one.noun_end if isinstance(one, Number) else one.end


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _inside(mention: Mention, spans: set[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def _as_last(number: Number, row: Row) -> Number:
    last = row[-1]
    if not isinstance(last, Number) or number is last:
        return number
    return replace(number, unit=last.unit, noun=number.noun or last.noun)
