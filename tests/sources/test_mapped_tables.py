"""Any CSV or XLSX table is read through a mapping that a person wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from janadesh import model
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from janadesh.sources.map_draft import drafted_map
from janadesh.sources.map_fields import guessed_fields
from janadesh.sources.map_fields import heading_row
from janadesh.sources.mapped_table import read_mapped_table
from janadesh.sources.mapping import TableMap
from janadesh.sources.mapping import read_map
from tests.sources.mapped_examples import CANADA
from tests.sources.mapped_examples import CANADA_FILLED
from tests.sources.mapped_examples import UK
from tests.sources.mapped_examples import UK_FILLED
from tests.sources.mapped_examples import filled
from tests.sources.mapped_examples import written

BY_HAND: dict[str, Any] = {
    **UK_FILLED,
    "columns": {"constituency": "Seat", "candidate": ["Name"], "party": "Party", "votes": ["Votes"]},
}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.sqlite") as opened:
        yield opened


def read(record: Record, folder: Path, table: str, **changes: Any) -> Statements:
    """Read a table through a mapping written by hand, changed in some parts."""
    file = written(folder, "table.csv", table)
    return read_mapped_table(file, TableMap.model_validate({**BY_HAND, **changes}), record)


def votes(statements: Statements) -> list[tuple[Any, ...]]:
    return statements.frames[model.Tally].select("serial", "evm", "postal", "total").rows()


def test_the_commons_librarys_table_loads_from_its_draft(record: Record, tmp_path: Path) -> None:
    table = written(tmp_path, "uk.csv", UK)
    statements = read_mapped_table(table, read_map(filled(table, UK_FILLED)), record)
    assert statements.set_aside == ()
    record.load(statements)
    seats = record.frame(model.Constituency)
    assert seats.select("id", "name", "region", "district").rows() == [
        ("uk-commons.2023.w07000081", "Aberafan Maesteg", "Wales", "Clwyd"),
        ("uk-commons.2023.e14001063", "Aldershot", "South East", "Hampshire"),
    ]
    candidacies = record.frame(model.Candidacy, constituency="uk-commons.2023.e14001063")
    assert candidacies.select("name", "party", "gender").rows() == [
        ("Alex Baker", "uk-labour", "F"),
        ("Leo Docherty", "uk-conservative", "M"),
    ]
    assert record.frame(model.Party, id="uk-independent")["kind"].to_list() == ["independent"]


def test_elections_canadas_table_12_loads_from_its_draft(record: Record, tmp_path: Path) -> None:
    """Its candidates' cells have name, a mark for incumbents, and the party in two languages."""
    table = written(tmp_path, "table12.csv", CANADA, "windows-1252")
    statements = read_mapped_table(table, read_map(filled(table, CANADA_FILLED)), record)
    assert statements.set_aside == ()
    record.load(statements)
    candidacies = record.frame(model.Candidacy, constituency="ca-commons.2013.10003")
    assert candidacies.select("name", "party").rows() == [
        ("Scott Simms", "ca-liberal"),
        ("Kevin George O'Brien", "ca-conservative"),
        ("Claudette Menchenton", "ca-ndp-new-democratic-party"),
        ("Elizabeth Perry", "ca-green-party"),
    ]
    assert record.frame(model.Constituency)["number"].to_list() == [10003, 10004]


def test_loading_twice_changes_nothing(record: Record, tmp_path: Path) -> None:
    table = written(tmp_path, "uk.csv", UK)
    mapping = read_map(filled(table, UK_FILLED))
    record.load(read_mapped_table(table, mapping, record))
    assert record.load(read_mapped_table(table, mapping, record)) is None


def test_what_a_draft_leaves_open_is_told_key_by_key(tmp_path: Path) -> None:
    table = written(tmp_path, "uk.csv", UK)
    file = written(tmp_path, "uk.toml", drafted_map(table))
    with pytest.raises(Refused) as refused:
        read_map(file)
    told = {fault.key for fault in refused.value.faults}
    assert {
        "prefix",
        "delimitation",
        "source.id",
        "election.known_at",
        "election.time_zone",
        "house.elected_seats",
    } <= told


