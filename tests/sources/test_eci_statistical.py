"""The Commission's statistical report: a folder of workbooks, each workbook alone, and what it corrects."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from janadesh import model
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.eci_report import read_eci_report
from janadesh.sources.loading import load
from janadesh.sources.loading import read_statements
from janadesh.sources.workbook import BlownUpWorkbook
from janadesh.sources.workbook import BrokenWorkbook
from janadesh.sources.workbook import check_workbook
from janadesh.sources.workbook import read_sheet
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import record_of

COUNTED = "2023-05-13"
ELECTION = "in-ka-2023"

DETAILED = """
STATE/UT NAME|AC NO.|AC NAME|CANDIDATE NAME|SEX|AGE|CATEGORY|PARTY|SYMBOL|GENERAL|POSTAL|TOTAL|%|TOTAL ELECTORS
Karnataka|1|Nippani|1 Jolle Shashikala Annasaheb|FEMALE|53|GENERAL|BJP|Lotus|72952|396|73348|39.14|226662
Karnataka|1|Nippani|2 Uttam Raosaheb Patil|MALE|45|GENERAL|NCP|Clock|65614|442|66056|35.25|226662
Karnataka|1|Nippani|3 Nota||||NOTA|NOTA|914|5|919|0.49|226662
Karnataka|1|Nippani|4 Rajesh Banavanna|THIRD|55|GENERAL|AAAP|Broom|557|15|572|0.31|226662
TURN OUT||||||TOTAL:|||140037|858|140895|62.16|
"""
PARTIES = """
3 - List Of Political Parties Participated||
PARTY TYPE|ABBREVIATION|PARTY
NATIONAL PARTIES||
1|AAAP|Aam Aadmi Party
2|BJP|Bharatiya Janata Party
3|NCP|Nationalist Congress Party
4|NOTA|None Of The Above
"""
ELECTORS = """
11 - AC Wise Number Of Electors
AC No.|AC Name|GENERAL(Including NRIs)||||SERVICE|||All Electors||||NRIs|||
||MALE|FEMALE|THIRD GENDER|TOTAL|MALE|FEMALE|TOTAL|MALE|FEMALE|THIRD GENDER|TOTAL|MALE|FEMALE|THIRD GENDER|TOTAL
1|Nippani|113856|111823|9|225688|953|21|974|114809|111844|9|226662|0|0|0|0
Total||113856|111823|9|225688|953|21|974|114809|111844|9|226662|0|0|0|0
"""


def workbook(file: Path, rows: str) -> Path:
    with xlsxwriter.Workbook(file, {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet("Worksheet")
        for place, line in enumerate(rows.strip().splitlines()):
            for column, cell in enumerate(line.split("|")):
                sheet.write(place, column, cell)
    return file


@pytest.fixture
def karnataka(tmp_path: Path) -> Iterator[Record]:
    """Give a record that has Karnataka and its assembly, and neither seats nor parties."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    with record_of(
        tmp_path,
        ECI,
        model.Territory(id="in", name="India", status="country", **said),
        model.Territory(id="in-ka", name="Karnataka", status="state", within="in", **said),
        model.House(
            id="in-ka-assembly",
            name="Assembly",
            territory="in-ka",
            kind="assembly",
            elected_seats=224,
            **said,
        ),
    ) as record:
        yield record


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "report"
    folder.mkdir()
    workbook(folder / "10.xlsx", DETAILED)
    workbook(folder / "3.xlsx", PARTIES)
    workbook(folder / "11.xlsx", ELECTORS)
    return folder


def test_a_folder_of_workbooks_loads_as_one(karnataka: Record, report: Path) -> None:
    load(karnataka, report, known_at=COUNTED)
    candidacies = karnataka.frame(model.Candidacy, election=ELECTION)
    assert candidacies.select("serial", "serial_kind", "name", "gender", "age").rows() == [
        (1, "list", "Jolle Shashikala Annasaheb", "F", 53),
        (2, "list", "Uttam Raosaheb Patil", "M", 45),
        (3, "list", "Rajesh Banavanna", "T", 55),
    ]
    tallies = karnataka.frame(model.Tally, election=ELECTION).sort("serial")
    assert tallies.select("serial", "evm", "postal", "total").rows()[:2] == [
        (model.NOTA, 914, 5, 919),
        (1, 72952, 396, 73348),
    ]
    assert karnataka.frame(model.Declaration)["winner"].to_list() == [1]


def test_abbreviations_are_explained_by_the_list_of_parties(karnataka: Record, report: Path) -> None:
    """The report writes AAAP where results pages write the name."""
    load(karnataka, report, known_at=COUNTED)
    parties = karnataka.frame(model.Party)
    assert dict(parties.select("abbreviation", "name").iter_rows())["AAAP"] == "Aam Aadmi Party"


def test_an_abbreviation_that_nothing_explains_is_told(karnataka: Record, report: Path) -> None:
    statements = read_statements(karnataka, report / "10.xlsx", known_at=COUNTED)
    assert [fault.value for fault in statements.set_aside] == ["BJP", "NCP", "AAAP"]


def test_electors_are_told_by_gender(karnataka: Record, report: Path) -> None:
    load(karnataka, report / "10.xlsx", known_at=COUNTED)
    load(karnataka, report / "11.xlsx", known_at=COUNTED)
    figures = karnataka.frame(model.Figure, scope="constituency")
    assert dict(figures.select("measure", "value").iter_rows()) == {
        "electors": 226662,
        "electors_male": 114809,
        "electors_female": 111844,
        "electors_third_gender": 9,
        "electors_service": 974,
        "electors_overseas": 0,
    }


