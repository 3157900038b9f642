"""Seats and votes of one side, election by election, to one house: a line of shares above bars of seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH = 320
LEFT = 26
RIGHT = 26
LINE_TOP = 34
LINE_BOTTOM = 84
BARS_TOP = 104
BARS_BOTTOM = 156
MOST_LABELS = 7
"""With more elections than this, only some of them are labelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a side had at one election; `share` in per cent, None where no votes are known."""

    election: str
    year: int
    share: float | None
    won: int
    contested: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One election of the drawing: places in a box of `WIDTH` by `HEIGHT`, y downwards."""

    result: Result
    x: float
    share_y: float | None
    won_y: float
    contested_y: float
    is_labelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """The drawing: its stops from early to late, the line's pieces, and half a bar's width."""

    stops: tuple[Stop, ...]
    lines: tuple[str, ...]
    half_bar: float


def over_time(results: Sequence[Result]) -> OverTime | None:
    """
    Lay out results, the earliest first; None for fewer than two, which are no development.

    Bars begin at none and end at the most seats that the side stood in; the line begins at no votes.
    """
    if len(results) < 2:
        return None
    xs = _places([result.year for result in results])
    most_share = max((result.share or 0 for result in results), default=0) or 1
    most_seats = max(result.contested for result in results) or 1
    labelled = _labelled(results)
    stops = tuple(
        Stop(
            result=result,
            x=x,
            share_y=None
            if result.share is None
            else LINE_BOTTOM - (LINE_BOTTOM - LINE_TOP) * result.share / most_share,
            won_y=BARS_BOTTOM - (BARS_BOTTOM - BARS_TOP) * result.won / most_seats,
            contested_y=BARS_BOTTOM - (BARS_BOTTOM - BARS_TOP) * result.contested / most_seats,
            is_labelled=place in labelled,
        )
        for place, (result, x) in enumerate(zip(results, xs, strict=True))
    )
    nearest = min(later - earlier for earlier, later in pairwise(xs))
    return OverTime(stops=stops, lines=_lines(stops), half_bar=max(1.5, min(9.0, nearest * 0.36)))


def _places(years: list[int]) -> list[float]:
    room = WIDTH - LEFT - RIGHT
    span = years[-1] - years[0]
    if span and all(later > earlier for earlier, later in pairwise(years)):
        return [LEFT + room * (year - years[0]) / span for year in years]
    # two in one year stand beside each other
    return [LEFT + room * place / (len(years) - 1) for place in range(len(years))]


def _labelled(results: Sequence[Result]) -> set[int]:
    last = len(results) - 1
    if last < MOST_LABELS:
        return set(range(last + 1))
    highest = max(range(last + 1), key=lambda place: results[place].share or 0)
    return {0, highest, last}


def _lines(stops: Sequence[Stop]) -> tuple[str, ...]:
    pieces: list[list[str]] = [[]]
    for stop in stops:
        if stop.share_y is None:
            pieces.append([])
        else:
            pieces[-1].append(f"{stop.x:.1f},{stop.share_y:.1f}")
    return tuple("M" + "L".join(piece) for piece in pieces if len(piece) > 1)
