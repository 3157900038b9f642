"""Routes of elections and of what is known of one besides its results."""

from __future__ import annotations

import dataclasses

import polars as pl
from fastapi import APIRouter
from starlette.responses import Response

from janadesh import model
from janadesh.analysis import alliances as of_alliances
from janadesh.analysis.elections import elections
from janadesh.analysis.house import house_size
from janadesh.analysis.rules import rules_of
from janadesh.analysis.rules import rules_table
from janadesh.analysis.schedule import schedule
from janadesh.analysis.sources import sources_of
from janadesh.analysis.vacancies import vacancies
from janadesh.desk.api import answers
from janadesh.desk.api.accepted import NIST_JSON
from janadesh.desk.api.accepted import NIST_XML
from janadesh.desk.api.accepted import XML
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import ObjectAsked
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.shapes import elections as shapes
from janadesh.desk.api.shapes.record import CitedSource
from janadesh.desk.api.tables import add_object
from janadesh.desk.api.tables import add_table
from janadesh.desk.election_page import find_election
from janadesh.errors import NotInRecord

SAID_OF_ELECTIONS = (
    model.Election,
    model.ScheduleEntry,
    model.AllianceMember,
    model.Contest,
    model.Candidacy,
    model.Tally,
    model.Declaration,
    model.Figure,
)


def routes() -> APIRouter:
    """Give the routes of elections."""
    router = APIRouter(tags=["Elections"])
    one = "/elections/{election}"
    add_table(router, "/elections", all_elections, shapes.ElectionRow, "Elections, latest first")
    add_table(router, f"{one}/schedule", steps, shapes.Step, "Schedule of an election")
    add_table(router, f"{one}/alliances", members, shapes.Member, "Who stands with whom")
    add_table(router, f"{one}/seat-shares", seat_shares, shapes.SeatShare, "How many seats the deals gave to whom")
    add_table(router, f"{one}/rules", rules, shapes.Rule, "Rules of law in force at an election")
    add_table(router, f"{one}/vacancies", vacant_seats, shapes.Vacancy, "Seats that fell vacant since")
    add_table(router, f"{one}/sources", cited, CitedSource, "Who said the facts of an election")
    nist = (NIST_JSON, NIST_XML, XML)
    add_object(router, one, one_election, shapes.Election, "One election and the house that it fills", others=nist)
    return router


def found(ask: Asked, election: str) -> model.Election:
    """
    Find the election of a path, by id or name.

    Raises: NotInRecord, naming the nearest, or saying that it became known later.
    """
    return find_election(ask.desk, election, ask.as_of)


def all_elections(ask: RowsAsked) -> Response:
    """List the elections known at the moment. The days are those that stood then."""
    frame = ask.desk.remembered.answer("api elections", ask.moment, lambda: elections(ask.record, ask.moment))
    return answers.rows(ask, frame, shapes.ElectionRow)


def one_election(election: ElectionPath, ask: ObjectAsked) -> Response:
    """
    Tell of one election: its days, how many contests are declared, and what makes a majority of the house.

    The whole election in the Common Data Format of NIST (SP 1500-100) is the answer to the endings `.nist.json` and
    `.nist.xml`, and to `Accept: application/vnd.janadesh.nist-sp1500-100+json`, or `+xml`, or `application/xml`.
    """
    held = found(ask, election)
    frame = ask.desk.remembered.answer("api elections", ask.moment, lambda: elections(ask.record, ask.moment))
    (row,) = answers.told(frame.filter(pl.col("id") == held.id), shapes.ElectionRow)
    try:
        size = dataclasses.asdict(house_size(ask.record, held.id, ask.moment))
    except NotInRecord:
        size = None
    return answers.one(ask, row | {"time_zone": held.time_zone, "territory": held.territory, "size": size})


def steps(election: ElectionPath, ask: RowsAsked) -> Response:
    """List each step with the day that stood at the moment, and, where it was moved, the day before that."""
    return answers.rows(ask, schedule(ask.record, found(ask, election).id, ask.moment), shapes.Step)


def members(election: ElectionPath, ask: RowsAsked) -> Response:
    """List each party's standing in an alliance for the election: talks, member or left."""
    frame = of_alliances.alliances(ask.record, found(ask, election).id, ask.moment)
    return answers.rows(ask, frame, shapes.Member)


def seat_shares(election: ElectionPath, ask: RowsAsked) -> Response:
    """List the seats that an alliance's deal gave to each partner, as announced by the moment."""
    frame = of_alliances.seat_share_totals(ask.record, found(ask, election).id, ask.moment)
    return answers.rows(ask, frame, shapes.SeatShare)


def rules(election: ElectionPath, ask: RowsAsked) -> Response:
    """List the rules that Janadesh computes with, as they were in force on the election's day."""
    frame = rules_table(rules_of(ask.record, found(ask, election).id, ask.moment))
    return answers.rows(ask, frame, shapes.Rule)


def vacant_seats(election: ElectionPath, ask: RowsAsked) -> Response:
    """List the seats won in the election that have fallen vacant since, as known at the moment, earliest first."""
    return answers.rows(ask, vacancies(ask.record, found(ask, election).id, ask.moment), shapes.Vacancy)


def cited(election: ElectionPath, ask: RowsAsked) -> Response:
    """List the sources of what stands at the moment, those with most statements first."""
    held = found(ask, election)
    frames = [
        sources_of(ask.record, [noun], ask.moment, **{"id" if noun is model.Election else "election": held.id})
        for noun in SAID_OF_ELECTIONS
    ]
    whole = pl.concat(frames)
    counts = whole.group_by("source").agg(pl.exclude("statements").first(), pl.col("statements").sum())
    frame = counts.sort("statements", "source", descending=[True, False])
    return answers.rows(ask, frame, CitedSource)
