"""The page on which partners share the seats of an election, and seats are moved by hand."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh.analysis.seat_sharing import SeatSharing
from janadesh.analysis.seat_sharing import seat_sharing
from janadesh.count.projected import chance
from janadesh.desk.as_of import AsOf
from janadesh.desk.asked_election import asked_election
from janadesh.desk.desk import Desk
from janadesh.desk.election_page import map_of
from janadesh.desk.remembered import Remembered
from janadesh.desk.share_asked import SharingAsked
from janadesh.desk.share_asked import read_sharing
from janadesh.desk.share_facts import earlier_names
from janadesh.desk.share_facts import resolved
from janadesh.desk.share_facts import shared_seats
from janadesh.desk.share_facts import wishes_of
from janadesh.desk.share_options import party_options
from janadesh.desk.share_options import sharing_options
from janadesh.errors import Impossible
from janadesh.errors import NotInRecord

MOST_UNASKED = 150
"""Seats of a house up to which they are shared before anybody asks; a larger one takes seconds."""

ANSWERS_KEPT = 8
"""Each keeps the elections that were drawn, some megabytes where a house is large."""


def routes(desk: Desk) -> APIRouter:
    """Give the page's route; `part=plan` asks for the sum of an allotment alone, as the script does."""
    router = APIRouter()
    answers = Remembered(desk.record, ANSWERS_KEPT, desk.remembered.instants)
    # to share a large house takes both a processor and memory, so that no two are shared at once
    one_at_a_time = Lock()

    def shared(election: str, asked: SharingAsked, as_of: AsOf) -> SeatSharing:
        def ask() -> SeatSharing:
            wishes = wishes_of(desk, election, asked, as_of)
            with one_at_a_time:
                return seat_sharing(desk.record, election, asked.parties, asked.earlier, wishes, as_of.moment)

        wanted = tuple(asked.query(with_moves=False).items())
        return answers.answer(("sharing", election, wanted), as_of.moment, ask)

    @router.get("/elections/{election}/share-seats", response_class=HTMLResponse)
    def share_page(request: Request, election: str) -> Response:
        asked = read_sharing(request.query_params)
        query = asked.query()
        opened = asked_election(desk, request, election, lambda links, own: links.share_seats(own, query))
        if isinstance(opened, RedirectResponse):
            return opened
        found, as_of, links, facts = opened.election, opened.as_of, opened.links, opened.facts
        options = desk.remembered.answer(
            ("sharing options", found.id), as_of.moment, lambda: sharing_options(desk, found, as_of)
        )
        begun = asked.is_form or asked.parties or asked.earlier
        asked = asked if begun else replace(asked, parties=options.partners, earlier=options.earlier)
        told, problem = None, ""
        if begun or (len(asked.parties) > 1 and facts.seats.total <= MOST_UNASKED):
            try:
                asked = resolved(desk, found.id, asked, as_of)
                sharing = shared(found.id, asked, as_of)
                told = shared_seats(facts, sharing, asked.moved, party_options(desk, asked.parties, as_of))
            except (Impossible, NotInRecord) as error:
                problem = str(error)
        if told is not None:
            asked = replace(asked, moved={seat.reference: seat.to for seat in told.seats if seat.is_moved})
            if asked.is_form:
                return RedirectResponse(links.share_seats(found.id, asked.query()), status_code=303)
        chosen = party_options(desk, asked.parties, as_of)
        known = {option.id for option in options.parties}
        return desk.pages.draw(
            "share_plan.html" if request.query_params.get("part") == "plan" and told else "share.html",
            as_of,
            status=422 if problem else 200,
            here="share",
            asked=asked,
            options=(*options.parties, *(option for option in chosen if option.id not in known)),
            chosen=chosen,
            earlier=options.elections,
            names=earlier_names(options.elections, found.house),
            problem=problem,
            agreed_query=replace(asked, moved=told.agreed).query() if told and told.agreed else {},
            facts=facts,
            told=told,
            chance=chance,
            drawn_map=map_of(desk, facts) if told else None,
        )

    return router
