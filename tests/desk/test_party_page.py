"""A party's page: where it stood and won, over time, with whom, and who leads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.builders import Stood
from tests.builders import record_of_seat
from tests.desk.conftest import client_of
from tests.desk.pages import column
from tests.desk.pages import links_of
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

PAGE = "/parties/in-nc"


@pytest.fixture(scope="module")
def conference(desk: TestClient) -> str:
    return desk.get(PAGE).text


def test_latest_election_is_told_first(conference: str) -> None:
    assert "Won 42 of the 56 seats it stood in, with 23.78% of the votes" in text_of(conference)


def test_every_election_it_stood_in_is_listed_by_house(conference: str) -> None:
    assert column(rows_of(conference, "results"), 0) == ["2024", "2019", "2014", "2009", "2004"]


def test_its_seats_are_those_won_first(conference: str) -> None:
    rows = rows_of(conference, "stood")
    assert len(rows) == 56
    assert [row[-1] for row in rows[:42]] == ["won"] * 42


def test_seats_of_another_election_are_shown_when_asked_for(desk: TestClient) -> None:
    rows = rows_of(desk.get(PAGE, params={"election": "in-ls-2009"}).text, "stood")
    assert [row[-1] for row in rows] == ["won", "won", "won"]


def test_election_in_which_it_did_not_stand_is_not_on_the_record(desk: TestClient) -> None:
    page = desk.get("/parties/in-dpap", params={"election": "in-jk-2008"})
    assert page.status_code == 404
    assert "did not stand" in text_of(page.text)


def test_alliances_are_told_as_they_were_known(desk: TestClient) -> None:
    at = {"as_of": "2024-08-21"}
    assert "In talks with the Indian National Developmental Inclusive Alliance" in text_of(
        desk.get(PAGE, params=at).text
    )
    assert "26 August 2024" not in text_of(desk.get(PAGE, params=at).text)


def test_moment_is_carried_through_links(desk: TestClient) -> None:
    page = desk.get(PAGE, params={"as_of": "2024-09-01"}).text
    assert "/elections/in-jk-2024?as_of=2024-09-01" in links_of(page)


def test_before_the_count_it_only_stands(desk: TestClient) -> None:
    assert "Stands in 18 seats" in text_of(desk.get(PAGE, params={"as_of": "2024-09-01"}).text)


def test_abbreviation_leads_to_the_page(desk: TestClient) -> None:
    page = desk.get("/parties/BJP", follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (308, "/parties/in-bjp")


def test_unknown_party_is_named_with_its_nearest(desk: TestClient) -> None:
    page = desk.get("/parties/Natonal Conference")
    assert page.status_code == 404
    assert "Did you mean" in text_of(page.text)


def test_split_parties_lead_to_each_other(desk: TestClient) -> None:
    assert "Split off: Jammu & Kashmir Apni Party" in text_of(desk.get("/parties/in-pdp").text).replace("and", "&")


def test_names_on_the_election_page_lead_to_parties_and_people(desk: TestClient) -> None:
    links = links_of(desk.get("/elections/in-jk-2024").text)
    assert {"/parties/in-nc", "/people/omar-abdullah", "/alliances/in-india"} <= set(links)


def test_hostile_names_are_only_text(folder: Path) -> None:
    record = record_of_seat(folder, "Pune", [Stood("<script>x</script>", "<b>A</b>", 10), Stood("B", "C", 5)])
    with client_of(record) as client:
        parties = [link for link in links_of(client.get("/elections/in-ls-2024").text) if link.startswith("/parties/")]
        pages = [client.get(link).text for link in parties]
    assert pages
    assert not any("<script>x" in page or "<b>A" in page for page in pages)
