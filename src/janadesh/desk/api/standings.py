"""Routes of a running count: how each contest stands, and the seats that this makes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import polars as pl
from fastapi import APIRouter
from fastapi import Query
from starlette.responses import Response

from janadesh.count.standings import contest_standings
from janadesh.count.standings_by import standings_by_alliance
from janadesh.count.standings_by import standings_by_party
from janadesh.desk.api import answers
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.elections import found
from janadesh.desk.api.shapes import results as shapes
from janadesh.desk.api.tables import add_table
from janadesh.desk.as_of import read_as_of

SinceQuery = Annotated[
    str | None,
    Query(description="Count what was gained and lost since this moment.", examples=["2024-10-08T10:00"]),
]


def routes() -> APIRouter:
    """Give the routes of standings."""
    router = APIRouter(tags=["Standings"])
    path = "/elections/{election}/standings"
    add_table(router, path, by_contest, shapes.Standing, "Who is ahead in each contest")
    add_table(router, f"{path}/parties", by_party, shapes.PartyStanding, "Seats won and led by party")
    add_table(router, f"{path}/alliances", by_alliance, shapes.AllianceStanding, "Seats won and led by alliance")
    return router


def by_contest(election: ElectionPath, ask: RowsAsked) -> Response:
    """List each contest as it stood at a second of the count, in order of number; see `/contests` for results."""
    held = found(ask, election).id
    frame = ask.desk.remembered.answer(
        ("api standings", held), ask.moment, lambda: contest_standings(ask.record, held, ask.moment)
    )
    return answers.rows(ask, frame, shapes.Standing)


def by_party(election: ElectionPath, ask: RowsAsked, since: SinceQuery = None) -> Response:
    """List the seats that each party has won or is ahead in, most seats first."""
    return answers.rows(ask, _seats(ask, election, since, standings_by_party), shapes.PartyStanding)


def by_alliance(election: ElectionPath, ask: RowsAsked, since: SinceQuery = None) -> Response:
    """List the seats that each alliance has won or is ahead in; a party in none stands for itself."""
    return answers.rows(ask, _seats(ask, election, since, standings_by_alliance), shapes.AllianceStanding)


def _seats(ask: Asked, election: str, since: str | None, count: Callable[..., pl.DataFrame]) -> pl.DataFrame:
    held = found(ask, election).id
    begin = read_as_of(ask.record, {"as_of": since}).moment if since else None
    frame = ask.desk.remembered.answer(
        ("api seats", count.__name__, held, begin),
        ask.moment,
        lambda: count(ask.record, held, ask.moment, begin),
    )
    if begin is not None:
        return frame
    return frame.with_columns(gained=pl.lit(None, dtype=pl.Int64), lost=pl.lit(None, dtype=pl.Int64))
