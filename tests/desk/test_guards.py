"""What guards the desk: its headers, the Host header, hostile names, errors in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

import janadesh
from janadesh.record.book import Record
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.desk.conftest import client_of
from tests.desk.pages import links_of
from tests.desk.pages import text_of

PAGES = ["/", "/elections/in-jk-2024", "/elections/in-jk-2024/constituencies/27", "/check", "/nowhere"]
HOSTILE = "<script>alert('x')</script>"


@pytest.mark.parametrize("path", PAGES)
def test_policy_allows_nothing_inline_and_nothing_from_elsewhere(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert " style=" not in answer.text
    assert "<style" not in answer.text
    assert "onclick" not in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_page_loads_nothing_from_elsewhere(desk: TestClient, path: str) -> None:
    page = desk.get(path).text
    loaded = [part.split('"')[0] for part in page.split('src="')[1:]]
    loaded += [line.split('href="')[1].split('"')[0] for line in page.splitlines() if "<link" in line]
    assert all(address.startswith("/") and not address.startswith("//") for address in loaded)


@pytest.mark.parametrize("path", ["/", "/elections/in-jk-2024", "/elections/in-jk-2024/constituencies/27", "/check"])
def test_every_link_of_a_page_leads_somewhere(desk: TestClient, path: str) -> None:
    for link in set(links_of(desk.get(path).text)):
        if link.startswith("/") and "order=" not in link and "sort=" not in link and "party=" not in link:
            assert desk.get(link).status_code == 200, link


def test_static_files_may_be_kept_while_their_address_stays(desk: TestClient) -> None:
    page = desk.get("/").text
    sheets = [link for link in links_of(page) if ".css" in link]
    assert len(sheets) == 2
    for sheet in sheets:
        assert "immutable" in desk.get(sheet).headers["cache-control"]
    assert desk.get("/").headers["cache-control"] == "private, no-cache"


def test_answer_to_another_host_is_refused(desk: TestClient) -> None:
    """A page elsewhere whose name was bound to this machine's address must not read the desk."""
    assert desk.get("/", headers={"host": "evil.example"}).status_code == 400
    assert desk.get("/", headers={"host": "localhost:8731"}).status_code == 200


def test_other_host_is_told_which_names_the_desk_has_and_how_it_gets_one(desk: TestClient) -> None:
    answer = desk.get("/elections/in-jk-2024?lang=hi", headers={"host": '<b>evil.example"'})
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "evil" not in answer.text
    assert "<li>127.0.0.1</li>" in answer.text
    assert "janadesh desk --name" in answer.text
    assert '<html lang="hi">' in answer.text


def test_program_at_another_host_is_told_in_its_own_form(desk: TestClient) -> None:
    answer = desk.get("/api/v1/elections", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"].endswith("#wrong-host")
    assert "127.0.0.1" in answer.json()["detail"]
    assert "--name" in answer.json()["detail"]


def test_hostile_names_are_shown_as_text(folder: Path) -> None:
    stood = (Stood(HOSTILE, "BJP", 10), Stood('" onmouseover="alert(1)', "INC", 5))
    with record_of_seat(folder, "<b>Seat</b>", stood, nota=1) as record:
        client = client_of(record)
        pages = [
            client.get(path).text for path in ("/", "/elections/in-ls-2024", "/elections/in-ls-2024/constituencies/1")
        ]
    for page in pages:
        assert "<script>alert" not in page
        assert "<b>Seat" not in page
        assert '" onmouseover="' not in page


def test_right_to_left_marks_and_huge_names_do_no_harm(folder: Path) -> None:
    stood = (Stood("\u202eNAME\u202c " + "X" * 5000, "BJP", 10), Stood("B", "INC", 5))
    with record_of_seat(folder, "Seat", stood) as record:
        assert client_of(record).get("/elections/in-ls-2024/constituencies/1").status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("/nowhere", 404, "There is no such page"),
        ("/elections/in-xx-2024", 404, "Not on the record"),
        ("/elections/in-jk-2024/constituencies/91", 404, "Not on the record"),
        ("/elections/in-jk-2024?as_of=tomorrow", 422, "That is not a moment"),
        ("/elections/in-jk-2024?as_of=0001-01-01T00:00", 422, "That is not a moment"),
        ("/elections/in-jk-2024?as_of=1990-01-01", 404, "Not on the record"),
        ("/static/../app.py", 404, "There is no such page"),
    ],
)
def test_what_cannot_be_shown_is_told_in_plain_words(desk: TestClient, path: str, status: int, heading: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == status
    assert text_of(answer.text, "h1") == heading
    assert "Traceback" not in answer.text


def test_mistyped_constituency_is_answered_with_the_nearest(desk: TestClient) -> None:
    answer = desk.get("/elections/in-jk-2024/constituencies/Budgm")
    assert "Did you mean 'Budgam'" in text_of(answer.text)


def test_election_asked_before_it_was_known_offers_what_is_known_now(desk: TestClient) -> None:
    answer = desk.get("/elections/in-jk-2024?as_of=2020-01-01")
    assert "was not yet known on 1 January 2020" in text_of(answer.text)
    assert 'href="/elections/in-jk-2024"' in answer.text


def test_fault_of_the_program_is_told_without_its_details(jk: Record) -> None:
    def broken(_: object) -> tuple[()]:
        raise ZeroDivisionError("secret")

    answer = client_of(jk, check=broken).post("/check", data={"text": "x", "written_on": "2024-10-09"})
    assert answer.status_code == 500
    assert text_of(answer.text, "h1") == "Something went wrong inside Janadesh"
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers


def test_empty_record_has_a_first_page_that_says_so(folder: Path) -> None:
    with janadesh.open(folder / "record.sqlite") as record:
        page = client_of(record).get("/").text
    assert "The record held no election yet" in text_of(page)


def test_first_page_lists_every_election(desk: TestClient) -> None:
    page = desk.get("/").text
    for election in ("in-jk-2024", "in-jk-2014", "in-jk-2008", "in-ls-2024", "in-ls-2004"):
        assert f'href="/elections/{election}"' in page
    assert text_of(page, "h1") == "The NC-led INDIA alliance wins 49 of 90 seats"


def test_what_is_loaded_while_the_desk_is_open_shows_at_once(folder: Path) -> None:
    with janadesh.open(folder / "record.sqlite") as record:
        client = client_of(record)
        assert client.get("/elections/in-jk-2024").status_code == 404
        janadesh.load(record, "jk-2024")
        assert client.get("/elections/in-jk-2024").status_code == 200
