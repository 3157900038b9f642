"""Routes of people, parties, alliances and offices."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from typing import Any

from fastapi import APIRouter
from fastapi import Path
from fastapi import Query
from starlette.responses import Response

from janadesh import model
from janadesh.analysis.alliances import alliances_of_party
from janadesh.analysis.careers import career
from janadesh.analysis.found import the_party
from janadesh.analysis.found import the_side
from janadesh.analysis.offices import offices
from janadesh.analysis.offices import with_names
from janadesh.analysis.things import the_thing
from janadesh.desk.api import answers
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ObjectAsked
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.shapes import people as shapes
from janadesh.desk.api.shapes.results import CareerRow
from janadesh.desk.api.tables import add_object
from janadesh.desk.api.tables import add_table
from janadesh.errors import NotInRecord

PersonPath = Annotated[str, Path(description="The person's id; a name is understood, too.", examples=["omar-abdullah"])]
PartyPath = Annotated[
    str, Path(description="The party's id; its name or abbreviation is understood, too.", examples=["in-nc"])
]
AlliancePath = Annotated[
    str, Path(description="The alliance's id; its name is understood, too.", examples=["in-india"])
]


def routes() -> APIRouter:
    """Give the routes of people and bodies."""
    router = APIRouter(tags=["People and parties"])
    add_table(router, "/persons", persons, shapes.PersonRow, "Persons")
    add_table(router, "/persons/{person}/candidacies", candidacies, CareerRow, "Every candidacy of a person")
    add_table(router, "/parties", parties, shapes.PartyRow, "Parties")
    add_table(router, "/alliances", alliances, shapes.AllianceRow, "Alliances")
    add_table(router, "/offices", office_holders, shapes.OfficeRow, "Who held which office on a day")
    add_object(router, "/persons/{person}", one_person, shapes.Person, "One person: names, offices, candidacies")
    add_object(router, "/parties/{party}", one_party, shapes.Party, "One party: names, alliances")
    add_object(router, "/alliances/{alliance}", one_alliance, shapes.Alliance, "One alliance and its members")
    return router


def persons(ask: RowsAsked) -> Response:
    """List the persons known across elections at the moment, in the order recorded."""
    return answers.rows(ask, ask.record.frame(model.Person, ask.moment), shapes.PersonRow)


def one_person(person: PersonPath, ask: ObjectAsked) -> Response:
    """Tell of one person: other names, offices held at any time, and every candidacy, latest first."""
    held = _person(ask, person)
    (row,) = answers.told(ask.record.frame(model.Person, ask.moment, id=held), shapes.PersonRow)
    terms = with_names(ask.record, ask.record.frame(model.Office, ask.moment, person=held), ask.moment)
    stood = not ask.record.frame(model.Candidacy, ask.moment, person=held).is_empty()
    more = {
        "names": _names(ask, "person", held),
        "offices": answers.told(terms, shapes.OfficeRow),
        "candidacies": answers.told(career(ask.record, held, ask.moment), CareerRow) if stood else [],
    }
    return answers.one(ask, row | more)


def candidacies(person: PersonPath, ask: RowsAsked) -> Response:
    """List every candidacy of a person known at the moment, latest first."""
    return answers.rows(ask, career(ask.record, _person(ask, person), ask.moment), CareerRow)


def parties(ask: RowsAsked) -> Response:
    """List the parties known at the moment, in the order recorded."""
    return answers.rows(ask, ask.record.frame(model.Party, ask.moment), shapes.PartyRow)


def one_party(party: PartyPath, ask: ObjectAsked) -> Response:
    """Tell of one party: its other names, and its alliances, election by election."""
    held = the_party(ask.record, party, ask.moment)["id"]
    (row,) = answers.told(ask.record.frame(model.Party, ask.moment, id=held), shapes.PartyRow)
    allied = alliances_of_party(ask.record, held, ask.moment)
    more = {"names": _names(ask, "party", held), "alliances": answers.told(allied, shapes.PartyAlliance)}
    return answers.one(ask, row | more)


def alliances(ask: RowsAsked) -> Response:
    """List the alliances known at the moment, in the order recorded."""
    return answers.rows(ask, ask.record.frame(model.Alliance, ask.moment), shapes.AllianceRow)


def one_alliance(alliance: AlliancePath, ask: ObjectAsked) -> Response:
    """Tell of one alliance: which party was its member, in talks or had left, election by election."""
    held = _alliance(ask, alliance)
    (row,) = answers.told(ask.record.frame(model.Alliance, ask.moment, id=held), shapes.AllianceRow)
    members = ask.record.frame(model.AllianceMember, ask.moment, alliance=held)
    return answers.one(ask, row | {"members": answers.told(members, shapes.AllianceMember)})


def office_holders(
    ask: RowsAsked,
    on: Annotated[
        dt.date | None, Query(description="The day; without it, the moment's own day.", examples=["2024-10-16"])
    ] = None,
) -> Response:
    """List the offices held on a day, as known at the moment."""
    return answers.rows(ask, offices(ask.record, ask.moment, on), shapes.OfficeRow)


def _person(ask: Asked, text: str) -> str:
    if not ask.record.frame(model.Person, ask.moment, id=text).is_empty():
        return text
    found = the_thing(ask.record, text, ask.moment)
    if found.noun != "person":
        raise NotInRecord(f"{text!r} is no person in the record; it is the {found.noun} {found.name} ({found.id}).")
    return found.id


def _alliance(ask: Asked, text: str) -> str:
    side = the_side(ask.record, text, ask.moment)
    if ask.record.frame(model.Alliance, ask.moment, id=side).is_empty():
        raise NotInRecord(f"{text!r} is no alliance in the record, but a party ({side}).")
    return side


def _names(ask: Asked, noun: str, of: str) -> list[dict[str, Any]]:
    return answers.told(ask.record.frame(model.Name, ask.moment, noun=noun, of=of), shapes.OtherName)
