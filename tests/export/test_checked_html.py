"""A checked article as a page that stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from lxml import html

from janadesh.claims.claim import VERDICTS
from janadesh.claims.claim import Evidence
from janadesh.export.checked_html import checked_page
from tests.desk.browsing import chromium
from tests.export.checked_articles import TEXT
from tests.export.checked_articles import claim
from tests.export.checked_articles import laid_out

NASTY = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


def text_of(page: str, selector: str) -> str:
    found = html.document_fromstring(page).xpath(selector)
    return " ".join(" ".join(each.text_content().split()) for each in found)


def test_each_mark_leads_to_its_evidence_and_back() -> None:
    page = html.document_fromstring(checked_page([laid_out(claim("18,485 votes"), claim("16 seats"))]))
    ids = set(page.xpath("//@id"))
    links = [link.removeprefix("#") for link in page.xpath("//a/@href") if link.startswith("#")]

    assert len(links) == 4
    assert set(links) <= ids


def test_the_marked_text_is_the_articles_text() -> None:
    page = checked_page([laid_out(claim("won Budgam by 18,485 votes"), claim("18,485 votes"), claim("votes. The"))])
    document = html.document_fromstring(page)
    for badge in document.xpath("//a[contains(@class, 'badge')]"):
        badge.drop_tree()

    assert document.xpath("string(//div[@class='text'])") == TEXT


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_is_told_by_a_word_and_a_shape(verdict: str) -> None:
    page = checked_page([laid_out(claim("16 seats", verdict))])

    assert verdict.capitalize() in text_of(page, "//li[@id='claim-1']")
    assert html.document_fromstring(page).xpath(f"//li[@id='claim-1']//*[@class='sign {verdict}']/*")
    assert f"Claim 1, {verdict}: evidence" in page


def test_text_from_outside_is_never_markup() -> None:
    evidence = Evidence(NASTY, NASTY, NASTY, None, "javascript:alert(1)")
    page = checked_page(
        [laid_out(claim("16 seats", why=NASTY, official=NASTY, evidence=(evidence,)), title=NASTY, name=NASTY)]
    )
    document = html.document_fromstring(page)

    assert document.xpath("//script | //img | //@onerror | //a[starts-with(@href, 'javascript')]") == []
    assert text_of(page, "//h1") == NASTY


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="<>&\"' ab/=\n", min_size=1, max_size=30))
def test_no_title_breaks_out_of_the_page(title: str) -> None:
    plain = html.document_fromstring(checked_page([laid_out(claim("16 seats"), title="x")]))
    page = html.document_fromstring(checked_page([laid_out(claim("16 seats"), title=title)]))

    assert [each.tag for each in page.iter()] == [each.tag for each in plain.iter()]


def test_a_day_is_a_day_of_the_elections_time_zone() -> None:
    """What was known at 20:00 in London on 8 October was known on 9 October in Srinagar."""
    laid = [laid_out(claim("16 seats"))]

    assert "known 8 October 2024" in text_of(checked_page(laid), "//li")
    assert "known 9 October 2024" in text_of(checked_page(laid, "Asia/Kolkata"), "//li")


def test_several_articles_are_one_page_with_anchors_that_stay_apart() -> None:
    page = checked_page([laid_out(claim("16 seats")), laid_out(claim("16 seats"), name="other")])
    ids = html.document_fromstring(page).xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {"claim-1", "claim-2-1"} <= set(ids)


def test_the_page_asks_nobody_for_anything_and_fits_a_phone(tmp_path: Path) -> None:
    file = tmp_path / "checked.html"
    laid = [laid_out(claim("won Budgam by 18,485 votes"), claim("18,485 votes", "contradicted"), title="x" * 300)]
    file.write_text(checked_page(laid), encoding="utf-8")
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 700})
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(file.as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")

    assert asked == [file.as_uri()]
    assert said == []
    assert width <= 360


def test_paper_stays_white_where_the_screen_is_dark(tmp_path: Path) -> None:
    file = tmp_path / "checked.html"
    file.write_text(checked_page([laid_out(claim("16 seats"))]), encoding="utf-8")
    ground = "getComputedStyle(document.body).backgroundColor"
    with chromium() as browser:
        page = browser.new_page(color_scheme="dark")
        page.goto(file.as_uri())
        on_screen = page.evaluate(ground)
        page.emulate_media(media="print", color_scheme="dark")
        on_paper = page.evaluate(ground)

    assert on_screen != on_paper == "rgb(255, 255, 255)"
