"""Who won or lost a seat, told without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import one_of_party
from janadesh.claims.grammar import outcome_of
from janadesh.claims.grammar import place_near
from janadesh.claims.grammar import whom_party_means
from janadesh.claims.grammar import with_seat
from janadesh.claims.kinds.seats_taken import chosen_members
from janadesh.claims.kinds.seats_taken import other_seat
from janadesh.claims.kinds.seats_taken import same_elsewhere
from janadesh.claims.kinds.seats_taken import seats_gone_to
from janadesh.claims.kinds.seats_taken import won_by
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.sound import joined_sound_key

_BY_SOMEBODY = re.compile(
    r"^\s+by\s+(?:the\s+)?(?!\d|an?\b|the\b|just\b|only\b|more\b|over\b|about\b|nearly\b|around\b|some\b|barely\b|merely\b|"
    r"as many\b|at least\b|less\b|under\b|margin)[a-z]"
)
"""A doer behind a participle: "Saurabh Bharadwaj defeated by Shikha Roy"."""
_HAS = re.compile(r"\b(?:has|have|had|having|he's|she's)\s+(?:\w+\s+){0,2}$")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|being|got)\s+(?:\w+ly\s+)?$")
_TWO = re.compile(
    r"\s+(?:from\s+|in\s+)?(?:both|two)(?:\s+(?:the\s+)?(?:assembly\s+)?(?:seats|constituencies|of them))?\b"
)
_NOT_A_SEAT = re.compile(
    r"^\s*(?:(?:an?|the|his|her|their|its|all|absolute|clear)\s+)*(?:[\w'-]+\s+){0,2}?(?:deposit|case|trust|"
    r"lives?|ground|heart|hearts|status|majority|power|hill council|council|panchayat|ddc|toss|"
    r"confidence|bid|plea|appeal|wicket|match|award|mandate|opportunity)\b"
)
_NO_DEFEAT = re.compile(
    r"^\s+(?:nobody\b|no one\b|none\b|expectations?\b|to the (?:wire|last)|in history|well|badly)\b"
)
"""What follows "goes down" where nobody loses: "goes down to the wire"."""
_SO_MANY = re.compile(r"^\s+(?:two|three|four|five|six|seven|\d)\b")
_NEGATED = re.compile(
    r"\b(?:not(?! just| only)|n't|never|would|could|may|might|can|if|(?<!had )to|will|should|hopes?|hoping|"
    r"must)\s+(?:\w+\s+)?$|"
    r"\b(?:of|without|from|before|despite|chances?|bid|as|in)\s+$"
)
_A_SEAT = re.compile(r"^\s+(?:the\s+|this\s+)?[\w -]{0,30}?\b(?:seat|constituency|riding|district)\b(?!s)")
_WON_OR_LOST = re.compile(r"won|lost|los|gain|took|take|captur|wrest|retain|regain")
_THE_SEAT = re.compile(r"^\s+(?:(?:the|this)\s+)?(?:seat|constituency|riding)\b")
_NEW_MEMBER = re.compile(
    r"\b(?:is|are|becomes?|became)\s+(?:the\s+|its\s+|their\s+)?(?:new|next)\s+(?:\w+\s+)?"
    r"(?:mp|mla|member|representative|legislator|lawmaker|senator|councillor)\b"
)
_THE_WINNER = re.compile(r"\bthe (?:eventual )?winner(?: here| there)?,\s+")
_TAKES = re.compile(
    r"\b(?:took|takes|taken|taking|secured|secures|securing|held|holds|holding|gained|gains|gaining|picked up|picks up|"
    r"picking up|kept|keeps|keeping|seized|seizes|seizing|grabbed|grabs|grabbing|carried|carries|reclaim(?:ed|s|ing)|"
    r"regain(?:ed|s|ing)|recaptur(?:ed|es|ing)|recover(?:ed|s|ing)|wrestled|wrestles|wrested|annexed|annexes|snared|nabbed|"
    r"scooped|defended|conquered|breached|breaches|claimed|claims|landed|stormed|cornered|added|adds|"
    r"(?:walked|ran) away with|took back|takes back|taken back|swung)\b"
)
_WHICH = re.compile(r",?\s+(?:a seat\s+)?(?:which|that)\s+(?:[\w.'’()-]+\s+){1,8}$")
_WITH_OR_END = re.compile(r"^\s*(?:[.,;]|with\b|by\b|from\b|for the\b|on\b|$)")
_MEMBER_AGAIN = re.compile(
    r"\b(?:(?:was|been|is)\s+(?:handed|given|granted)\s+(?:an?|another)\s+(?:\w+\s+)?(?:mandate|term|innings)\b|"
    r"(?<!you )will (?:now |once again |again |continue to )?represent|(?:goes|going|heads|headed|heading|"
    r"returns?|returning|"
    r"off|will return|will go|is|are|was|were)\s+(?:straight\s+)?back (?:to|in)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:assembly|house|parliament|commons|westminster|ottawa|holyrood|capitol|statehouse|legislature|"
    r"vidhan sabha|lok sabha)|(?:enters|entered|entering|has entered|makes? it to|made it to|"
    r"returns? to|returned to|returning to)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:assembly|house of commons|parliament|commons|westminster|vidhan sabha|lok sabha)\s+"
    r"(?:from|for|as (?:the )?(?:member|mp|mla)))\b"
)
"""How a winner is told by where he goes: "will represent Kulgam", "goes back to Westminster"."""
_SENDS = re.compile(
    r"\b(?:send|sends|sent|sending|show|shows|showed|shown)\b(?=\s+(?:[\w.'’-]+\s+){1,5}?(?:packing|to defeat|the door|"
    r"crashing|into (?:retirement|the wilderness))\b)"
)
_TO_A_SEAT = re.compile(r"\s+(?:back\s+)?(?:(?:the|its|their)\s+)?(?:[\w-]+\s+){0,2}?")
_HOLD_OR_GAIN = re.compile(r"^\s+(?:have\s+|has\s+)?(hold|holds|gain|gains)\b(?!\s+(?:\d|of|in|on|for|over|the)\b)")
_ITS_SIDE = re.compile(
    r"\b(?:his|her|their|the)\s+(?:\w+\s+)?(?:side|party|camp|team|alliance|bloc|coalition|front|"
    r"outfit)\s+(?:has\s+|had\s+)?"
    r"(?:also\s+)?$"
)
_BAGS = re.compile(r"bag\w*|pocketed|secur\w*|captur\w*|snatch\w*")
_VOTES_BEHIND = re.compile(r"^\s*(?:a total of|just|only|over|about|nearly|around|more than|some)?\s*\d")
_SAID_OF_ALL = re.compile(
    r"\s*(?:\([^)]{1,30}\))?\s*,?\s*(?:all\s+|both\s+|also\s+|have\s+|had\s+|too\s+)*"
    r"(?:(?:are|were)\s+among\s+(?:the\s+)?[^.;,]{3,50}\bwho\s+(?:also\s+|have\s+)?)?"
)
_AND = re.compile(r"\s*(?:\([^)]{1,40}\))?\s*(?:,|and|, and|&|as well as)\s*(?:the\s+)?(?:[\w().'-]+\s+){0,4}")
_OBJECT = re.compile(r"\b(?:against|over|by|to|than|past|defeat\w*|beat\w*|with|of)\s+(?:[\w().'-]+\s+){0,3}$")
"""Words behind which a name is somebody's opponent, and no subject."""
_WINNERS = re.compile(
    r"\b(winners|losers)\b(?:[^:;.]{0,40}?:|\s+(?:[\w']+\s+){0,4}?(?:were|are|include|included|including)\b)"
)
_SCORED_A_WIN = re.compile(
    r"\b(?:register\w*|scor\w+|notch\w*|record\w*|post\w*|pull\w* off|script\w*|ek(?:e|es|ed|ing) out|carved out)\s+"
    r"(?:an?\s+)?(?:[\w,-]+\s+){0,3}?(?:win|victory|triumph)\b"
)
_A_WINNER = re.compile(
    r"\b(?:was|is|are|were)\s+(?:another|among the|one of the|the other)\s+(?:[\w-]+\s+){0,3}winners?\b"
)
_AS_NOUN = re.compile(r"^\s+(?:and|or|/)\s+leads\b|^\s*\)")
_BOTH = re.compile(r"\bboth\b")
_SEVERAL = re.compile(r"\b(?:are|were|all|both)\b")
_PRONOUN = re.compile(r"\b(?:he|she|who)\b")


