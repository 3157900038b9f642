"""The page of one alliance."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.analysis.things import the_thing
from janadesh.desk.alliance_facts import alliance_facts
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.links import Links
from janadesh.errors import NotInRecord
from janadesh.names.spelling import spelling_key


def routes(desk: Desk) -> APIRouter:
    """Give the alliance page's route."""
    router = APIRouter()

    @router.get("/alliances/{alliance}", response_class=HTMLResponse)
    def alliance_page(request: Request, alliance: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = desk.remembered.answer(("alliance", alliance), as_of.moment, lambda: _alliance(desk, alliance, as_of))
        if found["id"] != alliance:
            return RedirectResponse(Links(as_of.asked).alliance(found["id"]), status_code=308)
        facts = desk.remembered.answer(
            ("alliance facts", found["id"]), as_of.moment, lambda: alliance_facts(desk, found, as_of)
        )
        return desk.pages.draw("alliance.html", as_of, here="alliance", facts=facts, colour=colour_class(found["id"]))

    return router


def _alliance(desk: Desk, alliance: str, as_of: AsOf) -> dict[str, Any]:
    """
    Find an alliance by id, or by one of its names.

    Raises: NotInRecord.
    """
    rows = desk.record.frame(model.Alliance, as_of.moment, id=alliance).to_dicts()
    if rows:
        return rows[0]
    if not as_of.is_now and desk.record.frame(model.Alliance, id=alliance).height:
        raise NotInRecord(f"The record did not know {alliance!r} on {as_of.words}. Ask for a later day.")
    key = spelling_key(alliance)
    named = [
        row
        for row in desk.record.frame(model.Alliance, as_of.moment).iter_rows(named=True)
        if key in (spelling_key(row["name"]), spelling_key(row["short_name"]))
    ]
    if len(named) == 1:
        return named[0]
    thing = the_thing(desk.record, alliance, as_of.moment)
    if thing.noun != "alliance":
        raise NotInRecord(f"{alliance!r} is no alliance in the record; it is the {thing.noun} {thing.name}.")
    return desk.record.frame(model.Alliance, as_of.moment, id=thing.id).to_dicts()[0]
