"""The page of one election."""

from __future__ import annotations

from itertools import compress

import polars as pl
from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import model
from janadesh.analysis.found import the_election
from janadesh.analysis.votes import places_of
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.contest_rows import arranged
from janadesh.desk.contest_rows import read_wanted
from janadesh.desk.count_course import news_of
from janadesh.desk.desk import Desk
from janadesh.desk.drawings.benches import benches
from janadesh.desk.drawings.tiles import STEP
from janadesh.desk.drawings.tiles import Cell
from janadesh.desk.drawings.tiles import TileMap
from janadesh.desk.drawings.tiles import state_cells
from janadesh.desk.drawings.tiles import state_map
from janadesh.desk.election_blocks import change_against_before
from janadesh.desk.election_blocks import turnout_by_phase
from janadesh.desk.election_facts import ElectionFacts
from janadesh.desk.election_facts import election_facts
from janadesh.desk.links import Links
from janadesh.desk.live_parts import begin
from janadesh.desk.live_parts import live_values
from janadesh.desk.picture_address import picture_address
from janadesh.desk.remembered import Remembered
from janadesh.desk.steps import Step
from janadesh.desk.steps import step_at
from janadesh.desk.steps import steps_of
from janadesh.errors import NotInRecord
from janadesh.export.drawings.constituency_map import ConstituencyMap
from janadesh.export.drawings.constituency_map import constituency_map

PARTS = ("headline", "standings", "news", "places", "contests")
"""The blocks of the page that change as votes are counted."""

PAGES_KEPT = 16
"""Pages and parts of pages kept as they were drawn, a large election's of more than a megabyte each."""

MAIN_SHARE = 1.0
"""Parties with fewer per cent of the votes and no seat are listed apart."""


def routes(desk: Desk) -> APIRouter:
    """Give the election page's route."""
    router = APIRouter()
    drawn = Remembered(desk.record, PAGES_KEPT, desk.remembered.instants)

    @router.get("/elections/{election}", response_class=HTMLResponse)
    def election_page(request: Request, election: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        found = find_election(desk, election, as_of)
        if found.id != election:
            return RedirectResponse(Links(as_of.asked, as_of.lang).election(found.id), status_code=308)
        # those who hear of a change ask for the same at the same time; what a page says depends on nothing else
        picture = picture_address(request, as_of, Links().election(found.id))
        asked = (found.id, str(request.query_params), str(request.base_url), picture, as_of.date)
        return HTMLResponse(drawn.answer(asked, as_of.moment, lambda: _page(desk, found, as_of, request).body))

    return router


def find_election(desk: Desk, election: str, as_of: AsOf) -> model.Election:
    """
    Find an election by id or name.

    Raises: NotInRecord; where the election became known only later, saying so.
    """
    try:
        return desk.remembered.answer(
            ("election", election), as_of.moment, lambda: the_election(desk.record, election, as_of.moment)
        )
    except NotInRecord:
        if as_of.is_now:
            raise
        later = the_election(desk.record, election)
        raise NotInRecord(f"{later.name} was not yet known on {as_of.words}. Ask for a later day.") from None


def facts_of(desk: Desk, election: model.Election, as_of: AsOf) -> ElectionFacts:
    """Give an election's facts, remembered."""
    # whether the count is to come or was depends on the day, too
    question = ("election facts", election.id, as_of.date)
    return desk.remembered.answer(question, as_of.moment, lambda: election_facts(desk, election, as_of))


def steps_at(desk: Desk, election: str) -> tuple[Step, ...]:
    """Give the stops of an election's time slider, remembered for as long as nothing is loaded."""
    return desk.remembered.until_loaded(("steps", election), lambda: steps_of(desk.record, election))


def map_of(desk: Desk, facts: ElectionFacts) -> ConstituencyMap | None:
    """Draw the map of an election's constituencies where a pack has their outlines, remembered."""
    places = tuple(row.constituency for row in facts.contests)
    return desk.remembered.once(("map", places), lambda: constituency_map(desk.shapes, places))


def tiles_of(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> TileMap | None:
    """Draw the map of tiles of a house that many states elect; where the tiles stand is remembered."""
    rows = facts.contests

    def placed() -> tuple[tuple[str | None, ...], tuple[Cell, ...] | None]:
        known = places_of(desk.record, pl.Series([row.constituency for row in rows]), as_of.moment)
        state_of = dict(known.select("constituency", "territory").iter_rows())
        states = tuple(state_of.get(row.constituency) for row in rows)
        return states, state_cells(states)

    states, cells = desk.remembered.once(("tiles", tuple(row.constituency for row in rows)), placed)
    return None if cells is None else state_map(rows, cells, states)


def _page(desk: Desk, election: model.Election, as_of: AsOf, request: Request) -> Response:
    since = begin(desk, as_of)
    facts = facts_of(desk, election, as_of)
    wanted = read_wanted(request.query_params)
    rows = arranged(facts.contests, wanted)
    changed = request.query_params.get("of")
    if changed is not None:
        rows = [row for row in rows if row[0].constituency in changed.split()]
    steps = steps_at(desk, election.id)
    drawn_map = map_of(desk, facts)
    is_main = [bool(row.won + row.leading) or (row.share or 0) >= MAIN_SHARE for row in facts.parties]
    return desk.pages.draw(
        "election.html",
        as_of,
        here="election",
        facts=facts,
        steps=steps,
        change=desk.remembered.answer(
            ("change", election.id), as_of.moment, lambda: change_against_before(desk, facts, as_of)
        ),
        turnouts=desk.remembered.answer(
            ("turnout by phase", election.id), as_of.moment, lambda: turnout_by_phase(desk, facts, as_of)
        ),
        news=None if facts.seats.is_over else news_of(desk, facts, as_of),
        picture=picture_address(request, as_of, Links().election(election.id)),
        site=str(request.base_url).rstrip("/"),
        step=step_at(steps, as_of.moment),
        benches=benches(facts.blocks, facts.contests),
        drawn_map=drawn_map,
        tiles=None if drawn_map else tiles_of(desk, facts, as_of),
        step_of_tiles=STEP,
        by_place={row.constituency: row for row in facts.contests},
        main_parties=list(compress(facts.parties, is_main)),
        other_parties=[row for row, main in zip(facts.parties, is_main, strict=True) if not main],
        wanted=wanted,
        rows=rows,
        shown_rows=sum(is_shown for _, is_shown in rows),
        areas=_areas(facts),
        phases=sorted({row.phase for row in facts.contests if row.phase}),
        **live_values(since, election.id, PARTS, request.query_params, is_over=facts.seats.is_over),
    )


def _areas(facts: ElectionFacts) -> list[tuple[str, str, str]]:
    """Give what the table can be filtered by: the noun and id that it is named by in other languages, and its name."""
    of_state = {("territory", row.state.id, row.state.name) for row in facts.contests if row.state}
    of_region = {("region", row.region, row.region) for row in facts.contests if row.region}
    return sorted(of_state or of_region, key=lambda area: area[2])
