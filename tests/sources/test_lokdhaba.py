"""Lok Dhaba's files: what becomes of a row, and of the faults that the collection has."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from janadesh import model
from janadesh.analysis.contests import contest_results
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from janadesh.sources.lokdhaba import read_lokdhaba
from janadesh.sources.pack import read_pack
from janadesh.sources.packs import bundled_packs
from tests.builders import statements

WriteFile = Callable[..., Path]

ROW: dict[str, object] = {
    "State_Name": "Jammu_&_Kashmir",
    "Assembly_No": 9,
    "Constituency_No": 2,
    "Year": 2002,
    "month": 10,
    "DelimID": 3,
    "Poll_No": 0,
    "Position": 1,
    "Candidate": "A",
    "Party": "JKN",
    "Votes": 600,
    "Electors": 2000,
    "Constituency_Name": "GUREZ",
    "Constituency_Type": "GEN",
    "Party_ID": 1,
    "ENOP": 2,
    "Sex": "",
    "Age": "",
    "Election_Type": "State Assembly Election (AE)",
}


@pytest.fixture
def write_file(tmp_path: Path) -> WriteFile:
    """Write a file of Lok Dhaba with the rows given; each names only what differs from `ROW`."""

    def write(*rows: dict[str, object], name: str = "Jammu_&_Kashmir_AE.csv") -> Path:
        file = tmp_path / name
        with file.open("w", newline="", encoding="utf-8") as out:
            writer = csv.DictWriter(out, list(ROW))
            writer.writeheader()
            writer.writerows({**ROW, **row} for row in rows)
        return file

    return write


def frame(statements: Statements, noun: type[model.Noun]) -> pl.DataFrame:
    return statements.frames[noun]


def test_candidates_are_numbered_by_votes_and_nota_is_none(bundled: Record, write_file: WriteFile) -> None:
    """NOTA takes a place in the source's ranking, none in the record's."""
    file = write_file(
        {"Position": 1, "Candidate": "A"},
        {"Position": 2, "Candidate": "None of the Above", "Party": "NOTA", "Votes": 300},
        {"Position": 3, "Candidate": "B", "Votes": 100},
    )

    read = read_lokdhaba(file, bundled)

    assert frame(read, model.Candidacy).select("serial", "name", "serial_kind").rows() == [
        (1, "A", "list"),
        (2, "B", "list"),
    ]
    assert frame(read, model.Tally).select("serial", "total", "evm").rows() == [
        (1, 600, None),
        (0, 300, None),
        (2, 100, None),
    ]


def test_gender_and_age_are_kept_where_they_can_be(bundled: Record, write_file: WriteFile) -> None:
    """The collection writes O for the third gender, and has ages that nobody reaches."""
    file = write_file(
        {"Position": 1, "Candidate": "A", "Sex": "F", "Age": 41},
        {"Position": 2, "Candidate": "B", "Sex": "O", "Age": 999, "Votes": 300},
        {"Position": 3, "Candidate": "C", "Votes": 200},
    )

    candidacies = frame(read_lokdhaba(file, bundled), model.Candidacy)

    assert candidacies.select("gender", "age").rows() == [("F", 41), ("T", None), (None, None)]


def test_nota_without_a_party_is_nota_all_the_same(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file({}, {"Position": 2, "Candidate": "NOTA", "Party": None, "Votes": 9}), bundled)

    assert frame(read, model.Candidacy).height == 1
    assert frame(read, model.Tally)["serial"].to_list() == [1, 0]


def test_seats_of_jammu_and_kashmir_since_1996_are_those_of_the_pack(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file({}), bundled)

    assert frame(read, model.Contest)["constituency"].to_list() == ["in-jk-assembly.1995.2"]
    assert frame(read, model.Constituency).is_empty()


def test_one_number_on_two_maps_is_two_seats(bundled: Record, write_file: WriteFile) -> None:
    file = write_file({}, {"Year": 1983, "Assembly_No": 6, "month": 6})

    seats = frame(read_lokdhaba(file, bundled), model.Contest)["constituency"]

    assert set(seats) == {"in-jk-assembly.1995.2", "in-jk-assembly.1976.2"}


def test_by_elections_of_a_year_are_an_election_of_their_own(bundled: Record, write_file: WriteFile) -> None:
    file = write_file({"Year": 2006, "Poll_No": 1, "month": None}, {"Constituency_No": 3})

    elections = frame(read_lokdhaba(file, bundled), model.Election).select("id", "kind", "name").rows()

    assert elections == [
        ("in-jk-2002", "general", "Jammu and Kashmir Legislative Assembly election, 2002"),
        ("in-jk-2006-by", "by-election", "Jammu and Kashmir Legislative Assembly by-elections, 2006"),
    ]


def test_a_second_by_election_to_a_seat_in_a_year_is_another_election(bundled: Record, write_file: WriteFile) -> None:
    again = {"Year": 2006, "month": None}

    read = read_lokdhaba(write_file({**again, "Poll_No": 1}, {**again, "Poll_No": 2}), bundled)

    assert sorted(frame(read, model.Election)["id"]) == ["in-jk-2006-by", "in-jk-2006-by-2"]


def test_two_general_elections_in_a_year_are_told_apart_by_month(bundled: Record, write_file: WriteFile) -> None:
    bihar = {"State_Name": "Bihar", "Year": 2005, "Constituency_Name": "DHANAHA"}

    file = write_file(
        {**bihar, "Assembly_No": 13, "month": 2}, {**bihar, "Assembly_No": 14, "month": 11}, name="Bihar_AE.csv"
    )

    elections = frame(read_lokdhaba(file, bundled), model.Election).select("id", "name").rows()
    assert elections == [
        ("in-br-2005-2", "Bihar Legislative Assembly election, February 2005"),
        ("in-br-2005-11", "Bihar Legislative Assembly election, November 2005"),
    ]


def test_a_result_is_known_from_the_end_of_its_month(bundled: Record, write_file: WriteFile) -> None:
    tallies = frame(read_lokdhaba(write_file({}), bundled), model.Tally)

    assert tallies["known_at"].to_list() == [dt.datetime(2002, 10, 31, 18, 29, 59, tzinfo=dt.UTC)]


def test_a_result_is_known_from_the_day_of_the_count_where_the_schedule_has_it(
    bundled: Record, write_file: WriteFile
) -> None:
    bihar = {"State_Name": "Bihar", "Year": 2020, "DelimID": 4, "Assembly_No": 17, "month": 11}

    tallies = frame(read_lokdhaba(write_file(bihar, name="Bihar_AE.csv"), bundled), model.Tally)

    assert tallies["known_at"].to_list() == [dt.datetime(2020, 11, 10, 18, 29, 59, tzinfo=dt.UTC)]


def test_a_year_later_in_one_state_is_still_the_same_lok_sabha(bundled: Record, write_file: WriteFile) -> None:
    lok_sabha = {"Election_Type": "Lok Sabha Election (GE)", "Assembly_No": 8, "Year": 1984, "month": 12}
    file = write_file(
        lok_sabha,
        {**lok_sabha, "State_Name": "Punjab", "Year": 1985, "month": None},
        name="All_States_GE.csv",
    )

    read = read_lokdhaba(file, bundled)

    assert frame(read, model.Election)["id"].to_list() == ["in-ls-1984"]
    assert frame(read, model.Contest)["known_at"].dt.year().to_list() == [1984, 1985]


def test_an_election_of_one_state_in_the_record_is_told_for_all(bundled: Record, write_file: WriteFile) -> None:
    """The pack jk-2024 has the six seats of the state only."""
    lok_sabha = {"Election_Type": "Lok Sabha Election (GE)", "Assembly_No": 15, "Year": 2009, "DelimID": 4, "month": 4}

    file = write_file({**lok_sabha, "State_Name": "Goa"}, name="All_States_GE.csv")

    elections = frame(read_lokdhaba(file, bundled), model.Election)
    assert elections.select("id", "territory").rows() == [("in-ls-2009", None)]


@pytest.mark.parametrize("votes", [None, -1, 0])
def test_a_seat_with_one_candidate_and_no_votes_is_uncontested(
    bundled: Record, write_file: WriteFile, votes: int | None
) -> None:
    read = read_lokdhaba(write_file({"Votes": votes}), bundled)

    assert frame(read, model.Tally).is_empty()
    assert frame(read, model.Candidacy)["status"].to_list() == ["uncontested"]
    assert frame(read, model.Declaration).select("status", "winner").rows() == [("uncontested", 1)]


def test_nota_of_an_uncontested_seat_is_set_aside(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file({"Votes": 0}, {"Position": 2, "Party": "NOTA", "Votes": 0}), bundled)

    assert [fault.row for fault in read.set_aside] == [3]
    assert frame(read, model.Tally).is_empty()


def test_unknown_votes_leave_the_candidate_and_no_winner(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file({"Votes": None}, {"Position": 2, "Votes": None}), bundled)

    assert frame(read, model.Candidacy).height == 2
    assert frame(read, model.Tally).is_empty()
    assert frame(read, model.Declaration).is_empty()
    assert [(fault.row, fault.column) for fault in read.set_aside] == [(2, "Votes"), (3, "Votes")]


def test_electors_fewer_than_votes_are_set_aside(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file({"Electors": 500}), bundled)

    assert frame(read, model.Figure).is_empty()
    assert [(fault.row, fault.column, fault.value) for fault in read.set_aside] == [(2, "Electors", "500")]


def test_a_row_that_is_there_twice_is_set_aside(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file({}, {}), bundled)

    assert frame(read, model.Candidacy).height == 1
    assert [fault.row for fault in read.set_aside] == [3]


def test_a_row_of_an_unknown_state_is_set_aside(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file({}, {"State_Name": "Atlantis"}), bundled)

    assert [fault.row for fault in read.set_aside] == [3]


def test_equal_votes_at_the_top_were_decided_by_lot(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file({}, {"Position": 2, "Candidate": "B"}), bundled)

    assert frame(read, model.Declaration).select("winner", "by_lot").rows() == [(1, True)]


def test_characters_that_nobody_sees_are_left_out_of_names(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file({"Candidate": "MOHAMMAD\u200b\u00a0 YOUSUF "}), bundled)

    assert frame(read, model.Candidacy)["name"].to_list() == ["MOHAMMAD YOUSUF"]


def test_a_heading_without_rows_says_so(bundled: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba(write_file(name="Madras_AE.csv"), bundled)

    assert not read.frames
    assert "no rows" in read.set_aside[0].problem


def test_a_file_that_lacks_a_column_is_refused(bundled: Record, tmp_path: Path) -> None:
    file = tmp_path / "Some_AE.csv"
    file.write_text("State_Name,Year\nGoa,2002\n")

    with pytest.raises(Refused, match="it lacks Assembly_No"):
        read_lokdhaba(file, bundled)


def test_a_party_of_a_later_day_is_not_the_one_of_that_abbreviation_before(
    bundled: Record, write_file: WriteFile
) -> None:
    """SP was not the Samajwadi Party in 1975, which was founded in 1992."""
    file = write_file(
        {"Party": "SP", "Party_ID": 7, "Year": 1983, "Assembly_No": 6}, {"Party": "SP", "Party_ID": 8, "Position": 1}
    )

    parties = dict(frame(read_lokdhaba(file, bundled), model.Candidacy).select("election", "party").iter_rows())

    assert parties == {"in-jk-1983": "in-code-sp-7", "in-jk-2002": "in-sp"}


def test_a_party_that_stood_earlier_is_known_earlier(bundled: Record, write_file: WriteFile) -> None:
    """The record's first word of a party is often of a later year than its first candidate."""
    file = write_file({"Party": "JPC", "Year": 2002}, {"Party": "JPC", "Year": 2014, "Constituency_No": 99})

    parties = frame(read_lokdhaba(file, bundled), model.Party)

    assert parties.select("id", "name", pl.col("known_at").dt.year()).rows() == [
        ("in-jkpc", "Jammu & Kashmir People Conference", 2002)
    ]


