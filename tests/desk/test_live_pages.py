"""The pages of a running count: they listen, give their changing parts alone, and repaint in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from starlette.testclient import TestClient

from janadesh.count.replaying import begin
from janadesh.count.replaying import replay
from janadesh.desk.app import create_app
from janadesh.record.book import Record
from janadesh.record.changes import last_number
from tests.builders import ELECTION
from tests.count import counted
from tests.desk.browsing import chromium
from tests.desk.conftest import client_of
from tests.desk.live_desk import count
from tests.desk.live_desk import serving
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

PAGE = f"/elections/{ELECTION}"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with counted.small_record(tmp_path) as made:
        count(made, 1, "Araku", "Jalaun")
        yield made


@pytest.fixture
def client(record: Record) -> TestClient:
    return client_of(record)


def test_page_of_a_running_count_listens_from_the_entry_that_it_shows(record: Record, client: TestClient) -> None:
    assert f'data-live="/live/{ELECTION}/events?since={last_number(record)}"' in client.get(PAGE).text


@pytest.mark.parametrize("page", [PAGE, f"{PAGE}/constituencies/1"])
def test_page_of_a_past_moment_does_not_listen(client: TestClient, page: str) -> None:
    text = client.get(f"{page}?as_of=2024-06-05").text
    assert "data-live=" not in text
    assert "live.js" not in text


def test_page_of_a_finished_election_does_not_listen(desk: TestClient) -> None:
    assert "data-live=" not in desk.get("/elections/in-jk-2024").text


def test_fragment_has_the_parts_asked_for_and_no_others(client: TestClient) -> None:
    part = client.get(f"{PAGE}?fragment=headline").text
    assert text_of(part, "h1") == text_of(client.get(PAGE).text, "h1")
    assert "live-seats" not in part
    assert "masthead" not in part


def test_fragment_has_only_the_rows_of_the_constituencies_named(client: TestClient) -> None:
    part = client.get(f"{PAGE}?fragment=contests&of={counted.place('Jalaun')}").text
    assert [row[1] for row in rows_of(part, "contests")] == ["Jalaun"]


def test_unknown_fragment_is_empty(client: TestClient) -> None:
    answer = client.get(f"{PAGE}?fragment=nonsense+title")
    assert answer.status_code == 200
    assert "data-piece" not in answer.text


def test_script_may_only_ask_the_desk_itself(client: TestClient) -> None:
    assert "connect-src 'self'" in client.get(PAGE).headers["content-security-policy"]


def test_open_page_changes_with_a_replay_and_is_not_loaded_again(record: Record) -> None:
    """In a real Chromium: figures, headline and what is read out change; what the reader did on the page stays."""
    rows = [
        *counted.shown(5, "Araku", {1: 1_500, 2: 2_718, 0: 9}),
        *counted.shown(6, "Jalaun", {1: 1_400, 2: 2_900, 0: 8}),
    ]
    feed = counted.feed(counted.observed(rows))
    with serving(create_app(record)) as address, chromium() as browser:
        page = browser.new_page(reduced_motion="reduce")
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.goto(address + PAGE)
        expect(page.locator(f"#live-{counted.place('Araku')}")).to_contain_text("Anita")
        page.evaluate("window.stayed = true")
        page.get_by_label("Find").fill("ara")
        for _ in replay(record, feed, begin(record, feed)):
            pass
        row = page.locator(f"#live-{counted.place('Araku')}")
        expect(row).to_contain_text("Babu")
        expect(row).to_contain_text("1,218")
        expect(page.locator("h1")).to_contain_text("Beta 2")
        expect(page.get_by_role("status").filter(has_text="Beta 2")).to_have_count(1)
        expect(page.locator(f"#live-{counted.place('Jalaun')}")).to_be_hidden()
        assert page.evaluate("window.stayed") is True
        assert row.evaluate("row => getComputedStyle(row).animationName") == "none"
        assert Axe().run(page).generate_report() == "Found 0 accessibility violations:\n"
        assert complaints == []
        page.close()


def test_page_of_a_constituency_changes_only_with_its_own_votes(record: Record) -> None:
    with serving(create_app(record)) as address, chromium() as browser:
        page = browser.new_page()
        asked: list[str] = []
        page.goto(f"{address}{PAGE}/constituencies/1")
        page.on("request", lambda request: asked.append(request.url))
        count(record, 7, "Jalaun")
        count(record, 8, "Araku")
        expect(page.locator("#live-votes")).to_contain_text("888")
        assert len([url for url in asked if "fragment=" in url]) == 1
        page.close()
