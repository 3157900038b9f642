"""Words that make a number a bound or an estimate: `more than`, `fewer than`, `nearly`, `-odd`, `plus`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from janadesh.names.word_pattern import listed

_ABOVE = (
    "more than|over|above|upwards of|upward of|at least|at the least|in excess of|not less than|no less than|"
    "no fewer than|not fewer than|north of|greater than|higher than|larger than|exceeding|a minimum of|minimum of|"
    "excess of"
)
_BELOW = (
    r"fewer than|less than|lower than|smaller than|under|below|up to|upto|at most|at the most|not more than|"
    r"no more than|a maximum of|maximum of|as few as|shy of|not even|not \w+ even"
)
_ABOUT = (
    "nearly|almost|about|around|approximately|approximate|approx|roughly|some|close to|nearing|near|an estimated|"
    "estimated|just about|circa|in the region of|in the vicinity of|somewhere around|practically|virtually|"
    "something like|more or less|close on|as good as|an average of"
)
_EXACT = "as many as|a total of|exactly|precisely|in all|all of"
_LEAD = "(?:(?:just|only|a little|a bit|slightly|well|far|much|some|a shade|a tad|marginally|way) )?"
_FILLER = r"(?:\s(?:a|an|just|only|rs\.?|inr))?(?:\s?[₹$£€])?"
# "spread over three phases", "adds up to 56", "upset about five MLAs" say no bound
_BEFORE_NO_BOUND = listed(
    "spread held staggered conducted phased polls moves moved adds add added goes went gone takes took rose comes came "
    "talk talks upset worried concerned win victory"
)
_NO_BOUND = "".join(f"(?<!{word} )" for word in _BEFORE_NO_BOUND)
_BEFORE = re.compile(
    rf"(?<![\w-]){_NO_BOUND}(?:(?P<below>{_LEAD}(?:{_BELOW}))|(?P<above>{_LEAD}(?:{_ABOVE}))|(?P<about>{_ABOUT})"
    rf"|(?P<exact>{_EXACT})){_FILLER}[\s(]{{0,2}}$"
)
_LAST_WORDS = frozenset(
    phrase.split()[-1] for group in (_ABOVE, _BELOW, _ABOUT, _EXACT) for phrase in group.split("|")
) | {"a", "an", "just", "only", "rs", "rs.", "inr"}
_AFTER = re.compile(
    r"(?P<above>\s?\+(?!\d)|(?:-|\s)plus(?![a-z])|\sor\smore(?![a-z])|\sand\sabove|\sand\smore(?![a-z]))"
    r"|(?P<about>(?:-|\s)odd(?![a-z])|\sor\sso(?![a-z])|\sapprox|-ish(?![a-z]))"
    r"|(?P<below>\sor\s(?:less|fewer)(?![a-z])|\sand\sbelow)"
)
_SIGNS = {"above": ">", "below": "<", "about": "~", "exact": "="}
_WINDOW = 44


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparator sign `=`, `>`, `<` or `~`, where its words start, and where words after the number end."""

    sign: str
    start: int
    end: int


def bound_of(low: str, start: int, end: int) -> Bound:
    """Read the bound of the number at `low[start:end]` of a plain text; `=` where no words say otherwise."""
    after = _AFTER.match(low, end)
    after_end = after.end() if after else end
    window = max(0, start - _WINDOW)
    before = low[window:start]
    line = before.rfind("\n") + 1
    words = before[line:].rstrip(" (₹$£€").rsplit(None, 1)
    if words and words[-1] in _LAST_WORDS:
        found = _BEFORE.search(before, line)
        if found is not None and found.lastgroup is not None:
            return Bound(_SIGNS[found.lastgroup], window + found.start(), after_end)
    if after is not None and after.lastgroup is not None:
        return Bound(_SIGNS[after.lastgroup], start, after_end)
    return Bound("=", start, end)
