"""Routes of a running count: where it is going, and where it contradicts itself."""

from __future__ import annotations

from typing import Annotated

import polars as pl
from fastapi import APIRouter
from fastapi import Query
from starlette.responses import Response

from janadesh.analysis.house import house_size
from janadesh.count.projected import projected_contests
from janadesh.count.projected import projected_seats
from janadesh.count.standing_alarms import alarms
from janadesh.desk.api import answers
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.elections import found
from janadesh.desk.api.shapes import counting as shapes
from janadesh.desk.api.tables import add_table
from janadesh.errors import NotInRecord

LevelQuery = Annotated[
    float,
    Query(
        ge=0.01,
        le=0.99,
        description="The chance that an interval holds the final figure; of seats, the range whose chance is nearest.",
    ),
]


def routes() -> APIRouter:
    """Give the routes."""
    router = APIRouter(tags=["Standings"])
    path = "/elections/{election}"
    add_table(router, f"{path}/projection", contests, shapes.ProjectedContest, "Where each contest is going")
    add_table(router, f"{path}/projection/parties", parties, shapes.ProjectedParty, "Seats that parties may win")
    add_table(
        router, f"{path}/projection/alliances", alliances, shapes.ProjectedAlliance, "Seats that alliances may win"
    )
    add_table(router, f"{path}/alarms", of_alarms, shapes.Alarm, "Where a count contradicts itself")
    return router


def contests(election: ElectionPath, ask: RowsAsked, level: LevelQuery = 0.9) -> Response:
    """Tell who is ahead in each contest, the chance to win, the likeliest rival, and between what the margin ends."""
    return answers.rows(ask, _projected(ask, election, level, "constituency"), shapes.ProjectedContest)


def parties(election: ElectionPath, ask: RowsAsked, level: LevelQuery = 0.9) -> Response:
    """List between what the seats of each party end, and its chance of a majority, from what was known only."""
    return answers.rows(ask, _projected(ask, election, level, "party"), shapes.ProjectedParty)


def alliances(election: ElectionPath, ask: RowsAsked, level: LevelQuery = 0.9) -> Response:
    """List the same of each alliance; a party in none stands for itself."""
    return answers.rows(ask, _projected(ask, election, level, "alliance"), shapes.ProjectedAlliance)


def of_alarms(
    election: ElectionPath,
    ask: RowsAsked,
    rule: Annotated[
        str | None, Query(max_length=100, description="Only alarms of this rule.", examples=["total fell"])
    ] = None,
    *,
    cleared: Annotated[bool, Query(alias="all", description="Those that were cleared, too.")] = False,
) -> Response:
    """List the alarms that stand, the latest first, each with the two observations that conflict."""
    frame = alarms(ask.record, found(ask, election).id, ask.moment)
    wanted = frame if cleared else frame.filter("standing")
    return answers.rows(ask, wanted if rule is None else wanted.filter(pl.col("rule") == rule), shapes.Alarm)


def _projected(ask: Asked, election: str, level: float, by: str) -> pl.DataFrame:
    held = found(ask, election)

    def told() -> pl.DataFrame:
        # the statistics take longer to import than all the rest, and most desks open when no count is on
        from janadesh.count.projecting import known_at
        from janadesh.count.projecting import projection_of

        known = known_at(ask.record, held.id, ask.moment)
        projection = projection_of(known)
        if projection is None:
            raise NotInRecord(f"No votes and no leads of {held.name} were known by then, so nothing can be projected.")
        if by == "constituency":
            return projected_contests(ask.record, known, projection, level)
        try:
            majority = house_size(ask.record, held.id, ask.moment).majority
        except NotInRecord:
            frame = projected_seats(known, projection, level, known.contests.height + 1, by)
            return frame.with_columns(majority=pl.lit(None, dtype=pl.Float64))
        return projected_seats(known, projection, level, majority, by)

    return ask.desk.remembered.answer(("api projection", held.id, level, by), ask.moment, told)
