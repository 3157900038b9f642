"""The desk's further pages in a real Chromium: nothing for axe to find, nothing too wide for a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

ELECTION = "/elections/in-jk-2024"
PAGES = (
    "/parties/in-nc",
    "/alliances/in-upa",
    "/people/omar-abdullah",
    f"{ELECTION}/timeline",
    f"{ELECTION}/compare",
    f"{ELECTION}/compare?then=2024-08-28",
    f"{ELECTION}/sources",
    "/ledger",
    "/about-the-numbers",
    f"/embed{ELECTION}",
    f"/embed{ELECTION}/constituencies/27",
)


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Browser, address: str, path: str, width: int, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    assert Axe().run(page).generate_report() == "Found 0 accessibility violations:\n"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert all(url.startswith(address) for url in asked)
    page.close()


def test_slider_goes_to_the_moment_where_it_is_let_go(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + ELECTION)
    page.locator(".moment summary").click()
    box = page.locator("#as-of-step").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**as_of=2022-05-05**")
    page.close()