def test_a_file_loaded_again_changes_nothing_after_others_told_more_of_parties(
    bundled_file: Path, write_file: WriteFile, tmp_path: Path
) -> None:
    """Another file shows that a party stood earlier than was known, so its abbreviation is no stranger's there."""
    file = write_file({"Party": "JPC", "Year": 2002})
    other = write_file(
        {"Party": "JPC", "Constituency_No": 3}, {"Party": "JPC", "Year": 2014, "Constituency_No": 99}, name="more.csv"
    )

    with open_record(Path(shutil.copy(bundled_file, tmp_path))) as record:
        assert [record.load(read_lokdhaba(each, record)) is None for each in (file, other, file)] == [
            False,
            False,
            True,
        ]


def test_a_seat_of_which_more_was_said_later_is_known_no_later(
    bundled_file: Path, write_file: WriteFile, tmp_path: Path
) -> None:
    with open_record(Path(shutil.copy(bundled_file, tmp_path))) as record:
        seat = record.frame(model.Constituency, id="in-jk-assembly.1995.2").row(0, named=True)
        later = dt.datetime(2014, 5, 16, tzinfo=dt.UTC)
        record.load(statements(model.Constituency(**{**seat, "district": "Kupwara", "known_at": later})))

        assert frame(read_lokdhaba(write_file({}), record), model.Constituency).is_empty()


