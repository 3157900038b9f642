"""The size of a house, its majority mark, and parts of it: seats at stake, in a region, nominated, reserved."""

from __future__ import annotations

import re

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import district_subject
from janadesh.claims.mention import Mention
from janadesh.claims.scene import PHASES
from janadesh.claims.scene import Scene
from janadesh.names.numbers import Number

_WHOLE = re.compile(r"\b(?:of|out of)\s+(?:the\s+|all\s+|its\s+|a\s+total\s+of\s+)?(?:state's\s+|total\s+)?$")
_MEMBER_HOUSE = re.compile(r"^[\s-]*(?:member|seat|strong)\b")
_HOUSE_OF = re.compile(
    r"(?:विधानसभा|सदन)\s+की\s+(?:कुल\s+)?$|\b(?:house|assembly|legislature|parliament)\b(?:'s)?\s+(?:of|with|"
    r"has|have|to|(?:grows|goes up|goes|rises|swells) to|strength of)?\s*$|\bstrength of\s*$"
)
_ALL = re.compile(r"कुल\s+$|\b(?:all|total|total of|total:)\s*[:-]?\s*(?:the\s+)?$")
_MARK = r"(?:majority|half[ -]?way|magic)"
_MARK_BEFORE = re.compile(
    r"बहुमत\s+(?:का|के लिए)?\s*(?:जादुई\s+)?(?:आंकड़ा|आंकड़े|जरूरी)?\s*$|"
    + _MARK
    + r"[\s-]*(?:mark|figure|number)?(?:\s+(?:in|of|for)\s+(?:[^,;.\d]|\d+(?=-))"
    r"{1,50}?)?"
    r"(?:,?\s+(?:of|is|at|being|which is|moves up to|stands at|:|was|,|will|would|then|go|goes|rise|rises|move|"
    r"up|to|be))*\s*$"
)
_OWN_MAJORITY = re.compile(
    r"\b(?:an?|with)\s+(?:slim|thin|narrow|bare|comfortable|clear|working|absolute|outright|slender|wafer-thin|massive|"
    r"huge|landslide|big|thumping|brute|handsome|healthy|strong|solid)\s+majority\s+(?:of|with)\s*$|"
    r"\b(?:has|have|had|won|wins|commands?|enjoys?|secured|gives?\s+\w+|gave\s+\w+)\s+an?\s+(?:overall\s+)?majority\s+of\s*$"
)
"""A majority that somebody has, and not the mark: "a slim majority of 48"."""
_MARK_AFTER = re.compile(
    r"^[\s,-]*(?:seats?)?[\s,-]*(?:(?:is|was|being|are|were|makes?|means?|gives?|(?:is|are) enough for|for)\s+)?"
    r"(?:the\s+|an?\s+(?:simple\s+|bare\s+)?)?" + _MARK + r"\b"
)
_IT_HAS = re.compile(r"(?:'s?|\s+(?:has|had|have))\s+(?:a total of\s+|in all\s+|only\s+)?")
_ITS = re.compile(r"\b(?:its|the state's|the territory's|the province's)\s+(?:all\s+)?$")
"""What makes seats those of the state named before: "Jharkhand votes on Monday, and its 81 seats …"."""
_HAS = 24
"""Characters at most between a state and the number of its seats: "J&K has 90 seats"."""
_NEEDED = re.compile(
    r"^\s*(?:seats\s+)?(?:(?:that\s+)?(?:it|they)\s+)?(?:(?:is|are|was|were|(?:would|will) be)\s+)?"
    r"(?:needed|required)\b"
)
_TO_GOVERN = re.compile(r"\b(?:majority|form|govern|rule|power|control|claim)\b")
_NOMINATED = re.compile(r"\bnominat(?:e|ed|es|ing)\b")
_RESERVED = re.compile(
    r"\breserved\b|^\s*(?:seats\s+)?for (?:the )?(?:scheduled|scs?\b|sts?\b|tribes|castes|"
    r"women\b)"
)
PLACES = ("seat", "constituency", "segment")
_HOUSE_NAMED = re.compile(
    r"^[\s-]*(?:(?:assembly|parliamentary|lok sabha)[\s-]+(?:seats|constituencies|segments)|"
    r"(?:seats?|constituencies|segments)?\s*(?:in|of) "
    r"(?:all|the (?:\w+ )?(?:state|house|assembly|parliament|legislature|commons|chamber|"
    r"(?:union )?territory|capital)))\b"
)
_MORE = re.compile(r"^\s+(?:more\b|(?:have |had )?(?:voted|polled)\b|(?:went|go|gone) to (?:the )?polls\b)")
_OF_ALL_VOTE = re.compile(
    r"^\s+(?:seats\s+|constituencies\s+)?(?:out\s+)?of\s+(?:the\s+|all\s+|its\s+)*\d+\s+(?:assembly\s+|\w+\s+)?"
    r"(?:seats|constituencies|segments)[^.;]{0,24}\b(?:vote|votes|voted|voting|poll|polls|polled|go to|went to|"
    r"up for|at stake|"
    r"covered)\b"
)
"""What makes a number the seats that vote: "43 of the 81 seats vote"."""
_IN_PHASE = re.compile(
    r"^\s+(?:seats\s+)?in (?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|last|final|opening)\b"
)
_DISTRICT_HAS = re.compile(r"\b(?:districts?|divisions?|regions?)\s+(?:has|had|have)\s+(?:only\s+|just\s+)?$")
_APIECE = re.compile(r"\s+(?:each|apiece)\b")
_THE_SEATS = re.compile(r"\b(?:for|across|in|over|from)\s+(?:all\s+)?the\s+$|\bin\s+$")
_FOR_SEATS = re.compile(r"\b(?:for|across|contest(?:ed|ing|s)?)\s+(?:all\s+)?(?:the\s+)?(?:just\s+|only\s+)?$")
_THEN_IN = re.compile(r",\s+(?:in|across|for)\s+(?:the\s+)?")
_OTHERS_OF = re.compile(r"\b(?:remaining|other|rest of the)\s*$")
_AT_STAKE = re.compile(
    r"\b(?:at stake|up for grabs|on offer|voted|votes?|voting|covering|went to (?:the )?polls|go(?:ing|"
    r"es)? to (?:the )?polls|"
    r"gone to (?:the )?polls|polling|polled|phase|covers?|counted|being decided|are decided)\b"
)


