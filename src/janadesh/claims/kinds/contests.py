"""Who stands where, told without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import of_candidates
from janadesh.claims.kinds.standing import stands
from janadesh.claims.mention import Mention
from janadesh.claims.newcomers import UNKNOWN
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_AT_THE_BOOTH = re.compile(
    r"\b(?:cast (?:his|her|their) (?:vote|ballot)|at a booth|polling booth|queue|among those who voted)\b"
)
_STANDING = re.compile(
    r"\b(?:in the fray|takes? on|taking on|up against|pitted|on the ballot|battle is between|contest is between|"
    r"has fielded|"
    r"have fielded|fielded by|fight is between|is contesting|are contesting|big names|key candidates|"
    r"heavyweights in)\b"
)
_FIELDS = re.compile(
    r"\b(?:fielded|has fielded|fields|fielding|put up|puts up|putting up|nominated|settled on|handed the ticket to|"
    r"gave the ticket to|given the ticket to|pitted|named)\b"
)
_TO_PERSON = re.compile(r"\s*(?:a candidate here,?\s*)?(?:the\s+|its\s+)?(?:[\w.'()-]+\s+){0,4}")
_AS_INDEPENDENT = re.compile(r"\bas (?:an )?independent(?: candidate)?\b")
_FACES = re.compile(r",?\s+(?:takes? on|taking on|faces?|is up against|is facing|is pitted against|squares? off)\b")
_TO_ITS_SEAT = 60
"""Characters at most between somebody and the seat in one quote."""


def contest_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read who is said to stand where, or for whom."""
    if scene.focus.earlier:
        return
    told: set[str] = set()
    for reading in (
        *_as_independent(scene, vocabulary),
        *_in_a_seat(scene, vocabulary),
        *_listed(scene),
        *_fielded(scene),
        *_named_before_the_count(scene),
    ):
        # who stands is told once in a sentence
        name = reading.subject.name if reading.subject else ""
        if name not in told:
            told.add(name)
            yield reading


