"""Who won, lost, leads or trails, told without a number, and who came second or third."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import of_candidates
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_PASSIVE = re.compile(r"\b(?:was|were|been|is|being|got)\s+(?:\w+ly\s+)?$")
_NOT_A_SEAT = re.compile(
    r"\b(?:deposit|case|trust|lives?|ground|heart|hearts|status|majority|power|hill council|council|panchayat|ddc|toss|"
    r"confidence|bid|plea|appeal|wicket|match|award|mandate|opportunity)\b"
)
_NEGATED = re.compile(
    r"\b(?:not(?! just| only)|n't|never|would|could|may|might|can|if|to|will|should|hopes?|hoping|must)\s+(?:\w+\s+)?$"
)
_BOTH = re.compile(r"\bboth\b")
_SEVERAL = re.compile(r"\b(?:are|were|all|both)\b")
_PRONOUN = re.compile(r"\b(?:he|she|who)\b")


def outcome_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read wins and defeats of candidates; one status a verb."""
    told: set[str] = set()
    for cue in [*scene.cues("win", "beat", "lose"), *_takes_seat(scene)]:
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
    return [
        c
        for c in scene.cues("polled")
        if scene.between(c.start, c.end) in ("took", "takes", "secured", "gets", "got")
        and re.match(r"^\s+(?:the\s+)?[\w -]{0,30}?\b(?:seat|constituency)\b(?!s)", scene.between(c.end, c.end + 50))
    ]


def _outcome(scene: Scene, vocabulary: Vocabulary, cue: Mention) -> Reading | None:
    after = scene.between(cue.end, min(clause(scene, cue.start)[1], cue.end + 70))
    if _NOT_A_SEAT.search(after[:40]) or (re.match(r"^\s*(?:over|against)?\s*\d", after) and cue.id == "lose"):
        return None
    passive = bool(_PASSIVE.search(scene.between(cue.start - 16, cue.start))) and cue.id == "beat"
    actor = actor_of(scene, vocabulary, cue.start)
    if actor is None or actor.subject.type != "candidate":
        return None
    if _reports_seats(scene, cue) or scene.between(cue.start, cue.end).endswith("home"):
        return None
    others = [m for m in scene.of_kind("candidate") if m.start >= cue.end and m.start - cue.end < 90]
    against = of_candidates(scene, others[0].candidates, cue.start, others[0]) if others and cue.id == "beat" else None
    place = _place(scene, cue, actor)
    side = "lost" if cue.id == "lose" or passive else "won"
    start = actor.mention.start if actor.mention and 0 <= cue.start - actor.mention.end < 12 else cue.start
    end = against.mention.end if against and against.mention else _end(scene, cue)
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


def _end(scene: Scene, cue: Mention) -> int:
    """End a quote after the seat that a verb takes, else after the verb."""
    place = next((m for m in scene.of_kind("constituency") if 0 <= m.start - cue.end <= 30), None)
    if place is not None and re.match(r"^[\s\w]{0,20}$", scene.between(cue.end, place.start)):
        return place.end
    return cue.end


