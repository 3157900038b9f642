"""
Those who follow a record live, and one watch over its ledger for all of them.

On SQLite the ledger's last number is looked at twenty times a second while anybody follows; on PostgreSQL its
entries are announced to every process. What an entry changed is asked once and written once, however many follow.

A change is a server-sent event (WHATWG HTML, section 9.2) named `change`, with the entry's number as its id.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict

from fastapi.sse import format_sse_event
from pydantic_core import to_json
from starlette.concurrency import run_in_threadpool

from janadesh.errors import RecordUnusable
from janadesh.record.announcing import can_announce
from janadesh.record.announcing import listen
from janadesh.record.book import Record
from janadesh.record.changes import Change
from janadesh.record.changes import changes
from janadesh.record.changes import last_number

SECONDS_BETWEEN_LOOKS = 0.05
SECONDS_WITHOUT_ANNOUNCEMENT = 5.0
"""Where entries are announced, the ledger is looked at this often all the same."""
SECONDS_OF_SILENCE = 15.0
"""After so long without an entry those who follow are woken all the same, to show that the connection lives."""
MOST_KEPT = 64
"""How many answers to `changes` are kept for those who follow at the same place."""


class Live:
    """Tells all who follow, in one process, of the ledger's entries. Used within one event loop."""

    def __init__(self, record: Record) -> None:
        """Watch a record once somebody follows."""
        self._record = record
        self._followers = 0
        self._watch: asyncio.Task[None] | None = None
        self._last = 0
        self._news = asyncio.Event()
        self._asked: OrderedDict[tuple[int, int], asyncio.Task[dict[str, bytes]]] = OrderedDict()

    @asynccontextmanager
    async def following(self) -> AsyncIterator[None]:
        """Follow while in the block; the first who follows begins the watch, the last one ends it."""
        self._followers += 1
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._watching())
        try:
            yield
        finally:
            self._followers -= 1
            if not self._followers:
                self._watch.cancel()
                self._watch = None

    async def beyond(self, entry: int) -> int:
        """Wait until the ledger has an entry beyond this one, or the silence grows long, and give its last number."""
        if self._last <= entry:
            await self._news.wait()
        return self._last

    async def last(self) -> int:
        """Look at the ledger now, and give its last number."""
        await self._look()
        return self._last

    async def events(self, after: int, to: int) -> dict[str, bytes]:
        """Give what entries changed, by election, as events; asked and written once for all who ask the same."""
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
        announces = can_announce(self._record.engine)
        listening = asyncio.create_task(listen(self._record.engine, heard.set)) if announces else None
        clock = asyncio.get_running_loop().time
        woken, last = clock(), self._last
        try:
            while True:
                await self._look()
                if self._last > last:
                    woken, last = clock(), self._last
                elif clock() - woken > SECONDS_OF_SILENCE:
                    self._wake()
                    woken = clock()
                await _set_or_passed(heard, SECONDS_WITHOUT_ANNOUNCEMENT if announces else SECONDS_BETWEEN_LOOKS)
        finally:
            if listening is not None:
                listening.cancel()

    async def _look(self) -> None:
        try:
            last = await run_in_threadpool(last_number, self._record)
        except RecordUnusable:
            # a later look finds what this one could not
            return
        if last > self._last:
            self._last = last
            self._wake()

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()


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
