"""The page on which a government is formed from the parties of a house."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.analysis.governing import Governing
from janadesh.analysis.governing import governing
from janadesh.analysis.government import Government
from janadesh.analysis.party_descents import independents
from janadesh.desk.as_of import AsOf
from janadesh.desk.asked_election import asked_election
from janadesh.desk.desk import Desk
from janadesh.desk.government_asked import GovernmentAsked
from janadesh.desk.government_asked import read_government
from janadesh.desk.government_facts import HouseFacts
from janadesh.desk.government_facts import house_facts
from janadesh.desk.government_facts import reckoned
from janadesh.desk.government_facts import resolved
from janadesh.errors import Impossible
from janadesh.errors import NotInRecord

NONE_ASKED = GovernmentAsked()


def routes(desk: Desk) -> APIRouter:
    """Give the page's route; `part=house` asks for the coalition alone, as the script does."""
    router = APIRouter()

    def of_house(election: model.Election, asked: GovernmentAsked, as_of: AsOf) -> Government:
        supposed = replace(asked, inside=None, alone={}, is_form=False)
        question = ("government", election.id, tuple(supposed.query().items()))
        return desk.remembered.answer(question, as_of.moment, lambda: reckoned(desk, election.id, supposed, as_of))

    def in_office(election: model.Election, as_of: AsOf) -> Governing | None:
        # who is in office depends on the day, too
        question = ("governing", election.id, as_of.date)
        return desk.remembered.answer(question, as_of.moment, lambda: governing(desk.record, election.id, as_of.moment))

    @router.get("/elections/{election}/government", response_class=HTMLResponse)
    def government_page(request: Request, election: str) -> Response:
        asked = read_government(request.query_params)
        query = asked.query()
        opened = asked_election(desk, request, election, lambda links, own: links.government(own, query))
        if isinstance(opened, RedirectResponse):
            return opened
        found, as_of, links, facts = opened.election, opened.as_of, opened.links, opened.facts
        is_filled = facts.seats.majority is not None and any(row.is_decided for row in facts.contests)
        told: HouseFacts | None = None
        head, problem = (in_office(found, as_of) if is_filled else None), ""
        alone = frozenset(independents(desk.record, as_of.moment))
        if is_filled:
            try:
                asked = resolved(desk, asked, as_of)
                house = of_house(found, asked, as_of)
                asked = asked if asked.inside is not None else _filled_in(asked, house, head)
                told = house_facts(house, asked, alone)
            except (Impossible, NotInRecord) as error:
                problem = str(error)
                told = house_facts(of_house(found, NONE_ASKED, as_of), NONE_ASKED, alone)
        if asked.is_form and told is not None and not problem:
            return RedirectResponse(links.government(found.id, asked.query()), status_code=303)
        is_part = request.query_params.get("part") == "house" and told is not None and not problem
        return desk.pages.draw(
            "government_house.html" if is_part else "government.html",
            as_of,
            status=422 if problem else 200,
            here="government",
            facts=facts,
            asked=asked,
            told=told,
            head=head if told is not None and head is not None and _has_seats(told, head) else None,
            is_filled_in="in" not in request.query_params,
            problem=problem,
        )

    return router


def _filled_in(asked: GovernmentAsked, house: Government, head: Governing | None) -> GovernmentAsked:
    """Take the parties that govern, as far as they have seats; nobody where the record does not say who does."""
    seated = set(house.benches["id"])
    inside = () if head is None or head.party not in seated else tuple(p for p in head.parties if p in seated)
    return replace(asked, inside=inside)


def _has_seats(told: HouseFacts, head: Governing) -> bool:
    return any(party.id == head.party for party in told.parties)
