"""Routes that tally an election: by place and gender, close contests, three sides, indices, polling stations."""

from __future__ import annotations

from typing import Annotated
from typing import Literal

import polars as pl
from fastapi import APIRouter
from fastapi import Query
from starlette.responses import Response

from janadesh.analysis import tallies
from janadesh.analysis.close_contests import by_margin
from janadesh.analysis.close_contests import close_matrix
from janadesh.analysis.close_contests import closer_than
from janadesh.analysis.found import the_constituency
from janadesh.analysis.found import the_election
from janadesh.analysis.found import the_side
from janadesh.analysis.indices import indices
from janadesh.analysis.several_seats import several_seats
from janadesh.analysis.stations import station_results
from janadesh.analysis.stations import station_sums
from janadesh.analysis.three_way import SIDES
from janadesh.analysis.three_way import three_way
from janadesh.desk.api import answers
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ConstituencyPath
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.elections import found
from janadesh.desk.api.shapes import analysis as shapes
from janadesh.desk.api.tables import add_table
from janadesh.errors import Impossible

MOST_VOTES = 10_000_000_000

PlaceQuery = Annotated[
    Literal["state", "region", "district", "phase", "reservation"],
    Query(description="What seats are put together by.", examples=["region"]),
]
SplitQuery = Annotated[
    Literal["state", "region", "district", "phase", "reservation", "gender"],
    Query(description="What seats, or candidates, are put together by.", examples=["region"]),
]
FromQuery = Annotated[
    str | None,
    Query(alias="from", description="The earlier election; without it, the one before.", examples=["in-jk-2014"]),
]
UnderQuery = Annotated[
    int | None, Query(ge=1, le=MOST_VOTES, description="Only margins under so many votes.", examples=[1000])
]
UnderShareQuery = Annotated[
    float | None,
    Query(gt=0, le=100, description="Only margins under so many per cent of the votes for candidates.", examples=[2]),
]
NotaQuery = Annotated[bool, Query(description="Only where NOTA got more votes than the margin.")]
SegmentQuery = Annotated[
    int | None, Query(ge=0, le=100_000, description="Only this assembly segment, by number.", examples=[17])
]


def routes() -> APIRouter:
    """Give the routes of tallies."""
    router = APIRouter(tags=["Analysis"])
    one = "/elections/{election}"
    seat = f"{one}/constituencies/{{constituency}}"
    add_table(router, f"{one}/tallies", by_place, shapes.PlaceTally, "Seats by state, region, district, phase …")
    add_table(
        router, f"{one}/tallies/parties", parties, shapes.PartyTally, "Strike rates of parties by place or gender"
    )
    add_table(
        router,
        f"{one}/tallies/alliances",
        alliances,
        shapes.AllianceTally,
        "Strike rates of alliances by place or gender",
    )
    add_table(router, f"{one}/tallies/genders", genders, shapes.GenderTally, "Seats and votes by gender")
    add_table(router, f"{one}/several-seats", in_several, shapes.SeveralSeats, "Persons who stand in several seats")
    add_table(router, f"{one}/margins", margins, shapes.MarginRow, "Contests by margin, the closest first")
    add_table(router, f"{one}/margins/parties", matrix, shapes.CloseContests, "Close contests by winner and runner-up")
    add_table(router, f"{one}/three-way", between_three, shapes.ThreeWay, "How votes lie between three sides")
    add_table(router, f"{one}/indices", sums, shapes.Index, "Indices of an election")
    add_table(router, f"{seat}/stations", stations, shapes.Station, "Polling stations of a constituency")
    add_table(router, f"{seat}/stations/sums", added_up, shapes.StationSum, "What polling stations add up to")
    return router


def by_place(election: ElectionPath, ask: RowsAsked, by: PlaceQuery = "region") -> Response:
    """Sum up the seats of an election by what they have in common."""
    held = found(ask, election).id
    frame = ask.desk.remembered.answer(
        ("api places", held, by), ask.moment, lambda: tallies.place_tallies(ask.record, held, by, ask.moment)
    )
    return answers.rows(ask, _placed(frame, by), shapes.PlaceTally)


def parties(election: ElectionPath, ask: RowsAsked, by: SplitQuery = "region") -> Response:
    """Give each party's seats, votes and strike rate by state, region, district, phase, reservation or gender."""
    return answers.rows(ask, _split(ask, election, by, "party"), shapes.PartyTally)


def alliances(election: ElectionPath, ask: RowsAsked, by: SplitQuery = "region") -> Response:
    """Give each alliance's seats, votes and strike rate; a party that is a member of none stands for itself."""
    return answers.rows(ask, _split(ask, election, by, "alliance"), shapes.AllianceTally)


def genders(election: ElectionPath, ask: RowsAsked) -> Response:
    """Give seats, votes and strike rate by the candidates' gender, as declared or as known of the person."""
    held = found(ask, election).id
    frame = ask.desk.remembered.answer(
        ("api genders", held), ask.moment, lambda: tallies.gender_tallies(ask.record, held, None, ask.moment)
    )
    return answers.rows(ask, frame, shapes.GenderTally)


