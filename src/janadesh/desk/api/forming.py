"""Routes of what could be: seats shared among partners, and governments formed in a house."""

from __future__ import annotations

from typing import Annotated
from typing import Any
from typing import Literal

from fastapi import APIRouter
from fastapi import Query
from starlette.datastructures import QueryParams
from starlette.responses import Response

from janadesh import model
from janadesh.analysis.found import the_party
from janadesh.analysis.found import the_side
from janadesh.analysis.government import government
from janadesh.analysis.seat_sharing import seat_sharing
from janadesh.desk.api import answers
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import ObjectAsked
from janadesh.desk.api.elections import found
from janadesh.desk.api.shapes import forming as shapes
from janadesh.desk.api.tables import add_object
from janadesh.desk.asked_fields import pairs
from janadesh.desk.asked_fields import read_count
from janadesh.desk.government_asked import read_government
from janadesh.desk.share_asked import SharingAsked
from janadesh.desk.share_asked import read_sharing
from janadesh.desk.share_facts import resolved
from janadesh.desk.share_facts import wishes_of
from janadesh.errors import Impossible

MOST_COALITIONS = 1000


def routes() -> APIRouter:
    """Give the routes."""
    router = APIRouter(tags=["What could be"])
    add_object(router, "/elections/{election}/shares", shares, shapes.SharedSeats, "Seats best shared among partners")
    add_object(router, "/elections/{election}/government", house, shapes.House, "Who can govern in the house")
    return router


def shares(
    election: ElectionPath,
    ask: ObjectAsked,
    parties: Annotated[str, Query(description="The partners, parted by commas.", examples=["NC,INC"])],
    earlier: Annotated[
        str,
        Query(alias="from", description="Earlier elections that say who is strong where.", examples=["in-jk-2014"]),
    ],
    rate: Annotated[
        float, Query(ge=0, le=100, description="Per cent of a partner's votes that follow another's candidate.")
    ] = 85,
    unsure: Annotated[float, Query(ge=0, le=50, description="By how many points the rate is unsure.")] = 5,
    minimum: Annotated[str, Query(description="Least seats of partners: `INC=38`.", examples=["INC=38"])] = "",
    must: Annotated[str, Query(description="Seats they must have: `NC=Budgam`.", examples=["NC=Budgam"])] = "",
    fair: Annotated[Literal["votes", "shapley"] | None, Query(description="Hold seats to fair parts.")] = None,
    within: Annotated[float, Query(ge=0, le=1000, description="Seats by which a fair part may be missed.")] = 1,
    friendly: Annotated[int | None, Query(ge=0, le=10_000, description="At most so many friendly contests.")] = None,
    aim: Annotated[Literal["seats", "majority"], Query(description="What is to be won.")] = "seats",
    *,
    keep: Annotated[bool, Query(description="Whoever won a seat last time keeps it.")] = False,
) -> Response:
    """Share the seats of an election among partners so that they win most of them, beside what was agreed."""
    held = found(ask, election).id
    said = {"parties": parties, "from": earlier, "rate": f"{rate:g}", "unsure": f"{unsure:g}", "minimum": minimum}
    said |= {"must": must, "fair": fair or "", "within": f"{within:g}", "aim": aim, "keep": "1" if keep else ""}
    said |= {} if friendly is None else {"friendly": str(friendly)}
    read = read_sharing(QueryParams(said))
    asked = resolved(ask.desk, held, read, ask.as_of)
    for name in [*read.minimum, *read.must]:
        # the desk's form forgets what was typed for who is no partner any more; a program is told
        if the_party(ask.record, name, ask.moment)["id"] not in asked.parties:
            raise Impossible(f"{name} is no partner here, and can have no seats of theirs.")
    question = ("api shares", held, tuple(asked.query().items()))
    return answers.one(ask, ask.desk.remembered.answer(question, ask.moment, lambda: _shared(ask, held, asked)))


def house(
    election: ElectionPath,
    ask: ObjectAsked,
    by: Annotated[Literal["alliance", "party"], Query(description="What sits together.")] = "alliance",
    nominated: Annotated[
        str, Query(description="Nominated members by the party they sit with: `BJP=5`.", examples=["BJP=5"])
    ] = "",
    never: Annotated[
        str, Query(description="Pairs that do not govern together: `BJP+NC`, parted by commas.", examples=["BJP+PDP"])
    ] = "",
    most: Annotated[int, Query(ge=1, le=MOST_COALITIONS, description="So many coalitions are listed.")] = 100,
) -> Response:
    """Tell who can govern in the house that an election filled: the majority mark, power, and coalitions."""
    held = found(ask, election).id
    excluded = read_government(QueryParams({"never": never})).never
    told = government(
        ask.record,
        held,
        ask.moment,
        by=by,
        nominated={
            str(the_party(ask.record, name, ask.moment)["id"]): read_count(count, "A number of nominated members")
            for name, count in pairs(QueryParams({"nominated": nominated}), "nominated")
        },
        never=[
            (the_side(ask.record, one, ask.moment), the_side(ask.record, other, ask.moment)) for one, other in excluded
        ],
        most=most,
    )
    return answers.one(
        ask,
        {
            "mark": told.mark,
            "members": told.members,
            "vacant": told.vacant,
            "undeclared": told.undeclared,
            "benches": answers.told(told.benches, shapes.Bench),
            "coalitions": answers.told(told.coalitions, shapes.MinimalCoalition),
            "cut": told.cut,
        },
    )


def _shared(ask: Asked, election: str, asked: SharingAsked) -> dict[str, Any]:
    wishes = wishes_of(ask.desk, election, asked, ask.as_of)
    told = seat_sharing(ask.record, election, asked.parties, asked.earlier, wishes, ask.moment)
    shorts = dict(ask.record.frame(model.Party, ask.moment, id=list(asked.parties)).select("id", "abbreviation").rows())
    return {
        "plans": [
            {"plan": row["plan"], "seats": {party: row[shorts[party]] for party in asked.parties}}
            | {name: row[name] for name in ("friendly", "expected", "majority")}
            for row in told.plans.to_dicts()
        ],
        "seats": answers.told(told.seats, shapes.AllottedSeat),
        "proved": told.proved,
        "gap": told.gap,
        "majority_mark": told.majority_mark,
        "parts": dict(told.parts),
    }
