"""
The page of where a running count is going.

It stands apart from the election's page, since a projection takes longer than that page may.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.count.projected import chance
from janadesh.count.projected import projected_contests
from janadesh.count.projected import projected_seats
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.colours import colour_class
from janadesh.desk.count_course import news_of
from janadesh.desk.desk import Desk
from janadesh.desk.election_facts import ElectionFacts
from janadesh.desk.election_page import facts_of
from janadesh.desk.election_page import find_election
from janadesh.desk.links import Links

LEVEL = 0.9
"""The chance with which the final figure lies in an interval that is drawn."""
OPEN = 0.95
"""Contests whose leader has less than this chance are listed as open."""
MOST_OPEN = 60

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Projected:
    """What the page says: seats by alliance, contests that are open, how many are shown and how many were unseen."""

    alliances: tuple[Row, ...]
    open: tuple[Row, ...]
    contests: int
    opened: int
    unseen: int


def routes(desk: Desk) -> APIRouter:
    """Give the page's route."""
    router = APIRouter()

    @router.get("/elections/{election}/projection", response_class=HTMLResponse)
    def projection_page(request: Request, election: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = find_election(desk, election, as_of)
        if found.id != election:
            return RedirectResponse(Links(as_of.asked, as_of.lang).projection(found.id), status_code=308)
        facts = facts_of(desk, found, as_of)
        projected = projected_of(desk, facts, as_of)
        return desk.pages.draw(
            "projection.html",
            as_of,
            here="projection",
            election=found,
            digits=facts.digits,
            total=facts.seats.total,
            majority=facts.seats.majority,
            projected=projected,
            news=news_of(desk, facts, as_of),
            references={row.constituency: row.reference for row in facts.contests},
            chance=chance,
            css=colour_class,
            level=LEVEL,
        )

    return router


def projected_of(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> Projected | None:
    """Give what the page says, remembered; None where nothing can be projected."""
    return desk.remembered.answer(
        ("projection", facts.election.id),
        as_of.moment,
        lambda: _projected(desk, facts.election, facts.seats.majority, as_of),
    )


def _projected(desk: Desk, election: model.Election, majority: int | None, as_of: AsOf) -> Projected | None:
    # the statistics take longer to import than all the rest, and most desks open when no count is on
    from janadesh.count.projecting import known_at
    from janadesh.count.projecting import projection_of

    known = known_at(desk.record, election.id, as_of.moment)
    projection = projection_of(known)
    if projection is None:
        return None
    # where the election fills only a part of the house its majority means nothing, and none is shown
    seats = projected_seats(known, projection, LEVEL, majority or known.contests.height + 1, "alliance")
    contests = projected_contests(desk.record, known, projection, LEVEL).sort("chance", "number")
    is_open = [row for row in contests.iter_rows(named=True) if row["chance"] < OPEN]
    return Projected(
        alliances=tuple(seats.iter_rows(named=True)),
        open=tuple(is_open[:MOST_OPEN]),
        contests=contests.height,
        opened=len(is_open),
        unseen=known.unseen,
    )
