"""Who does what in a sentence: clauses, and the subject that a verb or number belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.election_names import Candidate
from janadesh.claims.mention import Mention
from janadesh.claims.postpositions import acts_unnamed
from janadesh.claims.postpositions import hindi_subject
from janadesh.claims.scene import Scene
from janadesh.claims.seats_by_order import seat_by_order
from janadesh.claims.strangers import acts_a_stranger
from janadesh.claims.strangers import names_a_stranger
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.sound import joined_sound_key
from janadesh.names.spelling import spelling_key

_BOUNDARY = re.compile(r"[;:|]|\s-\s|\b(?:while|whereas|but|although|though|even as|when|after which)\b")
_PRONOUN = re.compile(r"\b(?:he|his|him|she|her|who|himself|herself)\b")
_TAKEN_FROM = re.compile(
    r"\b(?:took|takes|taking|taken|gain(?:ed|s|ing)?|won|wins|captur(?:ed|es|ing)|wrest(?:ed|s|ing)|seiz(?:ed|es|ing)|"
    r"grabb(?:ed|ing)|snatch(?:ed|es|ing)|flipp(?:ed|ing)|regain(?:ed|s|ing)|reclaim(?:ed|s|ing)|recaptur(?:ed|es|ing))\s"
    r"[^;,.\d]{2,60}?\sfrom\s+(?:[\w'’&()-]+\s+){0,4}$"
)
"""What stands before whoever held the seat till then: "took Bristol Central from Thangam Debbonaire with 24,539"."""
_HE_TOO = re.compile(r"\b(?:where|when|and|as)\s+(?:he|she)\s+(?:[a-z]+\s+){0,3}$")
_HE_FIRST = re.compile(r"(?:(?:but|and|yet),?\s+)?(?:he|she)\b")
_HE_REACH = 60
_BEATEN = re.compile(r"\b(?:was|were|been|being|by)\s+|\bby$")
_THE_PARTY = re.compile(r"\b(?:the party|it|its|the outfit)\b")
_RELATIVE = re.compile(
    r",\s*(?:who|whose|which|where|once|formerly|in|with|before|despite|having|led|backed|headed|founded|"
    r"long)\b[^,]*$"
)
_PARTICIPLE = re.compile(r"[a-z]+ing\b")
_AFTER_COMMA = re.compile(r",\s+(?:and\s+)?(?:thus\s+|thereby\s+|\w+ly\s+)?$")
_DESCRIBES = re.compile(r"(?:['’]s?)?\s+(?:[a-z][\w-]*\s+){0,3}(?:(?:Rep|Sen|Mr|Mrs|Ms|Dr|Shri|Smt)\.?\s+)?")
_OWNS = re.compile(
    r"^(?:'s|')\s+(?:own\s+|home\s+|old\s+|former\s+|younger\s+|elder\s+)?(?:seat|constituency|riding|district|"
    r"stronghold|bastion|turf|"
    r"wife|husband|son|daughter|brother|sister|father|mother|nephew|niece|cousin|grandson|deputy|aide|government|"
    r"partner|ally|allies|cabinet|family|rival|opponent|challenger|supporters|predecessor|successor)\b"
)
_APPOSED = re.compile(
    r",\s*(?!and\b|but\b|while\b)(?:[\w'-]+\s+){1,6}(?:of|to|by|over|from|against)\s+(?:[\w'.-]+\s+){0,5}"
)
"""An apposition up to the name in it: "Kalpana Soren, wife of the chief minister Hemant Soren, won"."""
_NOW_WITH = re.compile(
    r"\s*(?:himself|herself)?,\s*(?:(?:now|then|this time|earlier|until recently|formerly)\s+)?(?:with|of|in|from)\s+"
    r"(?:the\s+)?"
)
"""An apposition up to somebody's party: "Roy himself, now with the JD(U), shifted"."""
_MEMBER_OF = re.compile(
    r",\s*(?:the|a|an|another|also)\s+(?:[\w-]+\s+){0,3}?(?:member|part|partner|constituent|ally)\s+(?:of|in)\s+(?:the\s+)?"
)
"""An apposition up to a party's alliance: "the CPI(M), the third member of the alliance, has one"."""
_COMMA = re.compile(r",(?!\d)")
_RUNS_FOR = re.compile(
    r"\b(?:running|ran|standing|contesting|campaigning|fighting|stood)\s+(?:\w+\s+)?(?:for|on behalf of)\s+(?:the\s+)?$"
)
"""Behind it a party is only whom somebody stands for: "running for the Liberals"."""
_STANDS_FOR = re.compile(r"\bfor\s+(?:the\s+)?$")
_OF_THE = re.compile(r"^(?:'s|')?(?:\s*\([^()]{1,40}\))?[\s,(]*(?:of|from|for)?\s*(?:the\s+)?(?:[\w&]+\s+){0,2}$")

