"""The pages of sources: of one election, and of everything on the record."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.desk.election_page import find_election
from janadesh.desk.links import Links
from janadesh.desk.sources_facts import sources_facts


def routes(desk: Desk) -> APIRouter:
    """Give the routes of both pages."""
    router = APIRouter()

    @router.get("/sources", response_class=HTMLResponse)
    def sources_page(request: Request) -> Response:
        return _drawn(desk, read_as_of(desk.record, request.query_params), None)

    @router.get("/elections/{election}/sources", response_class=HTMLResponse)
    def sources_of_election_page(request: Request, election: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = find_election(desk, election, as_of)
        if found.id != election:
            return RedirectResponse(Links(as_of.asked, as_of.lang).sources(found.id), status_code=308)
        return _drawn(desk, as_of, found)

    return router


def _drawn(desk: Desk, as_of: AsOf, election: model.Election | None) -> Response:
    of = election.id if election else None
    kinds = desk.remembered.answer(("sources", of), as_of.moment, lambda: sources_facts(desk.record, as_of, of))
    return desk.pages.draw(
        "sources.html", as_of, here="sources", election=election, kinds=kinds, total=sum(k.statements for k in kinds)
    )