def lead_readings(scene: Scene, vocabulary: Vocabulary, taken: list[tuple[int, int]]) -> Iterator[Reading]:
    """Read who is ahead or behind without a figure; `taken` are the spans of figures already read."""
    told: set[tuple[str, str | None]] = set()
    for cue in scene.cues("lead", "trail"):
        if any(start <= cue.start < end or abs(cue.start - start) < 25 for start, end in taken):
            continue
        if _NEGATED.search(scene.between(cue.start - 14, cue.start)) and cue.id == "lead":
            continue
        if not _is_status(scene, cue):
            continue
        for actor in _leaders(scene, vocabulary, cue):
            if (actor.subject.name, actor.constituency) in told:
                continue
            told.add((actor.subject.name, actor.constituency))
            both = _BOTH.search(scene.between(cue.start, cue.end + 25)) is not None
            mention = actor.mention
            start = min(cue.start, mention.start) if mention and abs(mention.start - cue.start) < 120 else cue.start
            end = max(cue.end, mention.end) if mention and mention.start > cue.start else _end(scene, cue)
            if both:
                seats = re.search(r"\bboth\b[\w\s]{0,12}?\bseats\b", scene.between(cue.start, cue.end + 50))
                end = cue.start + seats.end() if seats else end
            yield Reading(
                kind="lead",
                start=start,
                end=end,
                subject=actor.subject,
                election=scene.focus.election,
                constituency=None if both else actor.constituency,
                value=len(actor.candidates) if both and len(actor.candidates) > 1 else None,
                unit="seats" if both and len(actor.candidates) > 1 else None,
                side="leading" if cue.id == "lead" else "trailing",
                while_counting=True,
            )


def both_of_a_candidate(scene: Scene, number: Number) -> bool:
    """Whether "both seats" are those of somebody who stands in two, not a party's."""
    if number.value != 2 or not scene.between(number.start, number.end).startswith("both"):
        return False
    before = [m for m in scene.of_kind("candidate", "party", "alliance") if m.end <= number.start]
    after = scene.between(number.noun_end, number.noun_end + 14)
    return (bool(before) and before[-1].kind == "candidate") or bool(re.match(r"^\s*(?:that\s+)?(?:he|she)\b", after))


def _is_status(scene: Scene, cue: Mention) -> bool:
    """Whether a word for leading is one of the count: not "party leader", "led by", "leading figure"."""
    word = scene.between(cue.start, cue.end)
    after = scene.between(cue.end, cue.end + 14)
    before = scene.between(cue.start - 12, cue.start)
    if word == "led" or (word in ("lead", "leads") and re.match(r"^\s*(?:to|by|the|a|the way)\b", after)):
        return False
    if word == "leading" and re.match(r"^\s*(?:figure|light|member|name|lawyer|party|the|to|up)\b", after):
        return False
    if word in ("ahead", "behind") and re.match(
        r"^\s*(?:of (?:the )?(?:poll|elec|count|vot|meeting|announce)|bars|the (?:scenes|move))", after
    ):
        return False
    if (
        word == "behind"
        and re.search(r"\b(?:left|is|was|far|reason|factors?)\s*$", before) is None
        and re.match(r"^\s*(?:the|a|his|her)\b", after)
    ):
        return "behind the" in word + after and bool(scene.counting)
    return not re.search(r"-\s*$", before)


def _leaders(scene: Scene, vocabulary: Vocabulary, cue: Mention) -> Iterator[Actor]:
    """Find who is ahead or behind: the people named before the verb, or after it ("Also trailing is …")."""
    start, _ = clause(scene, cue.start)
    people = [m for m in scene.of_kind("candidate") if start <= m.start and m.end <= cue.start]
    if people:
        several = _SEVERAL.search(scene.between(people[-1].end, cue.start + 1))
        row = _joined_people(scene, people) if several else people[-1:]
        yield from _as_actors(scene, row, cue.start if len(row) == 1 else None)
        return
    inverted = _inverted(scene, cue)
    if inverted:
        yield from _as_actors(scene, inverted, None)
        return
    parties = [m for m in scene.of_kind("party", "alliance") if m.end <= cue.start]
    carried = as_actor(scene, vocabulary, parties[-1], cue.start) if parties else actor_of(scene, vocabulary, cue.start)
    if carried is None:
        return
    told_of_party = bool(parties) and scene.counting and not _seats_follow(scene, cue)
    told_of_person = carried.subject.type == "candidate" and _PRONOUN.search(scene.between(start, cue.start))
    if told_of_party or told_of_person:
        yield carried


def _seats_follow(scene: Scene, cue: Mention) -> bool:
    """Whether a party's lead is told as seats, which are read as such."""
    return any(0 <= n.start - cue.end < 40 or 0 <= cue.start - n.end < 30 for n in scene.numbers if n.unit == "count")


