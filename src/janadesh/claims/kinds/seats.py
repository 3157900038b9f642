"""Seats told as numbers: won and led by a party, or given to it in a deal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import as_actor
from janadesh.claims.kinds.changes import before_a_change
from janadesh.claims.kinds.houses import house_reading
from janadesh.claims.kinds.houses import is_house
from janadesh.claims.kinds.houses import is_mark
from janadesh.claims.kinds.houses import seats_that_vote
from janadesh.claims.kinds.seat_owners import COMES_FROM
from janadesh.claims.kinds.seat_owners import came_from
from janadesh.claims.kinds.seat_owners import others_told
from janadesh.claims.kinds.seat_owners import owners_after
from janadesh.claims.kinds.seat_owners import owners_before
from janadesh.claims.kinds.seat_regions import part_of
from janadesh.claims.kinds.seat_regions import region_behind
from janadesh.claims.kinds.seat_regions import unnamed_part
from janadesh.claims.kinds.seats_contested import IS_CONTESTED
from janadesh.claims.kinds.seats_contested import first_of_so_many
from janadesh.claims.kinds.seats_contested import friendly_seats
from janadesh.claims.kinds.seats_contested import second_of_so_many
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

SEAT_NOUNS = frozenset(
    {
        "seat",
        "constituency",
        "segment",
        "place",
        "mla",
        "member",
        "legislator",
        "mp",
        "nominee",
        "winner",
        "win",
        "lead",
    }
)
_OF_SOME = re.compile(
    r"(?:and\s+|but\s+|in\s+[^,;.\d]{2,40},\s+)?(?:out\s+)?of\s+(?:the|these|those|its|his|their)\s+[\w-]+\s+(?:\w+\s+)?"
    r"(?:seats|constituencies|contests)\s+(?:that\s+|which\s+|where\s+)?(?:were\s+|was\s+)?"
    r"(?:decided|settled|won by|lost by|changed|switched|flipped|with an?|held by|vacated|had gone|it had|they had)\b"
)
"""How a sentence begins that tells of some seats only, and how many of them somebody took."""
_TOGETHER = re.compile(r"\b(?:together|between them|jointly|put together|combined)\s+(?:[a-z]+\s+){1,3}$")
_BY = re.compile(r"\bby\s+(?:just\s+|only\s+|a mere\s+)*$")
_ALL = re.compile(r"\ball\s+(?:the\s+|of\s+the\s+)?$")
_BETTERED_BY = re.compile(r"\b(?:tally|total|performance|score|figure|count|haul|mark|showing)\s+(?:there\s+)?by\s+$")
_OF_SO_MANY_AFTER = re.compile(r"^\s+of\s+\d")
_OTHER_NOUN = re.compile(
    r"^\s+(?!(?:and|or|for|to|each|apiece|in|of|with|while|as|at|from|but|more|seats?|is|are|was|were|went|goes|"
    r"go|have|has|"
    r"had|after|on|by|this|against|so|not|when|just|constituenc|others?|wins?|leads?|here|there|out|if|against|"
    r"polled|voted|"
    r"all|only|will|would|belong|now|today|yesterday|following|behind|ahead|which|that|who|compared|makes?|"
    r"puts?|leaves?|gives?|takes?|came|come|than|up|down|too)\b)[a-z]"
)
_MANIFOLD = re.compile(r"^-(?:way|cornered|time|term|point|page|day|hour|year|stage|phase|party|man|fold|horse)\b")
"""What makes a number a word of its own: "a three-way race"."""
_MORE_OF_ELSE = re.compile(
    r"^\s+more\s+(?!seats?|constituenc|in\b|than|from|for|and|to|at|while|each|on\b|with|here|there|after|so\b)[a-z]"
)
_TO = re.compile(r"^\s+to\b")
_ORDINAL = re.compile(r"\b(?:second|third|fourth|fifth|another)\s+$")
_AGE_BEFORE = re.compile(r"[a-z]\)?,\s*$")
_AGE_BEHIND = re.compile(r"^,\s*(?!and\b|while\b|but\b|with\b)[a-z]+\s")
_YOUNGEST = 18
"""Years of age from which a bare number between commas behind a name is an age."""
_OF_SO_MANY = re.compile(r"^\s*(?:out\s+)?of\s+(?:the\s+)?$")
_OF_THOSE_FOUGHT = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+)?[\w-]{1,12}\s+(?:assembly\s+)?(?:seats|constituencies)\s+"
    r"(?:(?:that\s+|which\s+)?(?:it|they|he|she)?\s*(?:had\s+|has\s+|have\s+)?(?:contested|fought)|"
    r"(?:given|allotted|left|allocated)\s+to)\b"
)
"""What follows the seats that a party won of those it stood in: "34 of the 43 seats it fought"."""
_DO_SOMETHING = re.compile(
    r"^\s+(?:went|fell|parted|had|have|are|were|agreed|decided|would|could|did|met|split|joined|stood|fought)\b"
    r"(?! to (?:the|its|their)\b)"
)
"""What follows "the two", "the three" where they are parties or people and no seats: "the two fell out"."""
_DIFFERS = re.compile(r"\s+(?:seats?\s+)?(?:more|fewer|less|better|worse|short)\s+(?:than|of)\b")
"""What makes a number a difference, and nobody's total: "four more than last time"."""
_PARTITIVE = re.compile(
    r"^\s+(?:out\s+)?of\s+(?:the|all|its|their|these|those)\b"
    r"(?!\s+(?:[\w&-]+\s+){0,2}?(?:state|house|assembly|legislature|territory|capital|province|country|chamber|parliament)\b(?!'))"
)


