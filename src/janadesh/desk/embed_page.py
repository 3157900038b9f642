"""Cards for other sites' frames: a constituency's result, and an election's seats in a half-circle."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh.desk.as_of import read_as_of
from janadesh.desk.constituency_facts import find_constituency
from janadesh.desk.desk import Desk
from janadesh.desk.drawings.benches import benches
from janadesh.desk.election_page import facts_of
from janadesh.desk.election_page import find_election
from janadesh.desk.links import Links
from janadesh.desk.safety import POLICY

MOST_BARS = 4
"""Candidates on a constituency's card."""

_HEADERS = {
    # only these pages may stand in another site's frame; what they may load stays as it is
    "Content-Security-Policy": POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"),
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def routes(desk: Desk) -> APIRouter:
    """Give the routes of both cards."""
    router = APIRouter()

    @router.get("/embed/elections/{election}", response_class=HTMLResponse)
    def seats_card(request: Request, election: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = find_election(desk, election, as_of)
        if found.id != election:
            return RedirectResponse(Links(as_of.asked, as_of.lang).embed(found.id), status_code=308)
        facts = facts_of(desk, found, as_of)
        return framed(
            desk.pages.draw("embed_seats.html", as_of, facts=facts, benches=benches(facts.blocks, facts.contests))
        )

    @router.get("/embed/elections/{election}/constituencies/{constituency}", response_class=HTMLResponse)
    def constituency_card(request: Request, election: str, constituency: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = find_election(desk, election, as_of)
        facts = facts_of(desk, found, as_of)
        here = find_constituency(desk, facts, constituency, as_of)
        counted = [standing for standing in here.standings if standing.row["counted"] is not None]
        return framed(
            desk.pages.draw(
                "embed_constituency.html",
                as_of,
                election=found,
                digits=facts.digits,
                facts=here,
                shown_bars=counted[:MOST_BARS],
                left_out=len(counted[MOST_BARS:]),
            )
        )

    return router


def framed(page: HTMLResponse) -> Response:
    """Let another site put a page into a frame."""
    page.headers.update(_HEADERS)
    return page
