"""The route that checks an article against the record. Nothing that is sent to it is kept."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from typing import Any

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Query
from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from janadesh.claims.claim import Claim
from janadesh.desk.api import answers
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import AsOfQuery
from janadesh.desk.api.asked import asked
from janadesh.desk.api.checked import told
from janadesh.desk.api.shapes.checks import CheckedArticle
from janadesh.desk.api.shapes.envelope import Answer
from janadesh.desk.api.tables import answered
from janadesh.desk.api.tables import problems
from janadesh.desk.article_form import MOST_BYTES
from janadesh.sources.article import Article
from janadesh.sources.articles import parse_articles

READ = ("text/plain", "text/html", "application/xhtml+xml", "application/json")
_EXAMPLE = "Omar Abdullah won Budgam by 18,485 votes. The Congress won 16 seats."
_OBJECT = {"date": "2024-10-09", "text": _EXAMPLE}
ARTICLE_BODY = {
    "requestBody": {
        "required": True,
        "description": "The article: its own text, its web page, or a JSON object with `text` and `date` (and `id`, "
        "`title`, `url`), or several in an array. At most one megabyte of UTF-8.",
        "content": {
            "text/plain": {"schema": {"type": "string"}, "example": _EXAMPLE},
            "text/html": {"schema": {"type": "string"}, "example": f"<html><body><p>{_EXAMPLE}</p></body></html>"},
            "application/json": {
                "schema": {"oneOf": [{"type": "object"}, {"type": "array", "items": {"type": "object"}}]},
                "example": _OBJECT,
            },
        },
    }
}


def routes() -> APIRouter:
    """Give the route of checks."""
    router = APIRouter(tags=["Checks"])
    router.add_api_route(
        "/check",
        check_article,
        methods=["POST"],
        summary="Check an article against the record",
        response_model=Answer[list[CheckedArticle]],
        responses=answered("The claims found, with verdicts and evidence.") | problems(413, 415, 422),
        openapi_extra=ARTICLE_BODY,
    )
    return router


def asked_to_check(request: Request, as_of: AsOfQuery = None) -> Asked:
    """Read a request to check; its answer is never one that the client holds."""
    return asked(request, as_of)


async def check_article(
    request: Request,
    ask: Annotated[Asked, Depends(asked_to_check)],
    written_on: Annotated[
        dt.date | None,
        Query(
            description="The day the article was written on, for one that does not say so; whether a claim holds "
            "depends on when it was made.",
            examples=["2024-10-09"],
        ),
    ] = None,
) -> Response:
    """Find the checkable claims of an article and judge each by the record. Nothing that is sent is kept."""
    found = await sent_articles(request, written_on)
    answer = answers.one(ask, await run_in_threadpool(_checked, ask, found))
    del answer.headers["etag"]
    answer.headers["cache-control"] = "no-store"
    return answer


async def sent_articles(request: Request, written_on: dt.date | None) -> list[Article]:
    """
    Read the articles that a request sends.

    Raises: HTTPException, 413 or 415; UnreadableArticle.
    """
    sent = request.headers.get("content-type", "text/plain").partition(";")[0].strip().lower()
    if sent not in READ:
        raise HTTPException(415, f"An article is read as {', '.join(READ)}; {sent!r} is none of them.")
    content = await request.body()
    if len(content) > MOST_BYTES:
        raise HTTPException(
            413, f"The article has {len(content) / MOST_BYTES:.1f} MB, and at most 1 MB is checked here."
        )
    text = content.decode("utf-8", errors="replace")
    return await run_in_threadpool(parse_articles, text, "The article", written_on)


def _checked(ask: Asked, articles: list[Article]) -> list[dict[str, Any]]:
    return [told(article, _claims(ask, article)).model_dump() for article in articles]


def _claims(ask: Asked, article: Article) -> tuple[Claim, ...]:
    if ask.as_of.is_now:
        return ask.desk.check(article)
    return ask.desk.checkers.at(ask.moment).check(article)
