"""Articles kept, in a real Chromium: assistive technology, a phone, and keeping one by the form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import expect

import janadesh
from janadesh.desk.app import create_app
from janadesh.desk.writing import Writing
from tests.desk.browsing import served
from tests.desk.test_article_pages import TIMELINE
from tests.desk.test_article_pages import TOKEN
from tests.desk.test_article_pages import kept

CLEAN = "Found 0 accessibility violations:\n"


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Give the address of a desk that keeps articles, and the path of one kept."""
    with janadesh.open(tmp_path_factory.mktemp("articles") / "record.sqlite") as record:
        janadesh.load(record, "jk-2024")
        path = kept(record, url="https://example.org/count")
        with served(create_app(record, writing=Writing(TOKEN))) as address:
            yield address, path


@pytest.fixture(params=["light", "dark"])
def phone(request: pytest.FixtureRequest, browser: Browser, places: tuple[str, str]) -> Iterator[Page]:
    """Give a page as wide as a phone, in both colour schemes."""
    size = {"width": 360, "height": 780}
    with browser.new_context(base_url=places[0], viewport=size, color_scheme=request.param) as context:  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.mark.parametrize("query", ["", "?as_of=2024-08-25", "?lang=hi"])
def test_article_page_fits_a_phone_and_axe_finds_nothing(phone: Page, places: tuple[str, str], query: str) -> None:
    phone.goto(places[1] + query)
    phone.evaluate("document.querySelectorAll('.claims details').forEach((evidence) => (evidence.open = true))")

    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert Axe().run(phone).generate_report() == CLEAN


@pytest.mark.parametrize("path", [TIMELINE, f"{TIMELINE}?lang=hi", "/check"])
def test_timeline_and_form_fit_a_phone_and_axe_finds_nothing(phone: Page, path: str) -> None:
    phone.goto(path)

    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert Axe().run(phone).generate_report() == CLEAN


def test_article_is_kept_by_the_form_and_reached_from_the_timeline(browser: Browser, places: tuple[str, str]) -> None:
    with browser.new_context(base_url=places[0], java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/check")
        page.get_by_label("The article’s text").fill("The BJP won 29 seats in the Jammu and Kashmir assembly.")
        page.get_by_label("Written on").fill("2024-10-10")
        page.get_by_label("Keep it on the timeline").check()
        page.get_by_label("Its title").fill("BJP wins 29")
        page.get_by_label("The desk’s token").fill(TOKEN)
        page.get_by_role("button", name="Check it").click()
        expect(page.get_by_role("status")).to_contain_text("Kept.")
        page.goto(TIMELINE)
        page.get_by_role("link", name="BJP wins 29").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("BJP wins 29")
