"""How a told number stands to the official one: fairly, far off, rounded down, or not at all."""

from __future__ import annotations

import math
from enum import Enum

FAIR_BOUND = 1.25
"""`more than N` is fair where the true figure is less than this many times N (claims README)."""
ABOUT = 0.02
"""`about N` is fair within this share of the true figure (claims README)."""
ROUGHLY = 0.1
"""`about N` within this share is told only roughly, farther off it is wrong."""


class Fit(Enum):
    """How a told number stands to the official one."""

    EXACT = "exact"
    FAIR = "fair"
    FAR = "true as a bound, but far off"
    ROUNDED_DOWN = "rounded down"
    ROUGH = "only roughly"
    SHORT = "just missed as a bound"
    WRONG = "wrong"

    @property
    def confirms(self) -> bool:
        """Whether the record says the same."""
        return self in (Fit.EXACT, Fit.FAIR)

    @property
    def is_partly_true(self) -> bool:
        """Whether it is true but far off, or nearly true."""
        return self in (Fit.FAR, Fit.ROUNDED_DOWN, Fit.ROUGH, Fit.SHORT)


def fit_of_count(told: float, official: float, comparator: str = "=") -> Fit:
    """
    Compare a told count (votes, seats, candidates) with the official one.

    A round number told without "about" is fair where it is the official figure rounded to as many
    figures (1,25,000 for 1,25,432), and `rounded down` where it is cut off there (18,000 for 18,994).
    """
    if comparator == "=":
        if told == official:
            return Fit.EXACT
        step = _step(told)
        if step >= 100:
            if abs(official - told) <= step / 2 and abs(official - told) <= ABOUT * official:
                return Fit.FAIR
            if step >= 1000 and 0 < official - told < step and official < FAIR_BOUND * told:
                return Fit.ROUNDED_DOWN
        return Fit.WRONG
    return _fit_of_bound(told, official, comparator)


def fit_of_share(told: float, official: float, comparator: str = "=") -> Fit:
    """
    Compare a told percentage with the official one.

    It is exact where the official one rounds to as many decimals as were told; "about" a figure with
    decimals is no looser than that.
    """
    decimals = decimals_of(told)
    if comparator == "=" or (comparator == "~" and decimals > 0):
        if rounds_to(told, official):
            return Fit.EXACT
        if comparator == "~" and abs(told - official) <= 0.1:
            return Fit.FAIR
        if decimals == 0 and math.floor(official) == told:
            return Fit.ROUNDED_DOWN
        return Fit.WRONG
    return _fit_of_bound(told, official, comparator)


def rounds_to(told: float, official: float) -> bool:
    """Tell whether an official percentage, rounded to the decimals that were told, is the told one."""
    return abs(told - official) <= 0.5 * 10.0 ** -decimals_of(told) + 1e-6


def is_swap(told: float, official: float) -> bool:
    """Tell whether two neighbouring figures of a number have changed places: 36,100 for 36,010."""
    one, other = str(round(told)), str(round(official))
    if len(one) != len(other) or one == other:
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    first, last = apart[0], apart[-1]
    return len(apart) == 2 and last == first + 1 and one[first] == other[last] and one[last] == other[first]


def decimals_of(told: float) -> int:
    """Count the decimals of a percentage as it was told, two at most."""
    if abs(told - round(told)) < 1e-9:
        return 0
    return 1 if abs(told * 10 - round(told * 10)) < 1e-9 else 2


def _fit_of_bound(told: float, official: float, comparator: str) -> Fit:
    if comparator == "~":
        off = abs(official - told)
        if told == official:
            return Fit.EXACT
        # a seat more or less is "about" in a small number
        if off <= ABOUT * abs(official) or (off <= 1 and official >= 10 and told == int(told) and official < 100):
            return Fit.FAIR
        return Fit.ROUGH if off <= ROUGHLY * abs(official) else Fit.WRONG
    if comparator == "<":
        told, official = official, told
        # from here on the told bound is the larger of the two where it is true
    if official >= told:
        return Fit.FAIR if official < FAIR_BOUND * told or official == told else Fit.FAR
    return Fit.SHORT if official >= (1 - ABOUT) * told else Fit.WRONG


def _step(told: float) -> int:
    """Give the last place that a round number was told to: 1000 for 1,25,000."""
    if told != int(told) or told == 0:
        return 1
    number, step = int(abs(told)), 1
    while number % 10 == 0:
        number //= 10
        step *= 10
    return step
