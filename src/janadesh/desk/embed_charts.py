"""Cards of an election's charts for other sites' frames: one address for each chart."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import polars as pl
from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.analysis.swing import swings
from janadesh.count.projected import chance
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.drawings.swing_plot import HALF
from janadesh.desk.drawings.swing_plot import WIDTH
from janadesh.desk.drawings.swing_plot import SwingPlot
from janadesh.desk.drawings.swing_plot import Swung
from janadesh.desk.drawings.swing_plot import swing_plot
from janadesh.desk.drawings.tiles import STEP
from janadesh.desk.drawings.tiles import tile_map
from janadesh.desk.election_blocks import change_against_before
from janadesh.desk.election_facts import ElectionFacts
from janadesh.desk.election_page import facts_of
from janadesh.desk.election_page import find_election
from janadesh.desk.election_page import map_of
from janadesh.desk.election_page import tiles_of
from janadesh.desk.embed_page import framed
from janadesh.desk.links import Links
from janadesh.desk.projection_page import LEVEL
from janadesh.desk.projection_page import projected_of
from janadesh.errors import NotInRecord

MOST_PARTIES = 8
"""Parties on the card of votes."""


class Chart(StrEnum):
    """What a card shows, as its address has it."""

    SEATS = "seats"
    VOTES = "votes"
    MAP = "map"
    SWING = "swing"
    PROJECTION = "projection"


def routes(desk: Desk) -> APIRouter:
    """Give the route of cards."""
    router = APIRouter()

    @router.get("/embed/elections/{election}/{chart}", response_class=HTMLResponse)
    def chart_card(request: Request, election: str, chart: Chart) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = find_election(desk, election, as_of)
        if found.id != election:
            return RedirectResponse(Links(as_of.asked, as_of.lang).embed_chart(found.id, chart), status_code=308)
        facts = facts_of(desk, found, as_of)
        values = _OF_CHART[chart](desk, facts, as_of)
        return framed(desk.pages.draw(f"embed_{chart}_chart.html", as_of, facts=facts, **values))

    return router


def _seats(_: Desk, __: ElectionFacts, ___: AsOf) -> dict[str, Any]:
    return {}


def _votes(_: Desk, facts: ElectionFacts, __: AsOf) -> dict[str, Any]:
    rows = sorted((row for row in facts.parties if row.votes), key=lambda row: -row.votes)
    most = rows[0].share if rows else 1.0
    return {"rows": rows[:MOST_PARTIES], "left_out": len(rows[MOST_PARTIES:]), "most": most}


def _map(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> dict[str, Any]:
    outlines = map_of(desk, facts)
    by_state = None if outlines else tiles_of(desk, facts, as_of)
    return {"drawn": by_state or tile_map(facts.contests, outlines), "step": STEP}


def _swing(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> dict[str, Any]:
    change = change_against_before(desk, facts, as_of)
    told = change and desk.remembered.answer(
        ("swing plot", facts.election.id, change.earlier.id),
        as_of.moment,
        lambda: _swung(desk, facts.election.id, change.earlier.id, as_of),
    )
    return {"change": change, "told": told, "width": WIDTH, "half": HALF}


def _swung(desk: Desk, election: str, earlier: str, as_of: AsOf) -> dict[str, Any] | None:
    try:
        rows = swings(desk.record, election, earlier, as_of=as_of.moment)
    except NotInRecord:
        # fewer than two sides have votes yet
        return None
    seats = rows.filter(pl.col("constituency").is_not_null(), pl.col("butler").is_not_null())
    plot: SwingPlot | None = swing_plot(
        [Swung(*row) for row in seats.select("constituency", "constituency_name", "butler").iter_rows()]
    )
    overall = rows.filter(pl.col("constituency").is_null())
    if plot is None or overall.is_empty():
        return None
    row = overall.row(-1, named=True)
    names = dict(desk.record.frame(model.Party, as_of.moment).select("id", "abbreviation").iter_rows())
    names |= dict(desk.record.frame(model.Alliance, as_of.moment).select("id", "short_name").iter_rows())
    sides = [{"name": names.get(side, side), "css": colour_class(side)} for side in (row["first"], row["second"])]
    return {"plot": plot, "points": row["butler"], "first": sides[0], "second": sides[1]}


def _projection(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> dict[str, Any]:
    return {
        "projected": projected_of(desk, facts, as_of),
        "chance": chance,
        "css": colour_class,
        "level": LEVEL,
        "total": facts.seats.total,
        "majority": facts.seats.majority,
    }


_OF_CHART = {
    Chart.SEATS: _seats,
    Chart.VOTES: _votes,
    Chart.MAP: _map,
    Chart.SWING: _swing,
    Chart.PROJECTION: _projection,
}
