"""Who came second, third …; a nearest rival or runner-up is second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from janadesh.claims.claim import Reading
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import place_near
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.seats_by_order import is_said_by_order
from janadesh.claims.seats_by_order import seat_by_order
from janadesh.claims.strangers import acts_a_stranger
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_RIVALS = frozenset({"rival", "runner-up"})
"""Nouns under which the number reader gives a place: "nearest rival" is 2, "second runner-up" 3."""
_VERB = (
    r"\b(?:came|come|coming|ran|finish\w*|placed?|pushed|stood|ended|relegated|slipped|slid|fell|dropped|tumbled|sank|"
    r"settled|took)\b"
)
_TOLD_NEAR = re.compile(_VERB)
_STARTS = re.compile(
    r"\b(?:came|come|coming|ran|finish\w*|pushed|stood|ended|relegated|slipped|slid|fell|dropped|tumbled|sank|took|"
    r"in|was)\s+(?:\w+\s+){0,2}$"
)
_PLACE = re.compile(r"^\s*(?:place|spot|position)\b")
_SAID_OF = re.compile(
    r"(?:\s*[,(]\s*(?:who\s+(?:was|is)\s+)?|[^.;]{0,45}?\b(?:was|is|as|finished|and|came)\s+)(?:the\s+|his\s+|"
    r"her\s+)?"
)
_ENDED_AS = re.compile(
    r"\b(?:finish\w*|end\w*|was|is|came|emerg\w+|placed|declared)\s+(?:up\s+)?(?:as\s+)?(?:the\s+)?$"
)
_WAS = re.compile(r"\b(?:was|were|is|are|finish\w*|ended up|came)\s+(?:as\s+)?(?:the\s+)?$")
_APART = re.compile(r",\s+(?:and|while|but)\b|;|\bwith\b|\bwhile\b")
_WITH = re.compile(r"^\s*(?:place|spot|position)?\s*with\s+(?:the\s+)?")
_ALONE_BEFORE = re.compile(r"(?:,|\bwas|\bis)\s*(?:in\s+|a distant\s+)?$")
_ALONE_AFTER = re.compile(r"^\s*(?:,|with\b|\.|on\b|at\b|in\b|here\b|there\b|behind\b)")
_NOBODY = re.compile(r"\b(?:nobody|no one|none|no other candidate|no candidate)\b[^;,]{0,40}$")
"""What makes a place nobody's: "nobody has finished runner-up with fewer"."""
_OTHER_THING = re.compile(r"^\s*(?:phase|round|term|time|straight|leg|day)\b")


