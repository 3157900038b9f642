"""
Checks as a W3C Web Annotation collection: each claim's verdict, anchored to its words.

    https://www.w3.org/TR/annotation-model/

A claim is selected twice, by its words with those around them and by its place. Both speak of the
article's text as it was checked: for plain text and JSON the text as given, for a web page its headline
and main text, so that on the live page the words lead and the place only helps. Places count Unicode
characters from 0, the end not included, as the standard does.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from janadesh.export.checked_article import Checked
from janadesh.export.checked_article import Marked
from janadesh.export.links import web_address
from janadesh.sources.article import Article

AROUND = 40
"""How many characters before and after a claim are given, so that it is found when it stands there twice."""

_IDS = uuid.uuid5(uuid.NAMESPACE_DNS, "annotations.janadesh")


def annotation_collection(articles: Iterable[Checked], created: dt.datetime) -> dict[str, Any]:
    """
    Give every claim of checked articles as an annotation with the motivation `assessing`.

    Args:
        articles: the checked articles, in order.
        created: when they were checked.

    Returns: an `AnnotationCollection` in JSON-LD with all its annotations on its first page. The ids are
        the same whenever the same claims are written.
    """
    when = created.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    items = [_annotation(checked.article, marked, when) for checked in articles for marked in checked.claims]
    name = "\n".join(item["id"] for item in items)
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _urn("collection", name),
        "type": "AnnotationCollection",
        "label": "Claims checked against the election record",
        "total": len(items),
        "first": {"id": _urn("page", name), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(article: Article, marked: Marked, when: str) -> dict[str, Any]:
    claim = marked.claim
    return {
        "id": _urn(article.id, claim.kind, str(claim.start), str(claim.end), str(marked.number)),
        "type": "Annotation",
        "motivation": "assessing",
        "created": when,
        "generator": {"type": "Software", "name": "Janadesh"},
        "body": _bodies(marked),
        "target": {
            "source": web_address(article.url) or _urn("article", article.id),
            "selector": _selectors(article, marked),
        },
    }


def _bodies(marked: Marked) -> list[dict[str, Any]]:
    claim = marked.claim
    assessed = f"{claim.verdict.capitalize()}. {claim.why}".strip()
    if marked.official:
        assessed += f" On the record: {marked.official}."
    sources = dict.fromkeys(web_address(row.url) for row in claim.evidence)
    return [
        {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "language": "en", "value": assessed},
        {"type": "TextualBody", "purpose": "tagging", "value": claim.verdict},
        *({"type": "SpecificResource", "purpose": "linking", "source": url} for url in sources if url),
    ]


def _selectors(article: Article, marked: Marked) -> list[dict[str, Any]]:
    text, start, end = article.text, marked.claim.start, marked.claim.end
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _urn(*parts: str) -> str:
    return uuid.uuid5(_IDS, "\n".join(parts)).urn
