"""Cards for other sites: they may stand in a frame, and nothing else of the desk may."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.builders import Stood
from tests.builders import record_of_seat
from tests.desk.conftest import client_of
from tests.desk.pages import text_of

SEATS = "/embed/elections/in-jk-2024"
BUDGAM = f"{SEATS}/constituencies/27"


@pytest.mark.parametrize("path", [SEATS, BUDGAM])
def test_card_may_stand_in_any_frame_and_loads_nothing_from_elsewhere(desk: TestClient, path: str) -> None:
    policy = desk.get(path).headers["content-security-policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("path", ["/", "/elections/in-jk-2024", "/parties/in-nc", "/ledger", "/check"])
def test_no_other_page_may_stand_in_a_frame(desk: TestClient, path: str) -> None:
    assert "frame-ancestors 'none'" in desk.get(path).headers["content-security-policy"]


@pytest.mark.parametrize("path", [SEATS, BUDGAM])
def test_links_open_outside_of_the_frame(desk: TestClient, path: str) -> None:
    links = list(html.fromstring(desk.get(path).text).iter("a"))
    assert links
    assert {link.get("target") for link in links} == {"_blank"}


def test_card_of_a_constituency_has_its_result(desk: TestClient) -> None:
    card = text_of(desk.get(BUDGAM).text)
    assert "Omar Abdullah (NC) wins by 18,485 votes" in card
    assert "4 others had fewer votes" in card


def test_card_of_the_seats_keeps_its_moment(desk: TestClient) -> None:
    card = desk.get(SEATS, params={"as_of": "2024-08-28"}).text
    assert "As known on 28 August 2024" in text_of(card)
    assert "/elections/in-jk-2024?as_of=2024-08-28" in card


def test_pages_give_the_code_of_their_card(desk: TestClient) -> None:
    page = html.fromstring(desk.get("/elections/in-jk-2024/constituencies/27").text)
    assert f'<iframe src="http://127.0.0.1{BUDGAM}"' in page.get_element_by_id("embed-code").text


def test_pages_tell_other_sites_what_they_are(desk: TestClient) -> None:
    page = html.fromstring(desk.get("/elections/in-jk-2024").text)
    told = {meta.get("property"): meta.get("content") for meta in page.iter("meta") if meta.get("property")}
    assert told["og:title"].startswith("The NC-led INDIA alliance wins 49 of 90 seats")
    assert told["og:description"]


def test_hostile_name_stays_text_where_the_code_is_pasted(folder: Path) -> None:
    record = record_of_seat(folder, '"><script>x</script>', [Stood("A", "B", 10), Stood("C", "D", 5)])
    with client_of(record) as client:
        page = html.fromstring(client.get("/elections/in-ls-2024/constituencies/1").text)
    (frame,) = html.fromstring(page.get_element_by_id("embed-code").text).iter("iframe")
    assert frame.get("title").startswith('"><script>x</script>')


@pytest.mark.parametrize("path", ["/elections/in-jk-2024", "/elections/in-jk-2024/constituencies/27"])
def test_page_leads_to_its_figures_as_data_of_the_same_moment(desk: TestClient, path: str) -> None:
    page = html.fromstring(desk.get(path, params={"as_of": "2024-12-01"}).text)
    links = [link for link in page.xpath("//a/@href") if link.startswith("/api/v1/")]
    assert links
    for link in links:
        assert link.endswith("?as_of=2024-12-01")
        assert desk.get(link).status_code == 200
