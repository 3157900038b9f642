"""What reports of elections count: seats, votes, candidates …, found right after a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from janadesh.names.word_pattern import listed

_PLURALS = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "runners-up": "runner-up",
    "losses": "loss",
    "candiates": "candidate",
    "hrs": "hour",
    "mins": "minute",
    "yrs": "year",
}
_HINDI = {
    "सीट": "seat",
    "सीटें": "seat",
    "सीटों": "seat",
    "वोट": "vote",
    "वोटों": "vote",
    "मत": "vote",
    "मतों": "vote",
    "मतदाता": "voter",
    "मतदाताओं": "voter",
    "उम्मीदवार": "candidate",
    "उम्मीदवारों": "candidate",
    "प्रत्याशी": "candidate",
    "प्रत्याशियों": "candidate",
    "चरण": "phase",
    "चरणों": "phase",
    "विधायक": "mla",
    "विधायकों": "mla",
    "साल": "year",
    "वर्ष": "year",
    "दिन": "day",
}
_NOUNS = listed(
    "seat constituency segment riding district ward booth station centre center region division zone state province "
    "territory county borough municipality panchayat council block village town city place leg "
    "vote ballot voter elector person man woman elderly turnout "
    "candidate nominee contestant contender aspirant independent rebel turncoat incumbent novice outsider winner loser "
    "member mla mp mlc legislator lawmaker minister councillor delegate leader official observer worker supporter "
    "party ally alliance partner rival opponent challenger competitor runner-up family brother son daughter community "
    "election poll by-election byelection bypoll by-poll exit-poll survey pollster channel report agency "
    "phase round stage term tenure stint win loss lead victory defeat position spot rank rung mark "
    "house assembly legislature body team hall table machine evm vvpat nomination paper deposit name list page "
    "point card company tier piece colleague demand front battle contest fight reserve "
    "year month week day hour minute time"
)
_PHRASES = {
    f"{first} {second}{plural}": lemma
    for first, second, lemma in (
        ("polling", "station", "polling station"),
        ("polling", "booth", "polling station"),
        ("polling", "centre", "polling station"),
        ("polling", "center", "polling station"),
        ("polling", "place", "polling station"),
        ("electoral", "vote", "electoral vote"),
        ("by", "election", "by-election"),
    )
    for plural in ("", "s")
}
_FIRST_OF_PHRASE = frozenset(phrase.partition(" ")[0] for phrase in _PHRASES)


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith(("ty", "cy", "ry", "dy", "ly")) else noun + "s"


LEMMAS = {noun: noun for noun in _NOUNS} | {_plural(noun): noun for noun in _NOUNS} | _PLURALS | _HINDI
# what may lie between a number and its noun: "90 Assembly seats", "1.26 registered voters"
_BETWEEN = frozenset(
    listed(
        "assembly lok sabha rajya vidhan parliamentary parliament legislative council house federal provincial local "
        "county municipal civic electoral polling national regional state district valley hill urban rural "
        "reserved unreserved general open sc st obc tribal dalit muslim hindu women woman female male young elderly "
        "valid postal evm absentee advance mail-in in-person early rejected invalid spoilt spoiled polled total "
        "registered eligible first-time new newly elected sitting outgoing nominated independent rebel ruling "
        "opposition more other another less fewer extra additional further remaining such different separate same "
        "popular straight consecutive successive whole full long first second third last final previous past earlier "
        "later "
        "lone single solitary common own key crucial high-profile marginal critical sensitive vulnerable auxiliary "
        "winning losing major main small big bigger great direct by"
    )
)
_NO_NAMES = frozenset(
    listed(
        "the a an of to for in on at by and or but with from as is are was were has had have while when who which that"
    )
)
_STEP = re.compile(
    r"(?:[^\S\n]{1,2}|-)(?:['\"(])?((?:[^\W\d_\u0900-\u097f]|(?<=[a-z])[-'/.&](?=[a-z]))+|[\u0900-\u0963\u0970-\u097f]+)"
)
_MOST_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A counted noun: its lemma and where it ends."""

    lemma: str
    end: int


def noun_after(low: str, text: str, end: int) -> CountedNoun | None:
    """
    Find the counted noun right after a number, adjectives and names in capitals let through.

    Args:
        low: the plain text (`plain.plain`).
        text: the text as written, for its capitals.
        end: where the number ends.
    """
    at = end
    for _ in range(_MOST_BETWEEN + 1):
        step = _STEP.match(low, at)
        if step is None:
            return None
        word = step[1].removesuffix("'s")
        # "the state's 24 districts" counts no states
        lemma = LEMMAS.get(word) if word == step[1] else None
        if word in _FIRST_OF_PHRASE and (phrase := _phrase(low, step)) is not None:
            return phrase
        if lemma is not None and (low[at] == "-" or not _goes_on(low, step.end(), word)):
            return CountedNoun(lemma, step.end())
        if not _may_lie_between(text, step, word):
            return None
        at = step.end()
    return None


def _may_lie_between(text: str, step: re.Match[str], word: str) -> bool:
    is_name = word not in _NO_NAMES and text[step.start(1)].isupper()
    return is_name or word in _BETWEEN or (word.endswith("est") and len(word) > 4)


def _phrase(low: str, step: re.Match[str]) -> CountedNoun | None:
    following = _STEP.match(low, step.end())
    lemma = _PHRASES.get(f"{step[1]} {following[1]}") if following else None
    return CountedNoun(lemma, following.end()) if following and lemma else None


def _goes_on(low: str, end: int, word: str) -> bool:
    """Whether a noun only qualifies the next one: "90 Assembly seats", "five state ministers"."""
    if word not in _BETWEEN:
        return False
    following = _STEP.match(low, end)
    return following is not None and (following.group(1) in LEMMAS or following.group(1) in _BETWEEN)
