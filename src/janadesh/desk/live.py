"""
Those who follow a record live, and one watch over its ledger for all of them.

On SQLite it is looked fifty times a second, while anybody follows, whether anything was written; on PostgreSQL the
ledger's entries are announced to every process. What an entry changed is asked once and written once, however many
follow, and only those who follow an election that it speaks of are woken.

A change is a server-sent event (WHATWG HTML, section 9.2) named `change`, with the entry's number as its id.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections import defaultdict
from collections import deque
from collections.abc import AsyncIterator
from collections.abc import Iterable
from collections.abc import Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict
from dataclasses import dataclass

from fastapi.sse import format_sse_event
from pydantic_core import to_json
from starlette.concurrency import run_in_threadpool

from janadesh.errors import RecordUnusable
from janadesh.record.announcing import can_announce
from janadesh.record.announcing import listen
from janadesh.record.announcing import watching
from janadesh.record.book import Record
from janadesh.record.changes import Change
from janadesh.record.changes import changes
from janadesh.record.changes import last_number

SECONDS_BETWEEN_LOOKS = 0.02
SECONDS_WITHOUT_ANNOUNCEMENT = 5.0
"""Where entries are announced, the ledger is looked at this often all the same."""
SECONDS_OF_SILENCE = 15.0
"""After so long without an event those who follow are woken all the same, to show that the connection lives."""
MOST_KEPT = 64
"""How many stretches of the ledger are kept as events, for those who are a little behind."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What entries after one number up to another changed, as events by election."""

    after: int
    to: int
    events: Mapping[str, bytes]


class Live:
    """Tells all who follow, in one process, of the ledger's entries. Used within one event loop."""

    def __init__(self, record: Record) -> None:
        """Watch a record once somebody follows."""
        self._record = record
        self._followers = 0
        self._watch: asyncio.Task[None] | None = None
        self._last: int | None = None
        self._looking = asyncio.Lock()
        self._stretches: deque[_Stretch] = deque(maxlen=MOST_KEPT)
        self._asked: OrderedDict[tuple[int, int], asyncio.Task[dict[str, bytes]]] = OrderedDict()
        self._news: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    @asynccontextmanager
    async def following(self) -> AsyncIterator[None]:
        """Follow while in the block; the first who follows begins the watch, the last one ends it."""
        self._followers += 1
        if self._watch is None or self._watch.done():
            # what was loaded while nobody followed is asked only by those who had some of it
            self._last = None
            self._stretches.clear()
            self._watch = asyncio.create_task(self._watching())
        try:
            yield
        finally:
            self._followers -= 1
            if not self._followers:
                self._watch.cancel()
                self._watch = None

    async def news(self, election: str) -> None:
        """Wait until an entry says something of an election, or the silence grows long."""
        await self._news[election].wait()

    async def last(self) -> int:
        """Look at the ledger now, and give its last number."""
        await self._look()
        return self.told

    @property
    def told(self) -> int:
        """The number of the last entry that is told of; 0 before the first look."""
        return self._last or 0

    async def events(self, election: str, after: int) -> tuple[int, bytes]:
        """Give the last number told, and what the entries after another up to it changed in an election, as events."""
        to = self.told
        behind = [stretch for stretch in self._stretches if stretch.after >= after]
        if behind and behind[0].after == after:
            return to, b"".join(stretch.events.get(election, b"") for stretch in behind)
        return to, (await self._once(after, to)).get(election, b"")

    async def _once(self, after: int, to: int) -> dict[str, bytes]:
        """Ask what entries changed, once for all who come back to the same place."""
        key = (after, to)
        if key not in self._asked:
            self._asked[key] = asyncio.create_task(run_in_threadpool(_asked, self._record, after, to))
            while len(self._asked) > MOST_KEPT:
                self._asked.popitem(last=False)
        asked = self._asked[key]
        try:
            # one who leaves must not end the question of the others
            return await asyncio.shield(asked)
        except RecordUnusable:
            self._asked.pop(key, None)
            raise

    async def _watching(self) -> None:
        heard = asyncio.Event()
        engine = self._record.engine
        announces = can_announce(engine)
        listening = asyncio.create_task(listen(engine, heard.set)) if announces else None
        clock = asyncio.get_running_loop().time
        woken, is_behind = clock(), False
        try:
            with watching(engine) as has_changed:
                while True:
                    is_behind = has_changed() or is_behind
                    if is_behind:
                        is_behind = not await self._look()
                    if clock() - woken > SECONDS_OF_SILENCE:
                        self._wake(tuple(self._news))
                        woken = clock()
                    await _set_or_passed(heard, SECONDS_WITHOUT_ANNOUNCEMENT if announces else SECONDS_BETWEEN_LOOKS)
        finally:
            if listening is not None:
                listening.cancel()

    async def _look(self) -> bool:
        """Ask what is new, wake those whom it concerns, and tell whether the record could be asked."""
        async with self._looking:
            try:
                last = await run_in_threadpool(last_number, self._record)
                had = last if self._last is None else self._last
                events = await run_in_threadpool(_asked, self._record, had, last) if last > had else {}
            except RecordUnusable:
                # a later look finds what this one could not
                return False
            self._last = last
            if last > had:
                self._stretches.append(_Stretch(had, last, events))
            self._wake(events)
            return True

    def _wake(self, elections: Iterable[str]) -> None:
        for election in elections:
            if news := self._news.pop(election, None):
                news.set()


def as_json(change: Change) -> bytes:
    """Write a change as both the events and their twin have it."""
    return to_json(asdict(change))


def _asked(record: Record, after: int, to: int) -> dict[str, bytes]:
    events: dict[str, bytes] = {}
    for change in changes(record, after, to):
        event = format_sse_event(event="change", id=str(change.entry), data_str=as_json(change).decode())
        events[change.election] = events.get(change.election, b"") + event
    return events


async def _set_or_passed(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
    event.clear()
