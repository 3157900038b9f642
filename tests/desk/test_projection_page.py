"""The page of where a count is going: intervals and chances, never one number, and its limits named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from starlette.testclient import TestClient

from janadesh.count.replaying import take_in
from janadesh.count.state import nothing_counted
from janadesh.desk.app import create_app
from janadesh.record.book import Record
from tests.builders import ELECTION
from tests.count import counted
from tests.desk.browsing import chromium
from tests.desk.conftest import client_of
from tests.desk.live_desk import count
from tests.desk.live_desk import serving
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

PAGE = f"/elections/{ELECTION}/projection"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with counted.small_record(tmp_path) as made:
        count(made, 10, "Araku", "Jalaun")
        yield made


@pytest.fixture
def client(record: Record) -> TestClient:
    return client_of(record)


def test_seats_are_given_from_and_to(client: TestClient) -> None:
    rows = rows_of(client.get(PAGE).text, "projected")
    assert rows[0][0] == "Alpha"
    low, high = (int(cell) for cell in rows[0][1:3])
    assert 0 <= low <= high <= 2


def test_open_contests_are_listed(record: Record, client: TestClient) -> None:
    observed = counted.observed(counted.shown(12, "Surat", {1: 501, 2: 500, 0: 1}))
    take_in(record, nothing_counted(), observed, counted.contests(record), "a close one")
    rows = rows_of(client.get(PAGE).text, "open")
    assert "Surat" in [row[0] for row in rows]


def test_what_was_not_shown_and_what_it_cannot_tell_is_said(client: TestClient) -> None:
    text = text_of(client.get(PAGE).text)
    assert "1 contest of which nothing was shown is left out" in text
    assert "the afternoon of 4 June 2024 alone" in text


def test_before_the_count_nothing_is_projected(client: TestClient) -> None:
    assert "nothing can be projected" in text_of(client.get(f"{PAGE}?as_of=2024-06-01").text)


def test_page_of_a_running_count_leads_to_it(client: TestClient) -> None:
    assert f'href="{PAGE}"' in client.get(f"/elections/{ELECTION}").text


def test_axe_finds_nothing_and_it_never_scrolls_sideways(record: Record) -> None:
    with serving(create_app(record)) as address, chromium() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.goto(address + PAGE)
        assert Axe().run(page).generate_report() == "Found 0 accessibility violations:\n"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.close()
