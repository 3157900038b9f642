"""
Learn the parameters of the projection from a count whose end is known, with SciPy's maximum likelihood.

Every contest is learnt from three times: with all that is known of its past, without the segments of the previous
result, and without any previous result. So the projection is made for a record that lacks them, too.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import optimize
from scipy import special
from scipy import stats

from janadesh.count.projection_features import EARLY_NAMES
from janadesh.count.projection_features import LATE_NAMES
from janadesh.count.projection_features import UNREST_NAMES
from janadesh.count.projection_margin import DEGREES
from janadesh.count.projection_margin import LEAST_CHANCE
from janadesh.count.projection_margin import SMALLEST_SCALE
from janadesh.count.projection_margin import Parameters
from janadesh.count.projection_margin import holding_chance
from janadesh.count.projection_margin import margin_spread

Floats = npt.NDArray[np.float64]

RIDGE = 1e-3
WINNER_WEIGHT = 5.0
"""How much the log loss of winners counts beside the likelihood of margins: both are asked of the projection."""
_TAIL = 8


def parameters_of(vector: Floats) -> Parameters:
    """Read the free numbers of the fit as parameters within their bounds."""
    split = len(EARLY_NAMES)
    end = split + len(LATE_NAMES)
    tail = vector[end:]
    more = vector[end + _TAIL :]
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
        long_trend=float(more[0]),
        by_swing=float(more[1]),
        unrest=tuple(float(x) for x in more[2:]),
    )


def start() -> Floats:
    """Give a plain start: a seventh of the votes to come, which lean as the others do."""
    coefficients = np.zeros(len(EARLY_NAMES) + len(LATE_NAMES))
    coefficients[[0, len(EARLY_NAMES)]] = [-1.5, -2.0]
    return np.concatenate(
        [coefficients, [1.0, 0.5, 0.5, -3.0, 0.0, -7.0, -1.0, -1.0, 0.0, 0.0], np.zeros(len(UNREST_NAMES))]
    )


def loss(vector: Floats, features: pl.DataFrame, ended: Floats) -> float:
    """Give the penalised loss: t likelihood of the final margins (shares, leader's side), and log loss of the lead."""
    spread = margin_spread(features, parameters_of(vector))
    r = (ended - spread.centre) / spread.scale
    likelihood = -np.log(spread.scale) - (DEGREES + 1) / 2 * np.log1p(r * r / DEGREES)
    chance = holding_chance(spread)
    winners = np.where(ended > 0, np.log(chance), np.log1p(-chance))
    slopes = np.delete(vector, [0, len(EARLY_NAMES)])
    return float(-(likelihood + WINNER_WEIGHT * winners).mean() + RIDGE * (slopes**2).sum())


def known_less(features: pl.DataFrame) -> pl.DataFrame:
    """Give the rows three times: as they are, without segments of the previous result, without a previous result."""
    unknown = pl.lit(0.0)
    by_seat = features.with_columns(mixed=unknown)
    return pl.concat([features, by_seat, by_seat.with_columns(by_swing=unknown)])


def slope(vector: Floats, features: pl.DataFrame, ended: Floats) -> Floats:
    """Give the gradient of `loss`, by the chain rule."""
    p = parameters_of(vector)
    tail = vector[len(EARLY_NAMES) + len(LATE_NAMES) :]
    spread = margin_spread(features, p)
    centre, turning, scale, q = spread.centre, spread.turning, spread.scale, spread.left
    early = features["early"].to_numpy()
    s, postal, trend, party, long, swing = (
        features[name].to_numpy()
        for name in ("share", "postal_share", "trend", "party_trend", "long_trend", "by_swing")
    )
    r2 = ((ended - centre) / scale) ** 2
    z = centre / turning
    held = special.stdtr(DEGREES, z)
    free = (held > LEAST_CHANCE) & (held < 1 - LEAST_CHANCE)
    chance = np.where(ended > 0, held, -(1 - held))
    by_z = np.where(free, WINNER_WEIGHT * stats.t.pdf(z, DEGREES) / np.where(free, chance, 1.0), 0.0)
    by_scale = (-1 + (DEGREES + 1) * r2 / (DEGREES + r2)) / scale
    by_centre = (DEGREES + 1) * (ended - centre) / scale**2 / (DEGREES + r2) + by_z / turning
    by_turning = -by_z * z / turning + by_scale * turning / scale
    floor2 = p.floor**2
    by_noise = by_turning * (turning**2 - floor2 - SMALLEST_SCALE**2) / turning
    by_unsure = by_scale * (scale**2 - turning**2) / scale
    lean = p.lean * (s - postal) + p.trend * trend + p.party_trend * party + p.long_trend * long
    by_q = by_centre * q * (lean + p.by_swing * swing / (1 + q) ** 2) + by_noise * p.alpha + by_unsure
    by_log_q = by_q * (1 - ((np.log(q) + 3) / 4) ** 2)
    a, c = special.expit(tail[0]), special.expit(tail[4])
    towards = by_centre * q
    parts: list[npt.ArrayLike] = [
        features.select(EARLY_NAMES).to_numpy().T @ np.where(early, by_log_q, 0.0),
        features.select(LATE_NAMES).to_numpy().T @ np.where(early, 0.0, by_log_q),
        [
            *(1.2 * a * (1 - a) * (towards @ (s - postal)), towards @ trend, towards @ party),
            *(by_noise.sum(), 0.6 * c * (1 - c) * (by_noise @ np.log(q)), (by_turning * floor2 / turning).sum()),
            *(by_unsure[early].sum(), by_unsure[~early].sum()),
            *(towards @ long, (by_centre * q / (1 + q)) @ swing),
        ],
        features.select(UNREST_NAMES).to_numpy().T @ by_noise,
    ]
    ridge = 2 * RIDGE * vector
    ridge[[0, len(EARLY_NAMES)]] = 0.0
    return np.asarray(-np.concatenate([np.asarray(part) for part in parts]) / len(ended) + ridge)


def learn(features: pl.DataFrame, ended: Floats, begin: Floats | None = None, steps: int = 120) -> Floats:
    """
    Fit the parameters to contests whose end is known.

    features: rows of `projection_features.features`, of any number of moments, declared contests left out.
    ended: the final margin of the then leader over the best other candidate, as a share of `expected`.
    Returns: the vector that `parameters_of` reads.
    """
    first = start() if begin is None else begin
    rows, ends = known_less(features), np.tile(ended, 3)
    found = optimize.minimize(
        loss, first, args=(rows, ends), jac=slope, method="L-BFGS-B", options={"maxiter": steps}
    )  # fmt: skip
    return np.asarray(found.x)
