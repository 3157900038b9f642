"""The first page: the latest election at a glance, and all that are on the record."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import Response

from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.desk.drawings.benches import benches
from janadesh.desk.election_page import facts_of
from janadesh.desk.home_facts import elections_by_house
from janadesh.desk.home_facts import latest_whole_house


def routes(desk: Desk) -> APIRouter:
    """Give the first page's route."""
    router = APIRouter()

    @router.get("/", response_class=HTMLResponse)
    def home_page(request: Request) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        groups = desk.remembered.answer("elections", as_of.moment, lambda: elections_by_house(desk.record, as_of))
        latest = latest_whole_house(groups, as_of.date)
        facts = facts_of(desk, latest, as_of) if latest else None
        return desk.pages.draw(
            "home.html",
            as_of,
            here="home",
            groups=groups,
            latest=facts,
            benches=benches(facts.blocks, facts.contests) if facts else None,
        )

    return router
