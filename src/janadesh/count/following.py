"""
Following a count live: pages as they are found become observations, and these go the way of a replay's.

The record is the checkpoint: whoever begins again goes on from the state that the record's statements add up to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from janadesh.count.page_observations import foundation_of
from janadesh.count.page_observations import observations_of
from janadesh.count.replaying import Update
from janadesh.count.replaying import take_in
from janadesh.count.resuming import state_of
from janadesh.count.scene import Contests
from janadesh.count.scene import contests_of
from janadesh.count.state import CountState
from janadesh.count.state import nothing_counted
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.sources.eci_pages import WITHOUT_VOTES
from janadesh.sources.eci_pages import PagesRead
from janadesh.sources.eci_pages import read_pages
from janadesh.sources.page_watching import Found
from janadesh.sources.page_watching import read_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A count as far as it was followed: its contests, and how they stand."""

    contests: Contests
    state: CountState


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """
    What came of pages.

    - `followed`: the count after them. `update`: what changed; None where nothing was to be counted.
    - `taken`: the pages that were taken in. `set_aside`: what is wrong with the others, by page where one is named.
    """

    followed: Followed
    update: Update | None
    taken: tuple[Found, ...]
    set_aside: tuple[Fault, ...]


def nothing_followed(record: Record) -> Followed:
    """Give the beginning, before it is known which elections the pages are of."""
    return Followed(contests=contests_of(record, []), state=nothing_counted())


def take_in_pages(
    record: Record, followed: Followed, found: Iterable[Found], now: dt.datetime, within: str = ""
) -> Taken:
    """
    Take in pages that were found: whole ones, each judged by what stood before it.

    Args:
        record: the record.
        followed: the count so far.
        found: pages, each with its content.
        now: when they were found; the time of pages that have no clock.
        within: folders above their names, which may tell the election.

    Raises: Refused, where the record refuses what they say; it is then as it was.
    """
    whole: list[Found] = []
    faults: list[Fault] = []
    for each in found:
        page = read_whole(each, now, within)
        if isinstance(page, Fault):
            faults.append(page)
        else:
            whole.append(each)
    files = [(each.name, each.content or b"") for each in whole]
    try:
        read = read_pages("pages", files, record, now, within=within) if files else None
    except Refused as refused:
        read = None
        faults += refused.faults
    if read is None:
        return Taken(followed=followed, update=None, taken=(), set_aside=tuple(faults))
    faults += [fault for fault in read.statements.set_aside if WITHOUT_VOTES not in fault.problem]
    observed = observations_of(read)
    followed = _with_contests(record, followed, {seat.election for seat in read.shown}, is_new=_founded(record, read))
    update = None
    if observed.height:
        at = max(frame["observed_at"].max() for frame in (observed.votes, observed.leads) if frame.height)  # type: ignore[type-var]
        words = f"{len(files)} result pages, found by {now:%Y-%m-%dT%H:%M:%SZ}"
        step, entry = take_in(record, followed.state, observed, followed.contests, words)
        update = Update(at=at, observations=observed.height, before=followed.state, step=step, entry=entry)  # type: ignore[arg-type]
        followed = Followed(contests=followed.contests, state=step.state)
    return Taken(followed=followed, update=update, taken=tuple(whole), set_aside=tuple(dict.fromkeys(faults)))


def _founded(record: Record, read: PagesRead) -> bool:
    """Load what the observations refer to, and tell whether any of it was new."""
    return record.load(foundation_of(read)) is not None


def _with_contests(record: Record, followed: Followed, elections: set[str], *, is_new: bool) -> Followed:
    """Give the count with the contests of the elections that pages are of, in the state that the record has."""
    known = set(followed.contests.frame["election"].unique())
    if not is_new and elections <= known:
        return followed
    contests = contests_of(record, sorted(known | elections))
    return Followed(contests=contests, state=state_of(record, contests))
