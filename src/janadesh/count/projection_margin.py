"""
From what is seen of a contest to how its margin may end: centre, spread, and the chance that the lead holds.

With q the votes still to come over those counted, and s the margin over the votes expected, the final margin is

    s + q (a (s - p) + b trend + c party_trend + d long_trend) + e by_swing q / (1 + q) + noise,
    noise ~ Student t with 4 degrees, scale sigma q^alpha exp(f jolts + g mixed) + floor,

where p is the part of s that postal votes made, if known: they are counted apart, and machines need not lean as they
do. The remaining votes lean as the counted machine votes do (a at most 1.2, since early rounds are no random sample),
as the contest has lately moved, as it has moved since first seen, and as its parties have moved in the other contests
of the state; and they lean towards the margin that the previous result and the swing of the state's other seats would
give (by_swing). The scale grows with q as the error of a sum over unseen clusters of booths does; it is wider where the
margin has jolted, either way, and where the parts of the seat voted far apart at the previous election (mixed). A wrong
guess of q itself widens the interval of a large lead, but cannot turn it, so that it enters the interval and not the
chance.

Sources: the extrapolation by unit of elex-live-model (Washington Post, 2024); reporting order is no random sample:
Pavía-Miralles and Larraz-Iribas, "Quick counts from non-selected polling stations" (J. Applied Statistics, 2008); heavy
tails as in The Economist's us-potus-model (2020); a swing with seat errors: Curtice and Firth, "Exit polling in a cold
climate" (2007).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import special

from janadesh.count.projection_features import EARLY_NAMES
from janadesh.count.projection_features import LATE_NAMES
from janadesh.count.projection_features import UNREST_NAMES

Floats = npt.NDArray[np.float64]

DEGREES = 4.0
"""Of the Student t: finite variance, tails heavy enough for a faulty round; chosen, not fitted."""
SMALLEST_SCALE = 2e-4
"""Of a contest's votes: corrections by returning officers can still move an all but finished count."""
REACH_LEVELS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
LEAST_CHANCE = 1e-4
"""No rival has less chance than this before a declaration: errors of the feed itself, recounts, corrections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """
    What was learnt of how counts move.

    early, late: coefficients of log q on EARLY_NAMES (votes unknown) and LATE_NAMES (votes known).
    lean, trend, party_trend, long_trend, by_swing: a, b (hours), c (hours), d (hours), e of the module's formula.
    unrest: f and g, on UNREST_NAMES.
    sigma, alpha, floor: the scale, as a share of the votes expected.
    unsure_early, unsure_late: relative error of q itself.
    reach_early, reach_late: how many scales the middle REACH_LEVELS of final margins lay from the centre in states that
        were held out (conformal prediction by group: Vovk, Gammerman and Shafer, 2005; Lei et al., JASA 113, 2018).
        Empty: the quantiles of the Student t.
    """

    early: tuple[float, ...]
    late: tuple[float, ...]
    lean: float
    trend: float
    party_trend: float
    long_trend: float
    by_swing: float
    unrest: tuple[float, ...]
    sigma: float
    alpha: float
    floor: float
    unsure_early: float
    unsure_late: float
    reach_early: tuple[float, ...] = ()
    reach_late: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginSpread:
    """Per contest, as shares of the votes expected: centre of the final margin, scale that can turn it, full scale."""

    centre: Floats
    turning: Floats
    scale: Floats
    left: Floats
    """q, the votes still to come over the votes counted."""


def remaining(features: pl.DataFrame, parameters: Parameters) -> Floats:
    """Give q, votes still to come over votes counted, kept between e^-7 and e."""
    early = features.select(EARLY_NAMES).to_numpy() @ np.array(parameters.early)
    late = features.select(LATE_NAMES).to_numpy() @ np.array(parameters.late)
    log_q = np.where(features["early"].to_numpy(), early, late)
    return np.asarray(np.exp(4 * np.tanh((log_q + 3) / 4) - 3))


def margin_spread(features: pl.DataFrame, parameters: Parameters, share: Floats | None = None) -> MarginSpread:
    """
    Give the distribution of each contest's final margin, leader minus rival.

    share: margin over votes expected, where it is another than the runner-up's (a third candidate's gap).
    """
    s = features["share"].to_numpy() if share is None else share
    q = remaining(features, parameters)
    drift = sum(
        getattr(parameters, name) * features[name].to_numpy() for name in ("trend", "party_trend", "long_trend")
    )
    postal = features["postal_share"].to_numpy()
    swung = parameters.by_swing * features["by_swing"].to_numpy()
    centre = s + q * (parameters.lean * (s - postal) + drift) + swung * q / (1 + q)
    sigma = parameters.sigma * np.exp(features.select(UNREST_NAMES).to_numpy() @ np.array(parameters.unrest))
    turning = np.sqrt((sigma * q**parameters.alpha) ** 2 + parameters.floor**2 + SMALLEST_SCALE**2)
    unsure = np.where(features["early"].to_numpy(), parameters.unsure_early, parameters.unsure_late)
    scale = np.sqrt(turning**2 + (unsure * q * s) ** 2)
    return MarginSpread(centre=centre, turning=turning, scale=scale, left=q)


def holding_chance(spread: MarginSpread) -> Floats:
    """Give the chance that the leader ends before this rival, within LEAST_CHANCE of neither 0 nor 1."""
    chance = special.stdtr(DEGREES, spread.centre / spread.turning)
    return np.asarray(np.clip(chance, LEAST_CHANCE, 1 - LEAST_CHANCE))


def reach(level: float, quantiles: tuple[float, ...]) -> float:
    """Give how many scales to either side hold the final margin with the chance `level`."""
    student = float(special.stdtrit(DEGREES, 0.5 + level / 2))
    if not quantiles:
        return student
    if level > REACH_LEVELS[-1]:
        return student * quantiles[-1] / float(special.stdtrit(DEGREES, 0.5 + REACH_LEVELS[-1] / 2))
    return float(np.interp(level, REACH_LEVELS, quantiles))
