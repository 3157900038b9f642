"""Checks as ClaimReview: what Google requires and schema.org allows, and nothing that was not found."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from janadesh.claims.checking import checker_of
from janadesh.claims.claim import VERDICTS
from janadesh.export.checked_article import checked
from janadesh.export.checked_html import checked_page
from janadesh.export.claim_review import Review
from janadesh.export.claim_review import claim_reviews
from janadesh.record.book import Record
from janadesh.sources.articles import read_articles
from tests.export.checked_articles import claim
from tests.export.checked_articles import laid_out

PAGE = "https://desk.example/checks/1"
REVIEW = Review("The Desk", dt.date(2024, 10, 10), PAGE)


def thing(kind: str, required: list[str], **properties: object) -> dict[str, object]:
    known = {"@type": {"const": kind}, **properties}
    return {"type": "object", "required": ["@type", *required], "properties": known, "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
URL = {"type": "string", "pattern": "^https?://[^/]+"}
NUMBER = {"type": "number"}
ORGANIZATION = thing("Organization", ["name"], name=TEXT, url=URL)
RATING = thing(
    "Rating", ["alternateName"], alternateName=TEXT, ratingValue=NUMBER, bestRating=NUMBER, worstRating=NUMBER
)
WORK = thing("NewsArticle", [], headline=TEXT, url=URL, identifier=TEXT, datePublished=DAY)
CLAIM = thing("Claim", [], text=TEXT, author=ORGANIZATION, datePublished=DAY, appearance=WORK)
CLAIM_REVIEW = thing(
    "ClaimReview",
    # https://developers.google.com/search/docs/appearance/structured-data/factcheck
    ["claimReviewed", "reviewRating", "url"],
    url=URL,
    datePublished=DAY,
    author=ORGANIZATION,
    claimReviewed=TEXT,
    reviewRating=RATING,
    reviewBody=TEXT,
    itemReviewed=CLAIM,
)
DOCUMENT = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {"@context": {"const": "https://schema.org"}, "@graph": {"type": "array", "items": CLAIM_REVIEW}},
    "additionalProperties": False,
}
"""The properties that schema.org defines for the types used, and those that Google requires."""


def one(*claims: Any, review: Review = REVIEW, **more: str) -> dict[str, Any]:
    document = claim_reviews([laid_out(*claims, **more)], review)
    jsonschema.validate(document, DOCUMENT if review.page_url else {})
    (found,) = document["@graph"]
    return dict(found)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_is_rated_in_words(verdict: str) -> None:
    assert one(claim("16 seats", verdict))["reviewRating"]["alternateName"]


def test_what_was_not_decided_has_no_place_on_the_scale() -> None:
    assert "ratingValue" not in one(claim("16 seats", "unverifiable"))["reviewRating"]


def test_contradicted_is_the_worst_and_confirmed_the_best() -> None:
    worst = one(claim("16 seats", "contradicted"))["reviewRating"]
    best = one(claim("16 seats", "confirmed"))["reviewRating"]

    assert (worst["ratingValue"], best["ratingValue"]) == (worst["worstRating"], best["bestRating"])


def test_the_claim_says_where_and_when_it_appeared_and_who_published_it() -> None:
    reviewed = one(claim("16 seats"), title="Omar wins", url="https://www.news.example/1")["itemReviewed"]

    assert reviewed["author"] == {"@type": "Organization", "name": "news.example"}
    assert reviewed["datePublished"] == "2024-10-09"
    assert (reviewed["appearance"]["headline"], reviewed["appearance"]["url"]) == (
        "Omar wins",
        "https://www.news.example/1",
    )


def test_an_author_that_is_not_known_is_left_out() -> None:
    assert "author" not in one(claim("16 seats"), url="javascript:alert(1)")["itemReviewed"]


def test_the_url_is_the_claims_place_on_the_page_that_is_written_as_html() -> None:
    found = one(claim("16 seats"))["url"]
    alone = one(claim("16 seats"), review=Review("The Desk", dt.date(2024, 10, 10)))["url"]

    assert found == PAGE + alone
    assert f'id="{alone.removeprefix("#")}"' in checked_page([laid_out(claim("16 seats"))])


def test_the_four_reports_validate(bundled: Record, shared: Path) -> None:
    checker = checker_of(bundled)
    articles = [article for file in sorted((shared / "seeds").glob("*.txt")) for article in read_articles(file)]
    document = claim_reviews([checked(article, checker.check(article)) for article in articles], REVIEW)
    jsonschema.validate(json.loads(json.dumps(document)), DOCUMENT)
    urls = [review["url"] for review in document["@graph"]]

    assert len(urls) >= 35
    assert len(set(urls)) == len(urls)