_DISTRICT = re.compile(r"\s+district$", re.IGNORECASE)
_ALIKE = 84
"""How alike (per cent, rapidfuzz ratio) two spellings of a district must be."""
_POSSESSIVE = 4
"""Characters at most between a name and its own number: "'s "."""
ACTORS = ("candidate", "party", "alliance")


@dataclass(frozen=True, slots=True)
class Actor:
    """Whom a claim is about, with the constituency where it is one candidacy's."""

    subject: Subject
    constituency: str | None
    candidates: tuple[Candidate, ...] = ()
    mention: Mention | None = None


def candidate_of(scene: Scene, vocabulary: Vocabulary, at: int) -> Actor | None:
    """Find the subject of what only a candidate can do: a party named beside the candidate does not count."""
    if any(m.end <= at for m in scene.of_kind("candidate")):
        return actor_of(scene, vocabulary, at, kinds=("candidate",))
    return actor_of(scene, vocabulary, at)


def clause(scene: Scene, at: int) -> tuple[int, int]:
    """Give the bounds of the clause around an offset: between semicolons, colons, dashes, `while`, `but` …"""
    start, end = scene.sentence.start, scene.sentence.end
    boundaries = _boundaries(scene.lowered, start, end)
    # from the offset outwards, since a list of numbers may have hundreds of boundaries
    first_after = bisect_left(boundaries, (at, at))
    for boundary in reversed(boundaries[:first_after]):
        if boundary[1] <= at and not _inside_name(scene, boundary[0]):
            start = boundary[1]
            break
    for boundary in boundaries[first_after:]:
        if not _inside_name(scene, boundary[0]):
            return start, boundary[0]
    return start, end


@lru_cache(maxsize=64)
def _boundaries(lowered: str, start: int, end: int) -> list[tuple[int, int]]:
    # a sentence is asked for its clauses once a number and name
    return [boundary.span() for boundary in _BOUNDARY.finditer(lowered, start, end)]


def _inside_name(scene: Scene, at: int) -> bool:
    return any(m.kind != "cue" and m.start <= at < m.end for m in scene.mentions)


def actor_of(
    scene: Scene, vocabulary: Vocabulary, at: int, *, since: int | None = None, kinds: tuple[str, ...] = ACTORS
) -> Actor | None:
    """
    Find the subject of what is said at an offset.

    The last candidate named before it in the clause, else the last party or alliance, else (after a
    pronoun, or where the clause names nobody) whom the sentence or the one before spoke of last.
    """
    main = _of_main_verb(scene, at)
    if main is None:
        return carried_actor(scene, vocabulary, at)
    at = main
    same = _of_one_subject(scene, at)
    if same is not None:
        # the verb before has the same subject
        return carried_actor(scene, vocabulary, at) if same == at else actor_of(scene, vocabulary, same, kinds=kinds)
    if acts_a_stranger(scene, at):
        return None
    start = clause(scene, at)[0] if since is None else since
    before = [m for m in scene.of_kind(*kinds) if start <= m.start and m.end <= at]
    chosen = head_of(scene, before, at)
    if acts_unnamed(scene, start, at, before):
        return carried_actor(scene, vocabulary, at)
    if chosen is not None:
        return as_actor(scene, vocabulary, chosen, at)
    earlier = [m for m in scene.of_kind(*kinds) if m.end <= at]
    if earlier:
        chosen = head_of(scene, earlier, at)
        if chosen is not None:
            return as_actor(scene, vocabulary, chosen, at)
        if not all(_RUNS_FOR.search(scene.between(m.start - 40, m.start)) for m in earlier):
            return None
    return None if names_a_stranger(scene, start, at) else carried_actor(scene, vocabulary, at)


