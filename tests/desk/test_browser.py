"""The desk in a real Chromium: with and without JavaScript, by keyboard, on a phone, and for assistive technology."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page
from playwright.sync_api import expect

ELECTION = "/elections/in-jk-2024"
PAGES = {
    "first page": "/",
    "election": ELECTION,
    "election, sorted and filtered": f"{ELECTION}?sort=margin&order=desc&party=in-bjp",
    "election before the count": f"{ELECTION}?as_of=2024-08-28",
    "election in part of a house": "/elections/in-ls-2024",
    "constituency": f"{ELECTION}/constituencies/27",
    "constituency before the count": f"{ELECTION}/constituencies/27?as_of=2024-09-20",
    "form": "/check",
    "nothing": "/nowhere",
}
TEXT = (
    "Omar Abdullah won Budgam by 18,485 votes.\n\nThe Congress won 16 seats. "
    "In the Lok Sabha election Abdullah lost Baramulla to Engineer Rashid by more than 1.25 lakh votes."
)

Opening = Callable[..., Page]


@pytest.fixture
def opening(browser: Browser, address: str) -> Iterator[Opening]:
    """Give a function that opens a page in a context of its own; a page that complains or asks elsewhere fails."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(path: str, *, width: int = 1280, **options: object) -> Page:
        context = browser.new_context(base_url=address, viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: _complain_of(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if _is_complaint(said.type, said.text) else None)
        page.goto(path)
        return page

    def _complain_of(url: str) -> None:
        if not url.startswith(address):
            complaints.append(f"asked elsewhere: {url}")

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _is_complaint(kind: str, text: str) -> bool:
    # the browser reports the status of a page that is not there; that is no fault of the page
    return kind in ("error", "warning") and "status of 4" not in text


def check(page: Page, text: str = TEXT, written_on: str = "2024-10-09") -> None:
    """Fill in and send the form."""
    page.get_by_label("The article’s text").fill(text)
    page.get_by_label("Written on").fill(written_on)
    page.get_by_role("button", name="Check it").click()
    page.wait_for_load_state()


def numbers_shown(page: Page) -> list[str]:
    """Give the numbers of the constituencies that the table shows, in its order."""
    return page.locator("table.contests tbody tr:not([hidden]) td:first-child").all_inner_texts()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(opening: Opening, path: str, scheme: str) -> None:
    page = opening(path, color_scheme=scheme)
    assert Axe().run(page).generate_report() == "Found 0 accessibility violations:\n"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_checked_article(opening: Opening, scheme: str) -> None:
    page = opening("/check", color_scheme=scheme)
    check(page)
    page.evaluate("document.querySelectorAll('.claims details').forEach((evidence) => (evidence.open = true))")
    assert Axe().run(page).generate_report() == "Found 0 accessibility violations:\n"


def test_axe_finds_nothing_on_a_refused_article(opening: Opening) -> None:
    page = opening("/check")
    check(page, written_on="")
    expect(page.get_by_role("alert")).to_contain_text("does not say when it was written")
    assert Axe().run(page).generate_report() == "Found 0 accessibility violations:\n"


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_on_a_phone(opening: Opening, path: str) -> None:
    page = opening(path, width=360)
    assert Axe().run(page).generate_report() == "Found 0 accessibility violations:\n"


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_never_scrolls_sideways(opening: Opening, path: str, width: int) -> None:
    page = opening(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_checked_article_never_scrolls_sideways(opening: Opening) -> None:
    page = opening("/check", width=360)
    check(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_headings_sort_without_javascript(opening: Opening) -> None:
    page = opening(ELECTION, java_script_enabled=False)
    page.get_by_role("columnheader", name="Margin").get_by_role("link").click()
    assert "sort=margin" in page.url
    assert numbers_shown(page)[0] == "33"  # Tral, by 460 votes
    page.get_by_role("columnheader", name="Margin").get_by_role("link").click()
    assert "order=desc" in page.url
    expect(page.get_by_role("columnheader", name="Margin")).to_have_attribute("aria-sort", "descending")


def test_filters_work_without_javascript(opening: Opening) -> None:
    page = opening(ELECTION, java_script_enabled=False)
    page.get_by_label("Won by").select_option("in-pdp")
    page.get_by_role("button", name="Show these").click()
    assert len(numbers_shown(page)) == 3
    page.get_by_role("link", name="Show all").first.click()
    expect(page.locator("table.contests tbody tr:visible")).to_have_count(90)


def test_another_moment_is_asked_for_without_javascript(opening: Opening) -> None:
    page = opening(ELECTION, java_script_enabled=False)
    page.get_by_text("Go back to another moment").click()
    page.get_by_label("What was known on").fill("2024-08-22")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("90 seats to be filled; no results yet")
    page.get_by_role("link", name="Back to what is known now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("wins 49 of 90")


def test_article_is_checked_without_javascript(opening: Opening) -> None:
    page = opening("/check", java_script_enabled=False)
    check(page)
    page.get_by_role("link", name="Claim 1, confirmed: evidence").click()
    assert page.url.endswith("#claim-1")
    claim = page.locator("#claim-1")
    expect(claim).to_be_in_viewport()
    claim.get_by_text("Evidence").click()
    expect(claim.locator("details li").first).to_be_visible()


def test_headings_sort_at_once(opening: Opening) -> None:
    """With JavaScript the table sorts itself, and asks the server nothing."""
    page = opening(ELECTION)
    asked: list[str] = []
    # a browser asks again for the page's icon when the address changes
    page.on("request", lambda request: None if "icon" in request.url else asked.append(request.url))
    heading = page.get_by_role("columnheader", name="Margin")
    heading.get_by_role("link").click()
    assert numbers_shown(page)[0] == "33"
    heading.get_by_role("link").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert asked == []
    assert "sort=margin&order=desc" in page.url


@pytest.mark.parametrize("sort", ["name", "winner", "party", "margin", "share", "turnout", "phase"])
@pytest.mark.parametrize("order", ["", "desc"])
def test_script_sorts_as_the_server_does(opening: Opening, sort: str, order: str) -> None:
    sent = opening(f"{ELECTION}?sort={sort}&order={order}", java_script_enabled=False)
    sorted_here = opening(ELECTION)
    for _ in range(2 if order else 1):
        sorted_here.locator(f"[data-sort={sort}]").click()
    field = "table.contests tbody tr :is(td, th):nth-child({})"
    place = {"name": 2, "winner": 3, "party": 4, "margin": 5, "share": 6, "turnout": 8, "phase": 9}[sort]
    cells = field.format(place)
    assert sorted_here.locator(cells).all_text_contents() == sent.locator(cells).all_text_contents()


def test_filters_work_at_once_and_together(opening: Opening) -> None:
    page = opening(ELECTION)
    page.get_by_label("Region").select_option("Jammu")
    page.get_by_label("Won by").select_option("in-nc")
    expect(page.get_by_role("status")).to_have_text("7 of 90")
    page.get_by_label("Find").fill("ramban")
    expect(page.get_by_role("status")).to_have_text("2 of 90")
    assert "region=Jammu" in page.url
    page.get_by_label("Find").fill("atlantis")
    expect(page.get_by_text("No constituency is left.")).to_be_visible()
    page.get_by_role("link", name="Show all").first.click()
    expect(page.get_by_role("status")).to_have_text("90 of 90")


def test_names_in_devanagari_are_found_at_once(opening: Opening) -> None:
    """The server hears what the script cannot spell; the page's own address finds the same again."""
    page = opening(ELECTION)
    page.get_by_label("Find").fill("बडगाम")
    expect(page.get_by_role("status")).to_have_text("1 of 90")
    expect(page.get_by_role("rowheader", name="Budgam")).to_be_visible()
    assert numbers_shown(opening(page.url)) == ["27"]
    page.get_by_label("Find").fill("अटलांटिस")
    expect(page.get_by_role("status")).to_have_text("0 of 90")


def test_address_of_a_filtered_table_can_be_sent_to_somebody(opening: Opening) -> None:
    page = opening(ELECTION)
    page.get_by_label("Find").fill("abdullah")
    shown = numbers_shown(page)
    assert numbers_shown(opening(page.url)) == shown
    assert 0 < len(shown) < 90


def test_mark_opens_its_evidence(opening: Opening) -> None:
    page = opening("/check")
    check(page)
    page.locator("mark.confirmed").first.click()
    claim = page.locator("#claim-1")
    expect(claim).to_be_in_viewport()
    expect(claim.locator("details")).to_have_attribute("open", "")
    claim.get_by_role("link", name="Back to the text").click()
    expect(page.locator("#mark-1")).to_be_in_viewport()


def test_evidence_stands_beside_the_text_on_a_wide_screen_and_below_on_a_phone(opening: Opening) -> None:
    for width, is_beside in ((1280, True), (360, False)):
        page = opening("/check", width=width)
        check(page)
        text, evidence = page.locator(".checked .text").bounding_box(), page.locator(".evidence").bounding_box()
        assert text is not None
        assert evidence is not None
        assert (evidence["x"] >= text["x"] + text["width"]) is is_beside
        assert (evidence["y"] >= text["y"] + text["height"]) is not is_beside


def test_dropped_file_is_checked(opening: Opening) -> None:
    page = opening("/check")
    dropped = page.evaluate_handle(
        """text => {
            const dropped = new DataTransfer();
            dropped.items.add(new File(["date 2024-10-09 " + text], "report.txt", { type: "text/plain" }));
            return dropped;
        }""",
        TEXT,
    )
    page.dispatch_event("main", "drop", {"dataTransfer": dropped})
    expect(page.get_by_text("chosen: report.txt")).to_be_visible()
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("claims checked against the record")


def test_chosen_file_is_checked(opening: Opening, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(f"date 2024-10-09 {TEXT}", encoding="utf-8")
    page = opening("/check", java_script_enabled=False)
    page.get_by_label("Or a file").set_input_files(file)
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("claims checked against the record")


def test_keyboard_reaches_the_page_first_and_sorts_the_table(opening: Opening) -> None:
    page = opening(ELECTION)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.get_by_role("columnheader", name="Margin").get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Margin")).to_have_attribute("aria-sort", "ascending")
    assert numbers_shown(page)[0] == "33"


def test_drawings_are_no_stops_for_the_keyboard(opening: Opening) -> None:
    """The half-circle and the map hold 180 links; the table holds the same, in words."""
    page = opening(ELECTION)
    page.locator("main").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('svg') === null")


def test_focus_can_be_seen(opening: Opening) -> None:
    page = opening(ELECTION)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_seat_of_the_half_circle_leads_to_its_constituency(opening: Opening) -> None:
    page = opening(ELECTION)
    page.locator(".half-circle a").first.click()
    expect(page.locator("h2#candidates")).to_be_visible()


def test_printed_page_leaves_out_what_paper_cannot_do(opening: Opening) -> None:
    page = opening(ELECTION)
    page.emulate_media(media="print")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".half-circle")).to_be_visible()


def test_article_in_hindi_is_shown_and_sent_unharmed(opening: Opening) -> None:
    text = "उमर अब्दुल्ला ने बडगाम सीट 18,485 वोटों से जीती।"
    page = opening("/check")
    check(page, text)
    expect(page.locator(".article")).to_contain_text("उमर अब्दुल्ला")
