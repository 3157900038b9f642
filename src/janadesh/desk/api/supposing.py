"""The route of an election reckoned again: other alliances, swings and candidates."""

from __future__ import annotations

from typing import Annotated
from typing import Any
from typing import Literal

from fastapi import APIRouter
from fastapi import Query
from starlette.responses import Response

from janadesh.analysis.found import the_election
from janadesh.analysis.supposing import read_scenario
from janadesh.analysis.what_if import what_if
from janadesh.desk.api import answers
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import ObjectAsked
from janadesh.desk.api.elections import found
from janadesh.desk.api.shapes import analysis as shapes
from janadesh.desk.api.tables import add_object

MOST_DRAWS = 20_000
"""More take longer than an answer may; the command and Python draw as many as are wanted."""

Texts = list[str]


def routes() -> APIRouter:
    """Give the route."""
    router = APIRouter(tags=["What could be"])
    add_object(router, "/elections/{election}/what-if", supposed, shapes.Supposed, "An election reckoned again")
    return router


def supposed(
    election: ElectionPath,
    ask: ObjectAsked,
    together: Annotated[
        Texts, Query(description="Parties whose strongest stands for all: `NC,INC,PDP`. Once for each group.")
    ] = [],  # noqa: B006 - the framework copies it
    apart: Annotated[Texts, Query(description="Partners who stand against each other: `NC,INC`.")] = [],  # noqa: B006
    transfer: Annotated[
        Texts, Query(description="Share of votes that follows: `0.9±0.05`, or `NC>INC=0.8` for a pair.")
    ] = [],  # noqa: B006
    rest: Annotated[Literal["home", "others"], Query(description="Where the other votes go.")] = "home",
    swing: Annotated[
        Texts, Query(description="In points (`BJP=2±1`, `NC=-1`), or a factor (`BJP=x1.1`).", examples=["BJP=2"])
    ] = [],  # noqa: B006
    withdraw: Annotated[
        Texts, Query(description="A candidate gives way: `SEAT:CANDIDATE>PARTY`, the candidate by number or name.")
    ] = [],  # noqa: B006
    split: Annotated[Texts, Query(description="A breakaway takes this share of its votes: `NC=0.2±0.05`.")] = [],  # noqa: B006
    local: Annotated[
        float, Query(ge=0, le=100, description="Luck of each candidate in each seat, in points (1 sd).")
    ] = 0,
    earlier: Annotated[
        str | None,
        Query(alias="from", description="Earlier elections that partners are told apart by, parted by commas."),
    ] = None,
    draws: Annotated[int, Query(ge=1, le=MOST_DRAWS, description="How often the uncertain is drawn.")] = 10_000,
    seed: Annotated[int, Query(ge=0, le=2**31, description="The same seed gives the same answer.")] = 1,
) -> Response:
    """
    Reckon an election again under other alliances, swings and candidates, seat by seat.

    What has ± is drawn anew each time. It is arithmetic on votes cast, not a forecast.
    """
    held = found(ask, election).id
    scenario = read_scenario(
        ask.record,
        held,
        ask.moment,
        together=together,
        apart=apart,
        transfer=transfer,
        rest=rest,
        swing=swing,
        withdraw=withdraw,
        split=split,
        local=local,
    )
    before = [
        the_election(ask.record, name.strip(), ask.moment).id for name in (earlier or "").split(",") if name.strip()
    ]

    def told() -> dict[str, Any]:
        answer = what_if(ask.record, held, scenario, ask.moment, draws=draws, seed=seed, earlier=before)
        return {
            "majority_mark": answer.majority_mark,
            "parties": answers.told(answer.parties, shapes.SupposedSeats),
            "sides": answers.told(answer.sides, shapes.SupposedSeats),
            "seats": answers.told(answer.seats, shapes.SupposedSeat),
            "unparted": list(answer.unparted),
        }

    question = ("api what-if", held, repr(scenario), tuple(before), draws, seed)
    return answers.one(ask, ask.desk.remembered.answer(question, ask.moment, told))
