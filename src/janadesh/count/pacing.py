"""Pacing a replay: which observations are due, at how many times the speed they were made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Iterator

import polars as pl

from janadesh.count.observations import batches
from janadesh.count.replaying import AT_ONCE
from janadesh.count.replaying import Batch
from janadesh.count.replaying import split_at
from janadesh.sources.observations import Observations

_LONGEST_NAP = 0.5
"""Seconds. A replay that is interrupted stops within so many."""


def paced(
    observed: Observations,
    speed: float | None,
    done: dt.datetime | None,
    clock: Callable[[], float],
    sleep: Callable[[float], None],
) -> Iterator[Batch]:
    """
    Give observations when they are due; what falls due while a batch is taken in comes with the next one.

    Args:
        observed: the observations.
        speed: seconds of the count in one second; None waits for nothing.
        done: what was observed by then comes at once and first.
        clock: gives seconds that only grow.
        sleep: waits for seconds.
    """
    before, after = split_at(observed, done)
    yield from batches(before, max(before.height, 1))
    if speed is None:
        yield from batches(after, AT_ONCE)
        return
    moments = pl.concat([after.votes["observed_at"], after.leads["observed_at"]]).unique().sort()
    if moments.is_empty():
        return
    first: dt.datetime = done or moments[0]
    started, rest = clock(), after
    while rest.height:
        upcoming = _next_moment(rest)
        until = started + (upcoming - first).total_seconds() / speed
        while (wait := until - clock()) > 0:
            sleep(min(wait, _LONGEST_NAP))
        due = first + dt.timedelta(seconds=(clock() - started) * speed)
        now, rest = split_at(rest, max(due.replace(microsecond=0), upcoming))
        yield from batches(now, now.height)


def _next_moment(observed: Observations) -> dt.datetime:
    first = [frame["observed_at"].min() for frame in (observed.votes, observed.leads) if frame.height]
    return min(each for each in first if isinstance(each, dt.datetime))
