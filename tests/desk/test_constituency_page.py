"""The page of a constituency, by HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.builders import record_of_seat
from tests.desk.conftest import client_of
from tests.desk.pages import links_of
from tests.desk.pages import rows_of
from tests.desk.pages import text_of
from tests.famous_seats import INDORE
from tests.famous_seats import INDORE_NOTA
from tests.famous_seats import SURAT

BUDGAM = "/elections/in-jk-2024/constituencies/27"


@pytest.fixture(scope="module")
def budgam(desk: TestClient) -> str:
    answer = desk.get(BUDGAM)
    assert answer.status_code == 200
    page: str = answer.text
    return page


def test_headline_says_who_won_and_by_how_much(budgam: str) -> None:
    assert text_of(budgam, "h1") == "Budgam"
    assert "Omar Abdullah (NC) wins by 18,485 votes" in text_of(budgam)


def test_candidates_have_their_evm_and_postal_votes(budgam: str) -> None:
    winner, second = rows_of(budgam, "candidates")[:2]
    assert winner[1:7] == ["35,804", "206", "36,010", "56.01%", "54.52%", ""]
    assert second[1:7] == ["17,445", "80", "17,525", "27.26%", "26.53%", "18,485"]


def test_names_are_in_title_case_with_the_official_spelling_at_hand(budgam: str) -> None:
    assert 'title="OMAR ABDULLAH">Omar Abdullah</a>' in budgam


def test_nota_stands_apart_from_the_candidates(budgam: str) -> None:
    assert not any("NOTA" in row[0] for row in rows_of(budgam, "candidates"))
    valid, nota = rows_of(budgam, "candidates", "tfoot")
    assert valid[2] == "64,295"
    assert nota[0].startswith("None of the above (NOTA)")
    assert nota[1:6] == ["1,728", "29", "1,757", "", "2.66%"]


def test_deposit_is_kept_above_a_sixth_of_the_votes_for_candidates(budgam: str) -> None:
    """64,295 votes for candidates: a sixth is 10,715.8, so 10,716 votes keep the deposit."""
    assert "here 10,716 votes keep it" in text_of(budgam)
    assert [row[7] for row in rows_of(budgam, "candidates")] == ["kept", "kept", *["lost"] * 6]


def test_person_who_stands_twice_is_linked_to_the_other_seat(budgam: str) -> None:
    assert "also stands in Ganderbal" in rows_of(budgam, "candidates")[0][0]
    assert "/elections/in-jk-2024/constituencies/18" in links_of(budgam)


def test_earlier_results_say_that_the_boundaries_were_others(budgam: str) -> None:
    earlier = rows_of(budgam, "earlier")
    assert [row[0] for row in earlier] == ["2014", "2008"]
    assert "same name, other boundaries" in earlier[0][1]
    assert "The boundaries have changed" in text_of(budgam)


def test_neighbours_in_order_of_number_are_linked(budgam: str) -> None:
    links = links_of(budgam)
    assert "/elections/in-jk-2024/constituencies/26" in links
    assert "/elections/in-jk-2024/constituencies/28" in links


@pytest.mark.parametrize("name", ["Budgam", "budgam", "in-jk-assembly.2022.27"])
def test_constituency_is_found_by_name_or_id_and_sent_to_its_number(desk: TestClient, name: str) -> None:
    answer = desk.get(f"/elections/in-jk-2024/constituencies/{name}", follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["location"] == BUDGAM


def test_every_constituency_of_every_election_has_a_page(desk: TestClient) -> None:
    """Ladakh and Baramulla both have the number 1 in the Lok Sabha; each still has an address of its own."""
    page = desk.get("/elections/in-ls-2024").text
    addresses = sorted({link for link in links_of(page) if "/constituencies/" in link})
    assert len(addresses) == 6
    for address in addresses:
        assert desk.get(address, follow_redirects=False).status_code == 200


def test_before_the_count_the_candidates_stand_in_the_order_of_the_ballot_paper(desk: TestClient) -> None:
    page = desk.get(f"{BUDGAM}?as_of=2024-09-20").text
    rows = rows_of(page, "candidates")
    assert [row[0] for row in rows] == [str(serial) for serial in range(1, 9)]
    assert "No votes are known as of 20 September 2024." in text_of(page)
    assert "18,485" not in page


def test_before_the_candidates_are_known_the_page_says_that_there_are_none(desk: TestClient) -> None:
    page = desk.get(f"{BUDGAM}?as_of=2024-08-17").text
    assert "0 candidates" in text_of(page)


def test_uncontested_seat_has_no_votes(folder: Path) -> None:
    """Surat, 2024: one candidate, elected unopposed. No votes, no margin, no deposit lost."""
    with record_of_seat(folder, "Surat", SURAT, status="uncontested") as record:
        page = client_of(record).get("/elections/in-ls-2024/constituencies/1").text
    assert "is elected unopposed" in text_of(page)
    assert "votes keep it" not in page


def test_nota_with_the_second_most_votes_is_not_second(folder: Path) -> None:
    """Indore, 2024: NOTA had 2,18,674 votes, more than every candidate but the winner."""
    with record_of_seat(folder, "Indore", INDORE, nota=INDORE_NOTA) as record:
        page = client_of(record).get("/elections/in-ls-2024/constituencies/1").text
    assert "Shankar Lalwani (BJP) wins by 11,75,092 votes" in text_of(page)
    assert "Sanjay s/o Lakshman Solanki (BSP) is second" in text_of(page)
