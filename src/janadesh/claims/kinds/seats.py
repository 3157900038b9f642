"""Seats told as numbers: won and led by a party, or given to it in a deal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import has_own_number
from janadesh.claims.grammar import head_of
from janadesh.claims.kinds.changes import before_a_change
from janadesh.claims.kinds.houses import PLACES
from janadesh.claims.kinds.houses import house_reading
from janadesh.claims.kinds.houses import is_house
from janadesh.claims.kinds.houses import is_mark
from janadesh.claims.kinds.houses import seats_that_vote
from janadesh.claims.kinds.seat_regions import part_of
from janadesh.claims.kinds.seat_regions import region_behind
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
_FOR = re.compile(
    r"^[\s)]*(?:(?:of them|more|each|assembly|seats?)\s+)*(?:(?:has|have|had|were|was|is|are)\s+)?(?:been\s+)?"
    r"(?:for|to|with|won by|bagged by|taken by|held by|"
    r"goes to|go to|went to|gone to|fall to|falls to|left for|"
    r"left to|set aside for|kept aside for|"
    r"given to|allotted to|will go to|in the kitty of|(?:spared|earmarked|ceded|conceded|reserved|offered|allocated|"
    r"assigned|handed|vacated|set apart|put aside|going|kept|meant)\s+(?:for|to))\s+(?:the\s+|"
    r"its\s+\w+,?\s+(?:the\s+)?)?"
)
_OF = re.compile(r"^\s+(?:of|from)\s+(?:the\s+)?")
_OF_SO_MANY_AFTER = re.compile(r"^\s+of\s+\d")
_IT = re.compile(r"\b(?:it|its|the party|the outfit|they)\b")
_LISTED = re.compile(r"[\s)]*(?:,|and|, and|&)[\s(]*(?:the\s+)?")
_EACH = re.compile(r"^[\s,]*(?:(?:seats?|members?)\s+)?(?:for\s+)?(?:each|apiece)\b")
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
_OPENS = re.compile(
    r"\W*(?:with|by|after|having|on)?\s*(?:winning|won|securing|bagging|taking|leading in|ahead in|leads in)?\s*"
    r"(?:in\s+|its\s+|a total of\s+|just\s+|only\s+)*"
)
_COMMA_THE = re.compile(
    r"[^,]{0,24},\s*(?:the\s+)?(?:[\w'-]+\s+){0,2}$|"
    r"[^,;]{0,40}\b(?:house|assembly|"
    r"parliament|commons),?\s+(?:the\s+)?$"
)
"""What stands between an opening "With 42 seats" and whose they are: ", the NC"."""
_AND_THEN = re.compile(r"\s*(?:,|and\b|then\b)\s[^,;]{0,16}$")
_FROM = re.compile(r"\bfrom\s+(?:just\s+|the\s+|its\s+)?$")
_TO = re.compile(r"^\s+to\b")
_YEAR_ONLY = re.compile(r"^\W*(?:and\s+|but\s+)?(?:in|of)\s+(?:19|20)\d\d\W+(?:just\s+|only\s+)?$")
_THAN = re.compile(r"(?:from|than|against|compared (?:to|with)|(?:up|down) from)\b[^,;]{0,14}$")
"""How the part of a sentence begins that compares with an earlier election."""
_ORDINAL = re.compile(r"\b(?:second|third|fourth|fifth|another)\s+$")
_AGE_BEFORE = re.compile(r"[a-z]\)?,\s*$")
_AGE_BEHIND = re.compile(r"^,\s*(?!and\b|while\b|but\b|with\b)[a-z]+\s")
_YOUNGEST = 18
"""Years of age from which a bare number between commas behind a name is an age."""
_OTHERS_HAVE = re.compile(
    r"\s*(?:[:(-]|(?:have|has|had|got|get|won|at|on|with|are|were|is|was|leading|ahead|in|put together|together|"
    r"taken|account for|"
    r"make up|bagged|secured|the)\s*)*\s*"
)
_TO_OTHERS = re.compile(
    r"[\s,)]*(?:(?:is|are|were|was|goes|go|went|have|has|gone|seats?)\s+)*(?:for|to|with|by)\s+(?:the\s+)?"
)
_OF_SO_MANY = re.compile(r"^\s*(?:out\s+)?of\s+(?:the\s+)?$")
_PARTITIVE = re.compile(
    r"^\s+(?:out\s+)?of\s+(?:the|all|its|their|these|those)\b"
    r"(?!\s+(?:[\w&-]+\s+){0,2}?(?:state|house|assembly|legislature|territory|capital|province|country|chamber|parliament)\b(?!'))"
)
_FACING = re.compile(
    r"\b(?:face each other|against each other|with each other|candidates of both|both have candidates|"
    r"both (?:parties )?have put up|see(?:s|ing)? both|both (?:parties|partners|allies|sides) (?:will |would |"
    r"to )?(?:contest|"
    r"fight|stand|be in)|against one another|friendly(?![\"”’]?\s+(?:partners?|allies|parties|rivals?|forces|"
    r"neighbou?rs?)))\b"
)
_CONTESTED = re.compile(r"^\s*(?:that\s+)?(?:it|they|he|she)?\s*(?:had\s+|has\s+)?(?:contested|fought)\b")


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
    contested = bool(_CONTESTED.match(right))
    if _OF_SO_MANY.search(left) and (whose if contested else number.noun is None):
        yield from _so_many_contested(scene, vocabulary, number)
        return
    if _CONTESTED.match(right):
        yield from _of_so_many(scene, vocabulary, number)
        return
    friendly = _friendly(scene, number, vocabulary)
    if friendly is not None:
        yield friendly
        return
    owners = _owners_after(scene, number, right)
    partitive = _PARTITIVE.match(right) and not seats_that_vote(scene, number)
    if not owners and not partitive and is_house(scene, number, left, right):
        yield house_reading(scene, number, left, right)
        return
    owners = owners or _owners_before(scene, number, since)
    if not owners and (others := _others(scene, number, since)) is not None:
        yield _of_party(scene, number, Subject("party", "Others"), others, until)
    for owner in owners:
        actor = as_actor(scene, vocabulary, owner, number.start)
        if actor is None:
            continue
        yield _of_party(scene, number, actor.subject, owner, until)


def _counts_seats(scene: Scene, number: Number, left: str, right: str) -> bool:
    """Whether a number can be one of seats: no fraction, no end of a range, not the 62 of "fell from 62 to 22"."""
    if number.value != int(number.value) or (number.range_with is not None and not _came_from(scene, number)):
        return False
    from_here = _FROM.search(scene.between(number.start - 12, number.start))
    if from_here and _TO.match(scene.between(number.noun_end, number.noun_end + 5)):
        return False
    return number.noun is not None or not _is_other_thing(scene, number, left, right)


def _is_other_thing(scene: Scene, number: Number, left: str, right: str) -> bool:
    """Whether a bare number counts something else: an age, "one more surprise", "a third zero", "AAP's ten" years."""
    if is_mark(left, right):
        return False
    if _OTHER_NOUN.match(right) or _MANIFOLD.match(right) or _MORE_OF_ELSE.match(right) or _ORDINAL.search(left):
        return True
    if _AGE_BEFORE.search(left) and _AGE_BEHIND.match(right) and number.value >= _YOUNGEST:
        return True
    before = [n for n in scene.numbers if n.end <= number.start]
    return left.endswith("'s ") and bool(before) and before[-1].unit not in ("count", "percent")


def _came_from(scene: Scene, number: Number) -> Number | None:
    """Give the number that this one was before: the 62 of "fell from 62 to 22"."""
    before = [n for n in scene.numbers if n.end <= number.start]
    if not before or scene.between(before[-1].noun_end, number.start).strip() != "to":
        return None
    return before[-1] if _FROM.search(scene.between(before[-1].start - 12, before[-1].start)) else None


def _others(scene: Scene, number: Number, since: int) -> Mention | None:
    """Find the words for all other parties that a number is said of: "others 13", "one for others"."""
    for cue in scene.cues("others"):
        before = since <= cue.start and cue.end <= number.start
        behind = cue.start >= number.noun_end and _TO_OTHERS.fullmatch(scene.between(number.noun_end, cue.start))
        if (before and _OTHERS_HAVE.fullmatch(scene.between(cue.end, number.start))) or behind:
            return cue
    return None


def _friendly(scene: Scene, number: Number, vocabulary: Vocabulary) -> Reading | None:
    """Read the seats in which partners stand against each other."""
    facing = _FACING.search(scene.lowered, scene.sentence.start, scene.sentence.end)
    if facing is None or scene.alliance is None or number.noun not in (None, *PLACES):
        return None
    if any(0 <= number.start - m.end < 14 or 0 <= m.start - number.noun_end < 12 for m in scene.of_kind("party")):
        return None
    away = facing.start() - number.noun_end if facing.start() >= number.end else number.start - facing.end()
    if away > 70 or any(n is not number and _between(n.start, number, facing) for n in scene.numbers):
        return None
    return Reading(
        kind="contest",
        start=min(number.start, facing.start()),
        end=max(number.noun_end, facing.end()),
        subject=Subject("alliance", vocabulary.alliances[scene.alliance], scene.alliance),
        election=scene.focus.election,
        value=int(number.value),
        unit="seats",
        comparator=number.comparator,
        side="friendly",
    )


def _between(at: int, number: Number, facing: re.Match[str]) -> bool:
    return min(number.start, facing.start()) < at < max(number.end, facing.end())


def _so_many_contested(scene: Scene, vocabulary: Vocabulary, number: Number) -> Iterator[Reading]:
    """Read the second of "JMM: 34 of the 43 seats it contested", in an item of a list."""
    parties = [m for m in scene.of_kind("party", "alliance") if m.end <= number.start]
    if not (scene.sentence.starts_line and scene.sentence.ends_line) or not parties:
        return
    actor = as_actor(scene, vocabulary, parties[-1], number.start)
    if actor is None:
        return
    yield _contested(scene, number, actor.subject, number.noun_end)


def _of_so_many(scene: Scene, vocabulary: Vocabulary, number: Number) -> Iterator[Reading]:
    """Read "of the 43 seats that it contested, the JMM won 34": the first number is what it stood in."""
    parties = scene.of_kind("party", "alliance")
    behind = [m for m in parties if m.start >= number.noun_end]
    before = [m for m in parties if m.end <= number.start]
    said = _CONTESTED.match(scene.between(number.noun_end, scene.sentence.end))
    owner = behind[0] if behind and (not before or "it" in (said.group() if said else "").split()) else None
    owner = owner or (before[-1] if before else None)
    actor = as_actor(scene, vocabulary, owner, number.start) if owner else None
    if actor is not None and said is not None:
        yield _contested(scene, number, actor.subject, number.noun_end + said.end())


def _contested(scene: Scene, number: Number, subject: Subject, end: int) -> Reading:
    return Reading(
        kind="history" if scene.focus.earlier else "contest",
        role="contested" if scene.focus.earlier else None,
        start=number.start,
        end=end,
        subject=subject,
        election=scene.focus.election,
        value=int(number.value),
        unit="seats",
        comparator=number.comparator,
        side="contested",
        earlier=scene.focus.earlier,
    )


def _owners_after(scene: Scene, number: Number, right: str) -> list[Mention]:
    """Find the parties that a number of seats is said to go to: "32 for the Congress"."""
    parties = scene.of_kind("party", "alliance")
    members = _OF.match(right) if number.noun in (None, "member", "mla", "mp", "legislator") else None
    if members is not None:
        begin = number.noun_end + members.end()
        return [m for m in parties if m.start == begin and not scene.between(m.end, m.end + 2).startswith("'")][:1]
    after = _FOR.match(right)
    if not after:
        return []
    begin = number.noun_end + after.end()
    first = [m for m in parties if begin - 3 <= m.start <= begin + 4 and not has_own_number(scene, m)][:1]
    if not first or "each" not in after.group():
        return first
    row = first
    for other in parties[parties.index(first[0]) + 1 :]:
        if not _LISTED.fullmatch(scene.between(row[-1].end, other.start)):
            break
        row.append(other)
    return row


def _owners_before(scene: Scene, number: Number, since: int) -> list[Mention]:
    """Find the parties or alliances that a number of seats is said of: "the BJP got 21", "A, B and C one each"."""
    parties = scene.of_kind("party", "alliance")
    first = _came_from(scene, number)
    if first is not None:
        earlier = [m for m in parties if m.end <= first.start]
        return earlier[-1:]
    item = _of_item(scene, parties, number)
    if item is not None:
        return [item]
    before = [m for m in parties if m.start >= since and m.end <= number.start]
    if not before:
        carried = scene.last_party
        if carried is not None and scene.lowered[scene.sentence.start] == ",":
            # the rest of a sentence behind a clause about an earlier election
            return [carried]
        if (
            carried is not None
            and scene.focus.earlier
            and _AND_THEN.match(scene.between(scene.sentence.start, number.start))
        ):
            return [carried]
        opening = _OPENS.fullmatch(scene.between(clause(scene, number.start)[0], number.comparator_start))
        behind = next((m for m in parties if 0 < m.start - number.noun_end < 60), None) if opening else None
        if opening is not None and re.fullmatch(r"\W*in\s+", opening.group()):
            # "In 14 seats, the Congress polled more" tells where, not how many it won
            return []
        if behind is not None and _COMMA_THE.match(scene.between(number.noun_end, behind.start)):
            return [behind]
        told = bool(scene.cues("win", "lead", "lose"))
        told = told and bool(_IT.search(scene.between(scene.sentence.start, number.start)))
        start = scene.sentence.start if scene.is_line else clause(scene, number.start)[0]
        same = [m for m in parties if start <= m.start and m.end <= since]
        told_after = number.noun in ("lead", "win") and scene.between(since, number.start).strip() in (
            "and",
            ",",
            "with",
            "and",
        )
        if same and (told_after or any(since <= c.start and c.end <= number.start for c in scene.cues("lead", "win"))):
            # "AAP has 20 in all and is ahead in two more", "21 wins and three leads"
            return [same[-1]]
        here = [m for m in scene.of_kind("candidate", "party", "alliance") if m.end <= number.start]
        compared = _THAN.match(scene.between(scene.sentence.start, number.start))
        words = scene.between(scene.sentence.start, number.start)
        of_past = compared is not None or any(said.search(words) for said in (_IT, _YEAR_ONLY))
        told = told or (scene.focus.earlier and of_past)
        return [carried] if carried is not None and told and not here else []
    if _EACH.match(scene.between(number.end, number.noun_end + 14)):
        return _joined(scene, parties, before[-1])
    head = head_of(scene, before, number.start)
    return [head] if head is not None else []


def _of_item(scene: Scene, parties: list[Mention], number: Number) -> Mention | None:
    """Find whose an item of a list is, whatever it says of others: "AJSU (the BJP's ally): 6"."""
    if not scene.is_line or not parties or not scene.lowered[: number.start].rstrip().endswith(":"):
        return None
    bar = scene.lowered.rfind("|", scene.sentence.start, number.start)
    parties = [m for m in parties if m.start > bar and m.end <= number.start] if bar >= 0 else parties
    if not parties:
        return None
    first = parties[0]
    if bar >= 0:
        return first
    bullet = re.fullmatch(r"[\W_]*(?:the\s+)?", scene.between(scene.sentence.start, first.start))
    return first if bullet and first.end <= number.start else None


def _joined(scene: Scene, parties: list[Mention], last: Mention) -> list[Mention]:
    """Take the parties listed up to one: "the BSP, the CPI(M) and the DPAP"."""
    row = [last]
    for other in reversed(parties[: parties.index(last)]):
        if not _LISTED.fullmatch(scene.between(other.end, row[-1].start)):
            break
        row.append(other)
    return row[::-1]


def _of_party(scene: Scene, number: Number, subject: Subject, owner: Mention, until: int) -> Reading:
    contested = scene.stage != "counted" or _is_contest(scene, number)
    lost = any(c.id == "lose" and owner.start <= c.start <= number.start for c in scene.cues("lose"))
    side = "lost" if lost else "contested" if contested else "won"
    leading = any(owner.start - 20 <= c.start <= until for c in scene.cues("lead", "trail"))
    start = min(owner.start, number.start) if owner.start >= scene.sentence.start else number.start
    end = max(number.noun_end, owner.end)
    earlier = scene.focus.earlier
    kind = "history" if earlier else "contest" if contested and number.value else "seats"
    region = region_behind(scene, number.noun_end) or part_of(scene, number)
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
    listed = scene.lowered[: number.start].rstrip().endswith(":")
    if scene.heading & {"contest", "allot"} and not scene.heading & {"win", "lead", "final"}:
        return True
    if listed and (_PARTITIVE.match(after) or _OF_SO_MANY_AFTER.match(after)):
        return False
    if re.search(r"\b(?:contest(?:ed|s|ing)?|fought)\s+(?:in\s+|on\s+|as many as\s+|only\s+|just\s+)?$", before):
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