def is_mark(left: str, right: str) -> bool:
    """Whether the words around a number say that it is the majority mark."""
    return bool(_MARK_BEFORE.search(left[-100:]) or _MARK_AFTER.match(right) or _NEEDED.match(right))


def is_house(scene: Scene, number: Number, left: str, right: str) -> bool:
    """Whether a number of seats is the house's own by the words around it, and nobody's share of it."""
    return (
        _says_size(scene, number, left, right)
        or _is_majority(scene, number, left, right)
        or seats_that_vote(scene, number)
        or _part(scene, number, left, right)
    )


def _says_size(scene: Scene, number: Number, left: str, right: str) -> bool:
    """Whether the words say the whole house: "90-member House", "House of 90", "all 90 seats", "of the 90 seats"."""
    if _MEMBER_HOUSE.match(right) and number.noun in (None, "member", "seat"):
        return True
    attached = scene.between(number.end, number.noun_end)
    if number.noun in ("member", "seat") and attached.startswith("-"):
        return True
    territory = [m for m in scene.of_kind("territory", "house") if 0 < number.start - m.end <= _HAS]
    if territory and number.noun in PLACES and _IT_HAS.fullmatch(scene.between(territory[-1].end, number.start)):
        return True
    if _HOUSE_OF.search(left) and number.noun in (None, "seat", "member"):
        return True
    if number.noun is None and re.search(r"\b(?:on|in|for) all(?: the)?\s*$", left):
        return True
    if number.noun in ("mp", "mla", "member", "legislator") and re.search(
        r"\b(?:elect|electing|elects|choose|choosing)\s+$", left
    ):
        return True
    if number.noun not in PLACES:
        return False
    if _ITS.search(left) and scene.of_kind("territory", "house"):
        return True
    if _WHOLE.search(left) or _ALL.search(scene.between(number.start - 24, number.start)) or _HOUSE_NAMED.match(right):
        return True
    return bool(_HOUSE_NAMED.match(attached)) and not _APIECE.match(scene.lowered, number.noun_end)