def seat_number(scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int) -> Iterator[Reading]:
    """Read one number of seats: a party's, a deal's, or the house's own."""
    left = scene.between(since, number.comparator_start)
    right = scene.between(number.noun_end, until)
    before = before_a_change(scene, vocabulary, number, since)
    if before is not None:
        yield before
        return
    if not _counts_seats(scene, number, left, right):
        return
    whose = any(m.end <= number.start for m in scene.of_kind("party", "alliance"))
    contested = bool(IS_CONTESTED.match(right))
    if _OF_SO_MANY.search(left) and (whose if contested else number.noun is None):
        yield from second_of_so_many(scene, vocabulary, number)
        return
    if IS_CONTESTED.match(right):
        yield from first_of_so_many(scene, vocabulary, number)
        return
    friendly = friendly_seats(scene, number, vocabulary)
    if friendly is not None:
        yield friendly
        return
    owners = owners_after(scene, number, right)
    partitive = _PARTITIVE.match(right) and not seats_that_vote(scene, number)
    if not owners and not partitive and is_house(scene, number, left, right):
        yield house_reading(scene, number, left, right)
        return
    owners = owners or owners_before(scene, number, since)
    if not owners and (others := others_told(scene, number, since)) is not None:
        yield _of_party(scene, number, Subject("party", "Others"), others, until)
    for owner in owners:
        actor = as_actor(scene, vocabulary, owner, number.start)
        if actor is None:
            continue
        yield _of_party(scene, number, actor.subject, owner, until)


def _counts_seats(scene: Scene, number: Number, left: str, right: str) -> bool:
    """Whether a number can be one of seats: no fraction, no end of a range, not the 62 of "fell from 62 to 22"."""
    if number.value != int(number.value) or (number.range_with is not None and not came_from(scene, number)):
        return False
    if _TOGETHER.search(left) and len({m.id for m in scene.of_kind("party") if m.end <= number.start}) > 1:
        # "the NC and the Congress together won 48": of neither, and of no alliance that has further members
        return False
    if number.noun is None and _BY.search(left):
        # "won by Labour by 15" tells a margin
        return False
    if _OF_SOME.match(scene.lowered, scene.sentence.start) or _is_all_of_a_list(scene, number, left):
        # "Of the ten seats decided by fewer than 3,000 votes the BJP took six" tells of no total
        return False
    if number.noun in (None, "seat") and _DIFFERS.match(scene.lowered, number.end):
        return False
    from_here = COMES_FROM.search(scene.between(number.start - 12, number.start))
    if from_here and _TO.match(scene.between(number.noun_end, number.noun_end + 5)):
        return False
    return number.noun is not None or not _is_other_thing(scene, number, left, right)