def rank_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read the places that candidates took."""
    for number in scene.numbers:
        if number.unit != "rank" or not 2 <= number.value <= 20:
            continue
        if _NOBODY.search(scene.between(scene.sentence.start, number.start)):
            continue
        if number.noun in _RIVALS:
            yield from _rival(scene, vocabulary, number)
        elif _is_place(scene, number) and not is_said_by_order(scene, number.start):
            yield from _place(scene, vocabulary, number)


def _rival(scene: Scene, vocabulary: Vocabulary, number: Number) -> Iterator[Reading]:
    people = scene.of_kind("candidate")
    person = next((m for m in people if 0 <= m.start - number.noun_end <= 60), None)
    of_subject = _WAS.search(scene.between(number.start - 16, number.start))
    if of_subject and (person is None or _APART.search(scene.between(number.noun_end, person.start))):
        owner = actor_of(scene, vocabulary, number.start)
        place = place_near(scene, number.start)
        if owner is not None and (owner.constituency or (owner.subject.type == "party" and place)):
            owner = owner if owner.constituency else replace(owner, constituency=place)
            yield from _reading(scene, owner, number, number.start, number.noun_end)
            return
    if person is None:
        before = [m for m in people if m.end <= number.start]
        told = bool(before) and _SAID_OF.fullmatch(scene.between(before[-1].end, number.start))
        person = before[-1] if told else None
        if not before and _ENDED_AS.search(scene.between(number.start - 24, number.start)):
            actor = actor_of(scene, vocabulary, number.start)
            if actor is not None and actor.subject.type == "candidate" and actor.constituency:
                yield from _reading(scene, actor, number, number.start, number.noun_end)
    if person is not None:
        start, end = min(number.start, person.start), max(number.noun_end, person.end)
        yield from _reading(scene, of_candidates(scene, person.candidates, person.start, person), number, start, end)


def _is_place(scene: Scene, number: Number) -> bool:
    after = scene.between(number.end, number.end + 10)
    if _OTHER_THING.match(after):
        return False
    if _TOLD_NEAR.search(scene.between(max(number.start - 24, scene.sentence.start), number.end + 16)) or _PLACE.match(
        after
    ):
        return True
    alone = _ALONE_BEFORE.search(scene.between(number.start - 14, number.start)) or any(
        m.end == number.start - 1 for m in scene.of_kind("candidate", "party")
    )
    return bool(alone and _ALONE_AFTER.match(after))


def _place(scene: Scene, vocabulary: Vocabulary, number: Number) -> Iterator[Reading]:
    begin = max(number.start - 24, scene.sentence.start)
    verb = _STARTS.search(scene.between(begin, number.start))
    start = begin + verb.start() if verb else number.start
    if verb and acts_a_stranger(scene, start):
        return
    behind = _WITH.match(scene.between(number.end, number.end + 20))
    if behind:
        at = number.end + behind.end()
        named = next((m for m in scene.of_kind("candidate") if at - 2 <= m.start <= at + 24), None)
        if named is not None and not any(at <= n.start < named.start for n in scene.numbers):
            actor = of_candidates(scene, named.candidates, named.start, named)
            yield from _reading(scene, actor, number, start, named.end)
            return
    party = next((m for m in scene.of_kind("party") if m.end == number.start - 1), None)
    seat = place_near(scene, number.start) or scene.only_seat
    if party is not None and seat is not None:
        named_party = as_actor(scene, vocabulary, party, number.start)
        of_party = replace(named_party, constituency=seat) if named_party else None
        yield from _reading(scene, of_party, number, party.start, number.end)
        return
    before: list[Mention] = [m for m in scene.of_kind("candidate") if m.end <= number.start]
    if before:
        # "beat X in Handwara but lost Kupwara, where he finished third"
        elsewhere = any(before[-1].end <= m.start and m.end <= number.start for m in scene.of_kind("constituency"))
        at = number.start if elsewhere or seat_by_order(scene, number.start) else before[-1].start
        actor = of_candidates(scene, before[-1].candidates, at, before[-1])
        yield from _reading(scene, actor, number, max(start, before[-1].end), number.end)
        return
    carried = actor_of(scene, vocabulary, number.start)
    if carried is None:
        return
    of_seat = carried.subject.type == "candidate" and carried.constituency
    place = place_near(scene, number.start) or scene.only_seat
    if carried.subject.type == "party" and place and _TOLD_NEAR.search(scene.between(begin, number.start)):
        yield from _reading(scene, replace(carried, constituency=place), number, start, number.end)
    elif of_seat or (carried.subject.type == "party" and _of_whole_house(scene, number)):
        yield from _reading(scene, carried, number, start, number.end)


def _of_whole_house(scene: Scene, number: Number) -> bool:
    """Whether a party's place is that in the house, told with its seats: "came in second with 29 seats"."""
    seats = [n for n in scene.numbers if n.noun == "seat" and 0 <= n.start - number.end < 24]
    verb = _TOLD_NEAR.search(scene.between(number.start - 24, number.start))
    return bool(seats and verb) and not scene.of_kind("constituency") and scene.seat is None


def _reading(scene: Scene, actor: Actor | None, number: Number, start: int, end: int) -> Iterator[Reading]:
    if actor is None:
        return
    yield Reading(
        kind="history" if scene.focus.earlier else "rank",
        role="rank" if scene.focus.earlier else None,
        start=start,
        end=end,
        subject=actor.subject,
        election=scene.focus.election,
        constituency=actor.constituency,
        value=int(number.value),
        unit="rank",
        while_counting=scene.counting,
        earlier=scene.focus.earlier,
    )
