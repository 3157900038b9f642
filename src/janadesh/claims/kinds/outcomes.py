"""Who won or lost a seat, told without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import one_of_party
from janadesh.claims.grammar import with_seat
from janadesh.claims.kinds.listed_outcomes import listed_outcomes
from janadesh.claims.kinds.listed_outcomes import outcomes_of_a_row
from janadesh.claims.kinds.party_outcomes import held_or_gained
from janadesh.claims.kinds.party_outcomes import party_over_somebody
from janadesh.claims.kinds.party_outcomes import party_takes
from janadesh.claims.kinds.seat_verbs import verbs_with_seat
from janadesh.claims.kinds.seats_taken import chosen_members
from janadesh.claims.kinds.seats_taken import other_seat
from janadesh.claims.kinds.seats_taken import same_elsewhere
from janadesh.claims.kinds.seats_taken import seats_gone_to
from janadesh.claims.kinds.seats_taken import won_by
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.seats_by_order import seat_by_order
from janadesh.claims.strangers import told_elsewhere
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
_ELECTED_PLACES = re.compile(r"^\s+(?:seats?|members?|representatives?|governments?|legislators?|mlas?|mps?|houses?)\b")
"""What makes "elected" say only which seats are meant: "Parliament has 61 elected seats"."""
_A_FIGURE = re.compile(
    r"^\s+(?:second|third|fourth|fifth|last|\d|(?:just|only|barely|nearly|almost|about|around|some|under|over|below|an?)\s"
    r"(?:\w+\s){0,2}?(?:\d|low|high|record|single|handful|third|half|quarter))"
)
_WHICH_HE_HAD = re.compile(r"\b(?:which|that|where)\s+(?:he|she|it|they)\s+had\s+(?:\w+\s+){0,2}$")
_WERE = re.compile(r"\b(?:was|were)\s+$")
_SO_MANY = re.compile(r"^\s+(?:two|three|four|five|six|seven|\d)\b")
_NEGATED = re.compile(
    r"\b(?:not(?! just| only)|n't|never|would|could|may|might|can|if|(?<!had )to|will|should|hopes?|hoping|"
    r"must)\s+(?:\w+\s+)?$|"
    r"\b(?:of|without|from|before|despite|chances?|bid|as|in)\s+$"
)
_ITS_SIDE = re.compile(
    r"\b(?:his|her|their|the)\s+(?:\w+\s+)?(?:side|party|camp|team|alliance|bloc|coalition|front|"
    r"outfit)\s+(?:has\s+|had\s+)?"
    r"(?:also\s+)?$"
)
_BAGS = re.compile(r"bag\w*|pocketed|secur\w*|captur\w*|snatch\w*")
_VOTES_BEHIND = re.compile(r"^\s*(?:a total of|just|only|over|about|nearly|around|more than|some)?\s*\d")
_AS_NOUN = re.compile(r"^\s+(?:and|or|/)\s+leads\b|^\s*\)")
_BOTH = re.compile(r"\bboth\b")


def outcome_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read wins and defeats of candidates; one status a verb."""
    told: set[tuple[str, str | None]] = set()
    for cue in sorted([*scene.cues("win", "beat", "lose"), *verbs_with_seat(scene)], key=lambda c: c.start):
        if _NEGATED.search(scene.between(cue.start - 24, cue.start)) or _is_noun(scene, cue):
            continue
        reading = _outcome(scene, vocabulary, cue)
        for one in [*outcomes_of_a_row(scene, cue), *([reading] if reading is not None else [])]:
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
    yield from held_or_gained(scene, vocabulary, told)
    for one in (*listed_outcomes(scene), *chosen_members(scene), *seats_gone_to(scene, vocabulary)):
        if one.subject is not None and (one.subject.name, one.side) not in told:
            told.add((one.subject.name, one.side))
            yield one


def _is_noun(scene: Scene, cue: Mention) -> bool:
    """Whether a verb's word stands for a number of seats: "(wins and leads together)"."""
    return scene.between(cue.start, cue.end) == "wins" and bool(_AS_NOUN.match(scene.between(cue.end, cue.end + 12)))


def _is_of_something_else(scene: Scene, cue: Mention, after: str) -> bool:
    """Whether a verb tells of votes, a deposit, a wire that a race goes down to: of no seat."""
    word = scene.between(cue.start, cue.end)
    if word == "lost" and _WERE.search(scene.between(cue.start - 8, cue.start)):
        # "both were lost" tells of seats
        return True
    if not scene.focus.earlier and _WHICH_HE_HAD.search(scene.between(cue.start - 40, cue.start)):
        # "lost Rochdale, which he had won in February" tells of some time before
        return True
    if word == "elected" and _ELECTED_PLACES.match(after):
        return True
    if (_BAGS.fullmatch(word) and _VOTES_BEHIND.match(after)) or (word == "made it" and _SO_MANY.match(after)):
        return True
    # "won 17,650 votes" tells of votes
    if word.startswith(("won", "win")) and any(
        (n.noun == "vote" or n.unit == "percent")
        and n.comparator_start >= cue.end
        and not scene.between(cue.end, n.comparator_start).strip()
        for n in scene.numbers
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
    if actor is not None and cue.id == "lose" and told_elsewhere(scene, actor.candidates, cue.end, cue.end + 60):
        # "lost to Engineer Rashid in Baramulla" tells of another election
        return None
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
        return None if passive else party_takes(scene, cue, actor) or party_over_somebody(scene, cue, actor)
    if _A_FIGURE.match(after) and scene.between(cue.start, cue.end).endswith(" to"):
        # "fell to third" is a place, and "fell to just under 60 per cent" a turnout
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
    by_order = seat_by_order(scene, cue.start)
    if by_order in seats:
        return by_order
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
