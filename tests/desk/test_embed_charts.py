"""Cards of charts: each may stand in another site's frame, and says in words what it draws."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from lxml import html
from starlette.responses import HTMLResponse
from starlette.testclient import TestClient

from janadesh.desk.drawings.swing_plot import HALF
from janadesh.desk.drawings.swing_plot import Swung
from janadesh.desk.drawings.swing_plot import swing_plot
from janadesh.desk.embed_charts import Chart
from tests.count import counted
from tests.desk.browsing import chromium
from tests.desk.browsing import served
from tests.desk.conftest import client_of
from tests.desk.live_desk import count
from tests.desk.pages import text_of

JK = "/embed/elections/in-jk-2024"


@pytest.mark.parametrize("chart", Chart)
def test_every_chart_may_stand_in_a_frame_and_leads_out_of_it(desk: TestClient, chart: Chart) -> None:
    answer = desk.get(f"{JK}/{chart}")
    page = html.fromstring(answer.text)
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert {link.get("target") for link in page.iter("a")} == {"_blank"}
    assert not page.xpath("//script | //*[@style]")


@pytest.mark.parametrize(
    ("chart", "told"),
    [
        (Chart.SEATS, "NC-led INDIA alliance 49"),
        (Chart.VOTES, "26.0% 14,62,225"),
        (Chart.MAP, "One tile for each seat, near where it lies."),
        (Chart.SWING, "A swing of"),
        (Chart.PROJECTION, "Where the count is going"),
    ],
)
def test_card_says_in_words_what_it_draws(desk: TestClient, chart: Chart, told: str) -> None:
    assert told in text_of(desk.get(f"{JK}/{chart}").text)


def test_map_has_a_tile_for_every_seat_and_none_over_another(desk: TestClient) -> None:
    tiles = html.fromstring(desk.get(f"{JK}/map").text).xpath("//*[@class='tile-map']//rect")
    assert len(tiles) == len({(tile.get("x"), tile.get("y")) for tile in tiles}) == 90


@pytest.mark.parametrize("chart", Chart)
def test_before_the_count_cards_show_nothing_that_was_not_known(desk: TestClient, chart: Chart) -> None:
    card = text_of(desk.get(f"{JK}/{chart}", params={"as_of": "2024-08-28"}).text)
    assert "As known on 28 August 2024" in card
    assert "wins" not in card
    assert "%" not in card.replace("chance of 90%", "")


def test_running_count_has_a_card_of_where_it_is_going(tmp_path: Path) -> None:
    with counted.small_record(tmp_path) as record, client_of(record) as client:
        count(record, 1, "Araku")
        assert "From" in text_of(client.get("/embed/elections/in-ls-2024/projection").text)
        page = html.fromstring(client.get("/elections/in-ls-2024").text)
    codes = " ".join(code.text for code in page.iter("textarea"))
    assert "/embed/elections/in-ls-2024/projection" in codes


def test_page_gives_a_code_for_each_card_and_every_card_is_there(desk: TestClient) -> None:
    page = html.fromstring(desk.get("/elections/in-jk-2024").text)
    codes = [html.fromstring(code.text) for code in page.iter("textarea")]
    addresses = [frame.get("src") for code in codes for frame in code.iter("iframe")]
    assert [address.rpartition("/")[2] for address in addresses] == ["in-jk-2024", "seats", "votes", "map", "swing"]
    assert all(desk.get(address).status_code == 200 for address in addresses)


def test_unknown_chart_is_no_page(desk: TestClient) -> None:
    assert desk.get(f"{JK}/pie").status_code in {404, 422}


def test_longest_arrow_fills_the_drawing_and_others_are_to_scale() -> None:
    plot = swing_plot([Swung("a", "A", -2.0), Swung("b", "B", 8.0)])
    assert plot is not None
    assert [(arrow.swung.name, arrow.way) for arrow in plot.arrows] == [("B", 1), ("A", -1)]
    assert f",{-HALF:.1f}L" in plot.arrows[0].path
    assert f",{HALF / 4:.1f}L" in plot.arrows[1].path
    assert swing_plot([]) is None


def test_card_is_shown_in_a_frame_of_another_site_and_a_page_is_not(desk: TestClient) -> None:
    other = FastAPI()
    with served(desk.app) as address, served(other) as elsewhere, chromium() as browser:  # type: ignore[arg-type]

        @other.get("/", response_class=HTMLResponse)
        def framing(path: str) -> str:
            return f'<iframe src="{address}{path}" width="600" height="600"></iframe>'

        for path, is_shown in ((f"{JK}/map", True), ("/elections/in-jk-2024", False)):
            page = browser.new_page()
            page.goto(f"{elsewhere}/?path={path}")
            assert (page.frames[1].locator("main").count() > 0) == is_shown, path
