"""From an article's text to what it claims: every scene read by every kind."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.kinds.alliances import alliance_readings
from janadesh.claims.kinds.candidate_numbers import FIELD_OF
from janadesh.claims.kinds.candidate_numbers import candidate_number
from janadesh.claims.kinds.candidate_numbers import seats_contested
from janadesh.claims.kinds.contests import contest_readings
from janadesh.claims.kinds.history import history_readings
from janadesh.claims.kinds.houses import is_mark
from janadesh.claims.kinds.in_office import office_readings
from janadesh.claims.kinds.leads import both_of_a_candidate
from janadesh.claims.kinds.leads import lead_readings
from janadesh.claims.kinds.no_seats import lone_seat_readings
from janadesh.claims.kinds.no_seats import no_seat_readings
from janadesh.claims.kinds.outcomes import outcome_readings
from janadesh.claims.kinds.pasts import past_readings
from janadesh.claims.kinds.percent import percent_number
from janadesh.claims.kinds.ranks import rank_readings
from janadesh.claims.kinds.schedule import schedule_readings
from janadesh.claims.kinds.seats import SEAT_NOUNS
from janadesh.claims.kinds.seats import seat_number
from janadesh.claims.kinds.streaks import streak_readings
from janadesh.claims.kinds.tables import Columns
from janadesh.claims.kinds.tables import columns_of
from janadesh.claims.kinds.tables import is_row
from janadesh.claims.kinds.tables import row_readings
from janadesh.claims.kinds.votes import vote_number
from janadesh.claims.scene import Scene
from janadesh.claims.scene_reader import scenes
from janadesh.claims.told_in_order import one_by_one
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_ELECTOR_NOUNS = frozenset({"voter", "elector", "people", "person"})
_GENDERS = {"man": "men", "woman": "women"}
_CANDIDATE_NOUNS = frozenset(
    {"candidate", "contender", "contestant", "nominee", "independent", "man", "woman", "hopeful"}
)


_INDEPENDENTS = re.compile(
    r"^\s+(?:of (?:them|whom|these)\s+(?:are\s+|were\s+)?(?:independents?|women)|"
    r"(?:are|were)\s+(?:independents?|women))\b"
)
_EACH_OF = re.compile(r"^\s+(?:each|apiece)\s*:")
"""What follows the votes of several people who are then listed."""
_OF_THEM = re.compile(r"^\s+(?:of (?:them|whom|these)\b|(?:are|were)\s+(?:women|men)\b|(?:women|men)\b)")
_THIRD_GENDER = re.compile(
    r"\s*(?:(?:voters?|electors?|people|persons?)\s+)?(?:(?:belonging to|of|from|in)\s+)?(?:the\s+)?"
    r"(?:third[- ]gender|transgender)"
)
_VOTED = re.compile(
    r"\s*(?:people|voters|electors|persons)\s+(?:had\s+|have\s+)?(?:voted|cast|exercised|turned (?:out|up)|polled)\b"
)
"""What follows a number of those who voted, not of all who may."""
_DENIED = re.compile(r"(?:,|\band|\bwas|\bwere|\bis|\bby|^)\s*not\s+(?:by\s+|the\s+|as\s+)?$")
"""What makes a number the one that is wrong: "by 460 votes, not 640"."""
_IS_A_HOPE = re.compile(r"\b(?:best|only|last|biggest|brightest|main|great|young)\s+$")
"""Words by which a hope is somebody and not a forecast: "Its best hope, X, ended second"."""
_GAP_OF = re.compile(r"\b(?:gap|margin|difference)\s+(?:of|is|was)\s+(?:just\s+|only\s+)?$")
_SMALL = 100
"""Below it a bare number counts seats rather than votes."""
_NO_RESULT = frozenset({"house", "turnout", "electors", "schedule", "contest", "alliance", "history"})
"""Kinds that can be told before the votes are counted."""
_MOST_NUMBERS = 300
"""Numbers of one sentence that are read: a sentence has 2,000 characters at most, and with more is no prose."""


ReadScene = Callable[[Scene, Vocabulary], Iterable[Reading]]
"""Reads the claims of one sentence."""


def read_article(
    vocabulary: Vocabulary, text: str, written_on: dt.date, further: ReadScene = lambda *_: ()
) -> list[Reading]:
    """
    Read the claims of a plain text, in order of place, without asking the record whether they are true.

    Args:
        vocabulary: the record's names.
        text: the text with markup blanked; offsets of readings count its characters.
        written_on: the article's date, to which "Tuesday" and "today" are relative.
        further: reads other kinds of claims in each sentence, after those that are read here.
    """
    found: list[Reading] = []
    parties: tuple[str, ...] = ()
    columns: Columns | None = None
    read = scenes(vocabulary, text, written_on)
    for scene in read.scenes:
        parties = tuple(dict.fromkeys((*parties, *(m.id for m in scene.of_kind("party")))))
        heading = columns_of(scene)
        columns = heading or (columns if is_row(scene) else None)
        row = list(row_readings(scene, columns, vocabulary)) if columns and scene.stage == "counted" else []
        if heading is not None:
            # the heading of a table claims nothing
            continue
        found += row or [
            replace(r, carried=r.carried or _is_carried(scene, r))
            for one in one_by_one(scene)
            for r in _of_scene(one, vocabulary, parties)
        ]
        found += further(scene, vocabulary)
    return [_of_no_election(r) if read.elsewhere else r for r in _without_repeats(found)]


def _of_no_election(reading: Reading) -> Reading:
    """Take a reading for one of an election that is not on record, whose house and people are not known either."""
    of_people = reading.subject is not None and reading.subject.type == "candidate"
    return replace(reading, election=None, constituency=None, subject=reading.subject if of_people else None)


def _is_carried(scene: Scene, reading: Reading) -> bool:
    """Whether the sentence itself does not name whom a reading is about, or which earlier election."""
    if scene.focus.earlier and not scene.focus.said:
        return True
    if scene.lowered[scene.sentence.end - 1] == "?":
        # a question claims nothing that could be wrong
        return True
    if scene.lowered.find("respectively", scene.sentence.start, scene.sentence.end) >= 0:
        # which figure is whose is told by order alone
        return True
    subject = reading.subject
    if subject is None or subject.type not in ("candidate", "party"):
        return False
    if subject.type == "party" and reading.kind == "votes" and reading.constituency:
        # a party's votes in the seat of the sentence before may be those of the whole house
        return all(m.id != reading.constituency for m in scene.of_kind("constituency"))
    named = {m.id for m in scene.of_kind("party")}
    named |= {c.name for m in scene.of_kind("candidate") for c in m.candidates}
    return subject.name not in named and subject.id not in named


def _of_scene(scene: Scene, vocabulary: Vocabulary, parties: tuple[str, ...]) -> Iterator[Reading]:
    # a projection made while votes are counted is how some countries are told who won
    forecast = any(not _IS_A_HOPE.search(scene.between(c.start - 12, c.start)) for c in scene.cues("forecast"))
    forecast = forecast or (scene.stage != "counted" and bool(scene.cues("projection")))
    numeric = [r for r in _numbers(scene, vocabulary) if r.election is not None]
    # before the count, and in a forecast, nothing is told of results
    results = scene.stage == "counted" and not forecast
    yield from (r for r in numeric if r.kind in _NO_RESULT or results)
    yield from schedule_readings(scene)
    if scene.focus.election is None:
        return
    if results:
        spans = [(r.start, r.end) for r in numeric if r.kind in ("lead", "votes", "seats", "margin")]
        yield from outcome_readings(scene, vocabulary)
        yield from lead_readings(scene, vocabulary, spans)
        yield from rank_readings(scene, vocabulary)
        yield from no_seat_readings(scene, vocabulary)
        yield from lone_seat_readings(scene, vocabulary)
    yield from contest_readings(scene, vocabulary)
    yield from alliance_readings(scene, vocabulary, parties)
    yield from history_readings(scene, vocabulary)
    yield from past_readings(scene, vocabulary)
    in_office = list(office_readings(scene, vocabulary))
    yield from in_office
    # "a second straight term" in office is told once
    yield from (
        r for r in streak_readings(scene, vocabulary) if all(r.end <= o.start or o.end <= r.start for o in in_office)
    )


def _numbers(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    named = [(m.start, m.end) for m in scene.of_kind("constituency", "candidate", "party", "alliance")]
    numbers = [
        _own_noun(n, after)
        for n, after in zip_longest(scene.numbers[:_MOST_NUMBERS], scene.numbers[1:_MOST_NUMBERS])
        # "District 14" is a name
        if n is not None and not any(start <= n.start and n.end <= end for start, end in named)
    ]
    for place, number in enumerate(numbers):
        # what comes between a name and its number is only a number of the same sort: not the rank in
        # "Kishtwar first at 78.24 per cent", nor the share in "the Congress, with 18.01%, managed five"
        # nor the size in "the majority mark in the 60-member House is 31"
        earlier = [
            n for n in numbers[:place] if n.unit == number.unit and not scene.between(n.end, n.noun_end).startswith("-")
        ]
        since = earlier[-1].noun_end if earlier else scene.sentence.start
        until = numbers[place + 1].comparator_start if place + 1 < len(numbers) else scene.sentence.end
        yield from _number(scene, vocabulary, number, min(since, number.comparator_start), until)


def _own_noun(number: Number, after: Number | None) -> Number:
    """End a number before the next one, where both share a noun: "64 of the 90 constituencies"; a ballot is a vote."""
    if number.noun == "turnout":
        # "Majority 7,669 Turnout 51.3%" are two
        number = replace(number, noun=None, noun_end=number.end)
    if number.noun == "ballot":
        number = replace(number, noun="vote")
    if after is not None and number.noun_end > after.comparator_start:
        return replace(number, noun_end=number.end)
    return number


def _number(scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int) -> Iterator[Reading]:
    """Read one number by its unit and the noun that it counts."""
    if _DENIED.search(scene.between(since, number.comparator_start)) or _is_told_of_a_seat(scene, number, since):
        return
    bare_percent = number.unit == "count" and number.value != int(number.value) and number.noun is None
    if number.unit == "percent" or (bare_percent and (scene.turnout or scene.cues("share"))):
        yield from percent_number(scene, vocabulary, number, since, until)
    elif number.unit != "count" or number.value != int(number.value) or number.noun == "phase":
        return
    elif _counts_electors(scene, number) or _of_the_electors(scene, number, since, until):
        yield _electors(scene, number)
    elif (
        number.noun in _CANDIDATE_NOUNS
        or (
            number.noun is None
            and (
                _INDEPENDENTS.match(scene.between(number.end, until))
                or FIELD_OF.search(scene.between(number.start - 20, number.start))
            )
        )
        or (number.noun is None and _candidates_too(scene, number, since))
    ):
        yield from candidate_number(scene, vocabulary, number, since)
    elif number.noun is None and _GAP_OF.search(scene.between(since, number.comparator_start)):
        yield from vote_number(scene, vocabulary, number, since, until)
    elif number.noun in SEAT_NOUNS or (number.noun is None and _may_be_seats(scene, number, since, until)):
        yield from _seats(scene, vocabulary, number, since, until)
    elif number.noun in (None, "vote"):
        yield from vote_number(scene, vocabulary, number, since, until)


def _is_told_of_a_seat(scene: Scene, number: Number, since: int) -> bool:
    """Whether a bare number in brackets behind a seat is its own, and nobody's by name: "Then came Poole (18)"."""
    place = next((m for m in scene.of_kind("constituency") if m.end == number.start - 2), None)
    if place is None or number.noun or scene.text[number.start - 1] != "(" or scene.stage != "counted":
        return False
    if number.unit != "count" or number.value != int(number.value):
        return False
    item = max(since, scene.lowered.rfind(",", since, place.start))
    return not any(item <= m.start < number.start for m in scene.of_kind("candidate"))


