"""A supposed election drawn many times: who wins each seat, and how many seats each party wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from janadesh.analysis.scenario import Rate
from janadesh.analysis.supposed_votes import SupposedVotes

Floats = npt.NDArray[np.float32]

_CHUNK = 50_000
"""Votes reckoned at once, so that they stay near the processor."""
_LUCK = 5.0
"""Standard deviations that a candidate's luck in a seat is taken to stay under; beyond lies one of a million."""
_OTHERS = 3
"""How many who keep all their votes are followed where each has luck of its own; without it one is enough."""


@dataclass(frozen=True, slots=True)
class Draws:
    """
    `seats`: seats by draw and party. `chance`: of each party (column) to win each seat (row), from 0 to 1.
    """

    parties: tuple[str, ...]
    seats: npt.NDArray[np.int16]
    chance: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Thrown:
    """Everything that is drawn for all seats alike: `moving` by draw and column, and each party's factor by draw."""

    moving: Floats
    factor: Mapping[int, Floats]


@dataclass(frozen=True, slots=True)
class _Ballots:
    """
    The candidates that can win the open `seats`, as rows; a seat with fewer has votes of minus infinity.

    `decided` has the party that wins a seat whatever is drawn, -1 where it is open.
    """

    decided: npt.NDArray[np.int64]
    seats: npt.NDArray[np.int64]
    certain: Floats
    moving: Floats
    party: npt.NDArray[np.int64]
    spread: Floats


