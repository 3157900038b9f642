"""The page of one party."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh.analysis.found import the_party
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.links import Links
from janadesh.desk.party_facts import AtElection
from janadesh.desk.party_facts import party_facts
from janadesh.desk.party_facts import seats_at
from janadesh.desk.picture_address import picture_address
from janadesh.errors import NotInRecord


def routes(desk: Desk) -> APIRouter:
    """Give the party page's route."""
    router = APIRouter()

    @router.get("/parties/{party}", response_class=HTMLResponse)
    def party_page(request: Request, party: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = _party(desk, party, as_of)
        if found["id"] != party:
            return RedirectResponse(Links(as_of.asked, as_of.lang).party(found["id"]), status_code=308)
        facts = desk.remembered.answer(
            ("party facts", found["id"]), as_of.moment, lambda: party_facts(desk, found, as_of)
        )
        shown = _shown(facts.elections, request.query_params.get("election", ""))
        return desk.pages.draw(
            "party.html",
            as_of,
            here="party",
            facts=facts,
            colour=colour_class(found["id"]),
            shown=shown,
            picture=picture_address(request, as_of, Links().party(found["id"])),
            seats=seats_at(desk, found["id"], shown.election.id, as_of) if shown else (),
        )

    return router


def _party(desk: Desk, party: str, as_of: AsOf) -> dict[str, Any]:
    return desk.remembered.answer(("party", party), as_of.moment, lambda: the_party(desk.record, party, as_of.moment))


def _shown(elections: tuple[AtElection, ...], wanted: str) -> AtElection | None:
    """
    Choose the election whose seats are listed: the one asked for, else the latest.

    Raises: NotInRecord.
    """
    if not elections:
        return None
    if not wanted:
        return next((at for at in elections if at.election.kind == "general"), elections[0])
    asked = [at for at in elections if at.election.id == wanted]
    if not asked:
        raise NotInRecord(f"It did not stand in {wanted!r}, as far as the record knows at this moment.")
    return asked[0]
