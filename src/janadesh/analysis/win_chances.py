"""The chance that an alliance wins a seat with each partner's candidate, or with all of them against each other."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from janadesh.analysis.past_shares import PastShares
from janadesh.analysis.scenario import Rate

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]

DRAWS = 2000
"""Elections drawn, by which a chance is known to about a point."""

_SEATS = 64
"""Seats drawn at once, so that a large house fits into memory."""


@dataclass(frozen=True, slots=True)
class WinChances:
    """
    Wins of an alliance in elections drawn from past shares, by draw, seat and option.

    The options are each partner's candidate for all, and last all partners against each other (`friendly`).
    """

    partners: tuple[str, ...]
    wins: Bools

    @property
    def chances(self) -> npt.NDArray[np.float64]:
        """Chances from 0 to 1 by seat (row) and partner (column)."""
        return np.asarray(self.wins[:, :, :-1].mean(axis=0))

    @property
    def friendly(self) -> npt.NDArray[np.float64]:
        """The chance of each seat if all partners stand."""
        return np.asarray(self.wins[:, :, -1].mean(axis=0))


def win_chances(
    past: PastShares, partners: Sequence[str], transfers: Mapping[tuple[str, str], Rate], seed: int
) -> WinChances:
    """
    Draw elections from past shares and see which partner's candidate would win for the alliance.

    A party's share in a seat is normal about the past one; its standard deviation is the seat's spread at a share
    of one half and falls as 2·√(p·(1 − p)) toward small shares, so that who had nothing stays small. What a partner
    hands over is its share times a rate drawn from Beta, alike in all seats; the rest stays at home. The partner
    without a candidate in a friendly contest hands over nothing.

    Args:
        past: the shares, with the partners among its parties.
        partners: ids of the alliance's parties; all others are rivals.
        transfers: the rate at which each partner's votes follow another's candidate, by `(from, to)`.
        seed: of the random numbers.
    """
    rng = np.random.default_rng(seed)
    rates = {pair: _rates(rate, rng) for pair, rate in sorted(transfers.items())}
    columns = [past.parties.index(partner) for partner in partners]
    wins = np.zeros((DRAWS, len(past.seats), len(partners) + 1), dtype=bool)
    for start in range(0, len(past.seats), _SEATS):
        part = slice(start, min(start + _SEATS, len(past.seats)))
        shares = drawn_shares(past, part, rng)
        rivals = np.delete(shares, columns, axis=2).max(axis=2, initial=0)
        own = shares[:, :, columns]
        for place, to in enumerate(partners):
            votes = own[:, :, place].copy()
            for other, source in enumerate(partners):
                if source != to:
                    votes += rates[source, to][:, None] * own[:, :, other]
            wins[:, part, place] = votes > rivals
        wins[:, part, -1] = own.max(axis=2) > rivals
    return WinChances(tuple(partners), wins)


def drawn_shares(past: PastShares, part: slice, rng: np.random.Generator) -> Floats:
    """Draw shares of all parties in some seats, by draw, seat and party, none below 0."""
    mean = past.shares[part] / 100
    deviation = past.spread[part, None] * 2 * np.sqrt(np.clip(mean * (1 - mean), 0, None))
    drawn = rng.standard_normal((DRAWS, *mean.shape), dtype=np.float32)
    drawn *= deviation.astype(np.float32)
    drawn += past.shares[part].astype(np.float32)
    return np.maximum(drawn, 0, out=drawn)


def _rates(rate: Rate, rng: np.random.Generator) -> Floats:
    if not rate.sd:
        return np.full(DRAWS, rate.mean, dtype=np.float32)
    both = rate.mean * (1 - rate.mean) / rate.sd**2 - 1
    return rng.beta(rate.mean * both, (1 - rate.mean) * both, DRAWS).astype(np.float32)