def test_a_total_that_is_not_that_of_its_rows_is_told(karnataka: Record, tmp_path: Path) -> None:
    wrong = DETAILED.replace("140037|858|140895", "140038|858|140896")
    statements = read_statements(karnataka, workbook(tmp_path / "10.xlsx", wrong), known_at=COUNTED)
    told = [fault for fault in statements.set_aside if "add up" in fault.problem]
    assert [(fault.row, fault.column, fault.value) for fault in told] == [(6, "EVM", "140038"), (6, "TOTAL", "140896")]


def test_nothing_says_which_state_a_list_of_parties_is_of(karnataka: Record, report: Path) -> None:
    with pytest.raises(Refused, match="which state"):
        read_eci_report(report / "3.xlsx", karnataka, COUNTED)


def test_the_files_name_may_say_state_and_year(karnataka: Record, report: Path) -> None:
    named = (report / "3.xlsx").rename(report / "Parties Karnataka 2023.xlsx")
    statements = read_eci_report(named, karnataka, "2024-02-01")
    assert statements.frames[model.Election]["id"].to_list() == [ELECTION]


def test_two_workbooks_of_one_kind_are_refused(karnataka: Record, report: Path) -> None:
    workbook(report / "10 again.xlsx", DETAILED)
    with pytest.raises(Refused, match="another workbook of detailed results"):
        read_eci_report(report, karnataka, COUNTED)


def test_a_workbook_that_blows_up_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", " " * 20_000_000)
    with pytest.raises(BlownUpWorkbook, match="200 times its size"):
        check_workbook(file)


def test_a_workbook_cut_off_in_the_middle_is_told(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "whole.xlsx", DETAILED).read_bytes()
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BrokenWorkbook):
        read_sheet(cut)


KARNATAKA_CORRECTED = {30: 3, 54: 1, 58: 1, 127: 4, 144: 2, 196: 4, 198: 11, 212: 1}
"""How many tallies of a seat the report prints otherwise than the results page; see docs/reference."""


@dataclass(frozen=True)
class Karnataka:
    """Karnataka 2023 from its results pages, and then from the report: tallies of the pages, and what was told."""

    record: Record
    pages: pl.DataFrame
    told: tuple[Fault, ...]


@pytest.fixture(scope="module")
def karnataka_2023(shared: Path, bundled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Karnataka]:
    with open_record(shutil.copy(bundled_file, tmp_path_factory.mktemp("karnataka"))) as record:
        load(record, shared / "data/eci-assembly-karnataka-2023/constituencyWise.json", known_at=COUNTED)
        pages = record.frame(model.Tally, election=ELECTION)
        report = read_statements(record, shared / "data/eci-statistical-report-karnataka-2023", known_at="2023-10-13")
        record.load(report)
        yield Karnataka(record, pages, report.set_aside)


def test_karnataka_2023_is_as_on_the_results_pages_but_for_27_corrected_tallies(karnataka_2023: Karnataka) -> None:
    """Every other EVM, postal and total figure of 2,839 is the same in both, and every candidate is found."""
    later = karnataka_2023.record.frame(model.Tally, election=ELECTION)
    both = karnataka_2023.pages.join(later, on=["constituency", "serial"], suffix="_later")
    assert both.height == 2839
    differs = both.filter(pl.any_horizontal(pl.col(kind) != pl.col(f"{kind}_later") for kind in ("evm", "postal")))
    seats = differs["constituency"].str.split(".").list.last().cast(pl.Int64).value_counts()
    assert dict(seats.iter_rows()) == KARNATAKA_CORRECTED


def test_every_candidate_of_karnataka_2023_has_a_gender_and_an_age(karnataka_2023: Karnataka) -> None:
    candidacies = karnataka_2023.record.frame(model.Candidacy, election=ELECTION)
    assert candidacies["gender"].value_counts().sort("count")["count"].to_list() == [1, 185, 2429]
    assert candidacies["age"].null_count() == 0
    assert set(candidacies["serial_kind"]) == {"ballot"}


def test_the_workbooks_of_karnataka_2023_disagree_on_one_candidates_party_only(karnataka_2023: Karnataka) -> None:
    """It is told once of the candidate, and for each of the two parties of their seats and of their votes."""
    assert [fault.value for fault in karnataka_2023.told][:1] == ["RPIB"]
    assert len(karnataka_2023.told) == 5


def test_lost_deposits_of_karnataka_2023_are_those_that_the_commission_counts(karnataka_2023: Karnataka) -> None:
    """2,111 of 2,615, equal in each of the 224 seats, NOTA being no valid vote for a candidate."""
    votes = candidate_votes(karnataka_2023.record, ELECTION)
    figures = karnataka_2023.record.frame(model.Figure, election=ELECTION, scope="constituency")
    printed = figures.pivot("measure", index="scope_id", values="value")
    ours = votes.group_by("constituency").agg(pl.col("lost_deposit").sum(), pl.col("counted").sum())
    both = ours.join(printed, left_on="constituency", right_on="scope_id")
    assert both.height == 224
    assert both.filter(pl.col("lost_deposit") != pl.col("deposits_lost")).is_empty()
    assert both.filter(pl.col("counted") != pl.col("valid_votes")).is_empty()
    assert both["lost_deposit"].sum() == 2111


def test_assembly_results_of_2019_load_from_json(shared: Path, bundled: Record) -> None:
    file = next((shared / "data/eci-assembly").glob("2019*.json.gz"))
    statements = read_statements(bundled, file, known_at="2019-05-23")
    assert [fault.value for fault in statements.set_aside] == [None, "KOSURI JANARDHANA RAO"]
    contests = statements.frames[model.Contest]["election"].value_counts(sort=True)
    assert contests.rows() == [("in-ap-2019", 175), ("in-od-2019", 146), ("in-ar-2019", 60)]
