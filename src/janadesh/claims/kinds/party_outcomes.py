"""Which party won or lost a seat: taken by name, taken from somebody, or held and gained on a board."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import place_near
from janadesh.claims.grammar import whom_party_means
from janadesh.claims.kinds.seat_verbs import seat_behind
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_WON_OR_LOST = re.compile(r"won|lost|los|gain|took|take|captur|wrest|retain|regain")
_THE_SEAT = re.compile(r"^\s+(?:(?:the|this)\s+)?(?:seat|constituency|riding)\b")
_HOLD_OR_GAIN = re.compile(r"^\s+(?:have\s+|has\s+)?(hold|holds|gain|gains)\b(?!\s+(?:\d|of|in|on|for|over|the)\b)")


def held_or_gained(scene: Scene, vocabulary: Vocabulary, told: set[tuple[str, str | None]]) -> Iterator[Reading]:
    """Read the nouns of a results board: "Eastwick: Labour hold", "a Conservative gain"."""
    for party in scene.of_kind("party"):
        noun = _HOLD_OR_GAIN.match(scene.between(party.end, min(party.end + 24, scene.sentence.end)))
        seats = scene.of_kind("constituency")
        before = [m.id for m in seats if m.end <= party.start] or [m.id for m in seats]
        place = before[-1] if before else scene.seat
        name = vocabulary.parties[party.id][0]
        if noun is None or place is None or (name, "won") in told or scene.focus.earlier:
            continue
        told.add((name, "won"))
        yield Reading(
            kind="outcome",
            start=party.start,
            end=party.end + noun.end(),
            subject=Subject("party", name, party.id),
            election=scene.focus.election,
            constituency=place,
            side="won",
        )


def party_takes(scene: Scene, cue: Mention, actor: Actor) -> Reading | None:
    """Read a party that wins or loses a seat named right behind the verb."""
    place = seat_behind(scene, cue.end)
    spoken_of = place_near(scene, cue.start) or scene.told_seat
    told = spoken_of and _WON_OR_LOST.match(scene.lowered, cue.start)
    known = _THE_SEAT.match(scene.between(cue.end, cue.end + 20)) if told else None
    if cue.id == "beat" or actor.mention is None or actor.mention.end > cue.start:
        return None
    if place is None and known is None:
        return None
    side = "lost" if cue.id == "lose" else "won"
    return Reading(
        kind="history" if scene.focus.earlier else "outcome",
        role=side if scene.focus.earlier else None,
        start=actor.mention.start if cue.start - actor.mention.end < 12 else cue.start,
        end=place.end if place else cue.end + (known.end() if known else 0),
        subject=actor.subject,
        election=scene.focus.election,
        constituency=place.id if place else spoken_of,
        side=side,
        earlier=scene.focus.earlier,
    )


def party_over_somebody(scene: Scene, cue: Mention, actor: Actor) -> Reading | None:
    """Read a party that beats somebody, whose seat it then takes: "Labour ousted David Pryce"."""
    named = [m for m in scene.of_kind("candidate") if 0 < m.start - cue.end < 60 and len(m.candidates) == 1]
    if cue.id != "beat" or actor.subject.type != "party" or not named or scene.focus.earlier:
        return None
    if actor.mention is None or actor.mention.end > cue.start or named[0].candidates[0].party == actor.subject.id:
        return None
    loser = of_candidates(scene, named[0].candidates, cue.start, named[0])
    actor = whom_party_means(scene, actor, named[0].candidates)
    return Reading(
        kind="outcome",
        start=cue.start,
        end=named[0].end,
        subject=actor.subject,
        election=scene.focus.election,
        constituency=named[0].candidates[0].constituency or None,
        side="won",
        against=loser.subject if loser else None,
    )