def _inverted(scene: Scene, cue: Mention) -> list[Mention]:
    following = [m for m in scene.of_kind("candidate") if m.start >= cue.end]
    if not following or any(m.start < following[0].start - 30 for m in scene.of_kind("party", "alliance")):
        return []
    words = scene.between(cue.end, following[0].start)
    if not re.match(r"^[^.;]{0,84}$", words):
        return []
    plural = re.search(r"\bare\b|\bwere\b|:", scene.between(cue.start - 12, following[0].start))
    return following if plural else following[:1]


def _as_actors(scene: Scene, people: list[Mention], at: int | None) -> Iterator[Actor]:
    for person in people:
        actor = of_candidates(scene, person.candidates, person.start if at is None else at, person)
        if actor is not None:
            yield actor


def _joined_people(scene: Scene, people: list[Mention]) -> list[Mention]:
    row = [people[-1]]
    for other in reversed(people[:-1]):
        between = scene.between(other.end, row[-1].start)
        if not re.search(r",|\band\b", between) or len(between) > 90:
            break
        row.append(other)
    return row[::-1]


def rank_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read who came second, third …; a nearest rival is second."""
    for cue in scene.cues("second"):
        if scene.between(cue.start - 7, cue.start).strip() == "second":
            continue
        person = next((m for m in scene.of_kind("candidate") if 0 <= m.start - cue.end <= 60), None)
        if person is None:
            person = next((m for m in reversed(scene.of_kind("candidate")) if 0 <= cue.start - m.end <= 12), None)
        if person is not None:
            yield from _ranked(scene, person, 2, min(cue.start, person.start), max(cue.end, person.end))
    for number in scene.numbers:
        if number.unit != "rank" or not 2 <= number.value <= 20:
            continue
        near = scene.between(number.start - 24, number.end + 16)
        after = scene.between(number.end, number.end + 10)
        told = re.search(r"\b(?:came|come|finish\w*|placed?|pushed|stood|ended|relegated|slipped)\b", near) or re.match(
            r"^\s*(?:place|spot|position)\b", after
        )
        told = told or (
            re.search(r"(?:,|\bwas|\bis)\s*(?:in\s+)?$", scene.between(number.start - 10, number.start))
            and re.match(r"^\s*(?:,|with|\.|on)", after)
        )
        if not told or re.match(r"^\s*(?:phase|round|term|time|straight|leg|day)\b", after):
            continue
        people = [m for m in scene.of_kind("candidate") if m.end <= number.start]
        start = number.start
        verb = re.search(
            r"\b(?:came|come|finish\w*|pushed|stood|ended|relegated|slipped|in|was)\s+(?:\w+\s+){0,2}$",
            scene.between(number.start - 24, number.start),
        )
        if verb:
            start = number.start - 24 + verb.start() if number.start >= 24 else number.start
        if people:
            yield from _ranked(scene, people[-1], int(number.value), max(start, people[-1].end), number.end)
            continue
        actor = actor_of(scene, vocabulary, number.start)
        if actor is not None and actor.subject.type == "candidate" and actor.constituency:
            yield Reading(
                kind="rank",
                start=start,
                end=number.end,
                subject=actor.subject,
                election=scene.focus.election,
                constituency=actor.constituency,
                value=int(number.value),
                unit="rank",
            )


def _ranked(scene: Scene, person: Mention, place: int, start: int, end: int) -> Iterator[Reading]:
    actor = of_candidates(scene, person.candidates, person.start, person)
    if actor is not None:
        yield Reading(
            kind="rank",
            start=start,
            end=end,
            subject=actor.subject,
            election=scene.focus.election,
            constituency=actor.constituency,
            value=place,
            unit="rank",
            while_counting=scene.counting,
            earlier=scene.focus.earlier,
        )
