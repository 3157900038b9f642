"""Who said what, the ledger of loads, and how each figure is made."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from starlette.testclient import TestClient

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.said import statements_by_source
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.desk.conftest import client_of
from tests.desk.pages import links_of
from tests.desk.pages import rows_of
from tests.desk.pages import text_of


def test_statements_are_counted_as_history_has_them(jk: Record) -> None:
    counted = statements_by_source(jk, election="in-jk-2024")
    nouns = [noun for noun in model.NOUNS if "election" in model.columns(noun) and noun is not model.Source]
    assert counted["statements"].sum() == sum(jk.history(noun, election="in-jk-2024").height for noun in nouns)


def test_election_has_its_sources_by_kind(desk: TestClient) -> None:
    page = text_of(desk.get("/elections/in-jk-2024/sources").text)
    assert "Results of the general election to the assembly of Jammu and Kashmir" in page
    assert page.index("Official the authority") < page.index("Press newspapers") < page.index("Derived reasoned")


def test_sources_are_those_that_had_spoken_by_the_moment(desk: TestClient) -> None:
    page = text_of(desk.get("/elections/in-jk-2024/sources", params={"as_of": "2024-08-20"}).text)
    assert "The Statesman" not in page
    assert "Schedule of the general election" in page


def test_whole_record_has_its_sources(desk: TestClient) -> None:
    assert "9,845 statements by 56 sources" in text_of(desk.get("/sources").text)


def test_ledger_lists_its_entries(desk: TestClient, jk: Record) -> None:
    (entry,) = jk.entries()
    (row,) = rows_of(desk.get("/ledger").text, "entries")
    assert row[2:5] == ["jk-2024", f"{entry.statements:,}", entry.content_hash]


def test_unchanged_record_is_verified(desk: TestClient) -> None:
    assert "Nothing was changed" in text_of(desk.post("/ledger").text)


def test_changed_record_is_found_out(folder: Path) -> None:
    record = record_of_seat(folder, "Pune", [Stood("A", "B", 10), Stood("C", "D", 5)])
    with client_of(record) as client:
        assert "Nothing was changed" in client.post("/ledger").text
        with record.engine.begin() as connection:
            connection.execute(sa.text("UPDATE tallies SET total = 11 WHERE total = 10"))
        assert "Entry 1: its statements are not those that were loaded" in text_of(client.post("/ledger").text)


def test_figures_are_explained_with_the_law_in_force(desk: TestClient) -> None:
    page = text_of(desk.get("/about-the-numbers").text)
    assert "Representation of the People Act 1951, section 158(4)" in page


def test_every_dotted_heading_leads_to_its_explanation(desk: TestClient) -> None:
    explained = desk.get("/about-the-numbers").text
    pages = [desk.get(path).text for path in ("/parties/in-nc", "/people/omar-abdullah", "/elections/in-jk-2024")]
    anchors = {
        link.split("#")[1] for page in pages for link in links_of(page) if link.startswith("/about-the-numbers#")
    }
    assert {"share", "margin", "deposit"} <= anchors
    assert all(f'id="{anchor}"' in explained for anchor in anchors)