def carried_actor(scene: Scene, vocabulary: Vocabulary, at: int) -> Actor | None:
    """Find whom the sentences before spoke of, for a clause that names nobody."""
    words = scene.between(scene.sentence.start, at)
    acts = next((c for c in scene.cues("win", "beat", "lose", "lead", "trail", "polled") if c.start <= at), None)
    if acts is not None and acts_a_stranger(scene, acts.start):
        # the sentence is about somebody else, whom the record does not know
        return None
    if scene.head is not None and scene.head.kind in ("party", "alliance") and not _PRONOUN.search(words):
        return as_actor(scene, vocabulary, scene.head, at)
    if _THE_PARTY.search(words) and not _PRONOUN.search(words) and scene.last_party is not None:
        return as_actor(scene, vocabulary, scene.last_party, at)
    if scene.last_candidate:
        return of_candidates(scene, scene.last_candidate, at, None)
    return None


def has_own_number(scene: Scene, mention: Mention) -> bool:
    """Whether another number belongs to a name: the BJP in "48 seats to the BJP's 22"."""
    return any(
        0 <= n.start - mention.end <= _POSSESSIVE and "," not in scene.between(mention.end, n.start)
        for n in scene.numbers
    )


def _of_main_verb(scene: Scene, at: int) -> int | None:
    """Give the place of the verb whose subject a participle behind a comma takes: "X beat Y, flipping the seat"."""
    if not _PARTICIPLE.match(scene.lowered, at) or not _AFTER_COMMA.search(scene.between(at - 16, at)):
        return at
    verbs = [c for c in scene.cues("win", "beat", "lose", "lead", "trail") if c.end <= at]
    finite = [c for c in verbs if not scene.between(c.start, c.end).endswith("ing")]
    if not finite:
        return at
    named = any(m.end <= finite[-1].start for m in scene.of_kind(*ACTORS))
    return finite[-1].start if named else None


def _of_one_subject(scene: Scene, at: int) -> int | None:
    """
    Give the verb whose subject a pronoun right before an offset takes: "X beat Y in Budgam, where he polled 36,010".

    It is the offset itself where that verb has but a pronoun too ("He beat Y …"), and None where no pronoun stands.
    """
    pronoun = _HE_TOO.search(scene.between(max(scene.sentence.start, at - _HE_REACH), at))
    if pronoun is None:
        return None
    beaten = [c for c in scene.cues("beat") if c.end < at and c.start < at - len(pronoun.group())]
    if len(beaten) != 1 or _BEATEN.search(scene.between(beaten[0].start - 12, beaten[0].end)):
        return None
    if _HE_FIRST.match(scene.lowered, scene.sentence.start):
        return at
    return beaten[0].start


def person_behind(scene: Scene, party: Mention) -> Mention | None:
    """Give the person whom a party's name describes: "Liberal challenger Anita Gill", "the BJP's Ram Lal"."""
    person = next((m for m in scene.of_kind("candidate") if 0 < m.start - party.end <= 40), None)
    if person is None or not _DESCRIBES.fullmatch(scene.text[party.end : person.start]):
        return None
    return person


def one_of_party(scene: Scene, vocabulary: Vocabulary, party: Mention) -> Actor | None:
    """
    Take "the Liberal" for the candidate of that party who was named last.

    Only a word with a plural that names the party too (Liberals, Democrats) is said of one person.
    """
    word = scene.text[party.start : party.end]
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    others = vocabulary.finder.find(plural, plural.lower())
    if not scene.between(party.start - 4, party.start).startswith("the ") or not any(
        ("party", party.id) in found.meanings and found.end == len(plural) for found in others
    ):
        return None
    for candidates in (scene.last_candidate, *scene.people):
        meant = tuple(c for c in candidates if c.party == party.id)
        if meant:
            return of_candidates(scene, meant, party.start, None)
    return None


