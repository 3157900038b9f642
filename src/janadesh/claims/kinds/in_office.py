"""How long a party was in or out of office: "back after 27 years", "a second straight term", "lost power in 1998"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import clause
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_OF_POWER = re.compile(
    r"\b(?:power|office|rules?|ruled|ruling|governments?|governed|governing|back|returns?|returned|returning|"
    r"comeback|"
    r"reclaim\w*|regain\w*|wrest\w*|exile|drought|wait|reign|charge|hiatus)\b"
)
_BEFORE_YEARS = re.compile(
    r"\b(?:after|for|an absence of|a gap of|a drought of|a hiatus of|an end to|ended|ends|ending)\s+"
    r"(?:(?:more than|over|nearly|almost|about|around|its|their|the|a)\s+)*$"
)
_AFTER_YEARS = re.compile(
    r"^[\s-]*(?:in (?:power|office|opposition)|of (?:\w+ )?(?:rule|governments?|power)|rule|reign|drought|wait|"
    r"exile|stint|hiatus|"
    r"out of (?:power|office)|at a stretch|on\b)"
)
_SINCE_YEAR = re.compile(
    r"\b(?:in power|in office|in charge|ruled|ruling|governed|governing)\b[^.;,]{0,40}?\bsince\s+(?P<year>(?:19|"
    r"20)\d\d)\b|\b(?:ruled|governed)\s+(?:\w+\s+)?(?:until|till)\s+(?P<last>(?:19|20)\d\d)\b|"
    r"\b(?:lost power|lost office|(?:was|were) voted out|(?:was|were) ousted|came to power|swept to power|"
    r"(?:last |only |first )?government (?:fell|ended|collapsed|was voted out)|last in (?:power|office)|"
    r"last (?:ruled|governed|won)"
    r"(?: \w+){0,3}?) in (?P<then>(?:19|20)\d\d)\b"
)
_TERM = re.compile(r"^\s*(?:(?:straight|consecutive|successive|full|second|back-to-back)\s+)*terms?\b(?! sheet)")
_ONLY_WANTED = re.compile(
    r"\b(?:seek\w*|bid\w*|eye[sd]?|eyeing|aim\w*|hop\w*|want\w*|vy\w*|ask\w*|pitch\w*|if|"
    r"may|could)\b"
)


def office_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read how long, or since when, a party has been in or out of office, and its terms."""
    words = scene.between(scene.sentence.start, scene.sentence.end)
    if _OF_POWER.search(words):
        yield from _years(scene, vocabulary)
        yield from _since(scene, vocabulary)
    yield from _terms(scene, vocabulary)


def _years(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    for number in scene.numbers:
        if number.unit != "years" or number.value < 1:
            continue
        before = scene.between(max(scene.sentence.start, number.comparator_start - 40), number.comparator_start)
        after = scene.between(number.end, min(number.end + 40, scene.sentence.end))
        noun_after = _AFTER_YEARS.match(scene.between(number.noun_end, number.noun_end + 40))
        if not _BEFORE_YEARS.search(before) and not _AFTER_YEARS.match(after) and not noun_after:
            continue
        owner = _whose(scene, vocabulary, number.start)
        if owner is not None:
            yield _reading(scene, owner, (number.comparator_start, number.noun_end), number.value, "years", number)


def _since(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    for said in _SINCE_YEAR.finditer(scene.lowered, scene.sentence.start, scene.sentence.end):
        owner = _whose(scene, vocabulary, said.start())
        if owner is not None:
            year = int(said.group("year") or said.group("last") or said.group("then"))
            yield _reading(scene, owner, said.span(), year, "year", None)


def _terms(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    for number in scene.numbers:
        if number.unit != "rank" or scene.stage != "counted":
            continue
        term = _TERM.match(scene.between(number.end, number.end + 40))
        start = max(scene.sentence.start, number.start - 50)
        if term is None or _ONLY_WANTED.search(scene.between(start, number.start)):
            continue
        owner = _whose(scene, vocabulary, number.start, terms=True)
        if owner is not None:
            span = (number.start, number.end + term.end())
            yield _reading(scene, owner, span, number.value, "terms", None)


def _whose(scene: Scene, vocabulary: Vocabulary, at: int, *, terms: bool = False) -> Actor | None:
    """
    Find the party meant: the last named before in the clause or the sentence, else the one spoken of last.

    A term (`terms`) may be that of a member, told of by name.
    """
    parties = scene.of_kind("party", "alliance")
    start = clause(scene, at)[0]
    people = [m for m in scene.of_kind("candidate") if start <= m.start and m.end <= at]
    if terms and (people or (scene.last_candidate and not any(m.end <= at for m in parties))):
        actor = actor_of(scene, vocabulary, at, kinds=("candidate",))
        if actor is not None:
            return actor
    before = [m for m in parties if m.end <= at]
    inside = [m for m in before if m.start >= start] or before
    chosen = inside[-1] if inside else scene.last_party
    return as_actor(scene, vocabulary, chosen, at) if chosen is not None else None


def _reading(
    scene: Scene, owner: Actor, span: tuple[int, int], value: float, unit: str, number: Number | None
) -> Reading:
    return Reading(
        kind="history",
        role="in office",
        start=span[0],
        end=span[1],
        subject=owner.subject,
        constituency=owner.constituency,
        election=scene.main,
        value=int(value),
        unit=unit,
        comparator=number.comparator if number else "=",
    )