def test_a_row_whose_votes_are_no_number_is_set_aside(record: Record, tmp_path: Path) -> None:
    statements = read(record, tmp_path, "Seat,Name,Party,Votes\nHove,Ann,Green,many\nHove,Bob,Labour,12\n")
    assert [(f.row, f.column, f.value) for f in statements.set_aside] == [(2, "Votes", "many")]
    assert votes(statements) == [(1, None, None, 12)]


def test_kinds_of_vote_may_stand_in_columns(record: Record, tmp_path: Path) -> None:
    columns = {
        "constituency": "Seat",
        "candidate": ["Name"],
        "party": "Party",
        "evm": ["Early", "Day"],
        "postal": ["Mail"],
    }
    table = 'Seat,Name,Party,Early,Day,Mail\nHove,Ann,Green,10,"1,200",7\n'
    assert votes(read(record, tmp_path, table, columns=columns)) == [(1, 1210, 7, 1217)]


def test_kinds_of_vote_may_stand_in_rows(record: Record, tmp_path: Path) -> None:
    columns = {**BY_HAND["columns"], "kind_of_vote": "Mode"}
    values = {"evm": ["in person"], "postal": ["mail"]}
    table = "Seat,Name,Party,Mode,Votes\nHove,Ann,Green,In person,10\nHove,Ann,Green,Mail,5\nHove,Ann,Green,Fax,1\n"
    statements = read(record, tmp_path, table, columns=columns, values=values)
    assert votes(statements) == [(1, 10, 5, 15)]
    assert [fault.value for fault in statements.set_aside] == ["Fax"]


def test_a_wide_table_has_a_column_for_each_party(record: Record, tmp_path: Path) -> None:
    columns = {"constituency": "Seat", "votes_by_party": ["Lab", "Con"]}
    table = "Seat,Lab,Con\nHove,20,10\nBath,,30\n"
    statements = read(record, tmp_path, table, columns=columns, parties={"Lab": "Labour", "Con": "Conservative"})
    candidacies = statements.frames[model.Candidacy].select("constituency", "name", "party").rows()
    assert candidacies == [
        ("uk-commons.2023.hove", "Labour", "uk-labour"),
        ("uk-commons.2023.hove", "Conservative", "uk-conservative"),
        ("uk-commons.2023.bath", "Conservative", "uk-conservative"),
    ]


def test_none_of_the_above_is_no_candidate(record: Record, tmp_path: Path) -> None:
    values = {"none_of_the_above": ["None of these candidates"]}
    table = "Seat,Name,Party,Votes\nReno,None of these candidates,,9\nReno,Ann,Green,8\n"
    statements = read(record, tmp_path, table, values=values)
    assert votes(statements) == [(model.NOTA, None, None, 9), (1, None, None, 8)]
    assert statements.frames[model.Declaration]["winner"].to_list() == [1]


def test_the_table_may_say_who_was_elected(record: Record, tmp_path: Path) -> None:
    """Nothing else decides a tie."""
    columns = {**BY_HAND["columns"], "winner": "Elected"}
    table = "Seat,Name,Party,Votes,Elected\nHove,Ann,Green,10,\nHove,Bob,Labour,10,x\n"
    statements = read(record, tmp_path, table, columns=columns, values={"winner": ["*"]})
    assert statements.frames[model.Declaration]["winner"].to_list() == [2]


def test_a_tie_that_the_table_does_not_decide_has_no_winner(record: Record, tmp_path: Path) -> None:
    statements = read(record, tmp_path, "Seat,Name,Party,Votes\nHove,Ann,Green,10\nHove,Bob,Labour,10\n")
    assert model.Declaration not in statements.frames


def test_a_majority_that_is_not_the_distance_of_the_first_two_is_told(record: Record, tmp_path: Path) -> None:
    columns = {**BY_HAND["columns"], "majority": "Majority"}
    table = "Seat,Name,Party,Votes,Majority\nHove,Ann,Green,10,3\nHove,Bob,Labour,6,\n"
    statements = read(record, tmp_path, table, columns=columns)
    assert [fault.value for fault in statements.set_aside] == ["3"]


