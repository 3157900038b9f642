"""Routes of results: seats and votes, contests, constituencies and candidates."""

from __future__ import annotations

from typing import Annotated

import polars as pl
from fastapi import APIRouter
from fastapi import Query
from starlette.responses import Response

from janadesh import model
from janadesh.analysis.ballots import ballot_results
from janadesh.analysis.found import candidates_named
from janadesh.analysis.found import the_constituency
from janadesh.analysis.found import the_party
from janadesh.analysis.margins import with_margins
from janadesh.analysis.parties import alliance_results
from janadesh.analysis.parties import party_results
from janadesh.analysis.sources import sources_of
from janadesh.analysis.votes import candidate_votes
from janadesh.desk.api import answers
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ConstituencyPath
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import ObjectAsked
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.elections import found
from janadesh.desk.api.shapes import results as shapes
from janadesh.desk.api.shapes.record import CitedSource
from janadesh.desk.api.tables import add_object
from janadesh.desk.api.tables import add_table


def routes() -> APIRouter:
    """Give the routes of results."""
    router = APIRouter(tags=["Results"])
    one = "/elections/{election}"
    seat = f"{one}/constituencies/{{constituency}}"
    add_table(router, f"{one}/results", by_party, shapes.PartyResult, "Seats and votes by party")
    add_table(router, f"{one}/results/alliances", by_alliance, shapes.AllianceResult, "Seats and votes by alliance")
    add_table(router, f"{one}/contests", contests, shapes.Contest, "Every contest, with winner and margin")
    add_table(router, f"{one}/candidates", candidates, shapes.Candidate, "Every candidate, with votes")
    add_table(router, f"{seat}/ballot", ballot, shapes.BallotRow, "The ballot of a constituency, with votes")
    add_object(router, seat, constituency_of, shapes.Constituency, "One constituency: contest, ballot, sources")
    return router


def by_party(election: ElectionPath, ask: RowsAsked) -> Response:
    """List each party's seats and votes as known at the moment, most seats first."""
    held = found(ask, election).id
    frame = ask.desk.remembered.answer(
        ("api parties", held), ask.moment, lambda: party_results(ask.record, held, ask.moment)
    )
    return answers.rows(ask, frame, shapes.PartyResult)


def by_alliance(election: ElectionPath, ask: RowsAsked) -> Response:
    """List seats and votes by alliance; a party that is a member of none stands for itself."""
    held = found(ask, election).id
    frame = ask.desk.remembered.answer(
        ("api alliances", held), ask.moment, lambda: alliance_results(ask.record, held, ask.moment)
    )
    return answers.rows(ask, frame, shapes.AllianceResult)


def contests(election: ElectionPath, ask: RowsAsked) -> Response:
    """List each contest in order of number: who won or leads, by how much, and what else was cast."""
    return answers.rows(ask, ask.desk.contests(found(ask, election).id, ask.as_of), shapes.Contest)


def candidates(
    election: ElectionPath,
    ask: RowsAsked,
    constituency: Annotated[
        str | None, Query(description="Only of this constituency, by id, number or name.", examples=["Budgam"])
    ] = None,
    party: Annotated[
        str | None, Query(description="Only of this party, by id, name or abbreviation.", examples=["CPI(M)"])
    ] = None,
    name: Annotated[
        str | None, Query(description="Only candidates that this name may mean.", examples=["Omar Abdullah"])
    ] = None,
) -> Response:
    """List candidates by constituency and position; NOTA is no candidate and not among them."""
    held = found(ask, election).id
    frame = _candidates(ask, held)
    if constituency:
        seat = the_constituency(ask.record, held, constituency, ask.moment)["id"]
        frame = frame.filter(pl.col("constituency") == seat)
    if party:
        frame = frame.filter(pl.col("party") == the_party(ask.record, party, ask.moment)["id"])
    if name:
        frame = candidates_named(ask.record, frame, name, ask.moment)
    return answers.rows(ask, frame, shapes.Candidate)


def ballot(election: ElectionPath, constituency: ConstituencyPath, ask: RowsAsked) -> Response:
    """List everything that the voters of a constituency could choose: its candidates by position, NOTA last."""
    held = found(ask, election).id
    seat = the_constituency(ask.record, held, constituency, ask.moment)["id"]
    return answers.rows(ask, ballot_results(ask.record, held, seat, ask.moment), shapes.BallotRow)


def constituency_of(election: ElectionPath, constituency: ConstituencyPath, ask: ObjectAsked) -> Response:
    """Tell of one constituency: who won or leads, everything on its ballot with votes, and who said the figures."""
    held = found(ask, election).id
    seat = the_constituency(ask.record, held, constituency, ask.moment)["id"]
    contest = ask.desk.contests(held, ask.as_of).filter(pl.col("constituency") == seat)
    said = sources_of(ask.record, [model.Tally, model.Declaration], ask.moment, election=held, constituency=seat)
    return answers.one(
        ask,
        {
            "contest": answers.told(contest, shapes.Contest)[0],
            "ballot": answers.told(ballot_results(ask.record, held, seat, ask.moment), shapes.BallotRow),
            "sources": answers.told(said, CitedSource),
        },
    )


def _candidates(ask: Asked, election: str) -> pl.DataFrame:
    return ask.desk.remembered.answer(
        ("api candidates", election),
        ask.moment,
        lambda: with_margins(candidate_votes(ask.record, election, ask.moment)),
    )
