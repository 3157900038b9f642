"""Result pages as a page, a folder or an archive: what is read, and what is refused or set aside."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from janadesh import model
from janadesh.record.book import Record
from janadesh.sources.archive import UnsafeArchive
from janadesh.sources.eci_pages import matches
from janadesh.sources.eci_pages import read_eci_pages
from janadesh.sources.loading import load
from janadesh.sources.peek import Peek
from janadesh.sources.sniff import UnknownFormat
from tests.sources.eci_page_builder import BUDGAM
from tests.sources.eci_page_builder import live_json
from tests.sources.eci_page_builder import table_2024
from tests.sources.result_pages.budgam import FOLDER
from tests.sources.result_pages.budgam import LIST
from tests.sources.result_pages.budgam import SEAT
from tests.sources.result_pages.budgam import TABLE
from tests.sources.result_pages.budgam import budgam
from tests.sources.result_pages.budgam import only_fault
from tests.sources.result_pages.budgam import pages
from tests.sources.result_pages.budgam import the_list
from tests.sources.result_pages.budgam import told


def test_a_folder_of_pages_gives_candidacies_votes_rounds_and_the_winner(small: Record, tmp_path: Path) -> None:
    folder = tmp_path / "AcResultGenOct2024"
    folder.mkdir()
    (folder / TABLE).write_bytes(budgam())
    (folder / LIST).write_bytes(the_list(updated="08:10 pm On 08/10/2024"))
    (folder / "style.css").write_text("body {}")

    load(small, folder)

    assert small.frame(model.Candidacy).select("constituency", "serial", "serial_kind", "name", "party").rows() == [
        (SEAT, 1, "ballot", "OMAR ABDULLAH", "in-nc"),
        (SEAT, 2, "ballot", "AGA SYED MUNTAZIR MEHDI", "in-pdp"),
    ]
    tallies = small.frame(model.Tally).sort("serial")
    assert tallies.select("serial", "evm", "postal", "total", "status", "round", "rounds").rows() == [
        (0, 1728, 29, 1757, "final", 18, 18),
        (1, 35804, 206, 36010, "final", 18, 18),
        (2, 17445, 80, 17525, "final", 18, 18),
    ]
    assert tallies["known_at"].unique().to_list() == [dt.datetime(2024, 10, 8, 14, 40, tzinfo=dt.UTC)]
    assert small.frame(model.Declaration).select("constituency", "status", "winner").rows() == [(SEAT, "declared", 1)]


def test_loading_the_same_pages_twice_adds_nothing(small: Record, tmp_path: Path) -> None:
    folder = tmp_path / "AcResultGenOct2024"
    folder.mkdir()
    (folder / TABLE).write_bytes(budgam())

    assert load(small, folder) is not None
    assert load(small, folder) is None


def test_a_page_loaded_again_that_only_says_a_later_time_adds_nothing(small: Record) -> None:
    small.load(pages(small, {TABLE: budgam(updated="02:10 pm On 08/10/2024")}).statements)

    again = pages(small, {TABLE: budgam(updated="02:15 pm On 08/10/2024")}).statements

    assert small.load(again) is None


def test_an_archive_of_pages_is_read_as_a_folder_is(small: Record, tmp_path: Path) -> None:
    file = tmp_path / "saved.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"results.eci.gov.in/{FOLDER}{TABLE}", budgam())

    load(small, file)

    assert small.frame(model.Tally).height == 3


def test_a_single_page_is_told_by_its_name_or_by_its_content(small: Record, tmp_path: Path) -> None:
    named, renamed = tmp_path / TABLE, tmp_path / "budgam.html"
    for file in (named, renamed):
        file.write_bytes(budgam())
        assert read_eci_pages(file, small).frames[model.Tally].height == 3
    load(small, renamed)

    (tmp_path / "news.html").write_text("<html><body>Budgam votes</body></html>")
    with pytest.raises(UnknownFormat):
        load(small, tmp_path / "news.html")


@pytest.mark.parametrize(
    ("name", "head", "is_page"),
    [
        ("saved.html", "<!-- saved from url=(0025)https://results.eci.gov.in/ --><!DOCTYPE html><html>", True),
        ("live.json", '{"S03": {"chartData": [["BJP", "S03", 1, "A", "#fff"]]}}', True),
        ("report.json", '{"@type": "ElectionResults.ElectionReport", "Notes": "https://results.eci.gov.in/"}', False),
        ("report.xml", "<?xml version='1.0'?><ElectionReport>results.eci.gov.in</ElectionReport>", False),
        ("story.html", "<html><body>Budgam votes today</body></html>", False),
        (TABLE, "", True),
    ],
)
def test_pages_are_told_from_files_that_only_name_the_site(name: str, head: str, is_page: bool) -> None:
    assert matches(Peek(Path(name), head=head)) == is_page


def test_an_archive_that_climbs_out_is_refused(small: Record, tmp_path: Path) -> None:
    file = tmp_path / "evil.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(TABLE, budgam())
        archive.writestr("../" + TABLE, budgam())

    with pytest.raises(UnsafeArchive):
        load(small, file)
    assert small.frame(model.Tally).is_empty()


def test_a_page_without_a_time_needs_one_to_be_given(small: Record) -> None:
    fault = only_fault(small, {TABLE: budgam(updated=None)})

    assert "does not say when it was last updated" in fault
    assert "--known-at" in fault


@pytest.mark.parametrize(
    ("name", "page", "problem"),
    [
        ("ConstituencywiseS0827.htm", budgam(), "the record knows no state or union territory of this code"),
        (TABLE, table_2024(27, "RAJMAHAL", "Jammu & Kashmir", BUDGAM), "seat 27 is BUDGAM in the record"),
        (TABLE, budgam()[:-30], "it is cut off"),
        (TABLE, b"", "it is empty"),
        (TABLE, b"<html><body><h1>403 Forbidden</h1></body></html>", "it is an error page"),
    ],
)
def test_a_page_that_cannot_be_used_is_told_with_its_name(small: Record, name: str, page: bytes, problem: str) -> None:
    fault = only_fault(small, {name: page})

    assert fault.startswith(FOLDER + name)
    assert problem in fault


def test_one_bad_page_among_good_ones_is_set_aside(small: Record) -> None:
    read = pages(small, {TABLE: budgam(), "ConstituencywiseU0828.htm": b""}).statements

    assert read.frames[model.Tally].height == 3
    assert told(read) == [f"{FOLDER}ConstituencywiseU0828.htm: it is empty. Fetch the page again, or leave it out."]


def test_the_live_map_gives_leads_and_no_votes(small: Record) -> None:
    content = live_json({"U08": [("JKN", 27, "OMAR ABDULLAH")]})

    read = pages(small, {"election-json-U08-live.json": content}, "2024-10-08T11:00")

    assert read.statements.frames == {}
    assert read.leads.select("constituency", "candidate", "party").rows() == [(SEAT, "OMAR ABDULLAH", "JKN")]
