"""Reports in the NIST Common Data Format of other producers are read, and what has no place is told."""

from __future__ import annotations

import contextlib
import copy
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from janadesh import model
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from janadesh.sources import sniff
from janadesh.sources.nist import statements_of_report
from janadesh.sources.nist_document import read_xml_report

FOREIGN = Path(__file__).with_name("foreign_report.xml")
CONGRESS = "lake-county-congressional-2022-11-08"
MAYOR = "lake-county-mayor-of-lakeside-2022-11-08"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Record]:
    """Give a record that holds nothing."""
    with open_record(tmp_path / "empty.sqlite") as record:
        yield record


@pytest.fixture
def read(empty: Record) -> Statements:
    """Give what the report of a made-up county says."""
    return sniff.read(FOREIGN, empty)


def rows(statements: Statements, noun: type[model.Noun], *columns: str) -> list[tuple[object, ...]]:
    return statements.frames[noun].select(columns).rows()


def votes_in(statements: Statements, election: str) -> list[tuple[object, ...]]:
    tallies = statements.frames[model.Tally].filter(election=election)
    return tallies.select("serial", "evm", "postal", "total").rows()


def set_aside(statements: Statements) -> str:
    return "\n".join(map(str, statements.set_aside))


def test_each_office_is_a_house_with_an_election_of_its_own(read: Statements) -> None:
    assert rows(read, model.Election, "id", "house", "year", "kind") == [
        (CONGRESS, "lake-county-congressional", 2022, "general"),
        (MAYOR, "lake-county-mayor-of-lakeside", 2022, "general"),
    ]


def test_everything_is_known_when_the_report_was_made(read: Statements) -> None:
    made = dt.datetime(2022, 11, 9, 9, 30, tzinfo=dt.UTC)

    assert {
        moment for frame in read.frames.values() if "known_at" in frame.columns for moment in frame["known_at"]
    } == {made}
    assert rows(read, model.Source, "publisher", "kind") == [("Lake County Clerk", "official")]


def test_territories_lie_within_one_another(read: Statements) -> None:
    assert rows(read, model.Territory, "id", "status", "within") == [
        ("lake-county", "county", "state-of-farallon"),
        ("state-of-farallon", "state", None),
    ]


def test_votes_of_precincts_are_added_up_where_the_district_has_none(read: Statements) -> None:
    """Early votes are no kind that the record tells apart, so only the total is kept, and this is told."""
    assert votes_in(read, MAYOR) == [(2, 40, 5, 45), (model.NOTA, None, None, 4)]
    assert "only the whole district's are kept (found 'Mayor of Lakeside')" in set_aside(read)


def test_none_of_these_candidates_is_no_candidate(read: Statements) -> None:
    assert "None of these candidates" not in read.frames[model.Candidacy]["name"].to_list()


def test_the_order_on_the_ballot_is_kept_where_the_report_tells_it(read: Statements) -> None:
    assert rows(read, model.Candidacy, "election", "serial", "serial_kind", "name", "status") == [
        (CONGRESS, 1, "list", "Ann Abel", "contesting"),
        (CONGRESS, 2, "list", "Bo Baker", "contesting"),
        (MAYOR, 2, "ballot", "Cal Cruz", "contesting"),
        (MAYOR, 1, "ballot", "Di Diaz", "withdrawn"),
    ]


def test_who_has_no_party_stands_as_an_independent(read: Statements) -> None:
    assert rows(read, model.Party, "id", "abbreviation", "kind") == [
        ("lake-county-hadron-party", "HAD", "registered"),
        ("lake-county-lepton-party", "Lepton Party", "registered"),
        ("lake-county-independent", "IND", "independent"),
    ]


def test_a_count_that_goes_on_is_interim_and_a_winner_is_declared(read: Statements) -> None:
    assert set(read.frames[model.Tally]["status"]) == {"interim"}
    assert rows(read, model.Declaration, "election", "status", "winner") == [(CONGRESS, "declared", 1)]


def test_persons_electors_and_the_day_of_the_poll_are_read(read: Statements) -> None:
    assert rows(read, model.Person, "id", "name", "party") == [
        ("lake-county-ann-q-abel", "Ann Q. Abel", "lake-county-hadron-party")
    ]
    assert rows(read, model.Figure, "election", "measure", "value") == [(CONGRESS, "electors", 900.0)]
    assert rows(read, model.ScheduleEntry, "election", "event", "on_date") == [
        (CONGRESS, "poll", dt.date(2022, 11, 8)),
        (MAYOR, "poll", dt.date(2022, 11, 8)),
    ]


@pytest.mark.parametrize("told", ["a BallotMeasureContest has no place", "write-in votes cannot be placed"])
def test_what_cannot_be_placed_is_listed(read: Statements, told: str) -> None:
    assert told in set_aside(read)