def _candidates_too(scene: Scene, number: Number, since: int) -> bool:
    """Whether a bare number goes on counting candidates: "17 candidates are in the field in A and ten in B"."""
    before = next((n for n in scene.numbers if n.noun_end == since), None)
    if before is None or before.noun not in _CANDIDATE_NOUNS or scene.stage == "counted":
        return False
    joined = scene.between(since, number.start).rstrip().endswith(("and", ","))
    return joined and any(0 < m.start - number.end <= 6 for m in scene.of_kind("constituency"))


def _counts_electors(scene: Scene, number: Number) -> bool:
    told = scene.cues("electors", "vote_day", "turnout")
    if _THIRD_GENDER.match(scene.lowered, number.end) and scene.cues("electors"):
        return True
    by_gender = number.noun in ("man", "woman") and bool(scene.cues("electors")) and not scene.cues("contest")
    return (number.noun in _ELECTOR_NOUNS or by_gender) and number.value >= 10_000 and bool(told)


def _of_the_electors(scene: Scene, number: Number, since: int, until: int) -> bool:
    """Whether a number is part of the electors counted before it: "41 lakh electors, 20.2 lakh of them women"."""
    before = next((n for n in scene.numbers if n.noun_end == since), None)
    return (
        before is not None
        and before.noun in _ELECTOR_NOUNS
        and 10_000 <= number.value <= before.value
        and bool(_OF_THEM.match(scene.between(number.end, until)))
    )


