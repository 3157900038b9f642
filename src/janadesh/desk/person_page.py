"""The page of one person."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.desk.as_of import read_as_of
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.found_thing import found_thing
from janadesh.desk.links import Links
from janadesh.desk.person_facts import person_facts


def routes(desk: Desk) -> APIRouter:
    """Give the person page's route."""
    router = APIRouter()

    @router.get("/people/{person}", response_class=HTMLResponse)
    def person_page(request: Request, person: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = desk.remembered.answer(
            ("person", person), as_of.moment, lambda: found_thing(desk, model.Person, "person", person, as_of)
        )
        if found["id"] != person:
            return RedirectResponse(Links(as_of.asked, as_of.lang).person(found["id"]), status_code=308)
        facts = desk.remembered.answer(
            ("person facts", found["id"]), as_of.moment, lambda: person_facts(desk, found, as_of)
        )
        return desk.pages.draw(
            "person.html",
            as_of,
            here="person",
            facts=facts,
            colour=colour_class(facts.party["id"]) if facts.party else "",
        )

    return router