def test_the_report_loads_and_answers(read: Statements, empty: Record) -> None:
    empty.load(read)

    frame = candidate_votes(empty, CONGRESS)
    assert frame.select("candidate", "counted", "won").rows() == [("Ann Abel", 187, True), ("Bo Baker", 98, False)]


def test_json_says_the_same_as_xml(read: Statements, empty: Record, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text(json.dumps(read_xml_report(FOREIGN)))

    same = sniff.read(file, empty)

    assert same.frames.keys() == read.frames.keys()
    for noun, frame in same.frames.items():
        assert_frame_equal(frame, read.frames[noun])


def test_what_the_record_has_is_not_said_again_but_votes_are(read: Statements, empty: Record) -> None:
    empty.load(read)

    again = sniff.read(FOREIGN, empty)

    assert {noun for noun, frame in again.frames.items() if frame.height} == {model.Source, model.Tally}
    assert empty.load(again) is None


def test_a_candidate_who_is_new_is_read_beside_those_whom_the_record_has(
    read: Statements, empty: Record, tmp_path: Path
) -> None:
    empty.load(read)
    text = FOREIGN.read_text().replace("None of these candidates", "Eve Early").replace("2022-11-09T", "2022-11-10T")
    file = tmp_path / "later.xml"
    nameless = '<ContestSelection ObjectId="sel-none" xsi:type="CandidateSelection">'
    file.write_text(text.replace(nameless, f"{nameless}<SequenceOrder>3</SequenceOrder>"))

    empty.load(sniff.read(file, empty))

    assert empty.frame(model.Candidacy, election=MAYOR).sort("serial")["name"].to_list() == [
        "Di Diaz",
        "Cal Cruz",
        "Eve Early",
    ]
    assert empty.history(model.Candidacy).height == 5


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = FOREIGN.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "changed.xml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2022-11-09T01:30:00-08:00", "yesterday", "column GeneratedDate: it does not say when it was made"),
        ("<StartDate>2022-11-08", "<StartDate>8 November", "column StartDate: this is no day"),
        ("<Count>100", "<Count>a hundred", "column Count: this is no number (found 'a hundred')"),
        ('ObjectId="cand-diaz"', 'ObjectId="cand-cruz"', "two objects have this id (found 'cand-cruz')"),
        ("<ElectionScopeId>county", "<ElectionScopeId>moon", "column ElectionScopeId: no unit has this id"),
        ("</ElectionReport>", "", "it is not well-formed XML"),
    ],
)
def test_a_broken_report_is_refused_with_the_place(
    empty: Record, tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(Refused) as refusal:
        sniff.read(changed(tmp_path, old, new), empty)
    assert told in str(refusal.value)


def test_entities_are_not_resolved(empty: Record, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    declared = f'<!DOCTYPE ElectionReport [<!ENTITY s SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>\n<ElectionReport'
    file = changed(tmp_path, "<ElectionReport", declared)
    file.write_text(file.read_text().replace("Lake County Clerk", "&s;"))

    with pytest.raises(Refused, match="declares a document type"):
        sniff.read(file, empty)


@pytest.mark.parametrize("depth", [100, 100_000])
def test_json_nested_too_deeply_is_refused(empty: Record, tmp_path: Path, depth: int) -> None:
    file = tmp_path / "deep.json"
    file.write_text('{"@type": "ElectionResults.ElectionReport", "Election": ' + "[" * depth + "]" * depth + "}")

    with pytest.raises(Refused, match="nested"):
        sniff.read(file, empty)


@pytest.mark.parametrize("value", ["5", '"x"', '[["x"]]', "{}", "null"])
def test_fields_of_another_kind_are_refused_not_guessed(empty: Record, tmp_path: Path, value: str) -> None:
    file = tmp_path / "odd.json"
    date = '"GeneratedDate": "2022-11-09T01:30:00-08:00"'
    file.write_text(f'{{"@type": "ElectionResults.ElectionReport", {date}, "Election": {value}}}')

    with pytest.raises(Refused):
        sniff.read(file, empty)


def places_in(content: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for name, value in items:
        yield (*path, name)
        yield from places_in(value, (*path, name))


REPORT = read_xml_report(FOREIGN)
ODD: list[Any] = [None, 5, -1, 10**30, 1.5, float("nan"), True, "", "county", {}, {"@id": 7}, {"@id": "city"}]
ODD += [[], [1], [{}], ["a"]]


@given(st.lists(st.tuples(st.sampled_from(list(places_in(REPORT))), st.sampled_from(ODD)), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_whatever_stands_in_a_report_it_is_read_or_refused(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    content: Any = copy.deepcopy(REPORT)
    for path, value in changes:
        inner = content
        with contextlib.suppress(KeyError, IndexError, TypeError):
            for name in path[:-1]:
                inner = inner[name]
            inner[path[-1]] = copy.deepcopy(value)

    with contextlib.suppress(Refused):
        read = statements_of_report(content, "a report")
        assert read.frames[model.Source].height == 1