def draw(supposed: SupposedVotes, draws: int, seed: int, local: float = 0.0) -> Draws:
    """
    Draw a supposed election.

    Rates are drawn from Beta and swings from normal distributions, once a draw and alike in all seats; `local`
    adds to each candidate's share in each seat a normal deviation of so many points. A tie stays with the one who
    had won the seat. Who is behind at every value that was drawn is left out before seats are reckoned, which
    changes no answer; with luck, the three strongest of those who keep all their votes are followed.

    Args:
        supposed: the votes.
        draws: how many.
        seed: of the random numbers; the same seed draws the same.
        local: standard deviation in points of the votes of a seat.
    """
    rng = np.random.default_rng(seed)
    thrown = _throw(supposed, draws, rng)
    ballots = _ballots(supposed, thrown, local)
    parties = len(supposed.field.parties)
    sure = np.bincount(ballots.decided[ballots.decided >= 0], minlength=parties)
    won = np.tile(sure.astype(np.int16), (draws, 1))
    times = np.zeros(ballots.party.shape)
    rows, open_seats = ballots.party.shape
    per_chunk = max(1, _CHUNK // max(1, rows * open_seats))
    for start in range(0, draws if open_seats else 0, per_chunk):
        part = slice(start, min(start + per_chunk, draws))
        _count(ballots.party, _winners(ballots, thrown, part, rng if local else None), won[part], times)
    chance = np.zeros((len(ballots.decided), parties))
    closed = np.flatnonzero(ballots.decided >= 0)
    chance[closed, ballots.decided[closed]] = 1
    for row in range(rows):
        np.add.at(chance, (ballots.seats, ballots.party[row]), times[row] / draws)
    return Draws(supposed.field.parties, won, chance)


def _winners(ballots: _Ballots, thrown: _Thrown, part: slice, rng: np.random.Generator | None) -> npt.NDArray[np.int8]:
    moving = thrown.moving[part]
    size = (len(moving), len(ballots.seats))
    best = np.full(size, -np.inf, dtype=np.float32)
    which = np.zeros(size, dtype=np.int8)
    for row, party in enumerate(ballots.party):
        votes = moving @ ballots.moving[row]
        votes += ballots.certain[row]
        for of_party, factor in thrown.factor.items():
            here = party == of_party
            if here.any():
                votes[:, here] *= factor[part][:, None]
        if rng is not None:
            luck = rng.standard_normal(size, dtype=np.float32)
            luck *= ballots.spread
            votes += luck
        ahead = votes > best
        np.copyto(best, votes, where=ahead)
        np.copyto(which, np.int8(row), where=ahead)
    return which


def _count(
    party: npt.NDArray[np.int64],
    which: npt.NDArray[np.int8],
    won: npt.NDArray[np.int16],
    times: npt.NDArray[np.float64],
) -> None:
    ones = np.ones(len(which), dtype=np.float32)
    for row, of_seat in enumerate(party):
        here = (which == row).astype(np.float32)
        times[row] += ones @ here
        held = np.unique(of_seat)
        winners = (of_seat[:, None] == held).astype(np.float32)
        won[:, held] += (here @ winners).astype(np.int16)


def _throw(supposed: SupposedVotes, draws: int, rng: np.random.Generator) -> _Thrown:
    columns = [
        _beta(what, draws, rng) if isinstance(what, Rate) else _normal(what.points or 0.0, what.sd, draws, rng)
        for what in supposed.drawn
    ]
    moving = np.stack(columns, axis=1) if columns else np.zeros((draws, 0), dtype=np.float32)
    factor = {
        party: _normal(1.0 if swing.times is None else swing.times, swing.sd, draws, rng).clip(0)
        for party, swing in supposed.factor.items()
    }
    return _Thrown(moving, factor)


def _beta(rate: Rate, size: int, rng: np.random.Generator) -> Floats:
    if not rate.sd:
        return np.full(size, rate.mean, dtype=np.float32)
    # by the method of moments
    both = rate.mean * (1 - rate.mean) / rate.sd**2 - 1
    return rng.beta(rate.mean * both, (1 - rate.mean) * both, size).astype(np.float32)


def _normal(mean: float, sd: float, size: int, rng: np.random.Generator) -> Floats:
    return (mean + sd * rng.standard_normal(size)).astype(np.float32) if sd else np.full(size, mean, dtype=np.float32)


def _ballots(supposed: SupposedVotes, thrown: _Thrown, local: float) -> _Ballots:
    field = supposed.field
    seats = len(field.seats)
    valid = np.bincount(field.seat, weights=np.maximum(supposed.certain, 0), minlength=seats)
    spread = np.asarray(local / 100 * valid, dtype=np.float64)
    kept = _that_can_win(supposed, *_bounds(supposed, thrown), np.asarray(_LUCK * spread))
    decided = np.array([field.party[places[0]] if len(places) == 1 else -1 for places in kept], dtype=np.int64)
    open_seats = np.flatnonzero(decided < 0)
    rows = max((len(kept[seat]) for seat in open_seats), default=0)
    certain = np.full((rows, len(open_seats)), -np.inf, dtype=np.float32)
    moving = np.zeros((rows, len(supposed.drawn), len(open_seats)), dtype=np.float32)
    party = np.zeros((rows, len(open_seats)), dtype=np.int64)
    for column, seat in enumerate(open_seats):
        for row, place in enumerate(kept[seat]):
            certain[row, column] = supposed.certain[place]
            moving[row, :, column] = supposed.moving[place]
            party[row, column] = field.party[place]
    return _Ballots(decided, open_seats, certain, moving, party, spread[open_seats].astype(np.float32))


def _bounds(supposed: SupposedVotes, thrown: _Thrown) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Give the fewest and the most votes that each candidacy can have with what was drawn."""
    low, high = supposed.certain.copy(), supposed.certain.copy()
    if supposed.drawn:
        ends = np.stack([thrown.moving.min(axis=0), thrown.moving.max(axis=0)]).astype(np.float64)
        parts = supposed.moving[None] * ends[:, None, :]
        low, high = low + parts.min(axis=0).sum(axis=1), high + parts.max(axis=0).sum(axis=1)
    for party, factor in thrown.factor.items():
        here = supposed.field.party == party
        ends = np.array([factor.min(), factor.max()], dtype=np.float64)[:, None]
        both = np.concatenate([ends * low[here], ends * high[here]])
        low[here], high[here] = both.min(axis=0), both.max(axis=0)
    return low, high


def _that_can_win(
    supposed: SupposedVotes,
    low: npt.NDArray[np.float64],
    high: npt.NDArray[np.float64],
    luck: npt.NDArray[np.float64],
) -> list[list[int]]:
    """Keep of each seat whoever may come first; those who keep all their votes stand in the order of their votes."""
    seat = supposed.field.seat
    kept: list[list[int]] = [[] for _ in supposed.field.seats]
    surest = np.full(len(kept), -np.inf)
    np.maximum.at(surest, seat, low)
    # float32 rounds large votes, hence the half vote
    may = high + 2 * luck[seat] + 0.5 >= surest[seat]
    # the field has the winner first and the others by votes, which is the order in which ties are broken
    others = [0] * len(kept)
    for place in np.flatnonzero(may):
        if not supposed.touched[place]:
            others[seat[place]] += 1
            if others[seat[place]] > (_OTHERS if luck[seat[place]] else 1):
                continue
        kept[seat[place]].append(int(place))
    return kept
