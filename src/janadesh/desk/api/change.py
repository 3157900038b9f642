"""Routes of change from one election to another: votes and seats, swing, hands, who stood again, rebels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import polars as pl
from fastapi import APIRouter
from fastapi import Path
from fastapi import Query
from starlette.responses import Response

from janadesh.analysis.changed_hands import changed_hands
from janadesh.analysis.changed_hands import gains
from janadesh.analysis.changes import alliance_changes
from janadesh.analysis.changes import party_changes
from janadesh.analysis.found import the_election_before
from janadesh.analysis.found import the_side
from janadesh.analysis.rebels import rebels
from janadesh.analysis.standing_again import standing_again
from janadesh.analysis.swing import swings
from janadesh.desk.api import answers
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.elections import found
from janadesh.desk.api.shapes import change as shapes
from janadesh.desk.api.tables import add_table
from janadesh.desk.api.tallies import FromQuery
from janadesh.errors import Impossible

RebelsPath = Annotated[
    str, Path(description="The election's id; its name is understood, too.", examples=["in-ls-2024"])
]


def routes() -> APIRouter:
    """Give the routes of change."""
    router = APIRouter(tags=["Analysis"])
    one = "/elections/{election}"
    add_table(router, f"{one}/swing", by_seat, shapes.SeatSwing, "Swing in each seat")
    add_table(
        router, f"{one}/swing/parties", by_party, shapes.PartyChange, "Votes and seats of parties, now and before"
    )
    add_table(
        router,
        f"{one}/swing/alliances",
        by_alliance,
        shapes.AllianceChange,
        "Votes and seats of alliances, now and before",
    )
    add_table(router, f"{one}/swing/seats", hands, shapes.SeatHands, "Who had each seat, and who has it")
    add_table(router, f"{one}/swing/gains", flow, shapes.SeatFlow, "How many seats went from whom to whom")
    add_table(router, f"{one}/standing-again", again, shapes.StandingAgain, "Incumbents and others who stand again")
    add_table(router, f"{one}/rebels", of_rebels, shapes.Rebel, "Rebels, and what they cost")
    return router


def by_seat(
    election: ElectionPath,
    ask: RowsAsked,
    earlier: FromQuery = None,
    between: Annotated[
        str | None,
        Query(
            description="The two parties or alliances of the swing, parted by a comma; without it, the two largest.",
            examples=["NC,BJP"],
        ),
    ] = None,
) -> Response:
    """
    Give Butler's swing, and Steed's, in each seat and, in the row without a constituency, of all votes.

    Seats are compared across a delimitation only where the record says which one carries on which.
    """
    sides = _two(ask, between)
    frame = _changed(
        ask, election, earlier, lambda now, then: swings(ask.record, now, then, sides, ask.moment), ("swing", sides)
    )
    return answers.rows(ask, frame, shapes.SeatSwing)


def by_party(election: ElectionPath, ask: RowsAsked, earlier: FromQuery = None) -> Response:
    """List each party's seats, seats contested, votes and share at both elections."""
    frame = _changed(
        ask, election, earlier, lambda now, then: party_changes(ask.record, now, then, ask.moment), "party"
    )
    return answers.rows(ask, frame, shapes.PartyChange)


def by_alliance(election: ElectionPath, ask: RowsAsked, earlier: FromQuery = None) -> Response:
    """List the same of each alliance, which is, at both elections, the parties that it has at the later one."""
    frame = _changed(
        ask, election, earlier, lambda now, then: alliance_changes(ask.record, now, then, ask.moment), "alliance"
    )
    return answers.rows(ask, frame, shapes.AllianceChange)


def hands(election: ElectionPath, ask: RowsAsked, earlier: FromQuery = None) -> Response:
    """List every seat with the party that had it, the one that has it, and how surely the two seats are one."""
    return answers.rows(ask, _hands(ask, election, earlier), shapes.SeatHands)


def flow(election: ElectionPath, ask: RowsAsked, earlier: FromQuery = None) -> Response:
    """Count the seats that went from one party to another, or stayed, most first."""
    return answers.rows(ask, gains(_hands(ask, election, earlier)), shapes.SeatFlow)


def again(election: ElectionPath, ask: RowsAsked, earlier: FromQuery = None) -> Response:
    """List who stood at both elections: incumbents first, with their seat and party then."""
    frame = _changed(
        ask, election, earlier, lambda now, then: standing_again(ask.record, now, then, ask.moment), "again"
    )
    return answers.rows(ask, frame, shapes.StandingAgain)


def of_rebels(election: RebelsPath, ask: RowsAsked) -> Response:
    """List the rebels beside the candidate of the side that they broke with, and what each cost it."""
    held = found(ask, election).id
    frame = ask.desk.remembered.answer(("api rebels", held), ask.moment, lambda: rebels(ask.record, held, ask.moment))
    return answers.rows(ask, frame, shapes.Rebel)


def _hands(ask: Asked, election: str, earlier: str | None) -> pl.DataFrame:
    return _changed(ask, election, earlier, lambda now, then: changed_hands(ask.record, now, then, ask.moment), "hands")


def _changed(
    ask: Asked, election: str, earlier: str | None, change: Callable[[str, str], pl.DataFrame], what: object
) -> pl.DataFrame:
    now = found(ask, election)
    then = the_election_before(ask.record, now, earlier, ask.moment)
    return ask.desk.remembered.answer(
        ("api change", now.id, then.id, what), ask.moment, lambda: change(now.id, then.id)
    )


def _two(ask: Asked, between: str | None) -> tuple[str, str] | None:
    named = [name.strip() for name in (between or "").split(",") if name.strip()]
    if not named:
        return None
    sides = [the_side(ask.record, name, ask.moment) for name in named]
    if len(set(sides)) != 2:
        raise Impossible(f"`between` takes two parties or alliances, such as NC,BJP, and not {between!r}.")
    return sides[0], sides[1]
