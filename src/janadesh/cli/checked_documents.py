"""Checked articles as documents for others: a page that stands alone, ClaimReview, Web Annotations."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from janadesh.cli.talk import say

if TYPE_CHECKING:
    from janadesh.claims.across_articles import CheckedArticle
    from janadesh.export.figures import Digits


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes the checks, on which page where that is known, and in which time zone days are told."""

    publisher: str
    page_url: str | None
    time_zone: str


def print_document(form: str, checked: Iterable[CheckedArticle], publication: Publication, digits: Digits) -> None:
    """
    Print all checked articles as one document.

    Args:
        form: `html`, `claimreview` or `annotations`.
        checked: the articles, each with its claims.
        publication: where `claimreview` says the checks stand.
        digits: how figures are grouped.
    """
    from janadesh.export.checked_article import checked as laid_out
    from janadesh.export.checked_html import checked_page
    from janadesh.export.claim_review import Review
    from janadesh.export.claim_review import claim_reviews
    from janadesh.export.links import web_address
    from janadesh.export.web_annotations import annotation_collection

    page_url = publication.page_url
    if page_url is not None and web_address(page_url) is None:
        raise typer.BadParameter(f"{page_url!r} is no http or https address", param_hint="--page-url")
    articles = [laid_out(article, claims, digits) for article, claims in checked]
    now = dt.datetime.now(dt.UTC)
    if form == "html":
        typer.echo(checked_page(articles, publication.time_zone))
    elif form == "annotations":
        typer.echo(_json(annotation_collection(articles, now)))
    else:
        if page_url is None:
            say(
                "The page of these checks is not known; each url is an anchor of the page they are put into. "
                "Give --page-url to name it."
            )
        typer.echo(_json(claim_reviews(articles, Review(publication.publisher, now.date(), page_url))))


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