def _is_all_of_a_list(scene: Scene, number: Number, left: str) -> bool:
    """Whether a number only counts the seats just listed, or tells a difference: "A, B and C: it won all three"."""
    if _BETTERED_BY.search(left):
        return True
    listed = {m.id for m in scene.of_kind("constituency") if m.end <= number.start}
    return number.value > 1 and len(listed) == number.value and _ALL.search(left) is not None


def _is_other_thing(scene: Scene, number: Number, left: str, right: str) -> bool:
    """Whether a bare number counts something else: an age, "one more surprise", "a third zero", "AAP's ten" years."""
    if is_mark(left, right):
        return False
    if left.endswith("the ") and number.word and _DO_SOMETHING.match(right):
        return True
    if _OTHER_NOUN.match(right) or _MANIFOLD.match(right) or _MORE_OF_ELSE.match(right) or _ORDINAL.search(left):
        return True
    if _AGE_BEFORE.search(left) and _AGE_BEHIND.match(right) and number.value >= _YOUNGEST:
        return True
    before = [n for n in scene.numbers if n.end <= number.start]
    return left.endswith("'s ") and bool(before) and before[-1].unit not in ("count", "percent")


def _of_party(scene: Scene, number: Number, subject: Subject, owner: Mention, until: int) -> Reading:
    contested = scene.stage != "counted" or _is_contest(scene, number)
    lost = any(c.id == "lose" and owner.start <= c.start <= number.start for c in scene.cues("lose"))
    side = "lost" if lost else "contested" if contested else "won"
    leading = any(owner.start - 20 <= c.start <= until for c in scene.cues("lead", "trail"))
    start = min(owner.start, number.start) if owner.start >= scene.sentence.start else number.start
    end = max(number.noun_end, owner.end)
    earlier = scene.focus.earlier
    kind = "history" if earlier else "contest" if contested and number.value else "seats"
    end_of_number = number.noun_end
    region = region_behind(scene, end_of_number) or part_of(scene, number) or unnamed_part(scene, end_of_number)
    return Reading(
        kind=kind,
        start=start,
        end=end,
        subject=subject,
        election=scene.focus.election,
        value=int(number.value),
        unit="seats",
        comparator=number.comparator,
        side="leading" if leading and side == "won" else side,
        while_counting=leading or scene.counting,
        earlier=earlier,
        role="seats" if earlier else None,
        scope="region" if region else None,
        scope_name=region,
    )


def _is_contest(scene: Scene, number: Number) -> bool:
    after = scene.between(number.end, number.end + 12)
    before = scene.between(number.comparator_start - 30, number.comparator_start)
    if _OF_THOSE_FOUGHT.match(scene.lowered, number.end):
        return False
    listed = scene.lowered[: number.start].rstrip().endswith(":")
    if scene.heading & {"contest", "allot"} and not scene.heading & {"win", "lead", "final"}:
        return True
    if listed and (_PARTITIVE.match(after) or _OF_SO_MANY_AFTER.match(after)):
        return False
    if re.search(
        r"\b(?:given|allotted|allocated|assigned|contest(?:ed|s|ing)?|fought)\s+"
        r"(?:in\s+|on\s+|as many as\s+|only\s+|just\s+)?$",
        before,
    ):
        return True
    if scene.cues("win", "lead", "lose", "trail"):
        return bool(
            re.search(
                r"seats?\s+(?:it|he|they|"
                r"she)?\s*contested\s*$",
                scene.between(number.end, number.noun_end + 15),
            )
        )
    return bool(scene.cues("contest", "allot", "friendly"))
