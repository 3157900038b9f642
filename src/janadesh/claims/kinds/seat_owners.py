"""Whose a number of seats is: the party, the alliance or the others that it is said of."""

from __future__ import annotations

import re

from janadesh.claims.grammar import clause
from janadesh.claims.grammar import has_own_number
from janadesh.claims.grammar import head_of
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.names.numbers import Number

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
_IT = re.compile(r"\b(?:it|its|the party|the outfit|they)\b")
_OF_ALL = re.compile(
    r"\b(?:government|coalition|combine|opposition)(?:'s|’s)\s+(?:\w+\s+)?(?:strength|tally|total|numbers?)\s+(?:up\s+)?"
    r"(?:to|at|is|stands at|goes to)\s+$|"
    r"\btheir\s+(?:combined|joint|collective)\s+(?:tally|strength|total|score|number|seats)\b[^;,.]{0,30}$"
)
"""What makes a number that of everybody on one side: "they take the government's strength to 54"."""
_TOGETHER = re.compile(
    r"\b(?:together|between them|combined)\b,?\s+(?:they|the\s+(?:two|three|four|allies|partners|parties))\s|"
    r"\bthe\s+(?:two|three|four|allies|partners|parties)\s+together\b|\bthey\s+(?:\w+\s+)?together\b"
)
"""How partners' seats are told as one number: "Together they have 49"."""
_LISTED = re.compile(r"[\s)]*(?:,|and|, and|&)[\s(]*(?:the\s+)?")
_EACH = re.compile(r"^[\s,]*(?:(?:seats?|members?)\s+)?(?:for\s+)?(?:each|apiece)\b")
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
COMES_FROM = re.compile(r"\bfrom\s+(?:just\s+|the\s+|its\s+)?$")
_YEAR_ONLY = re.compile(r"^\W*(?:and\s+|but\s+)?(?:in|of)\s+(?:19|20)\d\d\W+(?:just\s+|only\s+)?$")
_THAN = re.compile(r"(?:from|than|against|compared (?:to|with)|(?:up|down) from)\b[^,;]{0,14}$")
"""How the part of a sentence begins that compares with an earlier election."""
_OTHERS_HAVE = re.compile(
    r"\s*(?:[:(-]|(?:have|has|had|got|get|won|at|on|with|are|were|is|was|leading|ahead|in|put together|together|"
    r"taken|account for|"
    r"make up|bagged|secured|the)\s*)*\s*"
)
_TO_OTHERS = re.compile(
    r"[\s,)]*(?:(?:is|are|were|was|goes|go|went|have|has|gone|seats?)\s+)*(?:for|to|with|by)\s+(?:the\s+)?"
)


def came_from(scene: Scene, number: Number) -> Number | None:
    """Give the number that this one was before: the 62 of "fell from 62 to 22"."""
    before = [n for n in scene.numbers if n.end <= number.start]
    if not before or scene.between(before[-1].noun_end, number.start).strip() != "to":
        return None
    return before[-1] if COMES_FROM.search(scene.between(before[-1].start - 12, before[-1].start)) else None


def others_told(scene: Scene, number: Number, since: int) -> Mention | None:
    """Find the words for all other parties that a number is said of: "others 13", "one for others"."""
    for cue in scene.cues("others"):
        before = since <= cue.start and cue.end <= number.start
        behind = cue.start >= number.noun_end and _TO_OTHERS.fullmatch(scene.between(number.noun_end, cue.start))
        if (before and _OTHERS_HAVE.fullmatch(scene.between(cue.end, number.start))) or behind:
            return cue
    return None


def owners_after(scene: Scene, number: Number, right: str) -> list[Mention]:
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


def owners_before(scene: Scene, number: Number, since: int) -> list[Mention]:
    """Find the parties or alliances that a number of seats is said of: "the BJP got 21", "A, B and C one each"."""
    if _OF_ALL.search(scene.between(scene.sentence.start, number.comparator_start)):
        return []
    parties = scene.of_kind("party", "alliance")
    first = came_from(scene, number)
    if first is not None:
        earlier = [m for m in parties if m.end <= first.start]
        return earlier[-1:]
    item = _of_item(scene, parties, number)
    if item is not None:
        return [item]
    before = [m for m in parties if m.start >= since and m.end <= number.start]
    if not before:
        return _carried_owners(scene, parties, number, since)
    if _EACH.match(scene.between(number.end, number.noun_end + 14)):
        return joined_up_to(scene, parties, before[-1])
    head = head_of(scene, before, number.start)
    return [head] if head is not None else []


def _carried_owners(scene: Scene, parties: list[Mention], number: Number, since: int) -> list[Mention]:
    """Find whose seats a number is where nobody is named right before it: whom the words before spoke of."""
    carried = scene.last_party
    if scene.lowered[scene.sentence.start] == ",":
        # the rest of a sentence behind a clause about an earlier election
        carried = scene.head if scene.head is not None and scene.head.kind != "candidate" else carried
        return [carried] if carried is not None else []
    if scene.alliance is not None and _TOGETHER.search(scene.between(clause(scene, number.start)[0], number.start)):
        return [Mention("alliance", scene.alliance, number.start, number.start)]
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
    told_after = number.noun in ("lead", "win") and scene.between(since, number.start).strip() in ("and", ",", "with")
    if same and (told_after or any(since <= c.start and c.end <= number.start for c in scene.cues("lead", "win"))):
        # "AAP has 20 in all and is ahead in two more", "21 wins and three leads"
        return [same[-1]]
    here = [m for m in scene.of_kind("candidate", "party", "alliance") if m.end <= number.start]
    compared = _THAN.match(scene.between(scene.sentence.start, number.start))
    words = scene.between(scene.sentence.start, number.start)
    of_past = compared is not None or any(said.search(words) for said in (_IT, _YEAR_ONLY))
    told = told or (scene.focus.earlier and of_past)
    return [carried] if carried is not None and told and not here else []


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


def joined_up_to(scene: Scene, parties: list[Mention], last: Mention) -> list[Mention]:
    """Take the parties listed up to one: "the BSP, the CPI(M) and the DPAP"."""
    row = [last]
    for other in reversed(parties[: parties.index(last)]):
        if not _LISTED.fullmatch(scene.between(other.end, row[-1].start)):
            break
        row.append(other)
    return row[::-1]
