"""The ledger's page: each load into the record with its hashes, and the proof that nothing was changed since."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import Response

from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of_now
from janadesh.desk.desk import Desk
from janadesh.desk.verifying import Verified
from janadesh.desk.verifying import Verifying

MOST = 500
"""Entries listed, the latest first; a running count makes many."""


def routes(desk: Desk) -> APIRouter:
    """Give the routes of the ledger and of its proof."""
    router = APIRouter()
    verifying = Verifying(desk.record)

    @router.get("/ledger", response_class=HTMLResponse)
    def ledger_page(request: Request) -> Response:
        return _drawn(desk, read_as_of_now(desk.record, request.query_params), None)

    # asked for by a form, not a link, since it reads the whole record: no crawler sets it off
    @router.post("/ledger", response_class=HTMLResponse)
    def verified_page(request: Request) -> Response:
        return _drawn(desk, read_as_of_now(desk.record, request.query_params), verifying.verified())

    return router


def _drawn(desk: Desk, as_of: AsOf, verified: Verified | None) -> Response:
    entries = desk.remembered.until_loaded("ledger", lambda: tuple(desk.record.entries()))
    return desk.pages.draw(
        "ledger.html",
        as_of,
        here="ledger",
        entries=tuple(reversed(entries))[:MOST],
        left_out=max(0, len(entries) - MOST),
        statements=sum(entry.statements for entry in entries),
        verified=verified,
    )
