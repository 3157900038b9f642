"""
A priori voting power of parties in a house, exact.

Coalitions are counted by their size and seats with generating functions (I. Mann and L. S. Shapley, Values of
Large Games VI, RAND RM-3158, 1962; S. J. Brams and P. J. Affuso, Theory and Decision 7, 1976): one pass for all
parties, and for each the division by its own factor.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial
from typing import Any

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[Any]

_FIT_INT64 = 62
"""Parties whose coalitions can be counted in 64 bits; with more, Python's own numbers count."""


def banzhaf(seats: Sequence[int], quota: int) -> list[float]:
    """
    Give each party's normalised Banzhaf index: its part of all swings, coalitions that win with it and not without.

    The indices sum to one, and are all 0 where nobody ever swings (the quota is more than all seats, or none).

    Source: J. F. Banzhaf, Weighted Voting Doesn't Work, Rutgers Law Review 19 (1965).

    Args:
        seats: of each party.
        quota: seats that win.
    """
    swings = [sum(by_size) for by_size in _swings(seats, quota)]
    total = sum(swings)
    return [swing / total if total else 0.0 for swing in swings]


def shapley_shubik(seats: Sequence[int], quota: int) -> list[float]:
    """
    Give each party's Shapley-Shubik index: the part of all orders of joining in which it brings the majority.

    The indices sum to one where a majority is possible.

    Source: L. S. Shapley and M. Shubik, A Method for Evaluating the Distribution of Power in a Committee System,
    American Political Science Review 48 (1954).

    Args: as `banzhaf`.
    """
    n = len(seats)
    orders = [factorial(size) * factorial(n - size - 1) for size in range(n)]
    pivots = [
        sum(swing * order for swing, order in zip(by_size, orders, strict=True)) for by_size in _swings(seats, quota)
    ]
    return [pivot / factorial(n) for pivot in pivots]


def _swings(seats: Sequence[int], quota: int) -> list[list[int]]:
    """Count, for each party, the losing coalitions of the others that it makes win, by their size."""
    if any(held < 0 for held in seats):
        raise ValueError("nobody has less than no seats")
    together = _coalitions(seats)
    found: dict[int, list[int]] = {}
    for held in set(seats):
        without = _without(together, held)
        low = max(0, quota - held)
        found[held] = [int(number) for number in without[:, low : max(low, quota)].sum(axis=1)]
    return [found[held] for held in seats]


def _coalitions(seats: Sequence[int]) -> Counts:
    """Count coalitions by size (row) and seats (column)."""
    kind: Any = np.int64 if len(seats) <= _FIT_INT64 else object
    counts: Counts = np.zeros((len(seats) + 1, sum(seats) + 1), dtype=kind)
    counts[0, 0] = 1
    for held in seats:
        counts[1:, held:] = counts[1:, held:] + counts[:-1, : counts.shape[1] - held]
    return counts


def _without(counts: Counts, held: int) -> Counts:
    """Divide by one party's factor, 1 + x·y^held: count the coalitions that it is not in."""
    others = counts[:-1].copy()
    if held == 0:
        for size in range(1, len(others)):
            others[size] = others[size] - others[size - 1]
        return others
    for start in range(held, counts.shape[1], held):
        block = others[1:, start : start + held]
        others[1:, start : start + held] = block - others[:-1, start - held : start - held + block.shape[1]]
    return others
