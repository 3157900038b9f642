"""Whether two figures that articles give can be of the same thing, as rounded and bounded as they are told."""

from __future__ import annotations

import math

from janadesh.claims.claim import Claim

ABOUT = 0.02
"""How far a figure told as "about" may be off, as a share of it: the tolerance of the check itself."""
_ROUNDED_ZEROS = 3


def may_be_the_same(one: Claim, other: Claim) -> bool:
    """
    Say whether two claims' values can both be right of one thing.

    A bound ("more than 5,000") agrees with what lies beyond it, a figure cut to thousands ("1.25 lakh") with what
    rounds to it, a share with what is told to more places. Days and words agree where they are equal.
    """
    if not isinstance(one.value, int | float) or not isinstance(other.value, int | float):
        return one.value == other.value
    low, high = _bounds(float(one.value), one.comparator)
    other_low, other_high = _bounds(float(other.value), other.comparator)
    return low <= other_high and other_low <= high


def _bounds(value: float, comparator: str) -> tuple[float, float]:
    if comparator == ">":
        return value, math.inf
    if comparator == "<":
        return -math.inf, value
    leeway = _rounded_by(value)
    if comparator == "~":
        leeway = max(leeway, abs(value) * ABOUT)
    return value - leeway, value + leeway


def _rounded_by(value: float) -> float:
    """Give half of the last place that a figure is told to; none for a count told to its last digit."""
    if not value.is_integer():
        places = len(f"{value:.6f}".rstrip("0").partition(".")[2])
        return float(0.5 * 10**-places)
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(0.5 * 10**zeros) if value and zeros >= _ROUNDED_ZEROS else 0.0
