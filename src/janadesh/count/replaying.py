"""
Replaying a recorded count into a record, as if it were followed live.

The record is the checkpoint. A replay that is begun again goes through what the record has already at once and
without adding anything, and goes on from there; played twice, shuffled, doubled or cut and resumed, the record ends
the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.count.counting import Step
from janadesh.count.counting import step
from janadesh.count.observations import batches
from janadesh.count.scene import Contests
from janadesh.count.scene import contests_of
from janadesh.count.state import CountState
from janadesh.count.state import nothing_counted
from janadesh.record.book import Record
from janadesh.record.ledger import Entry
from janadesh.record.statements import Statements
from janadesh.sources.observations import Feed
from janadesh.sources.observations import Observations

AT_ONCE = 10_000
"""About how many observations are taken in together where nobody waits for each."""

Batch = tuple[dt.datetime, Observations]
"""Observations, and the last moment among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """
    A batch that was taken in.

    - `at`: its last moment. `observations`: how many it had.
    - `before`, `step`: the state before it, and what it came to.
    - `entry`: the ledger's entry; None where the record had it all.
    """

    at: dt.datetime
    observations: int
    before: CountState
    step: Step
    entry: Entry | None


def elections_of(feed: Feed) -> list[str]:
    """List the elections that a feed has observations of."""
    observed = feed.observed
    return sorted({*observed.votes["election"].unique(), *observed.leads["election"].unique()})


def begin(record: Record, feed: Feed) -> Contests:
    """Load what a feed's statements refer to, and gather what is known of its contests."""
    record.load(feed.foundation)
    return contests_of(record, elections_of(feed))


def checkpoint(record: Record, feed: Feed) -> dt.datetime | None:
    """Give the last moment of the count that the record has from a feed's sources; None before the first."""
    sources = feed.foundation.frames.get(model.Source)
    ids = [] if sources is None else sources["id"].to_list()
    last = [
        record.history(noun, election=elections_of(feed), source=ids)["known_at"].max()
        for noun in (model.Tally, model.HeldTally, model.Lead)
    ]
    return max((each for each in last if isinstance(each, dt.datetime)), default=None)


def replay(record: Record, feed: Feed, contests: Contests, paced: Iterable[Batch] | None = None) -> Iterator[Update]:
    """
    Take in a feed batch by batch, each one entry of the ledger, whole or not at all.

    Args:
        record: the record, on which `begin` was called.
        feed: the feed.
        contests: what `begin` gave.
        paced: the batches in order of time, from the feed's beginning; None takes all of it, without waiting.
    """
    state = nothing_counted()
    for at, batch in batches(feed.observed, AT_ONCE) if paced is None else paced:
        update = take_in(record, state, batch, contests, f"{feed.read_from}, seen by {at:%Y-%m-%dT%H:%M:%SZ}")
        yield Update(at=at, observations=batch.height, before=state, step=update[0], entry=update[1])
        state = update[0].state


def take_in(
    record: Record, state: CountState, batch: Observations, contests: Contests, read_from: str
) -> tuple[Step, Entry | None]:
    """
    Take one batch into the record.

    Raises: Refused, with every fault; the record is then as it was.
    """
    done = step(state, batch, contests)
    frames = {noun: frame for noun, frame in done.frames.items() if frame.height}
    return done, record.load(Statements(read_from, frames)) if frames else None


def split_at(observed: Observations, moment: dt.datetime | None) -> tuple[Observations, Observations]:
    """Part observations into those by a moment and those after it."""
    if moment is None:
        return Observations(votes=observed.votes.clear(), leads=observed.leads.clear()), observed
    by = pl.col("observed_at") <= moment
    return (
        Observations(votes=observed.votes.filter(by), leads=observed.leads.filter(by)),
        Observations(votes=observed.votes.filter(~by), leads=observed.leads.filter(~by)),
    )
