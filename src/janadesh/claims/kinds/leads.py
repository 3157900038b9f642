"""Who is ahead or behind while votes are counted, told without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import with_seat
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_NEGATED = re.compile(
    r"\b(?:not(?! just| only)|n't|never|would|could|may|might|if|should|hopes?|hoping)\s+(?:\w+\s+)?$"
)
_ONLY_WITH_FIGURES = frozenset(
    {"short of", "clear of", "is up", "was up", "is down", "was down", "votes up", "down by"}
)
_SUPPORT = re.compile(
    r"\b(?:weight|support|rall(?:y|ied|ies|ying)|unit(?:e|ed|es|ing)|lin(?:e|ed|es|ing) up|consolidat\w+)\s+"
    r"(?:\w+\s+)?$"
)
"""Words before "behind" that tell of support: "threw its weight behind"."""
_SO_IS = re.compile(r"\bso\s+(?:is|are|was|were|does|did)\s+(?:the\s+)?")
_BOTH = re.compile(r"\bboth\b")
_SEVERAL = re.compile(r"\b(?:are|were|all|both)\b")
_PRONOUN = re.compile(r"\b(?:he|she|who)\b")


def lead_readings(scene: Scene, vocabulary: Vocabulary, taken: list[tuple[int, int]]) -> Iterator[Reading]:
    """Read who is ahead or behind without a figure; `taken` are the spans of figures already read."""
    told: set[tuple[str, str | None]] = set()
    for cue in scene.cues("lead", "trail"):
        if any(start <= cue.start < end or abs(cue.start - start) < 25 for start, end in taken):
            continue
        if _NEGATED.search(scene.between(cue.start - 14, cue.start)) and cue.id == "lead":
            continue
        if not scene.counting and any(c.end <= cue.start for c in scene.cues("win", "beat", "lose")):
            # "was re-elected, ahead of X" tells the result
            continue
        if scene.cues("share") and any(n.unit == "percent" for n in scene.numbers):
            # a share may be ahead of another one's
            continue
        if not _is_status(scene, cue) or scene.between(cue.start, cue.end) in _ONLY_WITH_FIGURES:
            continue
        for actor in _leaders(scene, vocabulary, cue):
            if (actor.subject.name, actor.constituency) in told:
                continue
            told.add((actor.subject.name, actor.constituency))
            both = _BOTH.search(scene.between(cue.start, cue.end + 25)) is not None
            mention = actor.mention
            start = min(cue.start, mention.start) if mention and abs(mention.start - cue.start) < 120 else cue.start
            end = max(cue.end, mention.end) if mention and mention.start > cue.start else with_seat(scene, cue)
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
    if word == "behind" and _SUPPORT.search(scene.between(cue.start - 24, cue.start)):
        return False
    if word == "behind" and not scene.counting and re.match(r"^\s*(?:him|her|them|it)\b", after):
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
    also = _so_is(scene, cue)
    if also is not None:
        yield from _as_actors(scene, [also], None)
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


def _so_is(scene: Scene, cue: Mention) -> Mention | None:
    """Find of whom the same is said: "Omar Abdullah is trailing, and so is Sajad Lone"."""
    so = _SO_IS.search(scene.lowered, cue.end, min(cue.end + 40, scene.sentence.end))
    if so is None:
        return None
    return next((m for m in scene.of_kind("candidate") if 0 <= m.start - so.end() <= 40), None)


def _seats_follow(scene: Scene, cue: Mention) -> bool:
    """Whether a party's lead is told as seats, which are read as such."""
    return any(0 <= n.start - cue.end < 40 or 0 <= cue.start - n.end < 30 for n in scene.numbers if n.unit == "count")


def _inverted(scene: Scene, cue: Mention) -> list[Mention]:
    following = [m for m in scene.of_kind("candidate") if m.start >= cue.end]
    if following and scene.between(cue.end, following[0].start).strip() in ("", "the") and cue.id == "trail":
        # "behind the Independent are …": the first is who leads
        following = following[1:]
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
