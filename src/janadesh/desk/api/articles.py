"""Routes of the articles that the record keeps. Keeping one needs the desk's token; their verdicts are never kept."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from typing import Any

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Path
from fastapi import Query
from fastapi import Request
from fastapi.security import HTTPAuthorizationCredentials
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from janadesh.analysis.found import the_election
from janadesh.claims.kept_articles import articles_frame
from janadesh.desk.api import answers
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ObjectAsked
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.asked import desk_of
from janadesh.desk.api.check import ARTICLE_BODY
from janadesh.desk.api.check import asked_to_check
from janadesh.desk.api.check import sent_articles
from janadesh.desk.api.checked import claim_told
from janadesh.desk.api.shapes import articles as shapes
from janadesh.desk.api.shapes.envelope import Answer
from janadesh.desk.api.tables import add_object
from janadesh.desk.api.tables import add_table
from janadesh.desk.api.tables import answered
from janadesh.desk.api.tables import problems
from janadesh.desk.links import Links
from janadesh.desk.writing import HOW
from janadesh.sources.article import Article
from janadesh.sources.article_keeping import MOST_IN_A_LINE
from janadesh.sources.article_keeping import keep_article

EXAMPLE = "9c628ba6e16b57575c84ef2d"
"""The id of the article that the tests keep."""

_BEARER = HTTPBearer(auto_error=False, description="The desk's token, by which articles are kept.")

ArticlePath = Annotated[str, Path(description="The article's id, as the list has it.", examples=[EXAMPLE])]


def routes() -> APIRouter:
    """Give the routes of articles."""
    router = APIRouter(tags=["Articles"])
    add_table(router, "/articles", articles, shapes.ArticleRow, "Articles kept, with their verdicts then and now")
    add_object(router, "/articles/{article}", one_article, shapes.Article, "One article: text and claims")
    router.add_api_route(
        "/articles",
        keep,
        methods=["POST"],
        summary="Keep an article on the timeline",
        response_model=Answer[list[shapes.Kept]],
        responses=answered("What was kept.") | problems(401, 403, 413, 415, 422),
        openapi_extra=ARTICLE_BODY,
    )
    return router


def articles(
    ask: RowsAsked,
    election: Annotated[
        str | None,
        Query(description="Only articles with a claim about this election, an id or name.", examples=["in-jk-2024"]),
    ] = None,
) -> Response:
    """List the articles known at the moment, by the day they were published on, with their verdicts counted."""
    found = the_election(ask.record, election, ask.moment) if election else None
    judged = ask.desk.verdicts.of_all(ask.moment)
    frame = articles_frame([one for one in judged if found is None or found.id in one.elections])
    return answers.rows(ask, frame, shapes.ArticleRow)


def one_article(article: ArticlePath, ask: ObjectAsked) -> Response:
    """Tell of one article: its text, and each claim as judged when it was published and at the moment."""
    judged = ask.desk.verdicts.of_one(article, ask.moment)
    (row,) = answers.told(articles_frame([judged]), shapes.ArticleRow)
    claims = [
        {
            "then": claim_told(claim.then).model_dump() if claim.then else None,
            "now": claim_told(claim.now).model_dump() if claim.now else None,
            "differs": claim.differs,
        }
        for claim in judged.claims
    ]
    return answers.one(ask, row | {"text": judged.kept.article.text, "judged": claims})


def may_write(request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> None:
    """
    Let only those write who send the token.

    Raises: HTTPException, 403 where the desk has none, 401 where it is not the one.
    """
    writing = desk_of(request).writing
    if not writing.is_possible:
        raise HTTPException(403, f"This desk keeps nothing. {HOW}")
    if given is None or not writing.is_by(given.credentials):
        challenge = {"WWW-Authenticate": 'Bearer realm="janadesh"'}
        raise HTTPException(401, "Send the desk's token: `Authorization: Bearer TOKEN`.", challenge)


async def keep(
    request: Request,
    _: Annotated[None, Depends(may_write)],
    ask: Annotated[Asked, Depends(asked_to_check)],
    written_on: Annotated[
        dt.date | None,
        Query(description="The day the article was written on, for one that does not say so.", examples=["2024-10-09"]),
    ] = None,
    outlet: Annotated[
        str | None,
        Query(
            max_length=MOST_IN_A_LINE,
            description="Who published it; without it, the host of its address.",
            examples=["The Daily"],
        ),
    ] = None,
) -> Response:
    """Keep what is sent, read as `check` reads it. An article that is there already adds nothing."""
    found = await sent_articles(request, written_on)
    answer = answers.one(ask, await run_in_threadpool(_kept, ask, found, outlet))
    del answer.headers["etag"]
    answer.headers["cache-control"] = "no-store"
    return answer


def _kept(ask: Asked, found: list[Article], outlet: str | None) -> list[dict[str, Any]]:
    kept = [keep_article(ask.record, article, outlet) for article in found]
    return [{"id": one.id, "is_new": one.is_new, "address": Links().article(one.id)} for one in kept]
