"""Learn the parameters of the projection from a count whose end is known, with SciPy's maximum likelihood."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import optimize
from scipy import special

from janadesh.count.projection_features import EARLY_NAMES
from janadesh.count.projection_features import LATE_NAMES
from janadesh.count.projection_margin import DEGREES
from janadesh.count.projection_margin import Parameters
from janadesh.count.projection_margin import holding_chance
from janadesh.count.projection_margin import margin_spread

Floats = npt.NDArray[np.float64]

RIDGE = 1e-3
WINNER_WEIGHT = 5.0
"""How much the log loss of winners counts beside the likelihood of margins: both are asked of the projection."""


def parameters_of(vector: Floats) -> Parameters:
    """Read the free numbers of the fit as parameters within their bounds."""
    split = len(EARLY_NAMES)
    end = split + len(LATE_NAMES)
    tail = vector[end:]
    return Parameters(
        early=tuple(float(x) for x in vector[:split]),
        late=tuple(float(x) for x in vector[split:end]),
        lean=1.2 * float(special.expit(tail[0])),
        trend=float(tail[1]),
        party_trend=float(tail[2]),
        sigma=float(np.exp(tail[3])),
        alpha=0.4 + 0.6 * float(special.expit(tail[4])),
        floor=float(np.exp(tail[5])),
        unsure_early=float(np.exp(tail[6])),
        unsure_late=float(np.exp(tail[7])),
    )


def start() -> Floats:
    """Give a plain start: a seventh of the votes to come, which lean as the others do."""
    coefficients = np.zeros(len(EARLY_NAMES) + len(LATE_NAMES))
    coefficients[[0, len(EARLY_NAMES)]] = [-1.5, -2.0]
    return np.concatenate([coefficients, [1.0, 0.5, 0.5, -3.0, 0.0, -7.0, -1.0, -1.0]])


def loss(vector: Floats, features: pl.DataFrame, ended: Floats) -> float:
    """Give the penalised loss: t likelihood of the final margins (shares, leader's side), and log loss of the lead."""
    spread = margin_spread(features, parameters_of(vector))
    r = (ended - spread.centre) / spread.scale
    likelihood = -np.log(spread.scale) - (DEGREES + 1) / 2 * np.log1p(r * r / DEGREES)
    chance = holding_chance(spread)
    winners = np.where(ended > 0, np.log(chance), np.log1p(-chance))
    slopes = np.delete(vector, [0, len(EARLY_NAMES)])
    return float(-(likelihood + WINNER_WEIGHT * winners).mean() + RIDGE * (slopes**2).sum())


def learn(features: pl.DataFrame, ended: Floats, begin: Floats | None = None, steps: int = 120) -> Floats:
    """
    Fit the parameters to contests whose end is known.

    features: rows of `projection_features.features`, of any number of moments, declared contests left out.
    ended: the final margin of the then leader over the best other candidate, as a share of `expected`.
    Returns: the vector that `parameters_of` reads.
    """
    first = start() if begin is None else begin
    found = optimize.minimize(loss, first, args=(features, ended), method="L-BFGS-B", options={"maxiter": steps})
    return np.asarray(found.x)