def seats_that_vote(scene: Scene, number: Number) -> bool:
    """Whether a number tells how many of all seats vote: "43 of the 81 seats vote"."""
    if number.noun not in (None, *PLACES) or not _OF_ALL_VOTE.match(scene.between(number.end, scene.sentence.end)):
        return False
    return not any(0 <= number.start - m.end < 40 for m in scene.of_kind("party", "alliance"))


def _part(scene: Scene, number: Number, left: str, right: str) -> bool:
    """Whether the words say a part of the house: seats at stake, in a region, nominated, reserved."""
    if number.noun is None and _RESERVED.search(right[:30]):
        return True
    if number.noun is None and (_listed_place(scene, number) or _rest(scene, number, left, right)):
        return True
    if number.noun not in (*PLACES, "mla", "member"):
        return False
    attached = scene.between(number.end, number.noun_end)
    if (
        _NOMINATED.search(attached)
        or _NOMINATED.search(right[:60])
        or _NOMINATED.search(left[-60:])
        or _RESERVED.search(right[:30])
    ):
        return True
    if number.noun not in PLACES:
        return False
    near = [
        m
        for m in scene.of_kind("party", "alliance")
        if (-30 < m.start - number.noun_end < 30 or 0 <= number.start - m.end < 60) and not _apart(scene, number, m)
    ]
    if near and _has_seat_verb(scene, number):
        return False
    if (
        _scope(scene, number) is not None
        or _IN_PHASE.match(_behind(scene, number))
        or re.match(r"^\s+in \w+ districts\b", _behind(scene, number))
    ):
        return True
    if _AT_STAKE.search(right[:40]) or _AT_STAKE.search(left[-40:]):
        return True
    stood = any(n.noun == "candidate" and n.start != number.start for n in scene.numbers)
    if (_THE_SEATS.search(left) or _FOR_SEATS.search(left)) and (stood or (scene.turnout and not near)):
        return True
    polled = bool(scene.cues("phase")) or any(d.precision == "day" for d in scene.dates)
    return polled and bool(scene.cues("vote_day", "phase"))


def _apart(scene: Scene, number: Number, party: Mention) -> bool:
    """Whether a party beside a number belongs to another one: "24 seats are 219 candidates, 90 Independents"."""
    if party.start >= number.noun_end:
        return any(number.noun_end <= n.start < party.start for n in scene.numbers)
    between = scene.between(party.end, number.start)
    if re.fullmatch(r",\s+(?:as|when|while|with|in)\s+(?:the\s+|all\s+)?", between) and any(
        party.start - 24 < n.end < party.start for n in scene.numbers
    ):
        return True
    return bool(_THEN_IN.fullmatch(between)) and any(0 < party.start - n.end < 12 for n in scene.numbers)


def _behind(scene: Scene, number: Number) -> str:
    """Give the words behind a number, ranks among them: "24 seats in the first"."""
    return scene.between(number.noun_end, min(number.noun_end + 30, scene.sentence.end))


def _rest(scene: Scene, number: Number, left: str, right: str) -> bool:
    """Whether a bare number is the seats of another phase: "the last 40 polled", "the turn of 26 more"."""
    if not scene.cues("vote_day", "phase", "round"):
        return False
    return bool(
        _IN_PHASE.match(_behind(scene, number))
        or re.search(r"\b(?:last|remaining|final|other)\s*$", left)
        or _MORE.match(right)
    )


def _listed_place(scene: Scene, number: Number) -> bool:
    """Whether a bare number is a place's seats in a list: "Jammu region: 24", "Pulwama had four seats, Shopian two"."""
    if _scope(scene, number) is None or scene.of_kind("party", "alliance"):
        return False
    if _DISTRICT_HAS.search(scene.between(scene.sentence.start, number.start)):
        return True
    if scene.stage != "counted" and _APIECE.match(scene.lowered, number.end):
        return True
    return (scene.is_line and not scene.turnout) or any(n.noun in PLACES for n in scene.numbers)


