"""Shares told in per cent: turnout of a place, and a party's or candidate's share of the vote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.election_names import Seat
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import candidate_of
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import district_subject
from janadesh.claims.grammar import has_own_number
from janadesh.claims.grammar import head_of
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import one_of_party
from janadesh.claims.grammar import other_in_contest
from janadesh.claims.grammar import person_behind
from janadesh.claims.kinds.changes import before_a_change
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.scene import phase_after
from janadesh.claims.scene import phase_before
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_FOR = re.compile(
    r"^[\s)]*(?:of\s+(?:the\s+)?votes?\s+)?(?:for|to|went to|"
    r"against\s+[\d.]+\s*%?\s*for)\s+(?:the\s+)?"
)
_GENDERED = re.compile(r"\b(men|women|third gender)\b")
_TURNOUT_AFTER = re.compile(
    r"^\s*(?:of\s+)?(?:the\s+|those\s+|all\s+)?(?:\w+\s+)?"
    r"(?:voters?|electors?|electorate|turnout|voting|polling|turned|had voted|voted)"
)


_OF_THE_COUNT = re.compile(
    r"^\s*(?:of\s+)?(?:the\s+|all\s+)?(?:expected\s+)?(?:precincts|polling stations|polls|booths|ballots|votes?|"
    r"boxes)"
    r"\s+(?:are\s+|is\s+|were\s+|being\s+)?(?:reporting|reported|counted|in(?=\s*(?:[,.;]|$))|tallied|tabulated)"
)
"""What follows a percentage that says how far the count is."""

_WIDER = re.compile(
    r"\b(?:overall|nation\w*|country\w*|state\w*|provinc\w*|territory|across|total|average|phases?|seats|"
    r"constituencies|"
    r"ridings|districts|assembly|house|parliament|(?:the|this|these|general|federal)\s+(?:\w+\s+)?(?:elections?|"
    r"polls))\b"
)
"""Words that tell of more than one constituency."""
_CHANGE = re.compile(
    r"\b(?:drop|fall|rise|increase|decrease|decline|jump|dip|swing|surge|gain|up|down|rose|fell|dropped|jumped|"
    r"increased|"
    r"declined|slipped)(?:\s+(?:of|by|about|nearly|some|over))*\s*$"
)
"""Words before a percentage that tell of a change, not of a share."""
_TO = re.compile(r"\s*(?:to|-|–|against|as against)\s*")
_OF_THE_TOTAL = re.compile(r"^\s*of\s+(?:the\s+|all\s+)?(?:total|valid|those cast|them all|ballots)\b")
_ITS_SHARE = re.compile(r"\b(?:its|their)\s+(?:\w+\s+){0,2}?share\b")
_IT = re.compile(r"\b(?:it|its|the party|the outfit)\b")
_HIS = re.compile(r"\b(?:he|his|she|her)\b")
_OF_SEATS_FOUGHT = re.compile(r"\b(?:strike|success|conversion|winning|hit)[\s-]rate\b")
"""What a percentage is of that is no share of the vote: the seats won of those contested."""
_NEAR = 24
_POLL_HELD = re.compile(
    r"\b(?:polling|voting|elections?|polls?|by-?polls?)\s+(?:\w+\s+){0,2}(?:held|conducted|took place|completed)\b"
)
_FEW = 12
"""Seats at most of what is taken for by-elections."""
_IN_PLACE = re.compile(
    r"\s*(?:,\s*)?(?:turnout\s+|polling\s+|voting\s+|was recorded\s+|came\s+|comes\s+|is\s+|was\s+)?"
    r"(?:in|at|from)\s+(?:the\s+)?"
    r"(?:constituency of [^\d;:]{2,40}?,\s+|[^\d,;:()]{2,40}?'s?\s+)?"
)
_OF_THE_LAST = re.compile(r"\s*(?:in|at|from)\s+(?:(?:most|many|all|some|several|\w+)\s+of\s+)?(?:the\s+)?")
_OWN_PLACE = re.compile(r"\s*(?:in|at|from)\s+")
_COUNTS_IT = re.compile(r"(?:'s)?\s+(?:\w+\s+){0,2}?(?:seats|constituencies|segments|districts)\b")
"""What follows a place that only says where several others lie: "the seven Anantnag seats"."""
_THE_SEAT = re.compile(r".*\bin (?:the|this) (?:riding|constituency|seat)\b")
_HERE = re.compile(r"\b(?:there|here|in (?:the|this) (?:riding|constituency|seat|district))\b")


def percent_number(scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int) -> Iterator[Reading]:
    """Read one percentage as a turnout or a share of the vote; other percentages are no claims."""
    if _OF_SEATS_FOUGHT.search(scene.between(since, min(number.noun_end + _NEAR, scene.sentence.end))):
        return
    before = before_a_change(scene, vocabulary, number, since) if not scene.cues("turnout") else None
    if before is not None:
        yield before
        return
    change = _CHANGE.search(scene.between(since, number.comparator_start))
    if not change and not _OF_THE_COUNT.match(scene.between(number.end, until)):
        yield from _share_or_turnout(scene, vocabulary, number, since, until)


def _share_or_turnout(
    scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int
) -> Iterator[Reading]:
    nota = [c for c in scene.cues("nota") if c.end <= number.start or c.start <= until]
    right = scene.between(number.noun_end, until)
    # while people vote nobody has a share yet
    told = scene.stage == "counted" or scene.focus.earlier or scene.cues("share")
    pair = _of_pair(scene, vocabulary, number, since, until) if told else None
    party = pair or (_party(scene, vocabulary, number, since, right) if told else None)
    turnout = scene.cues("turnout", "vote_day") or _TURNOUT_AFTER.match(right)
    share = scene.cues("share") or _shares_before(scene)
    if party is None and told and _OF_THE_TOTAL.match(right) and any(n.noun == "vote" for n in scene.numbers):
        party = candidate_of(scene, vocabulary, number.start)
    if nota and (nota[0].start >= scene.sentence.start) and not party:
        subject = Subject("party", "None of the Above", "nota")
        yield _reading(scene, number, "vote_share", subject, None, None, None)
        return
    if party is not None and (share or not scene.cues("turnout") or scene.focus.earlier):
        yield _reading(scene, number, "vote_share", party.subject, party.constituency, None, None)
        return
    on_the_day = scene.stage == "polling" or scene.turnout
    if not turnout and not _places(scene) and not scene.focus.earlier and not on_the_day:
        return
    place = _place(scene, number, since)
    seat = _seat_of_report(scene, number) if place is None else None
    if seat is not None:
        subject = Subject("constituency", seat.official_name, seat.id)
        yield _reading(scene, number, "turnout", subject, seat.id, "constituency", seat.id)
        return
    if place is None and _THE_SEAT.match(scene.between(since, number.start)):
        # a constituency is meant, and nothing says which
        return
    yield _of_place(scene, number, place)


def _of_place(scene: Scene, number: Number, place: Mention | None) -> Reading:
    """Read a turnout of the place named with it: a constituency, district or region, else the whole election."""
    if place is None:
        subject = Subject("election", scene.focus.election or "", scene.focus.election)
        return _reading(scene, number, "turnout", subject, None, None, None)
    district = place.id if place.kind == "district" else _district(scene, place, number)
    if district is not None:
        subject = district_subject(scene, place, district)
        return _reading(scene, number, "turnout", subject, None, "district", district)
    if place.kind == "region" or scene.names is None:
        return _reading(scene, number, "turnout", Subject("constituency", place.id), None, place.kind, place.id)
    held = scene.names.seats.get(place.id)
    subject = Subject("constituency", held.official_name if held else place.id, place.id)
    return _reading(scene, number, "turnout", subject, place.id, place.kind, place.id)


def _seat_of_report(scene: Scene, number: Number) -> Seat | None:
    """Give the constituency whose turnout a report of its result tells without naming it again."""
    # a line is one clause: "63.88 – the overall turnout"
    line = scene.sentence.start, scene.sentence.end
    start, end = line if scene.is_line else clause(scene, number.start)
    here = _HERE.search(scene.between(start, max(end, min(number.end + 40, scene.sentence.end))))
    item = scene.is_line and not scene.between(start, end).rstrip().endswith(".")
    seat = scene.only_seat or (scene.seat if here or item else None)
    if seat is None or scene.names is None or scene.stage != "counted" or scene.focus.election != scene.main:
        return None
    words = scene.between(start, end)
    if not here and (_WIDER.search(words) or _POLL_HELD.search(words) or scene.of_kind("territory")):
        return None
    return scene.names.seats.get(seat)


def _reading(
    scene: Scene,
    number: Number,
    kind: str,
    subject: Subject,
    constituency: str | None,
    scope: str | None,
    scope_name: str | None,
) -> Reading:
    clocks = [d.clock for d in scene.dates if d.clock]
    return Reading(
        kind="history" if scene.focus.earlier else kind,
        role=kind if scene.focus.earlier else _gender(scene, number),
        start=number.comparator_start,
        end=number.noun_end,
        subject=subject,
        election=scene.focus.election,
        constituency=constituency,
        value=number.value,
        unit="percent",
        comparator=number.comparator,
        scope=scope,
        scope_name=scope_name,
        phase=phase_before(scene, _since(scene, number), number.comparator_start)
        or phase_after(scene, number.noun_end)
        or scene.phase,
        clock=clocks[0] if clocks else None,
        day=next((d.first for d in scene.dates if d.precision == "day"), None),
        earlier=scene.focus.earlier,
        while_counting=scene.counting,
    )


def _since(scene: Scene, number: Number) -> int:
    ends = (n.noun_end for n in scene.numbers if n.noun_end <= number.start and n.unit != "rank")
    return max(ends, default=scene.sentence.start)


def _gender(scene: Scene, number: Number) -> str | None:
    """Say whose turnout a percentage is, where the words right around it say so."""
    near = scene.between(max(scene.sentence.start, number.start - 30), number.noun_end + 22)
    found = _GENDERED.findall(near)
    return found[0] if len(set(found)) == 1 else None


def _party(scene: Scene, vocabulary: Vocabulary, number: Number, since: int, right: str) -> Actor | None:
    actors = scene.of_kind("party", "alliance", "candidate")
    after = _FOR.match(right)
    if after:
        begin = number.noun_end + after.end()
        named = [m for m in actors if begin - 3 <= m.start <= begin + 4]
        if named and not has_own_number(scene, named[0]):
            whose = person_behind(scene, named[0]) if named[0].kind == "party" else None
            return as_actor(scene, vocabulary, whose or named[0], number.start)
    before = [m for m in actors if m.start >= since and m.end <= number.start]
    its = _ITS_SHARE.search(scene.between(since, number.start))
    if its is not None and all(m.end <= since + its.start() for m in before):
        # "won 37 seats to the BJP's 48, though its vote share" is not the BJP's
        before = [m for m in before if m.kind != "candidate" and not has_own_number(scene, m)]
        if not before and scene.last_party is not None:
            return as_actor(scene, vocabulary, scene.last_party, number.start)
    head = head_of(scene, before, number.start)
    if head is not None:
        one = one_of_party(scene, vocabulary, head) if head.kind == "party" else None
        return one or as_actor(scene, vocabulary, head, number.start)
    if scene.cues("share") or scene.lowered[number.start - 1 : number.start] == "(":
        start = clause(scene, number.start)[0]
        wider = [m for m in actors if m.start >= start and m.end <= number.start]
        if not wider and scene.last_party is not None and _IT.search(scene.between(start, number.start)):
            return as_actor(scene, vocabulary, scene.last_party, number.start)
        if not wider and (_HIS.search(scene.between(start, number.start)) or scene.lowered[start] == ","):
            return of_candidates(scene, scene.last_candidate, number.start, None)
        one = one_of_party(scene, vocabulary, wider[-1]) if wider and wider[-1].kind == "party" else None
        return one or (as_actor(scene, vocabulary, wider[-1], number.start) if wider else None)
    return None


def _of_pair(scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int) -> Actor | None:
    """Say whose a share of a pair is, the winner's or the opponent's: "defeated Angela Price, 59% to 41%"."""
    shares = [n for n in scene.numbers if n.unit == "percent"]
    first = any(n.comparator_start == until for n in shares) and _TO.fullmatch(scene.between(number.noun_end, until))
    second = any(n.noun_end == since for n in shares) and _TO.fullmatch(scene.between(since, number.comparator_start))
    verbs = [c for c in scene.cues("win", "beat") if c.end <= number.start]
    if not (first or second) or not verbs or scene.cues("turnout"):
        return None
    winner = candidate_of(scene, vocabulary, verbs[-1].start)
    if winner is None or winner.subject.type != "candidate":
        return None
    return winner if first else other_in_contest(scene, winner)


def _shares_before(scene: Scene) -> bool:
    """Whether the sentence tells a party's share without the word: "the BJP on top with 25.64%"."""
    percents = sum(n.unit == "percent" for n in scene.numbers)
    return percents > 0 and bool(scene.of_kind("party")) and not scene.cues("turnout")


