"""Where a sentence turns to another election: asides, changes, comparisons and further years."""

from __future__ import annotations

import re

from janadesh.claims.election_words import AGO
from janadesh.claims.election_words import ASSEMBLY
from janadesh.claims.election_words import BEFORE
from janadesh.claims.election_words import NOT_THE_POLL
from janadesh.claims.election_words import PARLIAMENT
from janadesh.claims.election_words import YEAR
from janadesh.claims.election_words import YEARS_AFTER
from janadesh.claims.election_words import is_of_before
from janadesh.claims.election_words import tells_years_ago

_TAIL = re.compile(
    r",\s+(?:(?:after\s+)?having|after\s+(?:losing|winning|being|holding|defeating)|"
    r"who|which|whom|whose|where|when|(?:an?|the) (?:seat|constituency|riding|segment)\s+"
    r"(?:that\s+|which\s+)?(?:he|she|it|they|the)|as (?:he|she|it|they) (?:had|did))\b(?=[^;]*$)|"
    r"(?:,|\s[—–-])\s+(?:back\s+)?in\s+(?=(?:19|20)\d\d,?\s+(?:it|he|she|they|the|his|her|its|their|that)\b)"
)
"""A clause at the end of a sentence that may go back: ", having first been elected from there in 1996"."""
_OF_BEFORE = re.compile(r"\b(?:outgoing|last|previous|dissolved|ago|earlier|before|into)\b")
"""Words without one of which no clause tells of the election before."""
_CHANGED_TO = re.compile(
    r"\b(?:shr[aiu]nk|shrivell?ed|fell|fallen|dropped|dwindled|plunged|crashed|slumped|slid|slipped|rose|risen|grew|grown|"
    r"jumped|climbed|soared|tumbled|plummeted|increased|improved|dipped|declined|swelled|narrowed|widened|contracted|"
    r"(?:is|was|has been|have been|were) (?:cut|reduced|slashed|trimmed|whittled|pared|brought)|went (?:up|"
    r"down)|(?:come|came)"
    r" down|gone (?:up|down)|turned in|became)"
    r"(?: [a-z]+){0,2}?(?: to|(?<=became)) (?=(?:just |only |barely |a mere |some |about |nearly )?\d)"
)
"""A verb by which what was before became what is now: "a majority of 15,195 in 2019 shrank to 1,234"."""
_COMPARED = re.compile(
    r"\b(?:of (?:the|its|their) "
    r"(?=\d+ (?:\w+ )?(?:that |which )?(?:it|they|the party) (?:had )?(?:won|held|got|bagged|secured|took)\b)|"
    r"than (?:the|in|its|their|what|it)|compared (?:to|with)|(?:up|down) from|as against|"
    r"against (?:the |its |their |just |only |a mere )*(?=\d|(?:lone|sole|single|one|two|three|four|five|six|"
    r"seven|eight|"
    r"nine|ten)\b)|"
    r"the (?=\d[\d,.]*(?:\s?%| per cent| percent| seats| votes)? (?:of|in|from) (?:19|20)\d\d\b)|"
    r"(?:up|down) [\d.]+\s?(?:%|per cent|percent|percentage points|points)? (?:on|from)|"
    r"(?:up|down)(?: [\w,.%]+){0,4}? (?:on|from)(?= (?:the )?(?:19|20)\d\d\b)|"
    r"from (?:the |its |their )?(?=\d[\d,.]*\s*(?:%|per cent |percent |seats |votes )?\s*(?:in|of|it|at)\b)|"
    r"(?:better(?:ed|ing)|improv(?:ed|ing) (?:up)?on|surpass(?:ed|ing)|match(?:ed|ing)|exceed(?:ed|ing)|"
    r"equall(?:ed|ing)|beat|beating) (?:its|their|his|her|the)"
    r"(?= (?:own )?(?:19|20)\d\d (?:tally|total|performance|score|figure|count|haul|mark|showing))|"
    r"the same (?:\w+ )?as (?:in|at) (?=(?:19|20)\d\d)|as many as in (?=(?:19|20)\d\d)|"
    r"unchanged (?:from|since) (?=(?:19|20)\d\d)|"
    r"short of the (?=\d)|below the (?=\d)|above the (?=\d)|while in|whereas in|"
    r"(?:[\w,]+ )?"
    r"(?:short of|better than|worse than|more than|fewer than|less than|below|above|under|over|up on|down on) "
    r"(?:its|their|his|her|the party's)(?= (?:\w+ )?(?:(?:19|20)\d\d)\b))\b"
)
_ASIDE = re.compile(
    r",\s+(?:who|which|whose|where|winners?|holders?|an?(?= [^,;.]{3,60}(?:elected|won|held|voted))|"
    r"with(?= [^,;.]{3,60}(?:outgoing|last|previous|dissolved) (?:house|assembly|lok sabha|parliament|legislature))|"
    r"(?:the|then|once)(?= [^,;.]{3,60} (?:a decade|years) (?:ago|earlier|before|back)\b)|"
    r"first|elected)\b(?:[^,;.]|,(?=\d)|\.(?=\d)){5,120}(?=,\s)"
)
_SINCE_WHEN = re.compile(r"\b(?:since|from|after|until|till)\s+((?:19|20)\d\d)(?=,?\s+when\b)")
_ANOTHER = re.compile(r"\s*(?:,\s*)?(?:and|then|but|,)\s+(?:in\s+)?(?=[^;]{0,60}\d)")
_BUT_NOW = re.compile(r",?\s(?:but|and)\s+(?=[^;.,]{0,40}\b(?:this time|now|this year|on this occasion)\b)")
"""How a sentence comes back to now: "won it in 2020 but lost it this time"."""
_NOW = re.compile(r";\s+(?:and\s+|but\s+)?(?:now|this time)\b")
_BUT = re.compile(r",\s+(?:but|whereas)\s")
_IN_A_YEAR = re.compile(r";\s+(?:and\s+|but\s+)?(?:back\s+)?in\s+(?:19|20)\d\d\b")
_AND_IN = re.compile(r"(?<=\d)\s+(?:and|but|then)\s+in\s+$")
"""How a sentence goes on to another year's figure: "in 2019 it had 30 and in 2014 just 19"."""
_GOES_ON = re.compile(
    r"[^,;]{0,24}(,)\s+(?:and|while|but|whereas)\s+(?:the\s+|its\s+)?(?=[^;]{0,80}(?:\d|\btwo\b|\bone\b|\bsix\b|"
    r"\bthree\b|\bfour\b|\bfive\b))"
)


