"""A person's page: where they stood, what they won, and which offices they held."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.desk.pages import column
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

PAGE = "/people/omar-abdullah"


@pytest.fixture(scope="module")
def omar(desk: TestClient) -> str:
    return desk.get(PAGE).text


def test_contests_won_are_counted(omar: str) -> None:
    assert "On the ballot paper 7 times on the record, between 2004 and 2024; won 5 of 7" in text_of(omar)


def test_candidacies_are_the_latest_first(omar: str) -> None:
    years = [cell[:4] for cell in column(rows_of(omar, "stood"), 0)]
    assert years == ["2024", "2024", "2024", "2014", "2014", "2008", "2004"]


def test_seat_given_up_for_another_is_told(omar: str) -> None:
    assert "Budgam gave the seat up for another, 21 October 2024" in text_of(omar)


def test_offices_have_their_days(omar: str) -> None:
    assert "since 16 October 2024 Chief minister, Jammu and Kashmir" in text_of(omar)


def test_offices_are_those_known_at_the_moment(desk: TestClient) -> None:
    assert "Chief minister" not in text_of(desk.get(PAGE, params={"as_of": "2008-12-30"}).text)


def test_before_the_declaration_nothing_is_won(desk: TestClient) -> None:
    rows = rows_of(desk.get(PAGE, params={"as_of": "2024-10-01"}).text, "stood")
    assert [row[-1] for row in rows[:2]] == ["no votes yet", "no votes yet"]


def test_name_leads_to_the_page(desk: TestClient) -> None:
    page = desk.get("/people/Omar Abdullah", follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (308, PAGE)


def test_party_is_no_person(desk: TestClient) -> None:
    page = desk.get("/people/in-nc")
    assert page.status_code == 404
    assert "is no person in the record" in text_of(page.text)


def test_person_who_became_known_later_is_asked_for_a_later_day(desk: TestClient) -> None:
    page = desk.get(PAGE, params={"as_of": "1970-01-01"})
    assert page.status_code == 404
    assert "Ask for a later day" in text_of(page.text)