def outcome_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read wins and defeats of candidates; one status a verb."""
    told: set[tuple[str, str | None]] = set()
    for cue in sorted([*scene.cues("win", "beat", "lose"), *_takes_seat(scene)], key=lambda c: c.start):
        if _NEGATED.search(scene.between(cue.start - 24, cue.start)) or _is_noun(scene, cue):
            continue
        reading = _outcome(scene, vocabulary, cue)
        for one in [*_of_a_row(scene, cue), *([reading] if reading is not None else [])]:
            if one.subject is None or (one.subject.name, one.side) in told:
                continue
            yield from other_seat(scene, cue, one)
            yield from (
                r for r in same_elsewhere(scene, cue, one) if r.subject and (r.subject.name, r.side) not in told
            )
            told.add((one.subject.name, one.side))
            if one.against is not None:
                told |= {(one.against.name, "won"), (one.against.name, "lost")}
            yield one
    yield from _held_or_gained(scene, vocabulary, told)
    for one in (*_listed_winners(scene), *chosen_members(scene), *seats_gone_to(scene, vocabulary)):
        if one.subject is not None and (one.subject.name, one.side) not in told:
            told.add((one.subject.name, one.side))
            yield one


def _of_a_row(scene: Scene, cue: Mention) -> Iterator[Reading]:
    """Read one verb said of several: "A, B and C also lost", "A and B were among the leaders who won"."""
    if cue.id not in ("win", "lose") or scene.focus.earlier:
        return
    people = [m for m in scene.of_kind("candidate") if m.end <= cue.start]
    if len(people) < 2 or not _SAID_OF_ALL.fullmatch(scene.between(people[-1].end, cue.start)):
        return
    row = [people[-1]]
    for other in reversed(people[:-1]):
        between = scene.between(other.end, row[-1].start)
        if _OBJECT.search(scene.between(other.start - 40, other.start)):
            break
        verbs = any(other.end <= c.start < row[-1].start for c in scene.cues("win", "beat", "lose", "lead", "trail"))
        if verbs or other.candidates == row[-1].candidates or not _AND.fullmatch(between):
            break
        row.append(other)
    if len(row) > 1:
        yield from _each_of(scene, row[::-1], "lost" if cue.id == "lose" else "won")


def _listed_winners(scene: Scene) -> Iterator[Reading]:
    """Read the names behind "Winners:", "Among the losers were"."""
    if scene.focus.earlier:
        return
    found = list(_WINNERS.finditer(scene.lowered, scene.sentence.start, scene.sentence.end))
    for one in _THE_WINNER.finditer(scene.lowered, scene.sentence.start, scene.sentence.end):
        yield from _each_of(scene, [m for m in scene.of_kind("candidate") if m.start == one.end()], "won")
    for said, after in zip_longest(found, found[1:]):
        end = after.start() if after else clause(scene, said.end())[1]
        row = [m for m in scene.of_kind("candidate") if said.end() <= m.start and m.end <= end]
        yield from _each_of(scene, row, "won" if said.group(1) == "winners" else "lost")


def _each_of(scene: Scene, row: list[Mention], side: str) -> Iterator[Reading]:
    for person in row:
        actor = of_candidates(scene, person.candidates, person.start, person)
        if actor is not None:
            yield outcome_of(scene, actor, person.start, person.end, side)


def _is_noun(scene: Scene, cue: Mention) -> bool:
    """Whether a verb's word stands for a number of seats: "(wins and leads together)"."""
    return scene.between(cue.start, cue.end) == "wins" and bool(_AS_NOUN.match(scene.between(cue.end, cue.end + 12)))


