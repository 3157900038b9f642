"""Sharing seats: the best allotment beside others, wishes, and seats moved by hand."""

from __future__ import annotations

import pytest
from lxml import html
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from janadesh.desk import share_page
from janadesh.desk.share_asked import SharingAsked
from janadesh.desk.share_asked import read_sharing
from tests.desk.pages import column
from tests.desk.pages import links_of
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

PAGE = "/elections/in-jk-2024/share-seats"
TWO = {"parties": "in-nc,in-inc", "from": "in-jk-2014"}


def selected(page: str) -> dict[str, str]:
    """Give where each seat goes, by its number."""
    selects = [s for s in html.fromstring(page).iter("select") if s.get("name", "").startswith("moved:")]
    return {s.get("name").removeprefix("moved:"): s.xpath("option[@selected]")[0].get("value") for s in selects}


def test_page_begins_with_the_partners_who_shared_seats(desk: TestClient) -> None:
    page = desk.get(PAGE).text
    assert "Best shared, NC, INC and CPI(M) would win about" in text_of(page)
    assert len(selected(page)) == 90


def test_plans_stand_beside_each_other(desk: TestClient) -> None:
    rows = rows_of(desk.get(PAGE).text, "plans")
    assert column(rows, 0) == ["Best shared", "As agreed, seat by seat", "No alliance", "As announced"]
    best, agreed, alone = (float(row[1]) for row in rows[:3])
    assert best > agreed > alone


def test_form_is_answered_with_an_address_that_says_the_same(desk: TestClient) -> None:
    sent = {"form": "1", "parties": ["in-nc", "in-inc"], "from": ["in-jk-2014"]}
    sent |= {"minimum:in-inc": "38", "must:in-nc": "Budgam", "rate": "90", "unsure": "5", "within": "1"}
    answer = desk.get(PAGE, params=sent, follow_redirects=False)
    assert answer.status_code == 303
    where = QueryParams(answer.headers["location"].partition("?")[2])
    assert dict(where) == TWO | {"rate": "90", "minimum": "in-inc=38", "must": "in-nc=27"}
    page = desk.get(answer.headers["location"]).text
    assert int(rows_of(page, "plans")[0][5]) >= 38
    assert selected(page)["27"] == "in-nc"


def test_another_party_joins_by_its_name(desk: TestClient) -> None:
    sent = {"form": "1", "parties": ["in-nc", "in-inc"], "from": ["in-jk-2014"], "also": "PDP"}
    assert "parties=in-nc%2Cin-inc%2Cin-pdp" in str(desk.get(PAGE, params=sent).url)


def test_a_seat_moved_by_hand_is_reckoned(desk: TestClient) -> None:
    best = selected(desk.get(PAGE, params=TWO).text)
    to = "in-inc" if best["27"] == "in-nc" else "in-nc"
    page = desk.get(PAGE, params=TWO | {"moved": f"27={to}"}).text
    assert selected(page) == best | {"27": to}
    assert "against the best" in text_of(page)
    assert "Back to the best" in text_of(page)


def test_a_seat_left_where_it_is_best_is_not_moved(desk: TestClient) -> None:
    best = selected(desk.get(PAGE, params=TWO).text)
    sent = TWO | {"form": "1"} | {f"moved:{seat}": to for seat, to in best.items()}
    assert "moved" not in str(desk.get(PAGE, params=sent).url)


def test_what_was_agreed_can_be_begun_with(desk: TestClient) -> None:
    page = desk.get(PAGE).text
    (link,) = (link for link in links_of(page) if "moved=" in link)
    agreed = desk.get(link).text
    hand = text_of(agreed).partition("Seat by seat")[2]
    assert rows_of(page, "plans")[1][1] in hand.partition("seats expected")[0]


def test_script_asks_for_the_sum_alone(desk: TestClient) -> None:
    part = desk.get(PAGE, params=TWO | {"part": "plan", "moved": "27=friendly"}).text
    assert part.lstrip().startswith('<div class="plan-sum"')
    assert "Friendly 1" in " ".join(html.fromstring(part).text_content().split())


def test_more_seats_than_the_house_has_are_told(desk: TestClient) -> None:
    answer = desk.get(PAGE, params=TWO | {"minimum": "in-inc=95"})
    assert answer.status_code == 422
    assert "The house has 90 seats, and 95 for INC make 95." in text_of(answer.text)


def test_unknown_party_is_told_with_the_nearest(desk: TestClient) -> None:
    answer = desk.get(PAGE, params=TWO | {"also": "Congres", "form": "1"})
    assert answer.status_code == 422
    assert "The record has no party 'Congres'." in text_of(answer.text)


def test_what_is_no_number_is_told_and_kept_in_its_field(desk: TestClient) -> None:
    answer = desk.get(PAGE, params=TWO | {"form": "1", "rate": "most"})
    assert "'most' is none" in text_of(answer.text)
    assert html.fromstring(answer.text).get_element_by_id("rate").get("value") == "most"


def test_one_partner_cannot_share(desk: TestClient) -> None:
    answer = desk.get(PAGE, params={"form": "1", "parties": "in-nc", "from": "in-jk-2014"})
    assert "two partners or more" in text_of(answer.text)


def test_hostile_wishes_are_escaped(desk: TestClient) -> None:
    answer = desk.get(PAGE, params=TWO | {"form": "1", "also": "<script>alert(1)</script>"})
    assert "<script>alert" not in answer.text


def test_moment_is_carried_on(desk: TestClient) -> None:
    page = desk.get(PAGE, params=TWO | {"as_of": "2024-08-23"}).text
    links = [str(link) for link in html.fromstring(page).xpath("//main//a/@href")]
    assert all("as_of=2024-08-23" in link for link in links if link.startswith("/"))
    assert '<input type="hidden" name="as_of" value="2024-08-23">' in page


def test_nothing_is_chosen_where_the_record_knows_no_alliance(desk: TestClient) -> None:
    page = desk.get("/elections/in-jk-2008/share-seats").text
    assert "Choose parties that might stand together" in text_of(page)


def test_a_large_house_is_shared_only_when_asked(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_page, "MOST_UNASKED", 50)
    page = desk.get(PAGE).text
    assert "Choose parties that might stand together" in text_of(page)
    ticked = html.fromstring(page).xpath("//input[@name='parties'][@checked]/@value")
    assert ticked == ["in-nc", "in-inc", "in-cpim"]


def test_wishes_are_read_back_as_they_are_written() -> None:
    asked = SharingAsked(
        parties=("a", "b"),
        earlier=("x", "y"),
        rate="70",
        unsure="0",
        rates={("a", "b"): "60"},
        minimum={"a": "3"},
        must={"a": "1, 2", "b": "Far-off"},
        keep=True,
        fair="shapley",
        within="2",
        friendly="0",
        aim="majority",
        moved={"7": "b", "9": "friendly"},
    )
    assert read_sharing(QueryParams(asked.query())) == asked
