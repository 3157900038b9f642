"""The page of an article that the record keeps: its claims as judged when it was published, and at a later moment."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import Response

from janadesh import model
from janadesh.desk.article_told import told_article
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk


def routes(desk: Desk) -> APIRouter:
    """Give the article page's route."""
    router = APIRouter()

    @router.get("/articles/{article}", response_class=HTMLResponse)
    def article_page(request: Request, article: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        judged = desk.verdicts.of_one(article, as_of.moment)
        return desk.pages.draw(
            "article.html",
            as_of,
            here="article",
            told=told_article(judged),
            elections=_elections(desk, judged.elections, as_of),
        )

    return router


def _elections(desk: Desk, ids: frozenset[str], as_of: AsOf) -> tuple[model.Election, ...]:
    """Give the elections that an article speaks of, the latest first."""
    rows = desk.record.frame(model.Election, as_of.moment, id=sorted(ids)).sort("year", descending=True)
    return tuple(model.Election(**row) for row in rows.iter_rows(named=True))