def test_what_another_source_said_of_a_contest_stays(bundled: Record, write_file: WriteFile) -> None:
    """The pack has 2014 with every candidate; the file's rows of it are told, not loaded."""
    file = write_file({"Year": 2014, "DelimID": 4, "Assembly_No": 11, "month": 12})

    read = read_lokdhaba(file, bundled)

    assert not read.frames
    assert "is in the record by another source" in read.set_aside[0].problem


@pytest.fixture(scope="module")
def goa(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of the bundled packs with the real file of Goa loaded."""
    where = tmp_path_factory.mktemp("goa") / "record.sqlite"
    with open_record(where) as record:
        for pack in bundled_packs():
            record.load(read_pack(pack.folder))
        record.load(read_lokdhaba(shared / "data" / "lokdhaba" / "Goa_AE.csv.gz", record))
    return where


def test_the_real_file_of_goa_gives_the_seats_won_in_2022(goa: Path) -> None:
    with open_record(goa) as record:
        won = contest_results(record, "in-ga-2022")["winner_short"].value_counts()

    assert {"BJP": 20, "INC": 11, "AAP": 2}.items() <= dict(won.iter_rows()).items()


def test_loading_the_real_file_again_changes_nothing(goa: Path, shared: Path) -> None:
    with open_record(goa) as record:
        again = record.load(read_lokdhaba(shared / "data" / "lokdhaba" / "Goa_AE.csv.gz", record))

    assert again is None


def test_every_real_row_is_a_candidacy_a_tally_or_told(bundled: Record, shared: Path) -> None:
    """Nothing of Nagaland, which has uncontested seats and votes of -1, is dropped in silence."""
    file = shared / "data" / "lokdhaba" / "Nagaland_AE.csv.gz"
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = sum(1 for _ in csv.DictReader(lines))

    read = read_lokdhaba(file, bundled)

    nota = frame(read, model.Tally).filter(pl.col("serial") == model.NOTA).height
    dropped = [fault for fault in read.set_aside if "NOTA" in fault.problem or "already" in fault.problem]
    assert frame(read, model.Candidacy).height + nota + len(dropped) == rows
