"""Seats that change hands told in other words than won and lost: "flips to Liberals", "have chosen X as their MP"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import outcome_of
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_NEGATED = re.compile(r"\b(?:not|n't|never|would|could|may|might|will|to|if|should)\s+(?:\w+\s+)?$")
_CHOSE = re.compile(r"\b(?:chose|chosen|choose|choosing|elect(?:ed|ing)?|picked|returned|sent|sending)\s+(?:the\s+)?$")
_AS_MEMBER = re.compile(
    r"^(?:,[^,;]{1,40},)?\s+(?:as|to be)\s+(?:the(?:ir)?\s+|its\s+|a\s+)?(?:new\s+|next\s+|first\s+)*"
    r"(?:mp|mla|member|representative|legislator|lawmaker|senator|councillor)\b|"
    r"^\s+(?:back\s+)?to\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:assembly|house|parliament|commons|statehouse|legislature|westminster|ottawa|vidhan sabha|lok sabha)\b"
)
"""What follows a name that voters choose: "have chosen Joan Whitfield as their next member of Parliament"."""
_GOES_TO = re.compile(
    r"\s+(?:(?:seat|constituency|riding|district)\s+)?(?:has\s+|have\s+|had\s+)?"
    r"(?:flip(?:s|ped)?|switch(?:es|ed)?|sw[iu]ngs?|goes|went|gone|"
    r"falls|fell|fallen|turns|turned|changes hands|stays?|stayed|remains?|remained)\s+"
    r"(?:back\s+|over\s+)?(?:to|with|from \w+ to)\s+(?:the\s+)?"
)
"""What stands between a seat and the party that takes it: "Lakeshore-Elmira flips to Liberals"."""
_FROM_SEAT = re.compile(r"\s*(?:\([^()]{1,30}\))?\s*(?:from|in)\s+(?:the\s+)?")
_AND_ANOTHER = re.compile(r"(?:,|\band|;)\s+(?:the\s+)?(?:[a-z'’.-]+\s+){0,5}$")
_BOTH_OF = re.compile(r"\s+(?:\w+\s+){0,2}?(?:from\s+|in\s+)?both\s+(?:the\s+)?")


def other_seat(scene: Scene, cue: Mention, one: Reading) -> Iterator[Reading]:
    """Read the other of two seats that one verb takes: "won from both Budgam and Ganderbal"."""
    seats = [m for m in scene.of_kind("constituency") if cue.end <= m.start]
    if len(seats) < 2 or one.subject is None or one.subject.type != "candidate" or scene.focus.earlier:
        return
    both = _BOTH_OF.fullmatch(scene.between(cue.end, seats[0].start))
    if both is None or scene.between(seats[0].end, seats[1].start).strip() not in (
        "and",
        "as well as",
        "and from",
        "&",
    ):
        return
    other = next((m for m in seats[:2] if m.id != one.constituency), None)
    if other is not None:
        yield replace(
            one, start=other.start, end=other.end, constituency=other.id, subject=replace(one.subject, serial=None)
        )


def same_elsewhere(scene: Scene, cue: Mention, one: Reading) -> Iterator[Reading]:
    """Read who is said to have fared alike elsewhere: "won from Gandey, and his brother Basant from Dumka"."""
    if cue.id not in ("win", "lose") or scene.focus.earlier or one.side not in ("won", "lost"):
        return
    seats = [m for m in scene.of_kind("constituency") if m.start >= cue.end]
    if not seats or not _FROM_SEAT.search(scene.between(cue.end, seats[0].start)):
        return
    cues = [c.start for c in scene.cues("win", "beat", "lose", "lead", "trail")]
    for person in scene.of_kind("candidate"):
        place = next((m for m in seats if _FROM_SEAT.fullmatch(scene.between(person.end, m.start))), None)
        if place is None or person.start < seats[0].end or place.id not in {c.constituency for c in person.candidates}:
            continue
        joined = _AND_ANOTHER.search(scene.between(max(person.start - 60, seats[0].end), person.start))
        goes_on = any(0 < at - place.end < 12 for at in cues)
        if joined is None or goes_on or any(person.start - len(joined.group()) < at < person.start for at in cues):
            continue
        actor = of_candidates(
            scene, tuple(c for c in person.candidates if c.constituency == place.id), place.start, person
        )
        if actor is not None:
            yield outcome_of(scene, actor, person.start, place.end, one.side)


def chosen_members(scene: Scene) -> Iterator[Reading]:
    """Read whom voters are said to have chosen as their member."""
    if scene.focus.earlier:
        return
    for person in scene.of_kind("candidate"):
        chosen = _CHOSE.search(scene.between(person.start - 16, person.start))
        if chosen and _AS_MEMBER.match(scene.between(person.end, min(person.end + 80, scene.sentence.end))):
            negated = _NEGATED.search(scene.between(person.start - 34, person.start - 16 + chosen.start()))
            actor = None if negated else of_candidates(scene, person.candidates, person.start, person)
            if actor is not None:
                yield outcome_of(scene, actor, person.start, person.end, "won")


def won_by(scene: Scene, cue: Mention) -> Reading | None:
    """Read the winner behind a passive verb: "the seat was bagged by Farhana Begum"."""
    who = next((m for m in scene.of_kind("candidate") if 0 <= m.start - cue.end <= 40), None)
    won = of_candidates(scene, who.candidates, who.start, who) if who and not scene.focus.earlier else None
    if won is None or who is None:
        return None
    return outcome_of(scene, won, cue.start, who.end, "won")


def seats_gone_to(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read a party that a seat goes to."""
    parties = scene.of_kind("party")
    for place in scene.of_kind("constituency"):
        party = next((m for m in parties if _GOES_TO.fullmatch(scene.between(place.end, m.start))), None)
        if party is None or scene.focus.earlier or scene.cues("counting"):
            continue
        yield Reading(
            kind="outcome",
            start=place.end + 1,
            end=party.end,
            subject=Subject("party", vocabulary.parties[party.id][0], party.id),
            election=scene.focus.election,
            constituency=place.id,
            side="won",
        )
