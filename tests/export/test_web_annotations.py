"""Checks as Web Annotations: each claim is found again by its words and by its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import jsonschema

from janadesh.claims.checking import checker_of
from janadesh.export.checked_article import checked
from janadesh.export.web_annotations import annotation_collection
from janadesh.record.book import Record
from janadesh.sources.articles import read_articles
from tests.export.checked_articles import TEXT
from tests.export.checked_articles import claim
from tests.export.checked_articles import laid_out

WHEN = dt.datetime(2024, 10, 10, 12, tzinfo=dt.UTC)
IRI = {"type": "string", "pattern": "^(urn:uuid:|https?://)"}
BODY = {
    "type": "object",
    "required": ["type", "purpose"],
    "properties": {
        "type": {"enum": ["TextualBody", "SpecificResource"]},
        "purpose": {"enum": ["assessing", "tagging", "linking"]},
    },
}
SELECTORS = {
    "prefixItems": [
        {"required": ["exact", "prefix", "suffix"], "properties": {"type": {"const": "TextQuoteSelector"}}},
        {"required": ["start", "end"], "properties": {"type": {"const": "TextPositionSelector"}}},
    ],
    "minItems": 2,
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "motivation", "body", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "assessing"},
        "body": {"type": "array", "items": BODY},
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {"source": IRI, "selector": SELECTORS},
        },
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer"},
        "first": {
            "type": "object",
            "required": ["id", "type", "startIndex", "items"],
            "properties": {"type": {"const": "AnnotationPage"}, "items": {"type": "array", "items": ANNOTATION}},
        },
    },
}
"""What https://www.w3.org/TR/annotation-model/ requires of a collection with its first page inside."""


def items(*claims: Any, **more: str) -> list[dict[str, Any]]:
    collection = annotation_collection([laid_out(*claims, **more)], WHEN)
    jsonschema.validate(collection, COLLECTION)
    assert collection["total"] == len(claims)
    return list(collection["first"]["items"])


def test_a_claim_is_selected_by_its_words_with_those_around_them_and_by_its_place() -> None:
    (item,) = items(claim("18,485 votes"))
    by_words, by_place = item["target"]["selector"]

    assert by_words["prefix"] + by_words["exact"] + by_words["suffix"] in TEXT
    assert TEXT[by_place["start"] : by_place["end"]] == by_words["exact"] == "18,485 votes"


def test_places_count_characters_and_not_bytes() -> None:
    text = "उमर 𝟒𝟐 जीते: 18,485 votes"
    (item,) = items(claim("18,485 votes", text=text), text=text)

    assert item["target"]["selector"][1]["start"] == text.index("18,485")


def test_the_body_says_verdict_and_reason_and_links_the_source() -> None:
    (item,) = items(claim("18,485 votes", "partial"))
    assessed, tag, link = item["body"]

    assert assessed["value"] == "Partial. The official margin is 18,485."
    assert tag["value"] == "partial"
    assert link["source"] == "https://results.eci.gov.in"


def test_the_target_is_the_articles_address_where_it_has_one() -> None:
    (item,) = items(claim("18,485 votes"), url="https://news.example/1")

    assert item["target"]["source"] == "https://news.example/1"


def test_the_same_claims_have_the_same_ids_and_others_have_others() -> None:
    two = (claim("18,485 votes"), claim("16 seats"))

    assert [item["id"] for item in items(*two)] == [item["id"] for item in items(*two)]
    assert len({item["id"] for item in items(*two)}) == 2


def test_in_the_four_reports_each_place_holds_its_words(bundled: Record, shared: Path) -> None:
    checker = checker_of(bundled)
    for file in sorted((shared / "seeds").glob("*.txt")):
        (article,) = read_articles(file)
        collection = annotation_collection([checked(article, checker.check(article))], WHEN)
        jsonschema.validate(collection, COLLECTION)

        for item in collection["first"]["items"]:
            by_words, by_place = item["target"]["selector"]
            around = by_words["prefix"] + by_words["exact"] + by_words["suffix"]
            assert article.text[by_place["start"] : by_place["end"]] == by_words["exact"]
            assert article.text.count(around) == 1
