"""How far seats are from votes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def gallagher(votes: Sequence[float], seats: Sequence[float]) -> float | None:
    """
    Give Gallagher's least squares index in percentage points, 0 where seats are as votes.

    The square root of half the sum of squared differences between vote and seat shares.

    Source: M. Gallagher, Proportionality, Disproportionality and Electoral Systems, Electoral Studies 10 (1991).

    Args:
        votes: of each party, in any unit.
        seats: of the same parties, in the same order. None comes of no votes or no seats.
    """
    differences = _differences(votes, seats)
    return None if differences is None else float(np.sqrt((differences**2).sum() / 2))


def loosemore_hanby(votes: Sequence[float], seats: Sequence[float]) -> float | None:
    """
    Give the Loosemore-Hanby index in percentage points: half the sum of absolute differences of shares.

    It is the share of seats that would have to change hands for seats to be as votes.

    Source: J. Loosemore and V. J. Hanby, The Theoretical Limits of Maximum Distortion, British Journal of
    Political Science 1 (1971).
    """
    differences = _differences(votes, seats)
    return None if differences is None else float(np.abs(differences).sum() / 2)


def _differences(votes: Sequence[float], seats: Sequence[float]) -> npt.NDArray[np.float64] | None:
    cast, held = np.asarray(votes, dtype=float), np.asarray(seats, dtype=float)
    if len(cast) != len(held):
        raise ValueError(f"{len(cast)} parties have votes and {len(held)} have seats; both are of the same parties")
    if cast.sum() <= 0 or held.sum() <= 0:
        return None
    return np.asarray(100 * (cast / cast.sum() - held / held.sum()))
