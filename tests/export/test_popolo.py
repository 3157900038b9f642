"""Persons, parties, posts and memberships as Popolo, with what it has no place for counted."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from janadesh import model
from janadesh.export.one_election import of_elections
from janadesh.export.popolo import PopoloExport
from janadesh.export.popolo import popolo
from janadesh.export.said import everything_said
from janadesh.record.book import Record
from janadesh.record.opening import open_record

DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
"""How Popolo's schemas write a day, a month or a year."""


@cache
def made(file: Path) -> PopoloExport:
    with open_record(file) as record:
        return popolo(of_elections(everything_said(record), ["in-jk-2024"]))


@pytest.fixture
def export(bundled_file: Path) -> PopoloExport:
    """Give the assembly election of 2024."""
    return made(bundled_file)


def by_id(export: PopoloExport, part: str) -> dict[str, dict[str, Any]]:
    return {thing["id"]: thing for thing in export.content[part]}


def test_a_person_has_other_names_and_a_gender(export: PopoloExport) -> None:
    omar = by_id(export, "persons")["omar-abdullah"]

    assert (omar["name"], omar["gender"]) == ("Omar Abdullah", "male")
    assert "Umar Abdullah" in [name["name"] for name in omar["other_names"]]


def test_an_office_is_a_membership_with_its_dates(export: PopoloExport) -> None:
    terms = [
        (membership.get("start_date"), membership.get("end_date"))
        for membership in export.content["memberships"]
        if membership.get("person_id") == "omar-abdullah" and membership["role"] == "chief minister"
    ]

    assert ("2009-01-05", "2015-01-08") in terms
    assert ("2024-10-16", None) in terms


def test_who_was_elected_is_a_member_of_the_house_on_behalf_of_a_party(export: PopoloExport) -> None:
    elected = [m for m in export.content["memberships"] if m.get("label") == "Elected in in-jk-2024"]

    omar = next(m for m in elected if m["person_id"] == "omar-abdullah" and m["post_id"] == "in-jk-assembly.2022.27")
    assert (omar["organization_id"], omar["on_behalf_of_id"]) == ("in-jk-assembly", "in-nc")


def test_a_party_is_a_member_of_its_alliance(export: PopoloExport) -> None:
    members = {m["member"]["id"] for m in export.content["memberships"] if m.get("organization_id") == "in-india"}

    assert {"in-nc", "in-inc"} <= members


def test_ids_that_are_referred_to_are_there(export: PopoloExport) -> None:
    places = {
        "person_id": "persons",
        "organization_id": "organizations",
        "on_behalf_of_id": "organizations",
        "post_id": "posts",
        "area_id": "areas",
        "parent_id": "areas",
    }
    dangling = [
        (field, thing[field])
        for things in export.content.values()
        for thing in things
        for field, part in places.items()
        if field in thing and thing[field] not in by_id(export, part)
    ]

    assert dangling == []


def test_dates_and_sources_are_written_as_the_schemas_ask(export: PopoloExport) -> None:
    things = [thing for part in export.content.values() for thing in part]

    dates = [thing[name] for thing in things for name in ("start_date", "end_date") if name in thing]
    assert [date for date in dates if not DATE.fullmatch(date)] == []
    assert [s for thing in things for s in thing.get("sources", []) if not re.match(r"https?://|urn:", s["url"])] == []


def test_an_election_is_an_event_from_its_first_to_its_last_poll(export: PopoloExport) -> None:
    event = by_id(export, "events")["in-jk-2024"]

    assert (event["start_date"], event["end_date"]) == ("2024-09-18", "2024-10-01")


def test_losses_are_counted(export: PopoloExport, bundled: Record) -> None:
    lost = {(loss.table, loss.what): loss.count for loss in export.losses}

    assert lost["tallies", "statements without a place"] == bundled.frame(model.Tally, election="in-jk-2024").height
    unnamed = len([m for m in export.content["memberships"] if m.get("label") == "Elected in in-jk-2024"])
    assert lost["declarations", "statements without a place"] == 90 - unnamed


def test_it_is_written_as_json(export: PopoloExport) -> None:
    assert json.loads(export.as_json()) == export.content
