"""How many candidates stand, and in how many seats somebody does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import as_actor
from janadesh.claims.kinds.standing import stands
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_GENDERS = {"man": "men", "woman": "women"}
_STAND_IN = re.compile(r"\s+(?:(?:are|were|had|have|is)\s+)?(?:\w+\s+){0,3}?(?:in|from)\s+(?:the\s+)?")
_HERE = re.compile(r"^[^.;,]{0,40}?\b(?:here|there)\b")
FIELD_OF = re.compile(r"\bfield of\s+$")
_FROM_THE_SEAT = re.compile(r"\b(?:from|in|for|on)\s+(?:this|the)\s+(?:\w+\s+)?(?:seat|constituency|segment|riding)\b")
_DEPOSITS = re.compile(r"\b(?:forfeit\w*|los[te]\w*|sav\w+|retain\w*)\s+(?:\w+\s+){0,2}deposits?\b")
_OF = re.compile(r"\bof\s+(?:the\s+|its\s+|their\s+|all\s+)?$")
_TAKE_SEATS = re.compile(r"\b(?:seats?|elected|got through|in the house|in the new house)\b")


def candidate_number(scene: Scene, vocabulary: Vocabulary, number: Number, since: int) -> Iterator[Reading]:
    """Read how many candidates stand, in all or of a party."""
    if number.value != int(number.value) or _lose_deposits(scene, number):
        return
    elected = _nominees_elected(scene, vocabulary, number)
    if elected is not None:
        yield elected
        return
    if number.noun == "independent" and scene.stage == "counted" and not stands(scene):
        yield from _independents_elected(scene, vocabulary, number)
        return
    parties = [
        m for m in scene.of_kind("party") if since <= m.start and m.end <= number.start and number.start - m.end < 60
    ]
    independents = re.match(
        r"^\s*(?:of them\s+|are\s+|were\s+)?independents?\b", scene.between(number.end, number.end + 30)
    )
    subject = Subject("election", scene.focus.election or "", scene.focus.election)
    inside = next((m for m in scene.of_kind("party") if number.start < m.start and m.end < number.noun_end), None)
    if inside is not None:
        actor = as_actor(scene, vocabulary, inside, number.start)
        subject = actor.subject if actor else subject
    elif not parties:
        subject = _of_seat(scene, number) or subject
    if independents:
        party = next((p for p in scene.of_kind("party") if vocabulary.parties[p.id][2] == "independent"), None)
        if party is not None:
            subject = Subject("party", vocabulary.parties[party.id][0], party.id)
    elif parties and scene.cues("contest", "allot"):
        actor = as_actor(scene, vocabulary, parties[-1], number.start)
        subject = actor.subject if actor else subject
    yield Reading(
        kind="contest",
        role=_GENDERS.get(number.noun or ""),
        start=number.comparator_start,
        end=number.noun_end,
        subject=subject,
        election=scene.focus.election,
        constituency=subject.id if subject.type == "constituency" else None,
        value=int(number.value),
        unit="candidates",
        comparator=number.comparator,
        side="contested",
        phase=scene.phase,
        earlier=scene.focus.earlier,
    )


def _lose_deposits(scene: Scene, number: Number) -> bool:
    """Whether a number counts those who lost their deposits, and not of how many: "67 of its 70 candidates"."""
    lost = _DEPOSITS.search(scene.lowered, number.end, scene.sentence.end)
    return lost is not None and not _OF.search(scene.between(number.comparator_start - 12, number.comparator_start))


def _of_seat(scene: Scene, number: Number) -> Subject | None:
    """Give the constituency whose candidates a number counts: "17 candidates in Budgam", "in a field of 17"."""
    place = next((m for m in scene.of_kind("constituency") if 0 < m.start - number.noun_end < 30), None)
    if place is not None and _STAND_IN.fullmatch(scene.between(number.noun_end, place.start)):
        seat: str | None = place.id
    elif _FROM_THE_SEAT.search(scene.between(number.noun_end, min(number.noun_end + 60, scene.sentence.end))):
        seat = scene.seat or scene.only_seat or scene.told_seat
    elif _HERE.match(scene.between(number.noun_end, min(number.noun_end + 60, scene.sentence.end))) or FIELD_OF.search(
        scene.between(number.start - 20, number.start)
    ):
        seat = scene.seat or scene.only_seat
    else:
        return None
    held = scene.names.seats.get(seat) if scene.names and seat else None
    return Subject("constituency", held.official_name, held.id) if held else None


def _nominees_elected(scene: Scene, vocabulary: Vocabulary, number: Number) -> Reading | None:
    """Read how many of a party's candidates won: "13 nominees of the NC got through"."""
    party = next((m for m in scene.of_kind("party") if 0 < m.start - number.noun_end < 10), None)
    if party is None or not re.fullmatch(r"\s+(?:of|from)\s+(?:the\s+)?", scene.between(number.noun_end, party.start)):
        return None
    if scene.stage != "counted" or not any(party.end <= c.start <= party.end + 30 for c in scene.cues("win")):
        return None
    earlier = scene.focus.earlier
    return Reading(
        kind="history" if earlier else "seats",
        role="seats" if earlier else None,
        start=number.comparator_start,
        end=party.end,
        subject=Subject("party", vocabulary.parties[party.id][0], party.id),
        election=scene.focus.election,
        value=int(number.value),
        unit="seats",
        comparator=number.comparator,
        side="won",
        while_counting=scene.counting,
        earlier=earlier,
    )


def _independents_elected(scene: Scene, vocabulary: Vocabulary, number: Number) -> Iterator[Reading]:
    party = next((i for i, (_, _, kind) in vocabulary.parties.items() if kind == "independent"), None)
    if party is None or not (
        scene.cues("win", "lead") or _TAKE_SEATS.search(scene.between(number.end, number.end + 60))
    ):
        return
    yield Reading(
        kind="history" if scene.focus.earlier else "seats",
        role="seats" if scene.focus.earlier else None,
        start=number.start,
        end=number.noun_end,
        subject=Subject("party", vocabulary.parties[party][0], party),
        election=scene.focus.election,
        value=int(number.value),
        unit="seats",
        comparator=number.comparator,
        side="won",
        while_counting=scene.counting or bool(scene.cues("lead")),
        earlier=scene.focus.earlier,
    )


def seats_contested(scene: Scene, vocabulary: Vocabulary, number: Number) -> Reading | None:
    """Read that somebody stands in so many seats: "contested … on two seats", "in the fray in two constituencies"."""
    if number.noun not in ("seat", "constituency", "segment"):
        return None
    before = [m for m in stands(scene) if m[1] <= number.start and number.start - m[1] < 60]
    if not before or any(n.noun == "candidate" and n.end <= before[-1][0] for n in scene.numbers):
        # "699 candidates contested the 70 seats" tells of the house
        return None
    actor = actor_of(scene, vocabulary, before[-1][0])
    if actor is None or actor.subject.type != "candidate" or _told_by(scene, actor, before[-1][0]):
        return None
    return Reading(
        kind="contest",
        start=before[-1][0],
        end=number.noun_end,
        subject=actor.subject,
        election=scene.focus.election,
        value=int(number.value),
        unit="seats",
        comparator=number.comparator,
        side="contested",
    )


def _told_by(scene: Scene, actor: Actor, at: int) -> bool:
    """Whether somebody named before a verb only tells of it, or of the party: "X said his party would field …"."""
    if actor.mention is None:
        return False
    return bool(re.search(r"\b(?:said|says|told|party|announced|added)\b", scene.between(actor.mention.end, at)))