def _takes_seat(scene: Scene) -> list[Mention]:
    """Find verbs that win only with a seat behind them: "took the Ladakh Lok Sabha seat", "has taken Marbury North"."""
    nouns = [
        Mention("cue", "win", noun.start(), noun.end())
        for pattern in (_A_WINNER, _NEW_MEMBER, _MEMBER_AGAIN, _SCORED_A_WIN)
        for noun in pattern.finditer(scene.lowered, scene.sentence.start, scene.sentence.end)
    ]
    nouns += [
        Mention("cue", "beat", sent.start(), sent.end())
        for sent in _SENDS.finditer(scene.lowered, scene.sentence.start, scene.sentence.end)
        if any(0 < m.start - sent.end() < 40 for m in scene.of_kind("candidate"))
    ]
    return nouns + [
        Mention("cue", "win", verb.start(), verb.end())
        for verb in _TAKES.finditer(scene.lowered, scene.sentence.start, scene.sentence.end)
        if _seat_behind(scene, verb.end())
        or _A_SEAT.match(scene.between(verb.end(), verb.end() + 50))
        or _seat_before(scene, verb.start(), verb.end())
    ]


def _seat_before(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb takes the seat named before a relative pronoun: "Mandu, which Nirmal Mahto took with …"."""
    seats = [m for m in scene.of_kind("constituency") if m.end <= start and start - m.end < 80]
    return (
        bool(seats)
        and _WHICH.fullmatch(scene.between(seats[-1].end, start)) is not None
        and _WITH_OR_END.match(scene.between(end, min(end + 10, scene.sentence.end))) is not None
    )


def _seat_behind(scene: Scene, at: int) -> Mention | None:
    """Give the constituency that a verb takes, right behind it."""
    place = next((m for m in scene.of_kind("constituency") if 0 < m.start - at <= 30), None)
    return place if place is not None and _TO_A_SEAT.fullmatch(scene.between(at, place.start)) else None


def _held_or_gained(scene: Scene, vocabulary: Vocabulary, told: set[tuple[str, str | None]]) -> Iterator[Reading]:
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


def _of_party(scene: Scene, cue: Mention, actor: Actor) -> Reading | None:
    """Read a party that wins or loses a seat named right behind the verb."""
    place = _seat_behind(scene, cue.end)
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


def _over_somebody(scene: Scene, cue: Mention, actor: Actor) -> Reading | None:
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


def _is_of_something_else(scene: Scene, cue: Mention, after: str) -> bool:
    """Whether a verb tells of votes, a deposit, a wire that a race goes down to: of no seat."""
    word = scene.between(cue.start, cue.end)
    if (_BAGS.fullmatch(word) and _VOTES_BEHIND.match(after)) or (word == "made it" and _SO_MANY.match(after)):
        return True
    # "won 17,650 votes" tells of votes
    if word.startswith(("won", "win")) and any(
        (n.noun == "vote" or n.unit == "percent") and 0 <= n.comparator_start - cue.end < 3 for n in scene.numbers
    ):
        return True
    # "polling was held on February 5"
    if word == "held on" and _PASSIVE.search(scene.between(cue.start - 16, cue.start)):
        return True
    if _NO_DEFEAT.match(after) or _NOT_A_SEAT.search(after[:40]):
        return True
    return cue.id == "lose" and re.match(r"^\s*(?:over|against)?\s*\d", after) is not None


def _who_acts(scene: Scene, vocabulary: Vocabulary, cue: Mention) -> Actor | None:
    """Find the subject of a verb; as a noun it tells of no one seat, and "the Democrat" is somebody named before."""
    if scene.between(cue.start, cue.end) in ("win", "defeat"):
        return None
    actor = actor_of(scene, vocabulary, cue.start)
    if actor is not None and actor.subject.type == "party" and actor.mention is not None:
        return one_of_party(scene, vocabulary, actor.mention) or actor
    return actor


def _outcome(scene: Scene, vocabulary: Vocabulary, cue: Mention) -> Reading | None:
    after = scene.between(cue.end, min(clause(scene, cue.start)[1], cue.end + 70))
    if _is_of_something_else(scene, cue, after):
        return None
    if cue.id == "win" and after.startswith(" by ") and _PASSIVE.search(scene.between(cue.start - 16, cue.start)):
        return won_by(scene, cue)
    passive = cue.id == "beat" and _is_passive(scene, cue, after)
    actor = _who_acts(scene, vocabulary, cue)
    if actor is None:
        return None
    if actor.subject.type == "candidate" and _ITS_SIDE.search(scene.between(cue.start - 40, cue.start)):
        return None
    if actor.subject.type != "candidate":
        return None if passive else _of_party(scene, cue, actor) or _over_somebody(scene, cue, actor)
    if re.match(r"^\s+(?:second|third|fourth|fifth|last|\d)", after) and scene.between(cue.start, cue.end).endswith(
        " to"
    ):
        # "fell to third" is a place
        return None
    if scene.focus.earlier and len(actor.candidates) > 1 and (two := _TWO.match(scene.lowered, cue.end)):
        return Reading(
            kind="history",
            role="won",
            start=cue.start,
            end=two.end(),
            subject=actor.subject,
            election=scene.focus.election,
            value=2,
            unit="seats",
            side="won",
            earlier=True,
        )
    if _reports_seats(scene, cue) or scene.between(cue.start, cue.end) in ("was home", "is home"):
        return None
    others = [m for m in scene.of_kind("candidate") if m.start >= cue.end and m.start - cue.end < 90]
    against = of_candidates(scene, others[0].candidates, cue.start, others[0]) if others and cue.id == "beat" else None
    if actor.mention is None and any(0 <= cue.start - n.noun_end < 10 and n.unit == "count" for n in scene.numbers):
        # "seven Independents also won" tells of nobody by name
        return None
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


def _is_passive(scene: Scene, cue: Mention, after: str) -> bool:
    """Whether somebody is told to be beaten, and not to beat: "was routed", "Y, beaten by 578 votes"."""
    before, word = scene.between(cue.start - 16, cue.start), scene.between(cue.start, cue.end)
    if _PASSIVE.search(before):
        return True
    if _HAS.search(before):
        return False
    return word == "beaten" or (word.endswith("ed") and bool(_BY_SOMEBODY.match(after)))


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
    stands = any(
        c.person in now.by_person
        if c.person
        else any(n.name == c.name for n in now.by_joined_sound.get(joined_sound_key(c.words), ()))
        for c in actor.candidates
    )
    if constituency is None or stands or scene.names is None:
        return _in(actor, constituency)
    seat = scene.names.seats.get(constituency)
    return Subject("constituency", seat.name, seat.id) if seat else _in(actor, constituency)
