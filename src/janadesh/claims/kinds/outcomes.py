"""Who won or lost a seat, told without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import with_seat
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_PASSIVE = re.compile(r"\b(?:was|were|been|is|being|got)\s+(?:\w+ly\s+)?$")
_NOT_A_SEAT = re.compile(
    r"\b(?:deposit|case|trust|lives?|ground|heart|hearts|status|majority|power|hill council|council|panchayat|ddc|toss|"
    r"confidence|bid|plea|appeal|wicket|match|award|mandate|opportunity)\b"
)
_NEGATED = re.compile(
    r"\b(?:not(?! just| only)|n't|never|would|could|may|might|can|if|to|will|should|hopes?|hoping|must)\s+(?:\w+\s+)?$"
)
_A_SEAT = re.compile(r"^\s+(?:the\s+)?[\w -]{0,30}?\b(?:seat|constituency)\b(?!s)")
_BOTH = re.compile(r"\bboth\b")
_SEVERAL = re.compile(r"\b(?:are|were|all|both)\b")
_PRONOUN = re.compile(r"\b(?:he|she|who)\b")


def outcome_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read wins and defeats of candidates; one status a verb."""
    told: set[str] = set()
    for cue in sorted([*scene.cues("win", "beat", "lose"), *_takes_seat(scene)], key=lambda c: c.start):
        if _NEGATED.search(scene.between(cue.start - 24, cue.start)):
            continue
        reading = _outcome(scene, vocabulary, cue)
        if reading is None or reading.subject is None or reading.subject.name in told:
            continue
        told.add(reading.subject.name)
        if reading.against is not None:
            told.add(reading.against.name)
        yield reading


def _takes_seat(scene: Scene) -> list[Mention]:
    """Find verbs that win only with a seat behind them: "took the Ladakh Lok Sabha seat"."""
    found = []
    for cue in scene.cues("polled", "vote_day"):
        if scene.between(cue.start, cue.end) not in ("took", "takes", "secured", "held"):
            continue
        seat = next((m for m in scene.of_kind("constituency") if 0 < m.start - cue.end <= 5), None)
        if seat is not None or _A_SEAT.match(scene.between(cue.end, cue.end + 50)):
            found.append(replace(cue, id="win"))
    return found


def _outcome(scene: Scene, vocabulary: Vocabulary, cue: Mention) -> Reading | None:
    after = scene.between(cue.end, min(clause(scene, cue.start)[1], cue.end + 70))
    if _NOT_A_SEAT.search(after[:40]) or (re.match(r"^\s*(?:over|against)?\s*\d", after) and cue.id == "lose"):
        return None
    passive = bool(_PASSIVE.search(scene.between(cue.start - 16, cue.start))) and cue.id == "beat"
    actor = actor_of(scene, vocabulary, cue.start)
    if actor is None or actor.subject.type != "candidate":
        return None
    if scene.between(cue.start, cue.end) in ("win", "defeat"):
        # as a noun it tells of no one seat
        return None
    if _reports_seats(scene, cue) or scene.between(cue.start, cue.end).endswith("home"):
        return None
    others = [m for m in scene.of_kind("candidate") if m.start >= cue.end and m.start - cue.end < 90]
    against = of_candidates(scene, others[0].candidates, cue.start, others[0]) if others and cue.id == "beat" else None
    place = _place(scene, cue, actor)
    side = "lost" if cue.id == "lose" or passive else "won"
    start = actor.mention.start if actor.mention and 0 <= cue.start - actor.mention.end < 12 else cue.start
    end = against.mention.end if against and against.mention else with_seat(scene, cue)
    constituency = place or actor.constituency
    return Reading(
        kind="history" if scene.focus.earlier else "outcome",
        role=("won" if side == "won" else "lost") if scene.focus.earlier else None,
        start=start,
        end=end,
        subject=_whose_past(scene, vocabulary, actor, constituency)
        if scene.focus.earlier
        else _in(actor, constituency),
        election=scene.focus.election,
        constituency=constituency,
        side=side,
        against=against.subject if against else None,
        with_subjects=(_in(actor, constituency),),
        earlier=scene.focus.earlier,
    )


def _reports_seats(scene: Scene, cue: Mention) -> bool:
    """Whether a verb speaks of numbers of seats, which are read as such: "won 42 seats"."""
    words = scene.between(cue.end, cue.end + 40)
    return bool(
        re.match(r"^\s*(?:just|only|over|about|nearly)?\s*[\w-]+\s+(?:assembly\s+)?seats\b", words)
    ) and not _BOTH.search(words)


def _place(scene: Scene, cue: Mention, actor: Actor) -> str | None:
    start, end = clause(scene, cue.start)
    seats = {c.constituency for c in actor.candidates}
    here = [m for m in scene.of_kind("constituency") if start <= m.start and m.end <= end and m.id in seats]
    return min(here, key=lambda m: abs(m.start - cue.start)).id if here else None


def _in(actor: Actor, constituency: str | None) -> Subject:
    chosen = next((c for c in actor.candidates if c.constituency == constituency), None)
    if chosen is None:
        return actor.subject
    return Subject("candidate", chosen.name, chosen.person, chosen.serial)


def _whose_past(scene: Scene, vocabulary: Vocabulary, actor: Actor, constituency: str | None) -> Subject:
    """Say whose past an earlier result is: that of somebody who stands now, else the constituency's."""
    now = vocabulary.of_election(scene.main)
    stands = any(c.person in now.by_person for c in actor.candidates if c.person)
    if constituency is None or stands or scene.names is None:
        return _in(actor, constituency)
    seat = scene.names.seats[constituency]
    return Subject("constituency", seat.name, seat.id)
