"""
Tables in a text: rows whose cells a bar or a tab parts, below a row that names the columns.

"Constituency | Winner | Party | Margin" says of every number and name below it what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from janadesh.claims.claim import Reading
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import of_candidates
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_CELL = re.compile(r"[^|\t\n]+")
_COLUMNS = {
    "winner": re.compile(r"\b(?:winner|winning candidate|elected|victor|won by)\b|विजेता"),
    "loser": re.compile(r"\b(?:loser|defeated|losing candidate)\b"),
    "rival": re.compile(r"\b(?:runner[- ]?up|nearest rival|second)\b"),
    "margin": re.compile(r"\b(?:margin|majority|maj|lead|difference)\b|अंतर"),
    "share": re.compile(r"\bshare\b|\bper ?cent\b|%"),
    "won": re.compile(r"^\s*(?:seats?(?: won)?|seats|won|wins|tally)\s*$|\bseats\b"),
    "votes": re.compile(r"\b(?:votes?|polled|total)\b|वोट|मत"),
    "name": re.compile(r"\b(?:candidates?|name|leader)\b"),
    "place": re.compile(r"\b(?:constituency|seat|segment|riding|district)\b|सीट"),
    "party": re.compile(r"\b(?:party|affiliation)\b|पार्टी|दल"),
}
"""What a column holds, by the words of its heading; the first that fits."""
_FEWEST = 2
"""Columns at least that a heading must name."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold, from left to right; None where its heading does not say."""

    of: tuple[str | None, ...]


def columns_of(scene: Scene) -> Columns | None:
    """Read a line as the heading of a table; None where it is none."""
    # the folded words have blanks for tabs
    cells = [cell.lower() for cell in _CELL.findall(scene.text[scene.sentence.start : scene.sentence.end])]
    if not scene.is_line or len(cells) <= _FEWEST or any(n.unit == "count" for n in scene.numbers):
        return None
    of = tuple(next((what for what, said in _COLUMNS.items() if said.search(cell)), None) for cell in cells)
    names = "place" in of or ({"party", "name"} & {*of} and {"won", "share", "votes"} & {*of})
    return Columns(of) if sum(what is not None for what in of) > _FEWEST - 1 and names else None


def is_row(scene: Scene) -> bool:
    """Whether a line has cells, so that the columns told above it go on."""
    return scene.is_line and any(bar in scene.text[scene.sentence.start : scene.sentence.end] for bar in "|\t")


def row_readings(scene: Scene, columns: Columns, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read what a row of a table says: who won or came second where, by how much, with how many votes."""
    cells = list(_CELL.finditer(scene.text, scene.sentence.start, scene.sentence.end))
    if len(cells) != len(columns.of) or scene.focus.earlier:
        return
    spans = [(what, cell.start(), cell.end()) for what, cell in zip(columns.of, cells, strict=True)]
    people = {
        what: _in_cell(scene, start, end) for what, start, end in spans if what in ("winner", "loser", "rival", "name")
    }
    for what, start, end in spans:
        actor = people.get(what or "")
        if actor is not None and what in ("winner", "loser") and not scene.counting:
            yield _reading(scene, "outcome", start, end, actor, side="won" if what == "winner" else "lost")
        elif actor is not None and what == "rival":
            yield _reading(scene, "rank", start, end, actor, value=2)
        elif what in ("margin", "votes"):
            yield from _number(scene, what, start, end, people)
        elif what in ("won", "share"):
            yield from _of_row(scene, vocabulary, what, (start, end), people.get("name"))


def _of_row(
    scene: Scene, vocabulary: Vocabulary, what: str, cell: tuple[int, int], person: Actor | None
) -> Iterator[Reading]:
    """Read a party's seats or share in its row, or the share of the candidate whose row it is."""
    number = next((n for n in scene.numbers if cell[0] <= n.start and n.end <= cell[1]), None)
    party = next(iter(scene.of_kind("party")), None)
    whose = person or (as_actor(scene, vocabulary, party, party.start) if party else None)
    if number is None or whose is None or number.unit not in ("count", "percent"):
        return
    if what == "won" and (person is not None or number.value != int(number.value)):
        return
    yield Reading(
        kind="seats" if what == "won" else "vote_share",
        start=number.start,
        end=number.noun_end,
        subject=whose.subject,
        election=scene.focus.election,
        constituency=whose.constituency,
        value=int(number.value) if what == "won" else number.value,
        unit="seats" if what == "won" else "percent",
        comparator=number.comparator,
        side="won" if what == "won" else None,
        while_counting=scene.counting,
    )


def _in_cell(scene: Scene, start: int, end: int) -> Actor | None:
    person = next((m for m in scene.of_kind("candidate") if start <= m.start and m.end <= end), None)
    return of_candidates(scene, person.candidates, person.start, person) if person else None


def _number(scene: Scene, what: str, start: int, end: int, people: dict[str, Actor | None]) -> Iterator[Reading]:
    number = next((n for n in scene.numbers if start <= n.start and n.end <= end and n.unit == "count"), None)
    actor = people.get("winner") or people.get("name")
    if number is None or actor is None or number.value != int(number.value) or number.value < 1:
        return
    told_as_final = people.get("winner") is not None
    kind = "lead" if what == "margin" and scene.counting and not told_as_final else what
    yield _reading(scene, kind, number.comparator_start, number.noun_end, actor, value=int(number.value))


def _reading(
    scene: Scene, kind: str, start: int, end: int, actor: Actor, *, value: int | None = None, side: str | None = None
) -> Reading:
    words: Mention | None = actor.mention
    return Reading(
        kind=kind,
        start=words.start if words and kind in ("outcome", "rank") else start,
        end=words.end if words and kind in ("outcome", "rank") else end,
        subject=actor.subject,
        election=scene.focus.election,
        constituency=actor.constituency,
        value=value,
        unit={"rank": "rank", "outcome": None}.get(kind, "votes"),
        side=side,
        while_counting=scene.counting,
    )
