"""Checking an article by the interface."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from janadesh.desk.api.app_path import PATH
from janadesh.desk.api.shapes.checks import CheckedArticle
from janadesh.desk.api.shapes.envelope import Answer
from janadesh.desk.api.shapes.envelope import Problem
from janadesh.desk.article_form import MOST_BYTES

TEXT = "Omar Abdullah won Budgam by 18,485 votes. The BJP won 31 seats in the 90-member assembly."
PAGE = f"<html><body><article><p>{TEXT} They were counted on 8 October.</p></article></body></html>"


def check(api: TestClient, content: str, media_type: str = "text/plain", **query: str) -> list[CheckedArticle]:
    answer = api.post("check", content=content.encode(), params=query, headers={"Content-Type": media_type})
    assert answer.status_code == 200, answer.text
    return Answer[list[CheckedArticle]].model_validate(answer.json()).data


def verdict(article: CheckedArticle, quote: str) -> str:
    (found,) = [claim.verdict for claim in article.claims if claim.quote == quote]
    return found


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (TEXT, "text/plain; charset=utf-8"),
        (PAGE, "text/html"),
        (json.dumps({"text": TEXT, "date": "2024-10-14"}), "application/json"),
    ],
)
def test_article_is_read_as_text_as_a_page_and_as_json(api: TestClient, content: str, media_type: str) -> None:
    (article,) = check(api, content, media_type, written_on="2024-10-14")

    assert verdict(article, "by 18,485 votes") == "confirmed"
    assert article.verdicts["contradicted"] == 1


def test_every_verdict_but_unverifiable_has_evidence_with_its_source(api: TestClient) -> None:
    (article,) = check(api, TEXT, written_on="2024-10-14")
    for claim in article.claims:
        assert TEXT[claim.start : claim.end] == claim.quote
        assert claim.why
        assert all(row.source_title and row.publisher for row in claim.evidence)
        assert claim.evidence or claim.verdict == "unverifiable"


def test_several_articles_are_checked_at_once(api: TestClient) -> None:
    two = [{"id": name, "text": TEXT, "date": "2024-10-14"} for name in ("a", "b")]
    assert [article.id for article in check(api, json.dumps(two), "application/json")] == ["a", "b"]


def test_article_is_checked_by_what_was_known_at_a_moment(api: TestClient) -> None:
    (article,) = check(api, TEXT, written_on="2024-10-14", as_of="2024-10-01")
    assert verdict(article, "by 18,485 votes") == "unverifiable"


def test_answer_is_not_kept_by_anybody(api: TestClient) -> None:
    answer = api.post("check?written_on=2024-10-14", content=TEXT)
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_nothing_that_is_sent_is_kept(api: TestClient, api_file: Path) -> None:
    check(api, f"{TEXT} Xyzzyx.", written_on="2024-10-14")
    assert b"Xyzzyx" not in api_file.read_bytes()
    assert len(api.get("articles").json()["data"]) == 1


@pytest.mark.parametrize(
    ("content", "media_type", "status", "kind"),
    [
        (TEXT, "text/plain", 422, "unreadable-article"),
        ("", "text/plain", 422, "unreadable-article"),
        ("{", "application/json", 422, "unreadable-article"),
        ('{"text": 1}', "application/json", 422, "unreadable-article"),
        (TEXT, "application/pdf", 415, "wrong-type"),
        ("x" * (MOST_BYTES + 1), "text/plain", 413, "too-much"),
        ("x" * (5 * MOST_BYTES), "text/plain", 413, "too-much"),
    ],
    ids=["no day", "nothing", "broken", "no text", "another type", "a byte too much", "more than is read"],
)
def test_what_cannot_be_checked_is_refused(
    api: TestClient, content: str, media_type: str, status: int, kind: str
) -> None:
    answer = api.post("check", content=content.encode(), headers={"Content-Type": media_type})
    problem = Problem.model_validate(answer.json())

    assert answer.status_code == status
    assert problem.type == f"{PATH}/reference#{kind}"
    assert "x" * 200 not in problem.detail