def whom_party_means(scene: Scene, actor: Actor, beaten: tuple[Candidate, ...]) -> Actor:
    """Take "the Democrat" that beats somebody for the candidate just named, where that one is of the party and seat."""
    seats = {c.constituency for c in beaten}
    meant = tuple(c for c in scene.last_candidate if c.party == actor.subject.id and c.constituency in seats)
    return (of_candidates(scene, meant, scene.sentence.start, None) if meant else None) or actor


def other_in_contest(scene: Scene, actor: Actor) -> Actor | None:
    """Find the opponent: the other one of a contest in the sentence, else among those named lately."""
    if actor.constituency is None:
        return None
    named = [m.candidates for m in scene.of_kind("candidate")]
    for candidates in (*named, *scene.people):
        here = next((c for c in candidates if c.constituency == actor.constituency), None)
        if here is not None and here.name != actor.subject.name:
            return of_candidates(scene, (here,), scene.sentence.start, None)
    return None


def head_of(scene: Scene, mentions: list[Mention], at: int) -> Mention | None:
    """Of the names before a verb, choose its subject: a person goes before the party named with the person."""
    mentions = [
        m
        for m in mentions
        if not _OWNS.match(scene.between(m.end, m.end + 30))
        and not (m.kind == "party" and _RUNS_FOR.search(scene.between(m.start - 40, m.start)))
        and not _TAKEN_FROM.search(scene.between(max(scene.sentence.start, m.start - _HE_REACH * 2), m.start))
    ]
    hindi = hindi_subject(scene, mentions)
    if hindi is not None:
        return hindi
    while len(mentions) > 1 and (
        _only_describes(scene, mentions[-2], mentions[-1], at)
        or any(
            m.kind == "candidate" and mentions[-1].kind == "party" and _inside_relative(scene, m, mentions[-1], at)
            for m in mentions[:-2]
        )
    ):
        mentions = mentions[:-1]
    if not mentions:
        return None
    last = mentions[-1]
    if last.kind == "candidate" or len(mentions) == 1:
        return last
    before = mentions[-2]
    if before.kind == "candidate" and _STANDS_FOR.search(scene.between(before.end, last.start)):
        return before
    if before.kind == "candidate" and _OF_THE.match(scene.between(before.end, last.start)):
        return before
    return last


def _only_describes(scene: Scene, before: Mention, last: Mention, at: int) -> bool:
    """Whether a name only tells more of the one before: "X, who was Y's deputy, conceded"."""
    between = scene.between(before.end, last.start)
    inside = (
        _RELATIVE.search(between)
        or (before.kind == "candidate" and (_APPOSED.fullmatch(between) or _NOW_WITH.fullmatch(between)))
        or (last.kind == "alliance" and _MEMBER_OF.fullmatch(between))
    )
    return bool(inside) and _COMMA.search(scene.between(last.end, at)) is not None


def _inside_relative(scene: Scene, person: Mention, last: Mention, at: int) -> bool:
    """Whether a name stands in a clause about a person, closed by a comma: "X, who left A for B, is …"."""
    return (
        _RELATIVE.search(scene.between(person.end, last.start)) is not None
        and _COMMA.search(scene.between(last.end, at)) is not None
    )


def as_actor(scene: Scene, vocabulary: Vocabulary, mention: Mention, at: int) -> Actor | None:
    """Make an actor of a mention."""
    if mention.kind == "candidate":
        return of_candidates(scene, mention.candidates, at, mention)
    if mention.kind == "party":
        return Actor(Subject("party", vocabulary.parties[mention.id][0], mention.id), None, mention=mention)
    if mention.kind == "alliance":
        return Actor(Subject("alliance", vocabulary.alliances[mention.id], mention.id), None, mention=mention)
    return None


def outcome_of(scene: Scene, actor: Actor, start: int, end: int, side: str) -> Reading:
    """Read that somebody won or lost the seat in which the words have him, in the election spoken of."""
    return Reading(
        kind="outcome",
        start=start,
        end=end,
        subject=actor.subject,
        election=scene.focus.election,
        constituency=actor.constituency,
        side=side,
    )


