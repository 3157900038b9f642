"""An election as a report in the NIST Common Data Format: valid, honest about what it lost, and read back the same."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from janadesh import model
from janadesh.errors import NotInRecord
from janadesh.export.nist_report import NistReport
from janadesh.export.nist_report import nist_report
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources import sniff
from janadesh.sources.nist_classes import fields_of
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat

AFTER_THE_COUNT = "2024-10-09"
LADAKH = "in-lok-sabha.2019.U09-1"
NEEDED = {
    "ElectionReport": "Format GeneratedDate Issuer IssuerAbbreviation SequenceEnd SequenceStart Status "
    "VendorApplicationId",
    "Election": "ElectionScopeId EndDate Name StartDate Type",
    "CandidateContest": "@id ElectionDistrictId Name VotesAllowed",
    "CandidateSelection": "@id",
    "Candidate": "@id BallotName",
    "Party": "@id Name",
    "Coalition": "@id Name",
    "Person": "@id",
    "ReportingUnit": "@id Type",
    "VoteCounts": "Count GpUnitId Type",
    "CountStatus": "Status Type",
    "ExternalIdentifier": "Type Value",
    "InternationalizedText": "Text",
    "LanguageString": "Content Language",
}
"""What the published schema asks of the objects of each class."""


@cache
def reported(file: Path, election: str, as_of: str) -> NistReport:
    with open_record(file) as record:
        return nist_report(record, election, as_of)


@pytest.fixture(params=["in-jk-2024", "in-ls-2024"])
def report(request: pytest.FixtureRequest, bundled_file: Path) -> NistReport:
    """Give the reports on an assembly and a parliament."""
    return reported(bundled_file, request.param, AFTER_THE_COUNT)


def objects(content: Any) -> Iterator[dict[str, Any]]:
    if isinstance(content, dict):
        yield content
        for value in content.values():
            yield from objects(value)
    elif isinstance(content, list):
        for value in content:
            yield from objects(value)


def test_objects_have_the_fields_that_their_class_needs_and_no_others(report: NistReport) -> None:
    """What NIST's schemas ask, said again in short; `tools/validate_nist.py` asks the schemas themselves."""
    for one in objects(report.content):
        kind = one["@type"].removeprefix("ElectionResults.")
        allowed = {"@type", *({"Content", "Language"} if kind == "LanguageString" else {"@id"})}

        assert set(NEEDED[kind].split()) <= set(one)
        assert set(one) - allowed <= {field.name for field in fields_of(kind)}


def test_every_reference_leads_to_an_object_and_ids_are_xml_names(report: NistReport) -> None:
    ids = [one["@id"] for one in objects(report.content) if "@id" in one]
    fields = {
        (kind, field.name): field.kind for kind in NEEDED for field in fields_of(kind) if field.kind in ("id", "ids")
    }
    referred = {
        target
        for one in objects(report.content)
        for name, value in one.items()
        if (one["@type"].removeprefix("ElectionResults."), name) in fields
        for target in ([value] if isinstance(value, str) else value)
    }

    assert len(ids) == len(set(ids))
    assert referred <= set(ids)
    assert [object_id for object_id in ids if not re.fullmatch(r"[A-Za-z_][\w.-]*", object_id, re.ASCII)] == []


def contest(report: NistReport, number: int) -> dict[str, Any]:
    found: dict[str, Any] = report.content["Election"][0]["Contest"][number - 1]
    return found


def counts(selection: dict[str, Any]) -> dict[str, int]:
    return {count["Type"]: count["Count"] for count in selection["VoteCounts"]}


def test_machine_and_postal_votes_are_told_apart_with_their_total(bundled_file: Path) -> None:
    report = reported(bundled_file, "in-ls-2024", AFTER_THE_COUNT)
    ladakh = next(c for c in report.content["Election"][0]["Contest"] if c["ElectionDistrictId"] == f"seat-{LADAKH}")

    assert {"election-day": 64443, "absentee-mail": 816, "total": 65259} in [
        counts(selection) for selection in ladakh["ContestSelection"]
    ]


def test_nota_is_a_selection_without_candidate_that_the_contest_names(bundled_file: Path) -> None:
    first = contest(reported(bundled_file, "in-jk-2024", AFTER_THE_COUNT), 1)

    [nota] = [selection for selection in first["ContestSelection"] if "CandidateIds" not in selection]
    assert counts(nota) == {"election-day": 457, "absentee-mail": 7, "total": 464}
    [mark] = first["ExternalIdentifier"]
    assert (mark["OtherType"], mark["Value"]) == ("nota-selection", nota["@id"])


def test_an_alliance_is_a_coalition_for_the_contests_it_shares(bundled_file: Path) -> None:
    report = reported(bundled_file, "in-jk-2024", AFTER_THE_COUNT)

    [india] = [p for p in report.content["Party"] if p["@id"] == "alliance-in-india"]
    assert india["@type"] == "ElectionResults.Coalition"
    assert {"party-in-nc", "party-in-inc"} <= set(india["PartyIds"])
    assert len(india["ContestIds"]) == 90


@pytest.mark.parametrize(
    ("as_of", "status"),
    [("2024-09-17", "pre-election"), (AFTER_THE_COUNT, "certified")],
)
def test_a_report_is_of_one_moment(bundled_file: Path, as_of: str, status: str) -> None:
    report = reported(bundled_file, "in-jk-2024", as_of)

    assert report.content["Status"] == status
    assert report.content["GeneratedDate"] == f"{as_of}T18:29:59Z"


