"""Verbs that tell of a win only beside a seat: took, held, sent to the assembly."""

from __future__ import annotations

import re

from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene

_A_SEAT = re.compile(r"^\s+(?:the\s+|this\s+)?[\w -]{0,30}?\b(?:seat|constituency|riding|district)\b(?!s)")
_NEW_MEMBER = re.compile(
    r"\b(?:is|are|becomes?|became)\s+(?:the\s+|its\s+|their\s+)?(?:new|next)\s+(?:\w+\s+)?"
    r"(?:mp|mla|member|representative|legislator|lawmaker|senator|councillor)\b"
)
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
_FOR_LONG = re.compile(
    r"\s+(?:through|throughout|since|until|till|between|from\s+(?:19|20)\d\d|for\s+(?:\w+\s+){0,3}?(?:years|terms|decades|"
    r"elections))\b"
)
_TO_A_SEAT = re.compile(r"\s+(?:back\s+)?(?:(?:the|its|their)\s+)?(?:[\w-]+\s+){0,2}?")
_SCORED_A_WIN = re.compile(
    r"\b(?:register\w*|scor\w+|notch\w*|record\w*|post\w*|pull\w* off|script\w*|ek(?:e|es|ed|ing) out|carved out)\s+"
    r"(?:an?\s+)?(?:[\w,-]+\s+){0,3}?(?:win|victory|triumph)\b"
)
_COULD_NOT_KEEP = re.compile(
    r"\b(?:(?:could|did)(?: not|n't)|failed to|was unable to|were unable to|was not able to)\s+"
    r"(?:save|hold(?: on to)?|keep|retain|defend|protect|win|hang on to|cling on to)\b"
)
"""How a defeat is told by what could not be had: "could not save Silli"."""
_HIS_SEAT = re.compile(r"\s+(?:his|her)\s+(?:own\s+|home\s+)?(?:seat|constituency|riding)\b")
_A_WINNER = re.compile(
    r"\b(?:was|is|are|were)\s+(?:another|among the|one of the|the other)\s+(?:[\w-]+\s+){0,3}winners?\b"
)


def verbs_with_seat(scene: Scene) -> list[Mention]:
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
    nouns += [
        Mention("cue", "lose", failed.start(), failed.end())
        for failed in _COULD_NOT_KEEP.finditer(scene.lowered, scene.sentence.start, scene.sentence.end)
        if seat_behind(scene, failed.end()) or _HIS_SEAT.match(scene.lowered, failed.end(), scene.sentence.end)
    ]
    return nouns + [
        Mention("cue", "win", verb.start(), verb.end())
        for verb in _TAKES.finditer(scene.lowered, scene.sentence.start, scene.sentence.end)
        if (seat_behind(scene, verb.end()) and not _held_for_long(scene, verb))
        or _A_SEAT.match(scene.between(verb.end(), verb.end() + 50))
        or _seat_before(scene, verb.start(), verb.end())
    ]


def _held_for_long(scene: Scene, verb: re.Match[str]) -> bool:
    """Whether a seat is told to have been held over several elections: "held Marbury North through four elections"."""
    place = seat_behind(scene, verb.end())
    return (
        place is not None
        and verb.group() in ("held", "kept", "carried")
        and _FOR_LONG.match(scene.lowered, place.end, scene.sentence.end) is not None
    )


def _seat_before(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb takes the seat named before a relative pronoun: "Mandu, which Nirmal Mahto took with …"."""
    seats = [m for m in scene.of_kind("constituency") if m.end <= start and start - m.end < 80]
    return (
        bool(seats)
        and _WHICH.fullmatch(scene.between(seats[-1].end, start)) is not None
        and _WITH_OR_END.match(scene.between(end, min(end + 10, scene.sentence.end))) is not None
    )


def seat_behind(scene: Scene, at: int) -> Mention | None:
    """Give the constituency that a verb takes, right behind it."""
    place = next((m for m in scene.of_kind("constituency") if 0 < m.start - at <= 30), None)
    return place if place is not None and _TO_A_SEAT.fullmatch(scene.between(at, place.start)) else None
