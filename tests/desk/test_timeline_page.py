"""An election's timeline: everything dated about it, each thing with its source."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.desk.pages import links_of
from tests.desk.pages import text_of

PAGE = "/elections/in-jk-2024/timeline"


@pytest.fixture(scope="module")
def days(desk: TestClient) -> str:
    return text_of(desk.get(PAGE).text)


def test_it_goes_from_talks_to_the_swearing_in(days: str) -> None:
    order = ("in talks on the", "Seats shared in the", "Poll, phase 1", "90 results declared", "Swearing-in")
    places = [days.index(words) for words in order]
    assert places == sorted(places)


def test_move_of_the_count_stands_on_the_day_it_was_announced(days: str) -> None:
    assert "31 August Count moved from 4 October 2024 to 8 October 2024" in days


def test_before_the_move_the_count_is_set_for_the_first_day(desk: TestClient) -> None:
    page = text_of(desk.get(PAGE, params={"as_of": "2024-08-28"}).text)
    assert "4 October Votes are counted set for that day" in page
    assert "8 October" not in page


def test_candidates_come_by_phase(days: str) -> None:
    assert "219 candidates in 24 seats of phase 1" in days


def test_last_turnout_of_a_day_is_told_with_those_before(days: str) -> None:
    assert "Turnout of phase 1: 61.11% interim Before: 11.11% at 9 am" in days


def test_declarations_are_grouped_with_who_won(days: str) -> None:
    assert "90 results declared NC 42, BJP 29" in days


def test_vacancies_and_offices_after_the_count_are_told(days: str) -> None:
    assert "Budgam falls vacant: its member chose another seat" in days
    assert "Omar Abdullah becomes chief minister, Jammu and Kashmir" in days


def test_each_thing_names_its_source(desk: TestClient) -> None:
    page = desk.get(PAGE).text
    assert page.count('class="said-by"') >= page.count('class="what"')


def test_election_leads_to_its_timeline(desk: TestClient) -> None:
    assert PAGE in links_of(desk.get("/elections/in-jk-2024").text)
