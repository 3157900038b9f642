"""Routes of what changes as the record grows: as a table, and as server-sent events for those who follow a count."""

from __future__ import annotations

from typing import Annotated

import polars as pl
from fastapi import APIRouter
from fastapi import Header
from fastapi import Query
from fastapi import Request
from fastapi.sse import EventSourceResponse
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from janadesh import model
from janadesh.desk.api import answers
from janadesh.desk.api.accepted import EVENT_STREAM
from janadesh.desk.api.accepted import EventStreamRoute
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.asked import desk_of
from janadesh.desk.api.elections import found
from janadesh.desk.api.shapes.record import Changed
from janadesh.desk.api.tables import add_table
from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.desk.election_page import find_election
from janadesh.desk.live import Live
from janadesh.desk.live_events import HEADERS
from janadesh.desk.live_events import events
from janadesh.record.changes import changes
from janadesh.record.changes import last_number
from janadesh.record.moments import instant_text

SinceQuery = Annotated[
    int | None, Query(ge=0, description="Only what ledger entries after this number changed.", examples=[0])
]
LastEventId = Annotated[int | None, Header(ge=0)]

_SCHEMA = pl.Schema({"entry": pl.Int64, "loaded_at": pl.String, "tables": pl.String, "constituencies": pl.String})
_LAST_EVENT_ID = {
    "name": "Last-Event-ID",
    "in": "header",
    "required": False,
    "description": "Of a stream only: the last event that was heard, sent by a browser that connects again.",
    "schema": {"type": "integer", "minimum": 0},
}


def routes() -> APIRouter:
    """Give the routes of changes."""
    router = APIRouter(tags=["Record"])
    path = "/elections/{election}/changes"
    streams = APIRouter(route_class=EventStreamRoute)
    streams.add_api_route(path, stream, include_in_schema=False, response_model=None)
    router.include_router(streams)
    router.add_api_route(f"{path}.sse", stream, include_in_schema=False, response_model=None)
    add_table(
        router,
        path,
        changed,
        Changed,
        "What each load changed; live, as events",
        others=(EVENT_STREAM,),
        openapi_extra={"parameters": [_LAST_EVENT_ID]},
    )
    return router


def changed(election: ElectionPath, ask: RowsAsked, since: SinceQuery = None) -> Response:
    """
    List what each ledger entry said of an election, oldest first: which tables it added to, of which constituencies.

    With `Accept: text/event-stream`, or under `changes.sse`, the answer is a stream of server-sent events that stays
    open: each `change` has the number of its ledger entry as its id, and the tables and constituencies as its data.
    A stream begins with what comes next, or after `since`, or after `Last-Event-ID`, so that none is missed.
    """
    held = found(ask, election).id
    frame = ask.desk.remembered.until_loaded(("api changes", held, since), lambda: _changed(ask.desk, held, since))
    by_then = frame if ask.as_of.is_now else frame.filter(pl.col("loaded_at") <= instant_text(ask.moment))
    return answers.rows(ask, by_then, Changed)


async def stream(
    election: str, request: Request, since: SinceQuery = None, last_event_id: LastEventId = None
) -> Response:
    """Tell of each change as it is loaded."""
    held = await run_in_threadpool(_found, desk_of(request), election)
    live: Live = request.app.state.live
    begin = since if last_event_id is None else last_event_id
    return EventSourceResponse(events(live, held.id, begin), headers=HEADERS)


def _found(desk: Desk, election: str) -> model.Election:
    return find_election(desk, election, read_as_of(desk.record, {}))


def _changed(desk: Desk, election: str, since: int | None) -> pl.DataFrame:
    told = changes(desk.record, since or 0, last_number(desk.record))
    rows = [
        (change.entry, change.loaded_at, " ".join(change.tables), " ".join(change.constituencies) or None)
        for change in told
        if change.election == election
    ]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")