def in_several(election: ElectionPath, ask: RowsAsked) -> Response:
    """List the candidacies of everybody who stands in more than one seat, as far as the record knows the person."""
    held = found(ask, election).id
    frame = ask.desk.remembered.answer(
        ("api several", held), ask.moment, lambda: several_seats(ask.record, held, ask.moment)
    )
    return answers.rows(ask, frame, shapes.SeveralSeats)


def margins(
    election: ElectionPath,
    ask: RowsAsked,
    under: UnderQuery = None,
    under_share: UnderShareQuery = None,
    *,
    nota: NotaQuery = False,
    order: Annotated[Literal["closest", "largest"], Query(description="Which come first.")] = "closest",
) -> Response:
    """List the contests by the votes between the first two; NOTA is no candidate and never the second."""
    frame = _close(ask, election, under, under_share, nota=nota)
    largest = order == "largest"
    ordered = frame.sort("margin", "number", descending=[True, False]) if largest else frame
    return answers.rows(ask, ordered, shapes.MarginRow)


def matrix(
    election: ElectionPath,
    ask: RowsAsked,
    under: UnderQuery = None,
    under_share: UnderShareQuery = None,
    *,
    nota: NotaQuery = False,
) -> Response:
    """Count close contests by the winner's and the runner-up's party, most contests first."""
    return answers.rows(ask, close_matrix(_close(ask, election, under, under_share, nota=nota)), shapes.CloseContests)


def between_three(
    election: ElectionPath,
    ask: RowsAsked,
    sides: Annotated[
        str | None,
        Query(
            description="Three parties or alliances, parted by commas; without it, those with most votes.",
            examples=["NC,BJP,PDP"],
        ),
    ] = None,
) -> Response:
    """Tell how the votes of each seat lie between three sides, in per cent of the votes for candidates."""
    held = found(ask, election).id
    named = [name.strip() for name in sides.split(",") if name.strip()] if sides else []
    chosen = tuple(the_side(ask.record, name, ask.moment) for name in named) or None
    if chosen is not None and len(set(chosen)) != len(SIDES):
        raise Impossible(f"`sides` takes three parties or alliances, such as NC,BJP,PDP, and not {sides!r}.")
    frame = ask.desk.remembered.answer(
        ("api three", held, chosen), ask.moment, lambda: three_way(ask.record, held, chosen, ask.moment)
    )
    return answers.rows(ask, frame, shapes.ThreeWay)


def sums(election: ElectionPath, ask: RowsAsked, earlier: FromQuery = None) -> Response:
    """List parties in effect, disproportionality, volatility and others, each with its formula's source."""
    held = found(ask, election).id
    before = the_election(ask.record, earlier, ask.moment).id if earlier else None
    frame = ask.desk.remembered.answer(
        ("api indices", held, before), ask.moment, lambda: indices(ask.record, held, ask.moment, before)
    )
    return answers.rows(ask, frame, shapes.Index)


def stations(
    election: ElectionPath, constituency: ConstituencyPath, ask: RowsAsked, segment: SegmentQuery = None
) -> Response:
    """List the polling stations of a constituency with the votes on their machines; none where none were loaded."""
    held, seat = _seat(ask, election, constituency)
    return answers.rows(ask, station_results(ask.record, held, seat, ask.moment, segment=segment), shapes.Station)


def added_up(
    election: ElectionPath, constituency: ConstituencyPath, ask: RowsAsked, segment: SegmentQuery = None
) -> Response:
    """Add up the votes of polling stations for each candidate and NOTA, and compare them with the constituency's."""
    held, seat = _seat(ask, election, constituency)
    return answers.rows(ask, station_sums(ask.record, held, seat, ask.moment, segment=segment), shapes.StationSum)


def _seat(ask: Asked, election: str, constituency: str) -> tuple[str, str]:
    held = found(ask, election).id
    return held, str(the_constituency(ask.record, held, constituency, ask.moment)["id"])


def _split(ask: Asked, election: str, by: str, across: str) -> pl.DataFrame:
    held = found(ask, election).id
    told = ask.desk.remembered.answer(
        ("api split", held, by, across),
        ask.moment,
        lambda: (
            tallies.gender_tallies(ask.record, held, across, ask.moment)
            if by == "gender"
            else tallies.tallies_across(ask.record, held, by, across, ask.moment)
        ),
    )
    return _placed(told, by)


def _placed(frame: pl.DataFrame, by: str) -> pl.DataFrame:
    # a phase is a number, and one column holds every kind of place
    return frame.with_columns(pl.col(by).cast(pl.String).alias("place"))


def _close(ask: Asked, election: str, under: int | None, share: float | None, *, nota: bool) -> pl.DataFrame:
    held = found(ask, election).id
    known = ask.desk.remembered.answer(
        ("api margins", held), ask.moment, lambda: by_margin(ask.record, held, ask.moment)
    )
    frame = closer_than(known, under, share)
    return frame.filter(pl.col("nota_above_margin")) if nota else frame
