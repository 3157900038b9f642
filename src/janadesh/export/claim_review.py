"""
Checks as schema.org ClaimReview in JSON-LD, as search engines and fact-check aggregators read them.

    https://schema.org/ClaimReview
    https://developers.google.com/search/docs/appearance/structured-data/factcheck

Google requires `claimReviewed`, `url` and a `reviewRating` with `alternateName`; `url` is the page that
the check stands on, with the claim's own anchor. Where that page is not known yet the anchor stands
alone, which JSON-LD resolves against the page that it is put into: `checked_html` has the same anchors.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag
from urllib.parse import urlsplit

from janadesh.export.checked_article import Checked
from janadesh.export.checked_article import Marked
from janadesh.export.checked_article import anchor
from janadesh.export.links import web_address
from janadesh.sources.article import Article

BEST, WORST = 5, 1
_RATINGS: Mapping[str, tuple[str, int | None]] = {
    "confirmed": ("Confirmed by the official record", 5),
    "superseded": ("Right when it was said, superseded since", 4),
    "partial": ("Partly right", 3),
    "contradicted": ("Contradicted by the official record", 1),
    # on the scale it would stand for a judgement that was not made
    "unverifiable": ("Not verifiable", None),
}


@dataclass(frozen=True, slots=True)
class Review:
    """Who publishes the checks, on which day, and on which page (None: not known yet)."""

    publisher: str
    reviewed_on: dt.date
    page_url: str | None = None
    publisher_url: str | None = None


def claim_reviews(articles: Iterable[Checked], review: Review) -> dict[str, Any]:
    """
    Give every claim of checked articles as a ClaimReview.

    Returns: a JSON-LD document: `@context`, and `@graph` with one ClaimReview a claim, in order.
    """
    graph = [
        _claim_review(checked.article, marked, review, place)
        for place, checked in enumerate(articles, start=1)
        for marked in checked.claims
    ]
    return {"@context": "https://schema.org", "@graph": graph}


def _claim_review(article: Article, marked: Marked, review: Review, place: int) -> dict[str, Any]:
    said = marked.quote
    page = urldefrag(review.page_url).url if review.page_url else ""
    return {
        "@type": "ClaimReview",
        "url": f"{page}#{anchor(place, marked.number)}",
        "datePublished": review.reviewed_on.isoformat(),
        "author": _known({"@type": "Organization", "name": review.publisher, "url": web_address(review.publisher_url)}),
        "claimReviewed": f"{marked.about}: {said}" if marked.about else said,
        "reviewRating": _rating(marked.claim.verdict),
        "reviewBody": marked.claim.why or _RATINGS[marked.claim.verdict][0],
        "itemReviewed": _claim(article, said),
    }


def _rating(verdict: str) -> dict[str, Any]:
    words, value = _RATINGS[verdict]
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": words}
    if value is not None:
        rating |= {"ratingValue": value, "bestRating": BEST, "worstRating": WORST}
    return rating


def _claim(article: Article, said: str) -> dict[str, Any]:
    url = web_address(article.url)
    appearance = {"@type": "NewsArticle", "headline": article.title, "url": url, "identifier": article.id}
    # who published the article is known by its address only
    host = urlsplit(url).hostname if url else None
    author = {"@type": "Organization", "name": host.removeprefix("www.")} if host else None
    return _known(
        {
            "@type": "Claim",
            "text": said,
            "author": author,
            "datePublished": article.written_on.isoformat(),
            "appearance": _known(appearance | {"datePublished": article.written_on.isoformat()}),
        }
    )


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value is not None}
