"""The timeline of one election."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh.desk.article_events import article_events
from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.desk.election_page import facts_of
from janadesh.desk.election_page import find_election
from janadesh.desk.election_page import steps_at
from janadesh.desk.links import Links
from janadesh.desk.steps import step_at
from janadesh.desk.timeline_facts import timeline


def routes(desk: Desk) -> APIRouter:
    """Give the timeline's route."""
    router = APIRouter()

    @router.get("/elections/{election}/timeline", response_class=HTMLResponse)
    def timeline_page(request: Request, election: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = find_election(desk, election, as_of)
        if found.id != election:
            return RedirectResponse(Links(as_of.asked, as_of.lang).timeline(found.id), status_code=308)
        facts = facts_of(desk, found, as_of)
        told = desk.remembered.answer(
            ("timeline", found.id, as_of.date, as_of.language), as_of.moment, lambda: timeline(desk, facts, as_of)
        )
        # of one day, what happened comes before what was written of it
        events = sorted([*told, *article_events(desk, found.id, as_of)], key=lambda event: event.day)
        months = groupby(events, key=lambda event: (event.day.year, event.day.month))
        steps = steps_at(desk, found.id)
        return desk.pages.draw(
            "timeline.html",
            as_of,
            here="timeline",
            election=found,
            turns=facts.turns,
            steps=steps,
            step=step_at(steps, as_of.moment),
            events=events,
            months=[tuple(of_month) for _, of_month in months],
            by_place={row.constituency: row for row in facts.contests},
        )

    return router
