"""The plain form of a text in which numbers and dates are read: same length, lower case, one kind of dash and digit."""

from __future__ import annotations

import re

_SAME = {
    **{chr(0x0966 + digit): str(digit) for digit in range(10)},
    **dict.fromkeys("\u2018\u2019\u02bc", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "\t": " ",
    "\r": " ",
    "\u0130": "i",
}
_UNLIKE = re.compile("[" + "".join(_SAME) + "]")
# a line that goes on in lower case was only wrapped
_WRAPPED = re.compile(r"\n(?=[a-z])")


def plain(text: str) -> str:
    """
    Put a text in the form in which numbers and dates are read.

    Returns: a text of the same length, so that offsets hold in both; line breaks stay unless the next line goes on
        in lower case.
    """
    same = _WRAPPED.sub(" ", _UNLIKE.sub(lambda found: _SAME[found.group()], text))
    lowered = same.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in same)
