"""
Seats from chances: many draws of the whole count, whose errors go together within a state and a party.

Each contest's chances and margin are kept exactly as they are (its *marginals*); what the draws add is that contests
miss together. A Gaussian copula does it (Nelsen, "An Introduction to Copulas", 2006; the shared state errors of The
Economist's us-potus-model play the same part): the error of a contest is the sum of one of its leader's party in the
whole count, one of that party in the state, the same of the rival with the other sign, and its own.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import special

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


def shared_errors(
    states: pl.Series,
    leaders: pl.Series,
    rivals: pl.Series,
    shares: tuple[float, float],
    draws: int,
    rng: np.random.Generator,
) -> Floats:
    """
    Draw standard normal errors of the lead, one row a draw and one column a contest.

    states, leaders, rivals: per contest its state, its leader's and its rival's party (null: a party of its own).
    shares: the part of the variance that a party shares over the whole count, and within a state.
    """
    n = len(states)
    nation, local = shares
    alone = pl.Series([f"\0{i}" for i in range(n)])
    lead = leaders.cast(pl.String).fill_null(alone + "a")
    other = rivals.cast(pl.String).fill_null(alone + "b")
    total = rng.standard_normal((draws, n), dtype=np.float32) * np.float32(np.sqrt(max(1 - nation - local, 0.0)))
    here = states.cast(pl.String).fill_null("")
    for part, one, two in ((nation, lead, other), (local, here + "\0" + lead, here + "\0" + other)):
        if part <= 0 or n == 0:
            continue
        codes = pl.concat([one, two]).rank("dense").cast(pl.Int64).to_numpy() - 1
        common = rng.standard_normal((draws, int(codes.max()) + 1), dtype=np.float32)
        same = codes[:n] == codes[n:]
        pair = (common[:, codes[:n]] - common[:, codes[n:]]) * np.float32(np.sqrt(part / 2))
        if same.any():
            pair[:, same] = rng.standard_normal((draws, int(same.sum())), dtype=np.float32) * np.float32(np.sqrt(part))
        total += pair
    return total.astype(np.float64)


def winners_drawn(errors: Floats, chances: Floats) -> Integers:
    """
    Draw which place of each contest wins: place 0 (the leader) unless the error falls under its chance to lose.

    chances: one row a contest, one column a place, rows summing to one.
    Returns: places, one row a draw, one column a contest.
    """
    fallen = special.ndtr(-errors)
    edges = np.cumsum(chances, axis=1)[:, :-1]
    places = np.zeros(errors.shape, dtype=np.int64)
    for edge in edges.T:
        places += fallen >= edge[None, :]
    return places


def seats_drawn(places: Integers, groups: npt.NDArray[np.int64], count: int) -> Integers:
    """
    Count the seats of every group in every draw.

    groups: one row a contest, one column a place: the number of that candidate's party or alliance, under `count`.
    Returns: one row a draw, one column a group; every row sums to the number of contests.
    """
    draws, contests = places.shape
    won = groups[np.arange(contests)[None, :], places]
    flat = won + count * np.arange(draws)[:, None]
    return np.bincount(flat.ravel(), minlength=draws * count).reshape(draws, count)


def seat_range(draws: Integers, level: float) -> tuple[int, int, float]:
    """
    Give the range of seats, around the median, whose chance is nearest to `level`, and that chance.

    Seats are whole numbers, so that the narrowest range that reaches 70 % often holds 90 %. Ranges grow from the median
    towards the likelier side, so that one of a higher level holds that of a lower.

    draws: seats of one party, one a draw.
    """
    start = int(np.quantile(draws, 0.5, method="inverted_cdf"))
    lowest = int(draws.min())
    share = np.bincount(draws - lowest) / len(draws)
    low = high = start - lowest
    inside = float(share[low])
    while inside < level:
        below, above = (share[at] if 0 <= at < len(share) else -1.0 for at in (low - 1, high + 1))
        wider = inside + float(max(below, above))
        if wider - level > level - inside or max(below, above) < 0:
            break
        low, high, inside = (low - 1, high, wider) if below > above else (low, high + 1, wider)
    return lowest + low, lowest + high, inside
