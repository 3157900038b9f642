"""The pages while votes are counted: a lead is not a win, and what is not known is not shown as none."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat
from tests.desk.conftest import client_of
from tests.desk.pages import column
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

COUNTING = (Stood("ASHA", "A", evm=900), Stood("BINA", "B", evm=1000))
DECLARED = (Stood("CHAND", "A", 500, evm=490, postal=10), Stood("DEV", "B", 400, evm=395, postal=5))
WAITING = (Stood("ESHA", "A"), Stood("FARID", "B"))


@pytest.fixture
def counting(folder: Path) -> TestClient:
    """Give the desk of an election in which one seat is declared, one is counting and one has no votes yet."""
    record = record_of(
        folder,
        *lok_sabha(),
        *parties(COUNTING, DECLARED, WAITING),
        *seat("Counting", COUNTING, number=1, status=None),
        *seat("Declared", DECLARED, number=2, nota=7),
        *seat("Waiting", WAITING, number=3, status=None),
    )
    return client_of(record)


def test_seats_won_and_led_are_told_apart(counting: TestClient) -> None:
    page = counting.get("/elections/in-ls-2024").text
    assert text_of(page, "h1") == "3 seats: A 1, B 1"
    assert "Seats won or leading." in text_of(page)
    won_and_led = {row[0].split()[0]: row[1:3] for row in rows_of(page, "parties")}
    assert won_and_led == {"A": ["1", "0"], "B": ["0", "1"]}


def test_few_seats_of_a_large_house_make_no_majority(counting: TestClient) -> None:
    """The record may hold some of the Lok Sabha's 543 seats: what is won of them is no majority."""
    assert "majority" not in text_of(counting.get("/elections/in-ls-2024").text)


def test_table_says_who_leads_and_who_has_no_votes_yet(counting: TestClient) -> None:
    rows = rows_of(counting.get("/elections/in-ls-2024").text, "contests")
    assert column(rows, 2) == ["Bina leads", "Chand", "no votes yet"]
    assert column(rows, 4) == ["100", "100", "–"]


def test_leader_leads_and_has_not_won(counting: TestClient) -> None:
    page = counting.get("/elections/in-ls-2024/constituencies/1").text
    assert "Bina (B) leads by 100 votes" in text_of(page)
    assert "elected" not in text_of(page)


def test_postal_votes_that_are_not_in_are_a_dash_and_not_none(counting: TestClient) -> None:
    leader = rows_of(counting.get("/elections/in-ls-2024/constituencies/1").text, "candidates")[0]
    assert leader[1:4] == ["1,000", "–", "1,000"]


def test_no_deposit_is_lost_before_the_count_is_final(counting: TestClient) -> None:
    rows = rows_of(counting.get("/elections/in-ls-2024/constituencies/1").text, "candidates")
    assert {cell for row in rows for cell in row}.isdisjoint({"lost", "kept"})