def _places(scene: Scene) -> list[Mention]:
    return scene.of_kind("constituency", "district", "region")


def _district(scene: Scene, place: Mention, number: Number) -> str | None:
    """Give the district that a name shared by a seat or region and a district means, where it means that one."""
    district = next((m[1] for m in place.also if m[0] == "district"), None)
    if district is None or (place.kind == "constituency" and scene.names and len(scene.names.seats) <= _FEW):
        # where only some seats vote, they are meant
        return None
    if not _tells_of_districts(scene, place, number):
        return None
    if place.kind == "region" and "district" not in scene.between(number.start - 400, number.end):
        return None
    return district


def _tells_of_districts(scene: Scene, place: Mention, number: Number) -> bool:
    """
    Whether a name that a seat and a district share means the district.

    Its neighbours in a list decide, then the words before it; else it does.
    """
    alone = {m.kind for m in _places(scene) if m.start != place.start and not m.also}
    if place.kind == "constituency" and "constituency" in alone and "district" not in alone:
        return False
    before = scene.between(max(0, number.start - 400), number.end + 20)
    district = max(before.rfind("district"), 0)
    seat = max(before.rfind("segment"), before.rfind("constituenc"), before.rfind("of all seats"))
    return seat < 0 or district > seat


def _place(scene: Scene, number: Number, since: int) -> Mention | None:
    before = [m for m in _places(scene) if m.start >= since - 1 and m.end <= number.start]
    before = [m for m in before if not _COUNTS_IT.match(scene.between(m.end, m.end + 40))] or before[:1]
    behind = _place_behind(scene, number)
    own = behind is not None or _OWN_PLACE.match(scene.between(number.noun_end, number.noun_end + 8))
    if behind is not None and before and _is_of_number_before(scene, before[-1], since):
        return behind
    if own and before and _OF_THE_LAST.fullmatch(scene.between(since, before[-1].start)):
        # "51.74% in Babarpur, a poor 39% in Karol Bagh"
        return behind
    if before:
        last = before[-1]
        # "Inderwal in Kishtwar tops with 82 per cent" is told of Inderwal
        if len(before) > 1 and scene.between(before[-2].end, last.start).strip() in ("in", "of", ", in"):
            return before[-2]
        return last
    return behind


def _is_of_number_before(scene: Scene, place: Mention, since: int) -> bool:
    """Whether a place was told behind the percentage before: "51.8% in Atishi's seat, Kalkaji, and 52% in …"."""
    before = next((n for n in scene.numbers if n.noun_end == since and n.unit == "percent"), None)
    return before is not None and _place_behind(scene, before) == place


def _place_behind(scene: Scene, number: Number) -> Mention | None:
    """Find the place that a percentage is said to be of by the words behind it: "39% in central Delhi's Karol Bagh"."""
    place = next((m for m in _places(scene) if 0 < m.start - number.noun_end < 60), None)
    if place is None or not _IN_PLACE.fullmatch(scene.between(number.noun_end, place.start)):
        return None
    return place
