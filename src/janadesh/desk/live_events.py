"""
A count as it goes on: server-sent events of what changes in an election, and the same as plain JSON.

An event says which ledger entry changed what of which constituencies; whoever hears it asks for the figures. Its id
is the entry's number, so that a browser whose connection was lost goes on from the last event that it had.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter
from fastapi import Header
from fastapi import Query
from fastapi.sse import KEEPALIVE_COMMENT
from fastapi.sse import EventSourceResponse
from fastapi.sse import format_sse_event
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from janadesh import model
from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.desk.election_page import find_election
from janadesh.desk.live import Live
from janadesh.desk.live import as_json
from janadesh.record.changes import changes
from janadesh.record.changes import last_number

RECONNECT_AFTER = 2000
"""Milliseconds after which a browser connects again."""
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}

SinceQuery = Annotated[int | None, Query(ge=0, description="Only what came after this ledger entry.")]
LastEventId = Annotated[int | None, Header(ge=0)]


def routes(desk: Desk) -> APIRouter:
    """Give the routes of a count that goes on."""
    router = APIRouter()
    live = Live(desk.record)

    @router.get("/live/{election}/events")
    async def liveevents(election: str, since: SinceQuery = None, last_event_id: LastEventId = None) -> Response:
        found = await run_in_threadpool(_found, desk, election)
        # what a browser had last is later than where its page began
        begin = since if last_event_id is None else last_event_id
        return EventSourceResponse(events(live, found.id, begin), headers=HEADERS)

    @router.get("/live/{election}.json")
    def live_changes(election: str, since: SinceQuery = None) -> Response:
        found = _found(desk, election)
        last = last_number(desk.record)
        after = last if since is None else min(since, last)
        told = [as_json(each) for each in changes(desk.record, after, last) if each.election == found.id]
        body = b'{"entry":%d,"changes":[%s]}' % (last, b",".join(told))
        return Response(body, media_type="application/json", headers=HEADERS)

    return router


def _found(desk: Desk, election: str) -> model.Election:
    return find_election(desk, election, read_as_of(desk.record, {}))


async def events(live: Live, election: str, begin: int | None) -> AsyncIterator[bytes]:
    """Write the events of an election for one who follows, after a ledger entry; None is from now on."""
    async with live.following():
        last = await live.last()
        # a number beyond the last is of another record
        had = last if begin is None else min(begin, last)
        yield format_sse_event(id=str(had), retry=RECONNECT_AFTER)
        is_woken = False
        while True:
            told = b""
            while had < live.told:
                had, more = await live.events(election, had)
                told += more
            if told or is_woken:
                # a comment keeps what lies between the two from taking the connection for dead
                yield told or KEEPALIVE_COMMENT
                is_woken = False
                # while it was sent there may have been more
                continue
            await live.news(election)
            is_woken = True
