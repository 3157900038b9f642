"""What the fit of the projection, and of its shared errors, promises."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from scipy import optimize

from janadesh.count.projection_draws import shared_errors
from janadesh.count.projection_features import EARLY_NAMES
from janadesh.count.projection_features import LATE_NAMES
from janadesh.count.projection_features import UNREST_NAMES
from janadesh.count.projection_fit import learn
from janadesh.count.projection_fit import loss
from janadesh.count.projection_fit import parameters_of
from janadesh.count.projection_fit import slope
from janadesh.count.projection_fit import start
from janadesh.count.projection_shared import shared_parts

SMALL = ("share", "postal_share", "trend", "long_trend", "party_trend", "by_swing")


def made_up(contests: int) -> tuple[pl.DataFrame, np.ndarray]:
    rng = np.random.default_rng(4)
    wide = {name: rng.normal(0, 0.7, contests) for name in {*EARLY_NAMES, *LATE_NAMES, *UNREST_NAMES}}
    small = {name: rng.normal(0, 0.1, contests) for name in SMALL}
    early = pl.Series(rng.random(contests) < 0.5)
    return pl.DataFrame(wide | small).with_columns(early=early, one=pl.lit(1.0)), rng.normal(0, 0.1, contests)


def test_the_gradient_of_the_fit_is_that_of_its_loss() -> None:
    features, ended = made_up(60)
    vector = start() + np.random.default_rng(2).normal(0, 0.1, len(start()))
    assert optimize.check_grad(loss, slope, vector, features, ended) < 1e-4


def test_learning_lowers_the_loss() -> None:
    features, ended = made_up(60)
    assert loss(learn(features, ended, steps=10), features, ended) < loss(start(), features, ended)


def test_learnt_numbers_keep_their_bounds() -> None:
    wild = parameters_of(start() + 50.0)
    assert 0 <= wild.lean <= 1.2
    assert 0.4 <= wild.alpha <= 1


@pytest.mark.parametrize("shares", [(0.0, 0.0), (0.05, 0.25)])
def test_the_shared_part_of_errors_is_found_again(shares: tuple[float, float]) -> None:
    rng = np.random.default_rng(3)
    states = pl.Series([f"S{i % 6}" for i in range(120)])
    lead, rival = pl.Series(["P", "Q"] * 60), pl.Series(["Q", "P"] * 60)
    drawn = shared_errors(states, lead, rival, shares, 60, rng)
    rows = [
        pl.DataFrame({"moment": k, "state": states, "leader_party": lead, "rival_party": rival, "error": error})
        for k, error in enumerate(drawn)
    ]
    assert shared_parts(pl.concat(rows)) == pytest.approx(shares, abs=0.06)
