"""What reports of elections count: seats, votes, candidates …, found right after a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "people": "people",
    "persons": "person",
    "constituencies": "constituency",
    "parties": "party",
    "agencies": "agency",
    "territories": "territory",
    "victories": "victory",
    "municipalities": "municipality",
    "bodies": "body",
    "allies": "ally",
    "families": "family",
    "booths": "booth",
    "assemblies": "assembly",
    "counties": "county",
    "centres": "centre",
    "centers": "centre",
    "bypoll": "bypoll",
    "candiates": "candidate",
    "lakhs": "lakh",
    "terms": "term",
    "hrs": "hour",
    "hr": "hour",
    "mins": "minute",
    "min": "minute",
    "yrs": "year",
    "lok sabha": "seat",
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
}
_REGULAR = (
    "seat vote phase candidate segment voter elector member district booth round mla mp mlc legislator lawmaker nominee "
    "contestant contender aspirant independent ally alliance woman man person election poll by-election byelection "
    "bypoll term state ward riding ballot win loss lead leader victory defeat place position spot rank day month year "
    "week hour minute time house minister councillor council village town city panchayat block worker party partner "
    "rival challenger runner-up machine evm vvpat team official observer exit-poll report channel survey pollster "
    "worker supporter rebel turncoat nomination paper station centre point name list page side voter "
    "point gender community caste brother son daughter job mark nomination region division zone "
    "legislature province borough counties by-poll polling-place quota reserve general "
    "card demand region front battle straight streak term deposit crore-voter turnout "
    "winner loser outsider novice incumbent family house term tenure stint stage leg hall"
).split()
_PHRASES = {
    "polling station": "polling station",
    "polling stations": "polling station",
    "polling booth": "polling station",
    "polling booths": "polling station",
    "polling centre": "polling station",
    "polling centres": "polling station",
    "polling place": "polling station",
    "polling places": "polling station",
    "by elections": "by-election",
    "registered electors": "elector",
    "electoral votes": "electoral vote",
}
LEMMAS: dict[str, str] = {
    **{noun: noun for noun in _REGULAR},
    **{noun + "s": noun for noun in _REGULAR if not noun.endswith(("y", "s", "man"))},
    **{noun[:-1] + "ies": noun for noun in _REGULAR if noun.endswith("y")},
    "years": "year",
    "days": "day",
    "constituency": "constituency",
    "territory": "territory",
    "municipality": "municipality",
    "body": "body",
    "assembly": "assembly",
    "county": "county",
    "by-elections": "by-election",
    "runners-up": "runner-up",
    "losses": "loss",
    **_IRREGULAR,
    **_PHRASES,
}
# what lies between a number and its noun: "90 Assembly seats", "1.26 registered voters"
_BETWEEN = frozenset(
    "assembly lok sabha rajya vidhan parliamentary parliament reserved general valid postal evm registered eligible "
    "more other others new newly elected sitting remaining independent women woman female male young key high-profile "
    "crucial urban rural nominated such different separate additional extra fewer less further legislative council "
    "electoral polling straight consecutive successive whole full long first last final third second of-the-list "
    "polled total lone single solitary common own major main small regional national state district "
    "ruling opposition rebel winning losing marginal critical sensitive vulnerable auxiliary "
    "muslim hindu dalit sc st obc tribal unreserved open valley hill house and/or later earlier "
    "big bigger great long-time outgoing previous past rejected spoilt spoiled invalid absentee advance mail-in early "
    "in-person straightforward direct first-time federal provincial local county by municipal civic lakh".split()
)
_STOPS_AFTER_TITLE = frozenset(
    "the a an of to for in on at by and or but with from as is are was were has had have while when who which that".split()
)
_STEP = re.compile(
    r"(?:[^\S\n]{1,2}|-)(?:['\"(])?((?:[^\W\d_\u0900-\u097f]|(?<=[a-z])[-'/.](?=[a-z]))+|[\u0900-\u0963\u0970-\u097f]+)"
)
_MOST_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A counted noun: its lemma and where it ends."""

    lemma: str
    end: int


def noun_after(low: str, text: str, end: int) -> CountedNoun | None:
    """
    Find the counted noun right after a number that ends at `end`, adjectives and names in capitals let through.

    Args:
        low: the plain text (`plain.plain`).
        text: the text as written, for its capitals.
    """
    at = end
    for _ in range(_MOST_BETWEEN + 1):
        step = _STEP.match(low, at)
        if step is None:
            return None
        word = step.group(1).removesuffix("'s") if "'" in step.group(1) else step.group(1)
        following = _STEP.match(low, step.end())
        pair = f"{word} {following.group(1)}" if following else ""
        if following and pair in _PHRASES:
            return CountedNoun(_PHRASES[pair], following.end())
        lemma = _lemma(word)
        if lemma is not None and (low[at] == "-" or not _goes_on(low, step.end(), word)):
            return CountedNoun(lemma, step.end())
        is_name = text[step.start(1)].isupper() and word not in _STOPS_AFTER_TITLE
        if word not in _BETWEEN and not is_name:
            return None
        at = step.end()
    return None


def _lemma(word: str) -> str | None:
    found = LEMMAS.get(word)
    if found is None and "-" in word:
        # "46-seat" was cut at its hyphen already; "90-member-strong" was not
        found = LEMMAS.get(word.partition("-")[0])
    return found


def _goes_on(low: str, end: int, word: str) -> bool:
    """Whether a noun only qualifies the next one: "90 Assembly seats", "five state ministers"."""
    if word not in _BETWEEN:
        return False
    following = _STEP.match(low, end)
    return following is not None and (following.group(1) in LEMMAS or following.group(1) in _BETWEEN)
