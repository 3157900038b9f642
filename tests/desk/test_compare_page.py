"""Two elections beside each other, and one election at two moments."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.desk.pages import column
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

PAGE = "/elections/in-jk-2024/compare"


def test_election_stands_beside_the_one_before(desk: TestClient) -> None:
    page = desk.get(PAGE).text
    assert "2024 beside 2014" in text_of(page)
    assert rows_of(page, "compared")[0][:4] == ["NC", "42", "15", "+27"]


def test_seats_that_changed_hands_are_listed_with_what_cannot_be_compared(desk: TestClient) -> None:
    page = desk.get(PAGE).text
    assert "39 gained by another party, 35 held; 16 cannot be compared" in text_of(page)
    assert rows_of(page, "hands")[0] == ["1 Karnah", "PDP", "NC"]


def test_changed_boundaries_are_warned_of(desk: TestClient) -> None:
    assert "The boundaries have changed" in text_of(desk.get(PAGE).text)
    assert "The boundaries have changed" not in text_of(desk.get("/elections/in-jk-2014/compare").text)


def test_another_election_can_be_chosen(desk: TestClient) -> None:
    page = desk.get(PAGE, params={"with": "in-jk-2008"}).text
    assert rows_of(page, "compared")[0][:4] == ["NC", "42", "28", "+14"]


def test_election_to_another_house_is_refused(desk: TestClient) -> None:
    page = desk.get(PAGE, params={"with": "in-ls-2019"})
    assert page.status_code == 404
    assert "fills another house" in text_of(page.text)


def test_two_moments_show_what_became_known_in_between(desk: TestClient) -> None:
    page = text_of(desk.get(PAGE, params={"then": "2024-08-21", "as_of": "2024-09-01"}).text)
    assert "Count: 8 October 2024 instead of 4 October 2024" in page
    assert (
        "Jammu & Kashmir National Conference: member, Indian National Developmental Inclusive Alliance before: in"
        in (page)
    )


def test_two_moments_show_the_seats_declared_in_between(desk: TestClient) -> None:
    page = desk.get(PAGE, params={"then": "2024-10-01"}).text
    assert len(rows_of(page, "hands")) == 90
    assert rows_of(page, "compared")[0][:4] == ["NC", "42", "0", "+42"]


def test_first_election_on_the_record_has_nothing_before(desk: TestClient) -> None:
    assert "no earlier election to this house" in text_of(desk.get("/elections/in-ls-2004/compare").text)


def test_unreadable_moment_is_told(desk: TestClient) -> None:
    assert desk.get(PAGE, params={"then": "yesterday"}).status_code == 422


def test_columns_are_the_same_for_every_party(desk: TestClient) -> None:
    rows = rows_of(desk.get(PAGE).text, "compared")
    assert len({len(row) for row in rows}) == 1
    assert len(set(column(rows, 0))) == len(rows)
