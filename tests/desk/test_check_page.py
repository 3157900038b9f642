"""The page that checks an article, by HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from janadesh.claims.claim import Claim
from janadesh.claims.claim import Evidence
from janadesh.record.book import Record
from tests.desk.conftest import client_of
from tests.desk.pages import article_of
from tests.desk.pages import marks_of
from tests.desk.pages import text_of
from tests.export.checked_articles import claim as checked_claim

TEXT = "Omar Abdullah won Budgam by 18,485 votes. The Congress won 16 seats."


def claim(quote: str, verdict: str, text: str = TEXT, **more: object) -> Claim:
    """Give a claim about a quote of the text."""
    fields: dict[str, object] = {"article": "The article", "why": "", "evidence": ()}
    return checked_claim(quote, verdict, text, **(fields | more))


def post(client: TestClient, text: str = TEXT, written_on: str = "2024-10-09") -> str:
    answer = client.post("/check", data={"text": text, "written_on": written_on})
    assert answer.status_code == 200
    page: str = answer.text
    return page


def test_form_asks_for_text_day_and_file(desk: TestClient) -> None:
    page = desk.get("/check").text
    for field in ('name="text"', 'name="written_on"', 'name="file"'):
        assert field in page


def test_article_is_checked_against_the_record(desk: TestClient) -> None:
    page = post(desk)
    assert "Confirmed" in text_of(page, "#claim-1")
    assert "18,485" in text_of(page)


def test_verdicts_are_counted(jk: Record) -> None:
    claims = (
        claim("won Budgam", "confirmed"),
        claim("by 18,485 votes", "confirmed"),
        claim("16 seats", "contradicted"),
    )
    page = post(client_of(jk, check=lambda _: claims))
    assert "2 confirmed 0 partial 0 superseded 1 contradicted 0 unverifiable" in text_of(page)


def test_each_mark_leads_to_its_evidence_and_back(jk: Record) -> None:
    evidence = Evidence(
        "Budgam: margin 18,485", "Results", "Election Commission of India", url="https://example.org/27"
    )
    client = client_of(jk, check=lambda _: (claim("by 18,485 votes", "confirmed", evidence=(evidence,)),))
    page = post(client)
    assert 'href="#claim-1"' in page
    assert 'id="claim-1"' in page
    assert 'href="#mark-1"' in page
    assert 'id="mark-1"' in page
    assert "Budgam: margin 18,485" in text_of(page, "#claim-1")
    assert 'href="https://example.org/27"' in page


def test_verdict_is_told_by_word_and_shape_beside_its_colour(jk: Record) -> None:
    client = client_of(jk, check=lambda _: (claim("by 18,485 votes", "partial"),))
    page = post(client)
    assert 'aria-label="Claim 1, partial: evidence"' in page
    assert 'class="sign partial"' in page


def test_claims_within_each_other_are_all_marked(jk: Record) -> None:
    claims = (claim("won Budgam by 18,485 votes", "confirmed"), claim("18,485 votes", "partial"))
    page = post(client_of(jk, check=lambda _: claims))
    assert marks_of(page) == ["won Budgam by ", "18,485 votes"]
    assert {'href="#claim-1"', 'href="#claim-2"'} <= set(page.split())
    assert article_of(page) == TEXT


def test_text_is_shown_whole_whatever_the_marks(jk: Record) -> None:
    plain = post(client_of(jk, check=lambda _: ()))
    assert article_of(plain) == TEXT
    assert "No claim was found" in text_of(plain, "h1")


def test_official_facts_are_written_for_readers(jk: Record) -> None:
    claims = (
        claim("won Budgam", "contradicted", official="ABDUL RASHID SHEIKH won Baramulla"),
        claim("by 18,485 votes", "superseded", official="2024-10-08", unit="date"),
        claim("16 seats", "contradicted", official="NC 51, INC 32"),
    )
    page = post(client_of(jk, check=lambda _: claims))
    assert "Abdul Rashid Sheikh won Baramulla" in text_of(page, "#claim-1")
    assert "8 October 2024" in text_of(page, "#claim-2")
    assert "NC 51, INC 32" in text_of(page, "#claim-3")


def test_example_can_be_tried(desk: TestClient) -> None:
    page = desk.get("/check?example=1").text
    assert "Omar Abdullah won Budgam" in text_of(page, "textarea")


def test_article_without_a_day_is_refused_with_its_text_kept(desk: TestClient) -> None:
    answer = desk.post("/check", data={"text": TEXT, "written_on": ""})
    assert answer.status_code == 422
    assert "does not say when it was written" in text_of(answer.text)
    assert TEXT in text_of(answer.text, "textarea")


def test_day_may_stand_before_the_text(desk: TestClient) -> None:
    assert "Confirmed" in post(desk, text=f"date 2024-10-09 {TEXT}", written_on="")


@pytest.mark.parametrize("text", ["", "   \n "])
def test_article_without_text_is_refused(desk: TestClient, text: str) -> None:
    answer = desk.post("/check", data={"text": text, "written_on": "2024-10-09"})
    assert answer.status_code == 422
    assert "There is no text to check" in text_of(answer.text)


def test_day_that_is_none_is_refused(desk: TestClient) -> None:
    answer = desk.post("/check", data={"text": TEXT, "written_on": "yesterday"})
    assert answer.status_code == 422
    assert "'yesterday' is not a day" in text_of(answer.text)


def test_binary_file_is_refused_by_name(desk: TestClient) -> None:
    files = {"file": ("report.pdf", b"%PDF-1.7 \x00\x01", "application/pdf")}
    answer = desk.post("/check", data={"text": TEXT, "written_on": "2024-10-09"}, files=files)
    assert answer.status_code == 422
    assert "report.pdf: it is no text but a PDF document" in text_of(answer.text)
    assert TEXT in text_of(answer.text, "textarea")


def test_article_of_more_than_a_megabyte_is_refused(desk: TestClient) -> None:
    answer = desk.post("/check", data={"text": "Budgam " * 200_000, "written_on": "2024-10-09"})
    assert answer.status_code == 422
    assert "The article has 1.4 MB, and at most 1 MB is checked here" in text_of(answer.text)


def test_request_of_many_megabytes_is_refused_in_plain_words(desk: TestClient) -> None:
    files = {"file": ("big.txt", b"x" * 6_000_000, "text/plain")}
    answer = desk.post("/check", files=files)
    assert answer.status_code == 413
    assert text_of(answer.text, "h1") == "That is too much to send"


def test_text_file_is_checked(desk: TestClient) -> None:
    files = {"file": ("report.txt", f"date 2024-10-09 {TEXT}".encode(), "text/plain")}
    answer = desk.post("/check", files=files)
    assert answer.status_code == 200
    assert "Confirmed" in answer.text


def test_saved_page_is_shown_without_its_markup(desk: TestClient) -> None:
    page = f"<html><body><p>{TEXT}</p><script>alert(1)</script></body></html>"
    files = {"file": ("report.html", page.encode(), "text/html")}
    answer = desk.post("/check", data={"written_on": "2024-10-09"}, files=files)
    assert answer.status_code == 200
    assert "alert(1)" not in answer.text
    assert article_of(answer.text).strip() == TEXT


def test_file_name_leads_nowhere(desk: TestClient, folder: Path) -> None:
    files = {"file": ("../../etc/<b>passwd</b>", b"\x00", "text/plain")}
    answer = desk.post("/check", data={"written_on": "2024-10-09"}, files=files)
    assert answer.status_code == 422
    assert "<b>" not in answer.text[answer.text.index("<main") :]


def test_day_decides_the_verdict(desk: TestClient) -> None:
    """'Counting on October 4' was right as of 22 August 2024, and wrong as of 31 August."""
    text = "Votes will be counted on October 4 in Jammu and Kashmir."
    assert "superseded" in text_of(post(desk, text, "2024-08-22"), "#claim-1").lower()
    assert "contradicted" in text_of(post(desk, text, "2024-09-10"), "#claim-1").lower()


def test_hostile_text_is_shown_as_text(jk: Record) -> None:
    text = 'won </div><script>alert("x")</script> by 5 votes'
    made = claim("by 5 votes", "confirmed", text, why="<img src=x onerror=alert(1)>", official="<b>5</b>")
    page = post(client_of(jk, check=lambda _: (made,)), text)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>5</b>" not in page


def test_address_of_a_source_that_is_no_web_address_is_not_linked(jk: Record) -> None:
    evidence = Evidence("a", "Results", "Somebody", url="javascript:alert(1)")
    page = post(client_of(jk, check=lambda _: (claim("by 18,485 votes", "confirmed", evidence=(evidence,)),)))
    assert "javascript:" not in page


def test_page_says_what_is_not_covered(desk: TestClient) -> None:
    assert "Opinions, promises, predictions and exit polls" in text_of(desk.get("/check").text)
