"""
How much of the errors of contests goes together, learnt from contests whose end is known.

The method of moments: the mean product of the errors of two contests, for all pairs of one moment, against what a
common error of their parties would make it (`projection_draws.shared_errors`). Errors are those of states that were
held out of the fit, and only contests in doubt count, since no other can be drawn to turn.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import special

from janadesh.count.projection_margin import DEGREES
from janadesh.count.projection_margin import LEAST_CHANCE
from janadesh.count.projection_margin import MarginSpread

Floats = npt.NDArray[np.float64]

IN_DOUBT = 3.0
"""Scales by which a lead may be ahead for its contest to count."""


def normal_errors(spread: MarginSpread, ended: Floats) -> Floats:
    """Give how each final margin (share, as the spread's) missed its centre, as a standard normal error; NaN beyond."""
    under = special.stdtr(DEGREES, (ended - spread.centre) / spread.turning)
    error = special.ndtri(np.clip(under, LEAST_CHANCE, 1 - LEAST_CHANCE))
    in_doubt = np.abs(spread.centre / spread.turning) < IN_DOUBT
    return np.asarray(np.where(in_doubt, error, np.nan))


def shared_parts(errors: pl.DataFrame) -> tuple[float, float]:
    """
    Give the part of the variance that a party shares over the whole count, and within a state; 0 at least.

    errors: `moment`, `state`, `leader_party`, `rival_party`, `error`, a contest and moment a row.
    """
    rows = errors.filter(pl.col("error").is_finite())
    sums = np.zeros(4)
    for one in rows.partition_by("moment"):
        error = one["error"].to_numpy()
        lead, rival, state = (one[name].to_numpy() for name in ("leader_party", "rival_party", "state"))
        alike = 0.5 * (_same(lead, lead) + _same(rival, rival) - _same(lead, rival) - _same(rival, lead))
        np.fill_diagonal(alike, 0.0)
        product = np.outer(error, error) * alike
        here = _same(state, state)
        for at, place in ((0, here), (2, 1 - here)):
            sums[at] += (product * place).sum()
            sums[at + 1] += (alike**2 * place).sum()
    variance = float((rows["error"] ** 2).mean() or 1.0)  # type: ignore[arg-type]
    local, nation = sums[[0, 2]] / np.maximum(sums[[1, 3]], 1e-9) / variance
    whole = max(float(nation), 0.0)
    return whole, max(float(local) - whole, 0.0)


def _same(one: npt.NDArray[np.object_], other: npt.NDArray[np.object_]) -> Floats:
    return np.asarray(one[:, None] == other[None, :], dtype=np.float64)
