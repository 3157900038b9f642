"""The page of one constituency in one election."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh.desk.as_of import read_as_of
from janadesh.desk.constituency_facts import find_constituency
from janadesh.desk.count_course import course_of
from janadesh.desk.desk import Desk
from janadesh.desk.election_page import facts_of
from janadesh.desk.election_page import find_election
from janadesh.desk.election_page import map_of
from janadesh.desk.election_page import steps_at
from janadesh.desk.links import Links
from janadesh.desk.live_parts import begin
from janadesh.desk.live_parts import live_values
from janadesh.desk.picture_address import picture_address
from janadesh.desk.steps import step_at

PARTS = ("headline", "standings")
"""The blocks of the page that change as votes are counted."""

MOST_BARS = 8
"""Candidates drawn as bars; all are in the table."""


def routes(desk: Desk) -> APIRouter:
    """Give the constituency page's route."""
    router = APIRouter()

    @router.get("/elections/{election}/constituencies/{constituency}", response_class=HTMLResponse)
    def constituency_page(request: Request, election: str, constituency: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        since = begin(desk, as_of)
        found = find_election(desk, election, as_of)
        facts = facts_of(desk, found, as_of)
        here = find_constituency(desk, facts, constituency, as_of)
        if here.contest.reference != constituency:
            return RedirectResponse(
                Links(as_of.asked, as_of.lang).constituency(found.id, here.contest.reference), status_code=308
            )
        counted = [standing for standing in here.standings if standing.row["counted"] is not None]
        steps = steps_at(desk, found.id)
        return desk.pages.draw(
            "constituency.html",
            as_of,
            here="constituency",
            election=found,
            digits=facts.digits,
            turns=facts.turns,
            steps=steps,
            picture=picture_address(request, as_of, Links().constituency(found.id, constituency)),
            site=str(request.base_url).rstrip("/"),
            step=step_at(steps, as_of.moment),
            facts=here,
            course=course_of(desk, here, found.id, as_of),
            shown_bars=counted[:MOST_BARS],
            left_out=len(counted[MOST_BARS:]),
            drawn_map=map_of(desk, facts),
            by_place={row.constituency: row for row in facts.contests},
            **live_values(
                since,
                found.id,
                PARTS,
                request.query_params,
                is_over=here.contest.is_decided,
                constituency=here.contest.constituency,
            ),
        )

    return router
