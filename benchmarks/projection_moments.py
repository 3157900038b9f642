"""Moments of the counting day: what was seen, what came of it, and how states are held out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from janadesh.count.projection_features import features
from projection_day import COUNT_BEGAN
from projection_day import DAY
from projection_day import CountingDay
from projection_day import standing_at
from projection_day import truth_of

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Moment:
    clock: str
    at: dt.datetime
    standing: pl.DataFrame
    truth: pl.DataFrame
    seen: pl.DataFrame

    @property
    def hours(self) -> float:
        return (self.at - DAY).total_seconds() / 3600 - COUNT_BEGAN

    @property
    def live(self) -> npt.NDArray[np.bool_]:
        return ~self.standing["declared"].to_numpy()

    @property
    def ended(self) -> Floats:
        return np.asarray(self.truth["margin"].to_numpy() / self.seen["expected"].to_numpy())


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of 2019."""

    previous: pl.DataFrame
    segments: pl.DataFrame


def moment(day: CountingDay, clock: str, before: Before) -> Moment:
    at = DAY + dt.timedelta(hours=int(clock[:2]), minutes=int(clock[3:]))
    standing = standing_at(day, at)
    hours = (at - DAY).total_seconds() / 3600 - COUNT_BEGAN
    seen = features(standing, day.leads, at, hours, before.previous, before.segments)
    return Moment(clock, at, standing, truth_of(day, standing), seen)


def folds_of(states: list[str], groups: int) -> dict[str, int]:
    """Put every state whole into one of some groups of about equal numbers of seats; 0 groups: each state alone."""
    load = [0] * (groups or len(set(states)))
    fold = {}
    for state in sorted(set(states), key=lambda s: (-states.count(s), s)):
        fold[state] = load.index(min(load))
        load[fold[state]] += states.count(state)
    return fold


def fold_column(m: Moment, fold: dict[str, int]) -> npt.NDArray[np.int64]:
    return np.array([fold[s] for s in m.standing["state"]])