def test_a_party_of_another_country_is_not_taken(record: Record, tmp_path: Path) -> None:
    table = "Seat,Name,Party,Votes\nHove,Ann,Green Party,10\n"
    record.load(read(record, tmp_path, table))
    abroad = {
        "prefix": "ca",
        "source": {**UK_FILLED["source"], "id": "another"},
        "election": {**UK_FILLED["election"], "id": "another", "known_at": "2025-01-01"},
    }
    statements = read(record, tmp_path, table, **abroad)
    assert statements.frames[model.Party]["id"].to_list() == ["ca-green-party"]


def test_a_second_source_keeps_the_serials_of_the_first(record: Record, tmp_path: Path) -> None:
    ballot = "Seat,No,Name,Party,Votes\nHove,1,Ann Lee,Green,10\nHove,2,Bob Ray,Labour,20\n"
    record.load(read(record, tmp_path, ballot, columns={**BY_HAND["columns"], "serial": "No"}))
    by_votes = "Seat,Name,Party,Votes\nHove,RAY Bob,Labour,21\nHove,LEE Ann,Green,10\n"
    statements = read(record, tmp_path, by_votes, source={**UK_FILLED["source"], "id": "later"})
    assert dict(statements.frames[model.Tally].select("serial", "total").iter_rows()) == {1: 10, 2: 21}
    assert model.Candidacy not in statements.frames


def test_a_column_that_is_not_there_is_refused_with_the_nearest(record: Record, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Votes"):
        read(record, tmp_path, "Seat,Name,Party,votes\nHove,Ann,Green,10\n")


def test_a_column_that_the_mapping_forgets_is_told(record: Record, tmp_path: Path) -> None:
    statements = read(record, tmp_path, "Seat,Name,Party,Votes,Spent\nHove,Ann,Green,10,99\n")
    assert [fault.column for fault in statements.set_aside] == ["Spent"]


def test_a_workbook_with_titles_above_its_heading_is_read(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "table.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Results")
        for place, cells in enumerate(
            [["Results"], [], ["Seat", "Name", "Party", "Votes"], ["Hove", "Ann", "Green", 10]]
        ):
            sheet.write_row(place, 0, cells)
    draft = filled(file, UK_FILLED)
    mapping = read_map(draft)
    assert mapping.file.heading_row == 3
    assert votes(read_mapped_table(file, mapping, record)) == [(1, None, None, 10)]


def test_a_semicolon_table_is_drafted_with_its_separator(tmp_path: Path) -> None:
    table = written(tmp_path, "table.csv", "Seat;Name;Party;Votes\nHove;Ann;Green;10\nHove;Bob;Labour;12\n")
    assert 'separator = ";"' in drafted_map(table)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Constituency name", "constituency"),
        ("Electoral District Number/Numéro de circonscription", "constituency_number"),
        ("ONS ID", "constituency_code"),
        ("Candidate surname", "surname"),
        ("Votes Obtained/Votes obtenus", "votes"),
        ("Electorate", "electors"),
        ("Constituency type", None),
        ("Percentage of Votes Obtained /Pourcentage des votes obtenus", None),
    ],
)
def test_a_heading_is_taken_for_its_field(heading: str, field: str | None) -> None:
    assert guessed_fields([heading]) == ({field: heading} if field else {})


def test_the_heading_is_the_row_with_most_fields() -> None:
    assert heading_row([["Votes"], ["Seat", "Candidate", "Party", "Votes"], ["Hove", "Ann", "Green", "10"]]) == 2


def test_rows_keep_their_numbers_in_the_file(record: Record, tmp_path: Path) -> None:
    statements = read(record, tmp_path, "Seat,Name,Party,Votes\n,,,\nHove,Ann,Green,x\nHove,Bob,Green,1\n")
    assert [fault.row for fault in statements.set_aside] == [3]
    assert statements.frames[model.Tally].select(pl.len()).item() == 1