def of_candidates(scene: Scene, candidates: tuple[Candidate, ...], at: int, mention: Mention | None) -> Actor | None:
    """Make an actor of somebody's candidacies, in the constituency that the words around an offset say."""
    if not candidates:
        return None
    if scene.focus.election and candidates[0].election != scene.focus.election:
        candidates = _then(scene, candidates[0])
        if not candidates:
            return None
    chosen = seat_of(scene, candidates, at)
    first = chosen or candidates[0]
    subject = Subject("candidate", first.name, first.person, chosen.serial if chosen else None)
    place = chosen.constituency if chosen else None
    # somebody whom the record lacks stands in the seat spoken of
    return Actor(subject, (place_near(scene, at) or scene.only_seat) if place == "" else place, candidates, mention)


def _then(scene: Scene, one: Candidate) -> tuple[Candidate, ...]:
    """Find where somebody stood in the other election that a sentence speaks of: "his margin was 5,904 last time"."""
    if scene.names is None:
        return ()
    if one.person and one.person in scene.names.by_person:
        return scene.names.by_person[one.person]
    alike = scene.names.by_joined_sound.get(joined_sound_key(one.words), ())
    return tuple(c for c in alike if c.constituency == one.constituency)


def seat_of(scene: Scene, candidates: tuple[Candidate, ...], at: int) -> Candidate | None:
    """Choose which of a person's candidacies is meant: the only one, or that of the constituency named nearest."""
    if len(candidates) == 1:
        return candidates[0]
    by_seat = {c.constituency: c for c in candidates}
    by_order = seat_by_order(scene, at)
    if by_order in by_seat:
        return by_seat[by_order]
    start, end = clause(scene, at)
    here = [m for m in scene.of_kind("constituency") if m.id in by_seat]
    within = [m for m in here if start <= m.start and m.end <= end] or here
    if within:
        # "a lead of 1,400 votes, in Ganderbal of 622": a seat behind a comma begins something else
        nearest = min(within, key=lambda m: (m.start > at and "," in scene.between(at + 7, m.start), abs(m.start - at)))
        return by_seat[nearest.id]
    for other in scene.of_kind("candidate"):
        # the opponent's seat is the seat of the contest
        if len(other.candidates) == 1 and other.candidates[0].constituency in by_seat:
            return by_seat[other.candidates[0].constituency]
    spoken_of = scene.seat or scene.told_seat
    return by_seat.get(spoken_of) if spoken_of else None


def place_near(scene: Scene, at: int) -> str | None:
    """Give the constituency named nearest in the clause, else in the sentence, else in the paragraph."""
    start, end = clause(scene, at)
    here = scene.of_kind("constituency")
    within = [m for m in here if start <= m.start and m.end <= end] or here
    if within:
        return min(within, key=lambda m: abs(m.start - at)).id
    return scene.seat


def district_subject(scene: Scene, mention: Mention, district: str) -> Subject:
    """Name a district as the article spells it, where that is only another spelling."""
    written = _DISTRICT.sub("", scene.text[mention.start : mention.end])
    alike = fuzz.ratio(spelling_key(written), spelling_key(district)) >= _ALIKE
    return Subject("constituency", f"{written if alike and not written.isupper() else district} district")


def with_seat(scene: Scene, cue: Mention) -> int:
    """End a quote after the seat that a verb takes, else after the verb."""
    place = next((m for m in scene.of_kind("constituency") if 0 <= m.start - cue.end <= 30), None)
    if place is not None and re.match(r"^[\s\w]{0,20}$", scene.between(cue.end, place.start)):
        return place.end
    return cue.end


def span_of(scene: Scene, *parts: tuple[int, int]) -> tuple[int, int]:
    """Join stretches of text into one quote."""
    start, end = min(p[0] for p in parts), max(p[1] for p in parts)
    return start, min(end, scene.sentence.end)


def last_before(mentions: Iterable[Mention], at: int, within: int) -> Mention | None:
    """Give the last mention that ends before an offset, at most so many characters away."""
    near = [m for m in mentions if m.end <= at and at - m.end <= within]
    return near[-1] if near else None


def first_after(mentions: Iterable[Mention], at: int, within: int) -> Mention | None:
    """Give the first mention that starts after an offset, at most so many characters away."""
    return next((m for m in mentions if m.start >= at and m.start - at <= within), None)
