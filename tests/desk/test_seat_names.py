"""What an election's seats are known by beside the names of the results: their states, and names in other scripts."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from janadesh import model
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat
from tests.desk.conftest import client_of
from tests.desk.pages import column
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

STOOD = (Stood("ASHA", "A", total=100), Stood("BINA", "B", total=80))
MIDDAY = dt.datetime(2024, 6, 4, 6, 30, tzinfo=dt.UTC)
PAGE = f"/elections/{ELECTION}"
SEATS = (("Aurangabad", 1, "in-br"), ("Bankipur", 2, "in-br"), ("Panaji", 1, "in-ga"))


@pytest.fixture
def counting(folder: Path) -> TestClient:
    """Give the desk of a count in mid-course, of two seats of Bihar and one of Goa."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    states = [
        model.Territory(id=state, name=name, status="state", within="in", **said)
        for state, name in (("in-br", "Bihar"), ("in-ga", "Goa"))
    ]
    names = [
        model.Name(noun="territory", of="in-br", name="बिहार", language="hi", **said),
        model.Name(noun="constituency", of="in-ls-bankipur", name="पाटलिपुत्र", language="hi", **said),
    ]
    seats = [
        dataclasses.replace(noun, territory=state) if isinstance(noun, model.Constituency) else noun
        for name, number, state in SEATS
        for noun in seat(name, STOOD, number=number, status=None, known_at=MIDDAY)
    ]
    return client_of(record_of(folder, *lok_sabha(), *states, *parties(STOOD), *names, *seats))


def test_constituency_in_mid_count_is_told_by_its_state_not_by_a_number_alone(counting: TestClient) -> None:
    place = f"{PAGE}/constituencies/in-ls-panaji"
    assert "1 · Goa Panaji Asha (A) leads by 20 votes" in text_of(counting.get(place).text)
    assert "2 · बिहार" in text_of(counting.get(f"{PAGE}/constituencies/2?lang=hi").text)


def test_constituencies_before_and_after_are_those_of_the_state(counting: TestClient) -> None:
    """Numbers begin anew in each state, so that the seat after the first of Bihar is no first seat of Goa."""
    page = text_of(counting.get(f"{PAGE}/constituencies/in-ls-aurangabad").text)
    assert page.endswith("2 Bankipur →")
    assert "Panaji" not in page


def test_table_names_states_and_filters_by_them(counting: TestClient) -> None:
    rows = rows_of(counting.get(f"{PAGE}?region=Bihar").text, "contests")
    assert column(rows, 1) == ["Aurangabad Bihar", "Bankipur Bihar"]


def test_seat_is_found_by_a_name_that_is_neither_spelled_nor_said_like_its_own(counting: TestClient) -> None:
    assert column(rows_of(counting.get(f"{PAGE}?q=पाटलिपुत्र").text, "contests"), 1) == ["Bankipur Bihar"]
    assert column(rows_of(counting.get(f"{PAGE}?q=goa").text, "contests"), 1) == ["Panaji Goa"]