def test_an_election_is_not_reported_before_it_was_announced(bundled: Record) -> None:
    with pytest.raises(NotInRecord):
        nist_report(bundled, "in-jk-2024", "2020-01-01")


def losses(report: NistReport) -> dict[tuple[str, str], int]:
    return {(loss.table, loss.what): loss.count for loss in report.losses}


def test_losses_are_counted_from_the_record(bundled_file: Path) -> None:
    lost = losses(reported(bundled_file, "in-jk-2024", AFTER_THE_COUNT))

    with open_record(bundled_file) as record:
        known = record.frame(model.ScheduleEntry, AFTER_THE_COUNT, election="in-jk-2024")
        moved = record.history(model.ScheduleEntry, AFTER_THE_COUNT, election="in-jk-2024").height - known.height
    assert lost["schedule", "earlier statements, superseded"] == moved
    assert lost["schedule", "statements without a place"] >= known.height
    assert lost["contests", "values of phase"] == 90
    assert lost["sources", "sources, now one"] > 20
    assert not {table for table, _ in lost} & {"candidacies", "tallies", "declarations", "alliances"}


def test_a_rebel_is_lost_and_an_endorsement_is_not(bundled_file: Path) -> None:
    lost = losses(reported(bundled_file, "in-ls-2024", AFTER_THE_COUNT))

    assert lost["candidacies", "values of rebel_of"] == 1
    assert "endorsements" not in {table for table, _ in lost}


def read_back(report: NistReport, folder: Path, form: str) -> Record:
    file = folder / f"report.{form}"
    file.write_bytes(report.as_json() if form == "json" else report.as_xml())
    record = open_record(folder / f"{form}.sqlite")
    statements = sniff.read(file, record)
    assert statements.set_aside == ()
    record.load(statements)
    return record


@pytest.mark.parametrize("form", ["json", "xml"])
def test_what_is_read_back_is_exported_again_byte_for_byte(report: NistReport, form: str, tmp_path: Path) -> None:
    with read_back(report, tmp_path, form) as record:
        election = record.frame(model.Election)["id"].item()
        again = nist_report(record, election, report.content["GeneratedDate"])

    assert again.as_json() == report.as_json()
    assert again.as_xml() == report.as_xml()


SAID_AGAIN: dict[type[model.Noun], list[str]] = {
    model.Candidacy: ["rebel_of"],
    model.Tally: [],
    model.Declaration: [],
    model.Contest: ["phase"],
    model.Endorsement: [],
}
"""Nouns that a report carries whole but for these columns."""


def test_what_is_read_back_says_the_same_but_for_time_source_and_losses(
    report: NistReport, bundled: Record, tmp_path: Path
) -> None:
    with read_back(report, tmp_path, "xml") as record:
        election = record.frame(model.Election)["id"].item()
        for noun, lost in SAID_AGAIN.items():
            # remarks are lost as well
            but = [pl.all().exclude("known_at", "source", "note", *lost)]
            same = record.frame(noun, election=election)
            expected = bundled.frame(noun, AFTER_THE_COUNT, election=election)

            assert_frame_equal(same.select(but).sort(noun.KEY), expected.select(but).sort(noun.KEY))


def test_an_uncontested_seat_comes_back_as_one_without_votes(tmp_path: Path) -> None:
    alone = [Stood("Mukesh Dalal", "Red")]
    nouns = [*lok_sabha(), *parties(alone), *seat("Surat", alone, winner=1, status="uncontested")]
    with record_of(tmp_path, *nouns) as record, read_back(nist_report(record, ELECTION), tmp_path, "json") as same:
        assert same.frame(model.Declaration).select("status", "winner").rows() == [("uncontested", 1)]
        assert same.frame(model.Candidacy)["status"].to_list() == ["uncontested"]
        assert same.frame(model.Tally).height == 0


def test_unknown_postal_votes_stay_unknown(tmp_path: Path) -> None:
    stood = [Stood("Asha", "Red", evm=60), Stood("Bela", "Blue", evm=40, postal=0, total=40)]
    nouns = [*lok_sabha(), *parties(stood), *seat("Delhi", stood, status=None)]
    with record_of(tmp_path, *nouns) as record, read_back(nist_report(record, ELECTION), tmp_path, "xml") as same:
        assert same.frame(model.Tally).select("evm", "postal", "total").rows() == [(60, None, None), (40, 0, 40)]


def test_odd_characters_in_ids_and_names_pass_through_both_forms(tmp_path: Path) -> None:
    stood = [Stood('Nūr "Jahān" <नूर>', "Red & Blue/3", total=5), Stood("B", "पार्टी", total=4)]
    nouns = [*lok_sabha(), *parties(stood), *seat("Delhi", stood)]
    with record_of(tmp_path, *nouns) as record:
        for form in ("json", "xml"):
            with read_back(nist_report(record, ELECTION), tmp_path, form) as same:
                assert same.frame(model.Candidacy)["name"].to_list() == [s.name for s in stood]
                assert (
                    same.frame(model.Party)["id"].sort().to_list() == record.frame(model.Party)["id"].sort().to_list()
                )


def test_the_report_is_the_same_whenever_it_is_made(bundled: Record, bundled_file: Path) -> None:
    first = reported(bundled_file, "in-jk-2024", AFTER_THE_COUNT)

    moment = dt.datetime(2024, 10, 9, 18, 29, 59, tzinfo=dt.UTC)
    assert nist_report(bundled, "in-jk-2024", moment).as_json() == first.as_json()