def _may_be_seats(scene: Scene, number: Number, since: int, until: int) -> bool:
    """Whether a bare number may count seats: it is small, or said of a party or majority in a large house."""
    if number.value < _SMALL:
        return not _EACH_OF.match(scene.between(number.end, until))
    if number.value > scene.house_seats or number.word:
        return False
    left = scene.between(since, number.comparator_start)
    people = [m for m in scene.of_kind("candidate") if since <= m.start and m.end <= number.start]
    return is_mark(left, scene.between(number.end, until)) or (
        not people
        and not scene.cues("vote")
        and any(since <= m.start < number.start for m in scene.of_kind("party", "alliance"))
    )


def _seats(scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int) -> Iterator[Reading]:
    contested = seats_contested(scene, vocabulary, number)
    if contested is not None:
        yield contested
    elif not both_of_a_candidate(scene, number):
        yield from seat_number(scene, vocabulary, number, since, until)


def _electors(scene: Scene, number: Number) -> Reading:
    third = _THIRD_GENDER.match(scene.lowered, number.end)
    if _VOTED.match(scene.lowered, number.end):
        return Reading(
            kind="history" if scene.focus.earlier else "turnout",
            role="turnout" if scene.focus.earlier else None,
            start=number.comparator_start,
            end=number.noun_end,
            subject=Subject("election", scene.focus.election or "", scene.focus.election),
            election=scene.focus.election,
            value=int(number.value),
            unit="votes",
            comparator=number.comparator,
            earlier=scene.focus.earlier,
        )
    return Reading(
        kind="electors",
        role="third gender" if third else _GENDERS.get(number.noun or ""),
        start=number.comparator_start,
        end=number.noun_end,
        subject=Subject("election", scene.focus.election or "", scene.focus.election),
        election=scene.focus.election,
        value=int(number.value),
        unit="votes",
        comparator=number.comparator,
        phase=scene.phase or scene.told_phase,
        earlier=scene.focus.earlier,
    )


def _without_repeats(readings: list[Reading]) -> list[Reading]:
    """Keep one reading of what two rules read alike, in order of place."""
    kept: dict[tuple[object, ...], Reading] = {}
    for reading in sorted(readings, key=lambda r: (r.start, r.end)):
        key = (reading.kind, reading.start, reading.subject, reading.constituency, reading.value)
        kept.setdefault(key, reading)
    return list(kept.values())
