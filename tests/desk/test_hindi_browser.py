"""The desk in Hindi in a real Chromium: the switch, assistive technology, and a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import expect

ELECTION = "/elections/in-jk-2024"
PAGES = (
    "/",
    ELECTION,
    f"{ELECTION}?as_of=2024-08-22",
    f"{ELECTION}/constituencies/27",
    f"{ELECTION}/timeline",
    f"{ELECTION}/compare",
    f"{ELECTION}/government",
    f"{ELECTION}/share-seats",
    "/parties/in-nc",
    "/people/omar-abdullah",
    "/parties",
    "/about-the-numbers",
    "/check",
    f"/embed{ELECTION}",
)
CLEAN = "Found 0 accessibility violations:\n"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """Give a page as wide as a phone, of a browser that wants Hindi."""
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 780}, locale="hi-IN") as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.mark.parametrize("path", PAGES)
def test_page_in_hindi_fits_a_phone_and_axe_finds_nothing(phone: Page, path: str) -> None:
    phone.goto(path)
    expect(phone.locator("html")).to_have_attribute("lang", "hi")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert Axe().run(phone).generate_report() == CLEAN


def test_axe_finds_nothing_in_hindi_in_the_dark(phone: Page) -> None:
    phone.emulate_media(color_scheme="dark")
    phone.goto(ELECTION)
    assert Axe().run(phone).generate_report() == CLEAN


def test_switch_leads_to_english_and_back(phone: Page) -> None:
    """The language that a reader chose holds on the pages that follow, whatever the browser wants."""
    phone.goto(f"{ELECTION}?as_of=2024-08-28")
    phone.get_by_role("link", name="English").click()
    expect(phone.locator("html")).to_have_attribute("lang", "en")
    assert "as_of=2024-08-28" in phone.url
    phone.get_by_role("link", name="Timeline").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("What happened, day by day")
    phone.get_by_role("link", name="हिन्दी").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("दिन-दर-दिन क्या हुआ")
    assert "as_of=2024-08-28" in phone.url


def test_filters_and_slider_keep_the_language_that_was_chosen(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{ELECTION}?lang=hi")
        page.get_by_label("खोजें").fill("Budgam")
        page.get_by_role("button", name="ये दिखाएँ").click()
        assert "lang=hi" in page.url
        expect(page.locator("html")).to_have_attribute("lang", "hi")
        page.locator(".moment summary").click()
        page.get_by_role("button", name="वहाँ जाएँ").click()
        assert "lang=hi" in page.url
        assert "as_of=" in page.url


def test_article_is_checked_in_hindi(phone: Page) -> None:
    phone.goto("/check?example=1")
    phone.get_by_role("button", name="जाँचें", exact=True).click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("दावे रिकॉर्ड से जाँचे गए")
    phone.evaluate("document.querySelectorAll('details').forEach((evidence) => (evidence.open = true))")
    assert Axe().run(phone).generate_report() == CLEAN
