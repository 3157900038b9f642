"""The lists of parties, alliances and people."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from janadesh import model
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import lok_sabha
from tests.builders import record_of
from tests.desk.conftest import client_of
from tests.desk.pages import column
from tests.desk.pages import rows_of
from tests.desk.pages import text_of


def test_national_parties_come_first(desk: TestClient) -> None:
    kinds = column(rows_of(desk.get("/parties").text, "listed"), 2)
    assert kinds[0] == "national"
    assert kinds == sorted(kinds, key=["national", "state", "registered", "without a party"].index)


def test_parties_are_found_by_abbreviation_and_name(desk: TestClient) -> None:
    assert column(rows_of(desk.get("/parties?q=bjp").text, "listed"), 0)[0] == "BJP"
    assert "INC" in column(rows_of(desk.get("/parties?q=national congress").text, "listed"), 0)


def test_those_who_stood_most_often_come_first(desk: TestClient) -> None:
    stood = [int(number) for number in column(rows_of(desk.get("/people").text, "listed"), 2)]
    assert stood == sorted(stood, reverse=True)
    assert stood[0] > 1


def test_people_are_found_though_misspelled(desk: TestClient) -> None:
    assert column(rows_of(desk.get("/people?q=Omer Abdulah").text, "listed"), 0)[0].startswith("Omar Abdullah")


def test_people_are_found_in_devanagari_where_it_is_known(desk: TestClient) -> None:
    answer = desk.get("/people", params={"q": "उमर अब्दुल्ला"})
    assert "Omar Abdullah" in text_of(answer.text)


def test_what_nobody_is_called_is_said(desk: TestClient) -> None:
    assert "Nothing on the record is called “zzzzzz”" in text_of(desk.get("/people?q=zzzzzz").text)


def test_alliances_say_how_many_belong_to_them(desk: TestClient) -> None:
    rows = rows_of(desk.get("/alliances").text, "listed")
    assert rows
    assert all(len(row) == 4 for row in rows)


def test_long_list_is_turned_page_by_page(tmp_path: Path) -> None:
    people = [
        model.Person(id=f"p{one}", name=f"Person {one:03}", known_at=BEFORE_ALL, source=ECI.id) for one in range(120)
    ]
    with record_of(tmp_path, *lok_sabha(), *people) as record, client_of(record) as client:
        first, last = client.get("/people").text, client.get("/people?page=3").text
        assert "1 to 50 of 120" in text_of(first)
        assert column(rows_of(last, "listed"), 0) == [f"Person {one:03}" for one in range(100, 120)]
        assert "After these" not in text_of(last)
        assert "There is nothing on this page of the list." in text_of(client.get("/people?page=9").text)


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 40, "１"])
def test_page_that_is_none_is_the_first(desk: TestClient, page: str) -> None:
    assert rows_of(desk.get("/parties", params={"page": page}).text, "listed")


def test_hostile_search_is_escaped(desk: TestClient) -> None:
    page = desk.get("/parties", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page


def test_list_is_as_of_its_moment(desk: TestClient) -> None:
    page = desk.get("/alliances?as_of=1990-01-01").text
    assert "There is nothing on this page of the list." in text_of(page)
