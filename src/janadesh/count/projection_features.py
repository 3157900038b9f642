"""
What can be seen, at one moment of a count, of how far each contest is and which way it is moving.

Nothing here looks past the moment. Where votes are published, the votes still to come follow from the votes expected;
where only a leader and a margin are, they are judged from the clock and from how lively the contest and its state
still are. Windows are in minutes, so that a feed polled every minute and one polled every ten give the same features.
"""

from __future__ import annotations

import datetime as dt

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import special

from janadesh.count.projection_past import SLOT_MINUTES
from janadesh.count.projection_past import past
from janadesh.count.projection_previous import NO_PREVIOUS
from janadesh.count.projection_previous import NO_SEGMENTS
from janadesh.count.projection_previous import mixed
from janadesh.count.projection_previous import previous_margin

Floats = npt.NDArray[np.float64]

STATE_PRIOR = 2.0
"""A state's mean counts as if this many contests of the whole count stood beside its own (empirical Bayes)."""
PARTY_PRIOR = 3.0
SWING_PRIOR = 1.0
"""A party's swing in a state is shrunk towards none as by this many more seats that did not swing."""
UNSURE_HOURS = 0.25
"""A trend seen for so long counts half."""
GROWTH_PRIOR_CONTESTS = 4.0
GROWTH_PRIOR = 0.03
"""Log growth of valid votes since the previous election, before any contest of this one is finished."""
FINISHED_AFTER_MINUTES = 90.0
TOTAL_SPREAD = 0.07
"""Of the log of valid votes around the previous election's, same seats, 2019 to 2024."""
MARGIN_OF_UNKNOWN = 10.0
"""With nothing known of a contest's size, its votes are taken as this many typical margins."""

EARLY_NAMES = (
    "one",
    "elapsed",
    "slots",
    "state_slots",
    "state_growth",
    "speed",
    "state_speed",
    "quiet",
    "state_margin",
)
UNREST_NAMES = ("jolts", "mixed")
LATE_NAMES = ("one", "left", "slots", "state_slots", "state_growth", "speed", "state_speed", "quiet")


def expected_votes(standing: pl.DataFrame, quiet: Floats | None = None) -> Floats:
    """
    Give the valid votes each contest was expected to end with, before its own count is looked at.

    `electors * turnout` where both are known, else `previous_valid` times a growth that is learnt from the contests
    already finished and shrunk towards GROWTH_PRIOR, else the median of the state, else of all.

    standing: columns `state`, `margin`, `votes`, `electors`, `turnout` (share of electors), `previous_valid`,
        `declared`; any of the numbers may be null.
    quiet: minutes since each contest last changed, if known; a contest long quiet counts as finished.
    """
    votes = standing["votes"].cast(pl.Float64).to_numpy()
    by_roll = (standing["electors"].cast(pl.Float64) * standing["turnout"].cast(pl.Float64)).to_numpy()
    before = standing["previous_valid"].cast(pl.Float64).to_numpy()
    known = np.where(by_roll > 0, by_roll, np.where(before > 0, before, np.nan))
    finished = standing["declared"].fill_null(value=False).to_numpy().copy()
    if quiet is not None:
        finished |= (quiet >= FINISHED_AFTER_MINUTES) & (votes > 0.8 * known)
    grown = np.log(np.where((votes > 0) & (known > 0), votes / known, np.nan))[finished]
    grown = np.clip(grown[np.isfinite(grown)], -0.3, 0.3)
    growth = (grown.sum() + GROWTH_PRIOR_CONTESTS * GROWTH_PRIOR) / (grown.size + GROWTH_PRIOR_CONTESTS)
    frame = standing.select("state").with_columns(known=pl.Series(known * np.exp(growth)).fill_nan(None))
    filled = frame.select(
        pl.coalesce("known", pl.col("known").median().over("state"), pl.col("known").median())
    ).to_series()
    margin = standing["margin"].cast(pl.Float64).abs().median()
    rough = max(float(margin) if isinstance(margin, float) else 0.0, 100.0) * MARGIN_OF_UNKNOWN
    return np.asarray(np.maximum(filled.fill_null(rough).to_numpy(), 1.0))


