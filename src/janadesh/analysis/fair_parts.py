"""What part of an alliance's seats is fair for each partner: by votes, or by what each adds (Shapley value)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence

import numpy as np

from janadesh.analysis.past_shares import PastShares
from janadesh.analysis.scenario import Rate
from janadesh.analysis.win_chances import win_chances
from janadesh.errors import Impossible

MOST_PARTNERS = 8
"""Beyond so many, the alliances among the partners are too many to be reckoned."""


def parts_by_votes(past: PastShares, partners: Sequence[str]) -> dict[str, float]:
    """Give each partner's part of all partners' past shares, from 0 to 1."""
    sums = {partner: float(past.shares[:, past.parties.index(partner)].sum()) for partner in partners}
    return {partner: held / sum(sums.values()) for partner, held in sums.items()}


def parts_by_shapley(
    past: PastShares, partners: Sequence[str], transfers: Mapping[tuple[str, str], Rate], seed: int
) -> dict[str, float]:
    """
    Give each partner's Shapley value of seats won, as a part of all, from 0 to 1.

    The worth of some partners together is what they would win in expectation with the best of them in each seat,
    the others standing against them.

    Source: L. S. Shapley, A Value for n-Person Games, in Contributions to the Theory of Games II (1953).

    Raises: Impossible, where there are more than `MOST_PARTNERS`.
    """
    if len(partners) > MOST_PARTNERS:
        raise Impossible(
            f"The Shapley value is reckoned for {MOST_PARTNERS} partners at most; reckon fair parts by votes (fair)."
        )

    def worth(members: frozenset[str]) -> float:
        if not members:
            return 0.0
        return float(win_chances(past, sorted(members), transfers, seed).chances.max(axis=1).sum())

    values = shapley_values(partners, worth)
    # a partner that costs more than it brings has no claim
    kept = {partner: max(0.0, value) for partner, value in values.items()}
    total = sum(kept.values())
    return {partner: value / total if total else 1 / len(partners) for partner, value in kept.items()}


def shapley_values(players: Sequence[str], worth: Callable[[frozenset[str]], float]) -> dict[str, float]:
    """
    Give each player's mean addition over all orders of joining.

    Args:
        players: all of them.
        worth: of each set of players.
    """
    n = len(players)
    of_sets = {
        frozenset(members): worth(frozenset(members))
        for size in range(n + 1)
        for members in itertools.combinations(players, size)
    }
    values = {}
    for player in players:
        others = [other for other in players if other != player]
        values[player] = float(
            np.sum(
                [
                    (of_sets[frozenset((*members, player))] - of_sets[frozenset(members)])
                    * math.factorial(size)
                    * math.factorial(n - size - 1)
                    / math.factorial(n)
                    for size in range(n)
                    for members in itertools.combinations(others, size)
                ]
            )
        )
    return values
