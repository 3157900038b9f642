"""The page of one alliance."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.desk.alliance_facts import alliance_facts
from janadesh.desk.as_of import read_as_of
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.found_thing import found_thing
from janadesh.desk.links import Links


def routes(desk: Desk) -> APIRouter:
    """Give the alliance page's route."""
    router = APIRouter()

    @router.get("/alliances/{alliance}", response_class=HTMLResponse)
    def alliance_page(request: Request, alliance: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = desk.remembered.answer(
            ("alliance", alliance), as_of.moment, lambda: found_thing(desk, model.Alliance, "alliance", alliance, as_of)
        )
        if found["id"] != alliance:
            return RedirectResponse(Links(as_of.asked, as_of.lang).alliance(found["id"]), status_code=308)
        facts = desk.remembered.answer(
            ("alliance facts", found["id"]), as_of.moment, lambda: alliance_facts(desk, found, as_of)
        )
        return desk.pages.draw("alliance.html", as_of, here="alliance", facts=facts, colour=colour_class(found["id"]))

    return router