def votes_left(votes: Floats, expected: Floats) -> Floats:
    """
    Give the votes still to come: the mean of what a normal guess of the total leaves above the votes counted.

    A count beyond its guess thus still has some to come, fewer the further it went (the mean excess of a normal tail).
    """
    seen = np.nan_to_num(votes, nan=0.0)
    z = np.clip((seen / expected - 1) / TOTAL_SPREAD, -40.0, 30.0)
    excess = np.exp(-z * z / 2 - special.log_ndtr(-z)) / np.sqrt(2 * np.pi) - z
    return np.asarray(np.maximum(TOTAL_SPREAD * expected * excess, 1.0))


def _state_mean(state: pl.Series, values: Floats) -> Floats:
    """Give each row the mean of its state, shrunk towards the mean of all; unknown values take no part."""
    frame = pl.DataFrame({"state": state, "value": pl.Series(values).fill_nan(None)})
    total = frame["value"].mean()
    overall = float(total) if isinstance(total, float) else 0.0
    shrunk = (pl.col("value").sum() + STATE_PRIOR * overall) / (pl.col("value").count() + STATE_PRIOR)
    return np.asarray(frame.select(shrunk.over("state")).to_series().to_numpy())


def _party_mean(standing: pl.DataFrame, trend: Floats, prior: float) -> Floats:
    """Give how the leader's party moved against the rival's in the other contests of the state, shrunk towards 0."""
    n = standing.height
    row = np.arange(n)
    known = np.isfinite(trend)
    value = np.where(known, trend, 0.0)
    long = pl.DataFrame(
        {
            "row": np.concatenate([row, row]),
            "state": pl.concat([standing["state"], standing["state"]]),
            "party": pl.concat([standing["leader_party"], standing["rival_party"]]),
            "move": np.concatenate([value, -value]),
            "one": np.concatenate([known, known]).astype(np.float64),
            "sign": np.repeat([1.0, -1.0], n),
        }
    )
    others = (pl.col("move").sum().over("state", "party") - pl.col("move")) / (
        pl.col("one").sum().over("state", "party") - pl.col("one") + prior
    )
    per_side = long.select("row", side=pl.when(pl.col("party").is_null()).then(0.0).otherwise(others * pl.col("sign")))
    return np.asarray(per_side.group_by("row").agg(pl.col("side").mean()).sort("row")["side"].to_numpy())


def _postal_margin(standing: pl.DataFrame) -> Floats:
    """Give the part of each margin that postal votes made, 0 where it is not known."""
    if "postal_margin" not in standing.columns:
        return np.zeros(standing.height)
    return np.asarray(standing["postal_margin"].cast(pl.Float64).fill_null(0.0).to_numpy())


def _by_swing(standing: pl.DataFrame, previous: pl.DataFrame, share: Floats) -> Floats:
    """Give how far each lead is under the previous margin and the swing of the state's other seats; 0 if unknown."""
    before = previous_margin(standing, previous).cast(pl.Float64).to_numpy()
    swing = _party_mean(standing, share - before, SWING_PRIOR)
    return np.nan_to_num(before + swing - share, nan=0.0)


