"""What could be: seats shared among partners, and governments, as other programs ask for them."""

from __future__ import annotations

from starlette.testclient import TestClient

SHARES = "elections/in-jk-2024/shares"
TWO = {"parties": "NC,INC", "from": "in-jk-2014"}


def test_seats_are_shared_as_on_the_page(api: TestClient) -> None:
    told = api.get(SHARES, params=TWO | {"minimum": "INC=38", "must": "NC=Budgam"}).json()["data"]
    assert told["plans"][0]["plan"] == "proposed"
    assert told["plans"][0]["seats"]["in-inc"] >= 38
    assert {seat["constituency_name"]: seat["choice"] for seat in told["seats"]}["Budgam"] == "in-nc"
    assert len(told["seats"]) == 90


def test_wishes_that_nothing_can_meet_are_told(api: TestClient) -> None:
    answer = api.get(SHARES, params=TWO | {"minimum": "INC=95"})
    assert answer.status_code == 422
    assert answer.json()["type"].endswith("#impossible")
    assert answer.json()["detail"] == "The house has 90 seats, and 95 for INC make 95."


def test_wishes_of_who_is_no_partner_are_told(api: TestClient) -> None:
    answer = api.get(SHARES, params=TWO | {"must": "BJP=Budgam"})
    assert answer.status_code == 422
    assert answer.json()["detail"] == "BJP is no partner here, and can have no seats of theirs."


def test_party_without_past_votes_is_told(api: TestClient) -> None:
    answer = api.get(SHARES, params=TWO | {"parties": "NC,DPAP"})
    assert answer.status_code == 404
    assert "DPAP had no votes in Jammu and Kashmir Legislative Assembly election, 2014" in answer.json()["detail"]


def test_what_is_no_party_is_told(api: TestClient) -> None:
    assert api.get(SHARES, params=TWO | {"parties": "NC,Nobody"}).status_code == 404


def test_house_is_told_with_power_and_coalitions(api: TestClient) -> None:
    told = api.get("elections/in-jk-2024/government", params={"by": "party", "as_of": "2024-10-08"}).json()["data"]
    assert (told["mark"], told["members"]) == (46, 90)
    assert told["benches"][0]["id"] == "in-nc"
    assert "NC + INC" in {row["coalition"] for row in told["coalitions"]}


def test_pairs_that_do_not_govern_together_are_left_out(api: TestClient) -> None:
    asked = {"by": "party", "as_of": "2024-10-08", "never": "NC+BJP", "nominated": "BJP=5"}
    told = api.get("elections/in-jk-2024/government", params=asked).json()["data"]
    assert told["members"] == 95
    assert "NC + BJP" not in {row["coalition"] for row in told["coalitions"]}
