"""An alliance's page: who belonged to it at which election, and what its members won."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.desk.pages import column
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

PAGE = "/alliances/in-india"


@pytest.fixture(scope="module")
def india(desk: TestClient) -> str:
    return desk.get(PAGE).text


def test_each_party_has_its_standing_and_seats_at_each_election(india: str) -> None:
    assert rows_of(india, "members")[0] == [
        "NC Jammu & Kashmir National Conference",
        "member42 of 56",
        "member2 of 3",
    ]


def test_what_members_won_is_added_up(india: str) -> None:
    assert rows_of(india, "results")[0][:2] == ["2024", "49"]


def test_talks_are_told_as_they_were_known(desk: TestClient) -> None:
    page = desk.get(PAGE, params={"as_of": "2024-08-21"}).text
    assert "in talks, for the Jammu and Kashmir Legislative Assembly election, 2024" in text_of(page)
    assert "in talks" in column(rows_of(page, "members"), 1)[0]


def test_latest_statement_comes_first(india: str) -> None:
    said = text_of(india)
    assert said.index("26 August 2024 J&K National Panthers") < said.index("21 August 2024 Jammu & Kashmir National")


def test_short_name_leads_to_the_page(desk: TestClient) -> None:
    """INDIA is also a country; on this page it is the alliance."""
    page = desk.get("/alliances/INDIA", follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (308, PAGE)


def test_party_is_no_alliance(desk: TestClient) -> None:
    assert desk.get("/alliances/in-nc").status_code == 404
