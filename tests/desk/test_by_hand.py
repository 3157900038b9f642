"""Seats and parties moved by hand in a real Chromium: at once with JavaScript, by keyboard, and without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import expect

SHARE = "/elections/in-jk-2024/share-seats"
GOVERNMENT = "/elections/in-jk-2024/government"
PAGES = {
    "shared": SHARE,
    "shared, by hand": f"{SHARE}?parties=in-nc,in-inc&from=in-jk-2014&minimum=in-inc=38&moved=5=in-inc,7=friendly",
    "cannot be shared": f"{SHARE}?parties=in-nc,in-inc&from=in-jk-2014&minimum=in-inc=95",
    "government": GOVERNMENT,
    "short of a majority": f"{GOVERNMENT}?in=in-bjp&nominated=in-bjp=5&never=in-nc%2Bin-bjp",
    "cannot be governed": f"{GOVERNMENT}?in=nobody",
    "parties": "/parties",
    "people found": "/people?q=abdullah",
    "alliances": "/alliances",
}


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Give a page with JavaScript; one that throws or asks elsewhere fails."""
    complaints: list[str] = []
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: None if request.url.startswith(address) else complaints.append(request.url))
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture
def plain_page(browser: Browser, address: str) -> Iterator[Page]:
    """Give a page without JavaScript."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Browser, address: str, path: str, width: int, scheme: str
) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    opened.goto(address + path)
    opened.evaluate("document.querySelectorAll('main details').forEach((details) => (details.open = true))")
    assert Axe().run(opened).generate_report() == "Found 0 accessibility violations:\n"
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    opened.close()


def test_a_moved_seat_is_answered_without_loading_the_page_again(page: Page) -> None:
    page.goto(SHARE)
    page.evaluate("window.stays = true")
    seat = page.get_by_label("Handwara goes to")
    before = page.locator("[data-plan] .plan-worth b").first.inner_text()
    seat.select_option("in-inc")
    expect(page.locator("[data-plan]")).to_contain_text("against the best")
    assert page.locator("[data-plan] .plan-worth b").first.inner_text() != before
    expect(page.locator("[data-said]")).to_contain_text("seats expected of 90")
    assert "moved=5%3Din-inc" in page.url
    assert page.evaluate("window.stays")
    expect(page.locator("tr.moved-row")).to_have_count(1)
    expect(page.locator("path.moved-seat")).to_have_count(1)


def test_a_seat_is_moved_by_keyboard_and_keeps_the_focus(page: Page) -> None:
    page.goto(SHARE)
    seat = page.get_by_label("Handwara goes to")
    seat.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-plan]")).to_contain_text("Back to the best")
    expect(seat).to_be_focused()


def test_an_address_of_moves_shows_them_again(page: Page) -> None:
    page.goto(SHARE)
    page.get_by_label("Handwara goes to").select_option("in-inc")
    expect(page.locator("[data-plan]")).to_contain_text("Back to the best")
    said = page.locator("[data-plan]").inner_text()
    page.reload()
    assert page.locator("[data-plan]").inner_text() == said


def test_seats_are_moved_without_javascript(plain_page: Page) -> None:
    plain_page.goto(SHARE)
    plain_page.get_by_label("Handwara goes to").select_option("in-inc")
    plain_page.get_by_role("button", name="Reckon the moves").click()
    assert "moved=5%3Din-inc" in plain_page.url
    expect(plain_page.locator("[data-plan]")).to_contain_text("against the best")


def test_wishes_are_sent_without_javascript(plain_page: Page) -> None:
    plain_page.goto(SHARE)
    plain_page.get_by_text("What they want:").click()
    plain_page.get_by_label("Least seats for INC").fill("40")
    plain_page.get_by_role("button", name="Share the seats").click()
    assert "minimum=in-inc%3D40" in plain_page.url
    assert int(plain_page.locator("[data-plan] .plan-parts b").nth(1).inner_text()) >= 40


def test_a_ticked_party_is_answered_without_loading_the_page_again(page: Page) -> None:
    page.goto(f"{GOVERNMENT}?in=-")
    page.evaluate("window.stays = true")
    page.get_by_role("checkbox", name="NC Jammu").press("Space")
    expect(page.locator("[data-house]")).to_contain_text("4 short of a majority")
    page.get_by_label("Independents, each alone").fill("4")
    expect(page.locator("[data-house]")).to_contain_text("Just at the majority mark")
    expect(page.locator("[data-said]")).to_have_text("45 of 88 members, just at the mark")
    assert page.evaluate("window.stays")
    assert "in=in-nc&alone=in-ind%3D4" in page.url


def test_a_government_is_formed_without_javascript(plain_page: Page) -> None:
    plain_page.goto(f"{GOVERNMENT}?in=-")
    plain_page.get_by_role("checkbox", name="NC Jammu").check()
    plain_page.get_by_role("checkbox", name="INC Indian").check()
    plain_page.get_by_role("button", name="Reckon this coalition").click()
    assert "in=in-nc%2Cin-inc" in plain_page.url
    expect(plain_page.locator("[data-house]")).to_contain_text("2 over the majority mark")


def test_people_are_searched_without_javascript(plain_page: Page) -> None:
    plain_page.goto("/people")
    plain_page.get_by_label("Find a person by name").fill("farooq abdullah")
    plain_page.get_by_role("button", name="Find").click()
    expect(plain_page.locator(".listed tbody tr").first).to_contain_text("Farooq Abdullah")
