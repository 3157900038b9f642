"""The page of one person."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.analysis.things import the_thing
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.links import Links
from janadesh.desk.person_facts import person_facts
from janadesh.errors import NotInRecord


def routes(desk: Desk) -> APIRouter:
    """Give the person page's route."""
    router = APIRouter()

    @router.get("/people/{person}", response_class=HTMLResponse)
    def person_page(request: Request, person: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = desk.remembered.answer(("person", person), as_of.moment, lambda: _person(desk, person, as_of))
        if found["id"] != person:
            return RedirectResponse(Links(as_of.asked).person(found["id"]), status_code=308)
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


def _person(desk: Desk, person: str, as_of: AsOf) -> dict[str, Any]:
    """
    Find a person by id, or by one of the names.

    Raises: NotInRecord.
    """
    rows = desk.record.frame(model.Person, as_of.moment, id=person).to_dicts()
    if rows:
        return rows[0]
    if not as_of.is_now and desk.record.frame(model.Person, id=person).height:
        raise NotInRecord(f"The record did not know {person!r} on {as_of.words}. Ask for a later day.")
    thing = the_thing(desk.record, person, as_of.moment)
    if thing.noun != "person":
        raise NotInRecord(f"{person!r} is no person in the record; it is the {thing.noun} {thing.name}.")
    return desk.record.frame(model.Person, as_of.moment, id=thing.id).to_dicts()[0]