def aside(sentence: str) -> tuple[int, int] | None:
    """Find the clause about somebody's past inside a sentence (lower-cased): ", who had held it in 2019, conceded"."""
    years = list(YEAR.finditer(sentence))
    if not years and _OF_BEFORE.search(sentence) is None:
        return None
    found = next(
        (
            m
            for m in _ASIDE.finditer(sentence)
            if YEAR.search(m.group()) or is_of_before(m.group()) or tells_years_ago(m.group())
        ),
        None,
    )
    if found is None or not all(found.start() <= year.start() < found.end() for year in years):
        return None
    if years and all(
        NOT_THE_POLL.search(sentence[max(0, year.start() - 40) : year.start()].rstrip()) for year in years
    ):
        return None
    return found.start(), found.end()


def tail_before_semicolon(sentence: str) -> int | None:
    """
    Find the semicolon that closes a clause about what was before at the end of a part of a sentence (lower-cased).

    "Mahto lost Silli, a seat he had held with 83,700 votes in 2019; Kumar polled 73,169" comes back behind it.
    """
    colon = sentence.find(": ")
    if 0 < colon < len(sentence) - 2 and _earlier_told(sentence, 0, colon) is None:
        changed = _CHANGED_TO.search(sentence, colon)
        if changed is not None and _earlier_told(sentence, colon, changed.start()) is not None:
            return colon + 1
    semicolon = sentence.find("; ")
    if semicolon > 0 and _NOW.match(sentence, semicolon):
        return semicolon + 1
    if semicolon > 0 and _IN_A_YEAR.match(sentence, semicolon) and _earlier_told(sentence, 0, semicolon) is None:
        return semicolon + 1
    if semicolon < 0 or _earlier_told(sentence, semicolon, len(sentence)) is not None:
        return None
    tail = _TAIL.search(sentence[:semicolon])
    if tail is None or tail.start() == 0 or _earlier_told(sentence, 0, tail.start()) is not None:
        return None
    return semicolon + 1 if _earlier_told(sentence, tail.end(), semicolon) is not None else None


