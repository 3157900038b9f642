"""Words that tell of an election: a house, a year, the one before."""

from __future__ import annotations

import re

PARLIAMENT = re.compile(
    r"\b(?:lok sabha|parliamentary|parliament|general|national|lok sabha's)\s+(?:\w+\s+){0,1}?"
    r"(?:elections?|polls?|seats?|constituenc(?:y|ies)|contests?|results?|battle|bypolls?)\b|लोकसभा"
)
ASSEMBLY = re.compile(
    r"\b(?:assembly|vidhan sabha|state)\s+(?:elections?|polls?|seats?|constituenc(?:y|ies)|contests?)\b|विधानसभा"
)
BEFORE = re.compile(
    r"(?<!\bon )(?<!\bthan )(?<!\bover )(?<!\bsince )"
    r"\b(?:last time(?! around)(?: out| round)?|five years (?:ago|earlier|before)|"
    r"the (?:last|previous) (?:assembly |general |federal |state )?(?:election|elections|polls)|"
    r"(?:came|went) into (?:the|this) (?:election|poll|polls|vote|contest)|"
    r"had\b[^.;,]{0,40}\bin the (?:old|outgoing|last|previous|dissolved) (?:house|assembly|lok sabha|parliament)|"
    r"previous election|previous polls|in the last election|last election)\b"
)
_YEARS_AGO = re.compile(
    r"\b(?:a decade|(?:two|three|four|five|six|seven|ten|[2-7]|10) years) (?:ago|earlier|before|back)\b"
)
_OUTGOING = re.compile(
    r"^,\s+(?:who|which|whose|where|with)\b.*\b(?:outgoing|last|previous|dissolved) (?:house|assembly|lok sabha|"
    r"parliament|legislature|council)\b"
)
"""A clause about what somebody had before: ", which had 25 members in the outgoing House"."""
YEARS_AFTER = re.compile(
    r"(?:[a-z][\w ,.]{1,30}\s-+\s+)?"
    r"\W*(?:[\w-]+\s+)?(?:\w+ years|a decade) after (?:\w+ly )?"
    r"(?:[a-z]+ing|(?:he|she|it|they) \w+)\b[^,;]{3,110}?(?:,\d[^,;]{0,60}?){0,2}(?=,\s)"
)
"""An opening about the election before: "Two years after losing to Tom Becker by 1,348 votes, …"."""
AGO = re.compile(
    r"(?:\b(?:of|in|from) |^,[^;]{3,80}? )"
    r"(a decade|(?:four|five|six|ten|10|4|5|6) years) (?:ago|earlier|before|back)\b"
)
"""So many years back; in an aside also without a word before it: ", the largest party a decade ago,"."""
YEAR = re.compile(r"(?<![\d,.-])(19[5-9]\d|20[0-4]\d)(?!\d|,\d|\.\d|\s+votes)")
NOT_THE_POLL = re.compile(
    r"(?:august|article|(?:government|cabinet|coalition|pact|deal|floods|riots|census|"
    r"delimitation) of|since|"
    r"in custody since|with the \w+ since|carved out of \w+ in|came into being in|"
    r"formed in|split in|resigned in|born in|in june|in july|in august|till|until|phase|"
    r"(?:till|until|since) (?:late |early |mid-)?(?:january|february|march|april|may|june|july|august|september|"
    r"october|"
    r"november|december))\s*(?:\d{1,2},?\s*)?$"
)


def tells_years_ago(clause: str) -> bool:
    """Whether a clause (lower-cased) tells how many years ago something was."""
    return _YEARS_AGO.search(clause) is not None


def is_of_before(clause: str) -> bool:
    """Whether a clause (lower-cased) tells of the election before by its words, without a year."""
    return BEFORE.search(clause) is not None or _OUTGOING.match(clause) is not None