def features(
    standing: pl.DataFrame,
    history: pl.DataFrame,
    at: dt.datetime,
    hours: float,
    previous: pl.DataFrame = NO_PREVIOUS,
    segments: pl.DataFrame = NO_SEGMENTS,
) -> pl.DataFrame:
    """
    Give one row a contest, in the order of `standing`, of what its state and its past say at `at`.

    standing: one row a contest: `contest`, `state`, `leader`, `leader_party`, `rival_party`, `margin`, `votes`,
        `electors`, `turnout`, `previous_valid`, `declared`; `postal_margin` (leader less rival) if known.
    history: `contest`, `at`, `leader`, `margin`, one row an observation; rows after `at` are not looked at.
    hours: since counting began.
    previous, segments: the result before, as `projection_previous` asks for it.
    Returns: `contest`, `expected` (valid votes at the end), `share` (margin over expected), `postal_share` (the part of
        it that postal votes made), `early` (votes unknown), `trend`, `long_trend` and `party_trend` (share an hour,
        towards the leader), `by_swing` (share that the previous result would add to the lead), and the columns
        EARLY_NAMES, LATE_NAMES and UNREST_NAMES, each centred so that 0 means "nothing known".
    """
    seen_before = past(standing, history, at)
    quiet = seen_before["quiet"].cast(pl.Float64).to_numpy()
    roll = expected_votes(standing, quiet)
    votes = standing["votes"].cast(pl.Float64).to_numpy()
    early = ~(votes > 0)
    expected = np.where(early, roll, np.nan_to_num(votes, nan=0.0) + votes_left(votes, roll))
    margin = standing["margin"].cast(pl.Float64).fill_null(0.0).to_numpy()
    share = margin / expected
    window = seen_before["window"].cast(pl.Float64).to_numpy()
    seen = window >= 1 / 12
    hour = np.where(seen, window, np.nan)
    moved = (margin - seen_before["was"].cast(pl.Float64).to_numpy()) / expected
    pace = moved / hour
    trend = np.clip(pace, -0.2, 0.2) * hour / (hour + UNSURE_HOURS)
    since = np.where(seen, seen_before["hours"].cast(pl.Float64).to_numpy(), np.nan)
    moved_since = (margin - seen_before["first"].cast(pl.Float64).to_numpy()) / expected
    jolts = seen_before["jolts"].cast(pl.Float64).to_numpy() / expected / np.sqrt(since + UNSURE_HOURS)
    slots = np.clip(seen_before["lively"].to_numpy() / np.ceil(hour * 60 / SLOT_MINUTES), 0.0, 1.0)
    state = standing["state"]
    base = _state_mean(state, share)
    rate = np.abs(pace)
    left = np.log(votes_left(votes, roll) / np.maximum(votes, 1.0))
    columns = {
        "one": np.ones_like(share),
        "elapsed": np.full_like(share, hours - 7.0),
        "slots": slots - 0.5,
        "state_slots": _state_mean(state, slots) - 0.5,
        "state_growth": np.clip(_state_mean(state, pace) / np.maximum(base, 1e-3), -0.2, 0.5) - 0.1,
        "speed": np.log(rate + 0.003) + 5.0,
        "state_speed": np.log(_state_mean(state, rate) + 0.003) + 4.5,
        "quiet": np.log1p(quiet) - 3.0,
        "state_margin": np.log(base + 0.01) + 2.5,
        "left": np.where(early, 0.0, np.clip(left, -6.0, 3.0)),
        "trend": trend,
        "long_trend": np.clip(moved_since / (since + UNSURE_HOURS), -0.2, 0.2),
        "party_trend": _party_mean(standing, trend, PARTY_PRIOR),
        "by_swing": _by_swing(standing, previous, share),
        "jolts": np.log(jolts + 0.003) + 4.6,
        "mixed": np.log(mixed(standing, segments).cast(pl.Float64).to_numpy() + 0.05) - np.log(0.15),
        "postal_share": _postal_margin(standing) / expected,
    }
    unseen = {"state_slots", "state_growth", "state_speed"} if not seen.any() else set()
    filled = {name: np.zeros_like(v) if name in unseen else np.nan_to_num(v, nan=0.0) for name, v in columns.items()}
    return pl.DataFrame(
        {"contest": standing["contest"], "expected": expected, "share": share, "early": early, **filled}
    )
