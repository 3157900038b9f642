"""Forming a government: who is in it, whether it has a majority, and who is needed."""

from __future__ import annotations

from lxml import html
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from janadesh.desk.government_asked import GovernmentAsked
from janadesh.desk.government_asked import read_government
from tests.desk.pages import column
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

PAGE = "/elections/in-jk-2024/government"
THEN = {"as_of": "2024-10-08"}


def ticked(page: str) -> list[str]:
    """Give the parties that are in the coalition."""
    return [box.get("value") for box in html.fromstring(page).xpath("//input[@name='in'][@checked]")]


def test_who_governs_is_filled_in_and_said(desk: TestClient) -> None:
    page = desk.get(PAGE, params={"as_of": "2024-10-17"}).text
    assert ticked(page) == ["in-nc", "in-inc", "in-cpim"]
    assert "the party of Omar Abdullah, chief minister since 16 October 2024" in text_of(page)


def test_nobody_is_filled_in_before_anybody_governs(desk: TestClient) -> None:
    page = desk.get(PAGE, params=THEN).text
    assert ticked(page) == []
    assert "The record does not say who governs" in text_of(page)


def test_a_coalition_with_a_majority_says_by_how_many_and_who_could_end_it(desk: TestClient) -> None:
    text = text_of(desk.get(PAGE, params=THEN | {"in": "in-nc,in-inc,in-cpim"}).text)
    assert "49 of 90 members" in text
    assert "3 over the majority mark" in text
    assert "Its majority ends if any one of these leaves: NC, INC." in text
    assert "4 members would have to leave to end it." in text


def test_a_coalition_that_is_short_says_who_would_be_enough(desk: TestClient) -> None:
    text = text_of(desk.get(PAGE, params=THEN | {"in": "in-bjp"}).text)
    assert "17 short of a majority" in text
    assert "Enough with any one of: NC." in text


def test_those_without_a_party_are_taken_one_by_one(desk: TestClient) -> None:
    text = text_of(desk.get(PAGE, params=THEN | {"in": "in-nc", "alone": "in-ind=4"}).text)
    assert "46 of 90 members" in text
    assert "Every member is needed" in text


def test_nominated_members_raise_the_mark(desk: TestClient) -> None:
    text = text_of(desk.get(PAGE, params=THEN | {"in": "in-bjp", "nominated": "in-bjp=5"}).text)
    assert "48 of 95 members make a majority." in text
    assert "34 of 95 members" in text


def test_pairs_that_never_govern_together_are_left_out(desk: TestClient) -> None:
    ways = column(rows_of(desk.get(PAGE, params=THEN).text, "ways"), 0)
    fewer = column(rows_of(desk.get(PAGE, params=THEN | {"never": "in-nc+in-bjp"}).text, "ways"), 0)
    assert "NC + BJP" in ways
    assert set(ways) - set(fewer) == {way for way in ways if {"NC", "BJP"} <= set(way.split(" + "))}


def test_each_way_to_a_majority_leads_to_itself(desk: TestClient) -> None:
    page = desk.get(PAGE, params=THEN).text
    (link,) = (a.get("href") for a in html.fromstring(page).iter("a") if a.text_content() == "NC + INC")
    assert ticked(desk.get(link).text) == ["in-nc", "in-inc"]


def test_form_is_answered_with_an_address_that_says_the_same(desk: TestClient) -> None:
    sent = {"form": "1", "in": ["in-nc", "in-inc"], "alone:in-ind": "2", "nominated:in-nc": "", **THEN}
    sent |= {"never_one": ["in-nc", ""], "never_other": ["in-bjp", ""]}
    where = QueryParams(desk.get(PAGE, params=sent, follow_redirects=False).headers["location"].partition("?")[2])
    assert dict(where) == THEN | {"in": "in-nc,in-inc", "alone": "in-ind=2", "never": "in-nc+in-bjp"}


def test_a_form_without_a_tick_stays_without(desk: TestClient) -> None:
    answer = desk.get(PAGE, params={"form": "1"})
    assert "in=-" in str(answer.url)
    assert "Nobody is in the coalition" in text_of(answer.text)


def test_script_asks_for_the_coalition_alone(desk: TestClient) -> None:
    part = desk.get(PAGE, params={"in": "in-nc", "part": "house"}).text
    assert part.lstrip().startswith('<div class="coalition"')


def test_unknown_party_is_told(desk: TestClient) -> None:
    answer = desk.get(PAGE, params={"in": "in-nc,Nobodys"})
    assert answer.status_code == 422
    assert "The record has no party 'Nobodys'." in text_of(answer.text)


def test_a_party_without_a_seat_is_told(desk: TestClient) -> None:
    answer = desk.get(PAGE, params={"in": "in-bsp"})
    assert answer.status_code == 422
    assert "has no seat in this house" in text_of(answer.text)


def test_more_nominated_members_than_the_house_has_are_told(desk: TestClient) -> None:
    answer = desk.get(PAGE, params={"nominated": "in-bjp=9"})
    assert "The house has 5 nominated members at most" in text_of(answer.text)


def test_nothing_is_formed_before_anybody_is_elected(desk: TestClient) -> None:
    answer = desk.get(PAGE, params={"as_of": "2024-09-01"})
    assert answer.status_code == 200
    assert "Nobody had been declared elected" in text_of(answer.text)


def test_nothing_is_formed_from_a_part_of_a_house(desk: TestClient) -> None:
    assert "fills only a part of the house" in text_of(desk.get("/elections/in-ls-2024/government").text)


def test_a_coalition_is_read_back_as_it_is_written() -> None:
    asked = GovernmentAsked(inside=("a",), alone={"i": "2"}, nominated={"a": "1"}, never=(("a", "b"), ("a", "c")))
    assert read_government(QueryParams(asked.query())) == asked
    assert read_government(QueryParams(GovernmentAsked(inside=()).query())).inside == ()
    assert read_government(QueryParams("")).inside is None
