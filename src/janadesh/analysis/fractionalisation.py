"""How split a vote or a house is: the chance that two of its members are of different parties."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def fractionalisation(parts: Sequence[float]) -> float | None:
    """
    Give Rae's fractionalisation, one less the sum of squared shares, from 0 (one party) to under 1.

    Source: D. W. Rae, The Political Consequences of Electoral Laws (Yale University Press 1967), chapter 3.

    Args:
        parts: votes or seats of each party, in any unit. None comes of parts that add up to nothing.
    """
    squares = _sum_of_squared_shares(parts)
    return None if squares is None else 1 - squares


def effective_number(parts: Sequence[float]) -> float | None:
    """
    Give the effective number of parties, one over the sum of squared shares.

    Source: M. Laakso and R. Taagepera, "Effective" Number of Parties, Comparative Political Studies 12 (1979).
    """
    squares = _sum_of_squared_shares(parts)
    return None if squares is None else 1 / squares


def _sum_of_squared_shares(parts: Sequence[float]) -> float | None:
    held = np.asarray(parts, dtype=float)
    total = held.sum()
    return float(((held / total) ** 2).sum()) if total > 0 else None
