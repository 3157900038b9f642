"""The page that lays two elections, or two moments of one, beside each other."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.compare_facts import beside_earlier
from janadesh.desk.compare_facts import beside_itself
from janadesh.desk.desk import Desk
from janadesh.desk.election_facts import ElectionFacts
from janadesh.desk.election_page import facts_of
from janadesh.desk.election_page import find_election
from janadesh.desk.links import Links
from janadesh.desk.party_facts import elections_of
from janadesh.errors import NotInRecord


def routes(desk: Desk) -> APIRouter:
    """Give the page's route; `with` names an election, `then` an earlier moment."""
    router = APIRouter()

    @router.get("/elections/{election}/compare", response_class=HTMLResponse)
    def compare_page(request: Request, election: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = find_election(desk, election, as_of)
        if found.id != election:
            return RedirectResponse(Links(as_of.asked, as_of.lang).compare(found.id), status_code=308)
        facts = facts_of(desk, found, as_of)
        then, other = request.query_params.get("then", "").strip(), request.query_params.get("with", "").strip()
        others = _others(desk, found, as_of)
        if then:
            return _moments(desk, facts, others, as_of, read_as_of(desk.record, {"as_of": then}))
        earlier = find_election(desk, other, as_of) if other else _before(found, others)
        return _elections(desk, facts, others, as_of, earlier)

    return router


def _others(desk: Desk, election: model.Election, as_of: AsOf) -> tuple[model.Election, ...]:
    """Give the other elections to the same house, latest first."""

    def ask() -> tuple[model.Election, ...]:
        held = desk.record.frame(model.Election, as_of.moment, house=election.house)["id"].to_list()
        return tuple(e for e in elections_of(desk.record, held, as_of.moment) if e.id != election.id)

    return desk.remembered.answer(("others", election.id), as_of.moment, ask)


def _before(election: model.Election, others: tuple[model.Election, ...]) -> model.Election | None:
    return next((e for e in others if e.id == election.previous), None) or next(
        (e for e in others if e.year < election.year), None
    )


def _elections(
    desk: Desk,
    facts: ElectionFacts,
    others: tuple[model.Election, ...],
    as_of: AsOf,
    earlier: model.Election | None,
) -> Response:
    if earlier is not None and earlier.house != facts.election.house:
        raise NotInRecord(f"{earlier.name} fills another house, whose seats cannot be compared with these.")
    if earlier is not None and earlier.id == facts.election.id:
        raise NotInRecord(f"{earlier.name} cannot be compared with itself, except at another moment.")
    compared = earlier and desk.remembered.answer(
        ("beside", facts.election.id, earlier.id),
        as_of.moment,
        lambda: beside_earlier(desk.record, facts.election.id, earlier.id, as_of.moment),
    )
    return _drawn(desk, facts, others, as_of, earlier=earlier, compared=compared)


def _moments(
    desk: Desk, facts: ElectionFacts, others: tuple[model.Election, ...], as_of: AsOf, before: AsOf
) -> Response:
    then = facts_of(desk, find_election(desk, facts.election.id, before), before)
    compared = beside_itself(desk, facts, then, as_of, before)
    return _drawn(desk, facts, others, as_of, before=before, then=then, compared=compared)


def _drawn(
    desk: Desk, facts: ElectionFacts, others: tuple[model.Election, ...], as_of: AsOf, **values: Any
) -> Response:
    everything: dict[str, Any] = {"earlier": None, "before": None, "then": None} | values
    by_place = {row.constituency: row for row in facts.contests}
    return desk.pages.draw(
        "compare.html", as_of, here="compare", facts=facts, others=others, by_place=by_place, **everything
    )
