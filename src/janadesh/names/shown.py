"""Names as they are shown: without the characters that would turn, hide or steer what stands beside them."""

from __future__ import annotations

import re

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HIDDEN = "\u200b\u2060\ufeff"
_CONTROLS = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r")
_STEERING = _TURNING + _HIDDEN + _CONTROLS
_STEERS = re.compile(f"[{re.escape(_STEERING)}]")


def steady(text: str) -> str:
    """
    Take from a text what only steers its showing: overrides of direction, zero-width spaces and control characters.

    The joiners that Indian scripts are written with stay, and so does the direction of Urdu and Arabic letters.

    Source: Unicode Standard Annex 9, explicit directional formatting characters.
    """
    # to look for each is a hundred times faster than the pattern, and hardly any text has one
    return _STEERS.sub("", text) if any(mark in text for mark in _STEERING) else text