def _as_independent(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    for match in _AS_INDEPENDENT.finditer(scene.lowered, scene.sentence.start, scene.sentence.end):
        verbs = [s for s in stands(scene) if s[1] <= match.start() and match.start() - s[1] < 40]
        if not verbs:
            continue
        actor = actor_of(scene, vocabulary, verbs[-1][0])
        named = [m for m in scene.of_kind("candidate") if match.end() <= m.start <= match.end() + 4]
        if named:
            actor = of_candidates(scene, named[0].candidates, match.start(), named[0])
        if actor is None or actor.subject.type != "candidate":
            continue
        independent = next((i for i, (_, _, kind) in vocabulary.parties.items() if kind == "independent"), None)
        yield Reading(
            kind="contest",
            start=verbs[-1][0],
            end=named[0].end if named else match.end(),
            subject=actor.subject,
            election=scene.focus.election,
            constituency=actor.constituency,
            party=independent,
            side="contested",
        )


def _in_a_seat(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    for start, end in stands(scene):
        place = next((m for m in scene.of_kind("constituency") if 0 <= m.start - end <= 25), None)
        if place is None or not re.match(
            r"^[\w\s]{0,14}?\b(?:from|in|at)\s+(?:the\s+)?$", scene.between(end, place.start)
        ):
            continue
        actor = actor_of(scene, vocabulary, start)
        if actor is None or actor.subject.type != "candidate":
            continue
        seats = {c.constituency: c for c in actor.candidates}
        chosen = seats.get(place.id)
        yield Reading(
            kind="contest",
            start=start,
            end=place.end,
            subject=Subject("candidate", actor.subject.name, actor.subject.id, chosen.serial if chosen else None),
            election=scene.focus.election,
            constituency=place.id,
            side="contested",
            earlier=scene.focus.earlier,
        )


def _named_before_the_count(scene: Scene) -> Iterator[Reading]:
    """
    Read candidates named with their seat, or as standing, in a report from before the count.

    "Champai Soren is the BJP's man in Seraikela", "X takes on Y in Z": until votes are counted, naming
    somebody with a constituency says that the person stands there.
    """
    if scene.stage == "counted" or _AT_THE_BOOTH.search(scene.lowered, scene.sentence.start, scene.sentence.end):
        return
    standing = bool(_STANDING.search(scene.lowered, scene.sentence.start, scene.sentence.end))
    for person in scene.of_kind("candidate"):
        if scene.text[person.start].islower() or scene.text[person.start].isspace():
            # "the chief minister" is described, not named
            continue
        seats = {c.constituency: c for c in person.candidates}
        near = [m for m in scene.of_kind("constituency") if m.id in seats]
        unknown = all(c.serial == UNKNOWN for c in person.candidates)
        if not standing and (unknown or not near):
            continue
        place = min(near, key=lambda m: abs(m.start - person.start)) if near else None
        chosen = seats[place.id] if place else person.candidates[0]
        alone = place is not None or len(seats) == 1
        yield Reading(
            kind="contest",
            start=person.start,
            end=_with_verb(scene, person, place),
            subject=Subject("candidate", chosen.name, chosen.person, chosen.serial if alone else None),
            election=scene.focus.election,
            constituency=chosen.constituency if alone else None,
            side="contested",
        )


def _with_verb(scene: Scene, person: Mention, place: Mention | None) -> int:
    """End a quote behind the verb by which somebody stands, or the seat that it takes."""
    faces = _FACES.match(scene.lowered, person.end, scene.sentence.end)
    if faces:
        return faces.end()
    if place is not None and 0 < place.start - person.end <= _TO_ITS_SEAT:
        words = scene.between(person.end, place.start)
        others = any(person.end <= m.start < place.start for m in scene.of_kind("candidate"))
        if not others and re.fullmatch(r"[^;:(\d]*\b(?:[a-z]{2,})\s+", words):
            return place.end
    return person.end


def _fielded(scene: Scene) -> Iterator[Reading]:
    """Read whom a party puts up: "has fielded X", "handed the ticket to X", "put up a candidate here, X"."""
    for verb in _FIELDS.finditer(scene.lowered, scene.sentence.start, scene.sentence.end):
        person = next((m for m in scene.of_kind("candidate") if 0 <= m.start - verb.end() <= 40), None)
        if person is None or not _TO_PERSON.fullmatch(scene.between(verb.end(), person.start)):
            continue
        first = person.candidates[0]
        alone = len(person.candidates) == 1
        yield Reading(
            kind="contest",
            start=verb.start(),
            end=person.end,
            subject=Subject("candidate", first.name, first.person, first.serial if alone else None),
            election=scene.focus.election,
            constituency=first.constituency if alone else None,
            side="contested",
            earlier=scene.focus.earlier,
        )


def _listed(scene: Scene) -> Iterator[Reading]:
    """Read the items "Barhait: Hemant Soren (JMM) v Gamaliyel Hembrom (BJP)": candidates with their parties."""
    people = scene.of_kind("candidate")
    versus = re.search(r"\b(?:v|vs)\b\.?", scene.between(scene.sentence.start, scene.sentence.end))
    if len(people) < 2 or not versus:
        return
    for person in people:
        party = _party_in_brackets(scene, person)
        if party is None:
            continue
        first = person.candidates[0]
        yield Reading(
            kind="contest",
            start=person.start,
            end=min(party.end + 1, scene.sentence.end),
            subject=Subject("candidate", first.name, first.person, first.serial),
            election=scene.focus.election,
            constituency=first.constituency if len(person.candidates) == 1 else None,
            party=party.id,
            side="contested",
        )


def _party_in_brackets(scene: Scene, person: Mention) -> Mention | None:
    return next(
        (
            m
            for m in scene.of_kind("party")
            if scene.between(person.end, m.start).strip() == "(" and m.start - person.end < 4
        ),
        None,
    )