def year_told_of(sentence: str) -> int | None:
    """Find where a sentence (lower-cased) goes on about a year named in passing: "since 1996, when it had won 57"."""
    said = _SINCE_WHEN.search(sentence)
    return said.start(1) if said else None


def between_years(sentence: str) -> int | None:
    """Find where a sentence (lower-cased) goes on to another year's election: "67 seats in 2015 and 62 in 2020"."""
    years = [m for m in YEAR.finditer(sentence) if not NOT_THE_POLL.search(sentence[: m.start()].rstrip()[-40:])]
    if len({m.group() for m in years}) < 2:
        return None
    joined = _AND_IN.search(sentence, years[0].end(), years[1].start())
    if joined is not None:
        return joined.start()
    turns = list(_BUT.finditer(sentence, years[0].end(), years[1].start()))
    if turns:
        return turns[-1].start()
    after = _ANOTHER.match(sentence, years[0].end())
    return years[0].end() if after is not None and YEAR.search(sentence, after.end()) else None


def turning_point(sentence: str, *, returns: bool) -> int | None:
    """
    Find where a sentence (lower-cased) turns to another election: at a comparison with a year, or at a comma.

    `returns` says that the sentence comes back to the article's election from another told before; what stands
    before the last comma ahead of the words that say so is then still about that other one.
    """
    years_after = YEARS_AFTER.match(sentence)
    if years_after is not None:
        return years_after.end()
    semicolon = sentence.find(";")
    if semicolon > 0 and any(
        told.search(sentence, semicolon) and not told.search(sentence[:semicolon]) for told in (YEAR, PARLIAMENT)
    ):
        return semicolon + 1
    if _earlier_told(sentence, 0, len(sentence)) is None:
        return _back_at(sentence) if returns else None
    for compared in _COMPARED.finditer(sentence):
        if _earlier_told(sentence, compared.end(), compared.end() + 60) and not YEAR.search(
            sentence[: compared.start()]
        ):
            return compared.start()
    now = _BUT_NOW.search(sentence)
    if (
        now is not None
        and _earlier_told(sentence, 0, now.start())
        and not _earlier_told(sentence, now.end(), len(sentence))
    ):
        return now.start()
    changed = _CHANGED_TO.search(sentence)
    if changed is not None and _earlier_told(sentence, 0, changed.start()) is not None:
        return changed.start() if _earlier_told(sentence, changed.end(), len(sentence)) is None else None
    tail = _TAIL.search(sentence)
    if tail is not None and tail.start() > 0 and _earlier_told(sentence, 0, tail.start()) is None:
        told = YEAR.search(sentence, tail.end()) or BEFORE.search(sentence, tail.end())
        if told and not NOT_THE_POLL.search(sentence[max(0, told.start() - 40) : told.start()].rstrip()):
            return tail.start()
    return _back_at(sentence) if returns else None


def _back_at(sentence: str) -> int | None:
    """Find the comma behind which a sentence (lower-cased) comes back to the article's election."""
    marker = ASSEMBLY.search(sentence) or PARLIAMENT.search(sentence)
    comma = sentence.rfind(", ", 0, marker.start()) if marker else -1
    return comma + 1 if comma > 30 else None


def _earlier_told(sentence: str, start: int, end: int) -> re.Match[str] | None:
    """Find the words that name another election between two offsets, by its year or as the one before."""
    return YEAR.search(sentence, start, end) or AGO.search(sentence, start, end) or BEFORE.search(sentence, start, end)


def is_change(sentence: str, turn: int) -> bool:
    """Whether a sentence (lower-cased) turns at a place from what was before to what is now: "shrank to 1,234"."""
    return _CHANGED_TO.match(sentence, turn) is not None or _BUT_NOW.match(sentence, turn) is not None


def end_of_comparison(sentence: str, turn: int) -> int | None:
    """Find where a sentence (lower-cased) goes on after a comparison: "than the 58 of 2014, while the BJP got 29"."""
    told = _earlier_told(sentence, turn, len(sentence))
    after = _GOES_ON.match(sentence, told.end()) if told else None
    if after is None or _earlier_told(sentence, after.end(), len(sentence)) is not None:
        return None
    return after.end(1)


def is_comparison(sentence: str, turn: int) -> bool:
    """Whether a sentence (lower-cased) turns at a place only to compare: "up from 58 in 2014"."""
    return _COMPARED.match(sentence, turn) is not None or _TAIL.match(sentence, turn) is not None