def _is_majority(scene: Scene, number: Number, left: str, right: str) -> bool:
    if number.noun not in (None, "seat", "member") or _MEMBER_HOUSE.match(scene.between(number.end, number.end + 8)):
        return False
    if _OWN_MAJORITY.search(left):
        return False
    if _MARK_BEFORE.search(left[-100:]) or _MARK_AFTER.match(right):
        return True
    if _NEEDED.match(right) and _TO_GOVERN.search(right):
        return True
    if re.match(r"^[\s-]*seats?[\s-]*(?:majority|needed|required)", scene.between(number.end, number.end + 30)):
        return True
    whole = scene.between(*clause(scene, number.start))
    return bool(
        re.search(r"\b(?:takes|needs?|needed|required)\s+(?:just\s+|only\s+)?$", left)
        or re.match(r"^\s*(?:seats\s+)?(?:(?:that\s+)?(?:it|they)\s+)?(?:needed|required|is all that it takes)", right)
    ) and bool(re.search(r"majority|command|govern|assembly|house|control", whole))


def _has_seat_verb(scene: Scene, number: Number) -> bool:
    start, end = clause(scene, number.start)
    cues = scene.cues("win", "lead", "lose", "polled", "contest", "allot", "trail", "friendly")
    return any((start <= c.start <= end and c.id != "contest") or c.id in ("contest", "allot") for c in cues)


def house_reading(scene: Scene, number: Number, left: str, right: str) -> Reading:
    """Read a number of the house's own seats: its size, its majority, or a part of it."""
    scope = _scope(scene, number)
    role = "at stake"
    if _is_majority(scene, number, left, right) and not _HOUSE_OF.search(left):
        role = "majority"
    elif _says_size(scene, number, left, right):
        role = "size"
    elif _NOMINATED.search(scene.between(*clause(scene, number.start))):
        role = "nominated"
    elif _RESERVED.search(right[:30]):
        role = "reserved"
    subject = Subject("election", scene.focus.election or "", scene.focus.election)
    if scope is not None and scope[0] == "district":
        named = next(m for m in scene.of_kind("district", "constituency") if scope[1] == m.id or scope in m.also)
        subject = district_subject(scene, named, scope[1])
    return Reading(
        kind="history" if scene.focus.earlier else "house",
        start=number.start,
        end=number.noun_end,
        subject=subject,
        election=scene.focus.election,
        value=int(number.value),
        unit="seats",
        comparator=number.comparator,
        role="house" if scene.focus.earlier else role,
        phase=None
        if role in ("size", "majority") or _OTHERS_OF.search(left)
        else _phase_named(_behind(scene, number)) or scene.phase,
        scope=scope[0] if scope else None,
        scope_name=scope[1] if scope else None,
        earlier=scene.focus.earlier,
        day=scene.dates[0].first if scene.dates and scene.dates[0].precision == "day" else None,
    )


_IN_PLACE = re.compile(
    r"\s*(?:of them\s+)?(?:(?:are|were|is|lie|lies|fall|falls)\s+)?(?:in|of|from|"
    r"across)\s+(?:the\s+)?"
)
_PLACE_HAS = re.compile(r"\s*(?:districts?|divisions?|regions?)?\s*(?:has|had|have|'s|:|-|,)?\s*(?:with\s+)?")


def _phase_named(right: str) -> int | None:
    found = _IN_PHASE.match(right)
    return None if found is None else PHASES.get(found.group().split()[-1])


def _scope(scene: Scene, number: Number) -> tuple[str, str] | None:
    """Give the region or district whose seats a number counts: "24 seats in Jammu", "Pulwama had four seats"."""
    for mention in scene.of_kind("region", "district", "constituency"):
        after = _IN_PLACE.fullmatch(scene.between(number.noun_end, mention.start))
        if number.end < mention.start and mention.end < number.noun_end:
            # "seven Anantnag seats"
            return _part_meant(mention)
        before = _PLACE_HAS.fullmatch(scene.between(mention.end, number.start))
        if not (mention.start >= number.noun_end and after) and not (mention.end <= number.start and before):
            continue
        return _part_meant(mention)
    return None


def _part_meant(mention: Mention) -> tuple[str, str] | None:
    meanings = [(mention.kind, mention.id), *mention.also]
    return next((m for m in meanings if m[0] in ("region", "district")), None)
