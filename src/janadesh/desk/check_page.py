"""
The page that checks an article against the record.

Nothing that is sent to it is kept, unless the sender asks for that and knows the desk's token.
"""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse
from starlette.responses import Response

from janadesh.claims.claim import VERDICTS
from janadesh.desk.article_form import ArticleForm
from janadesh.desk.article_form import articles_of
from janadesh.desk.article_form import as_named
from janadesh.desk.article_form import read_form
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of_now
from janadesh.desk.desk import Desk
from janadesh.desk.writing import HOW
from janadesh.errors import JanadeshError
from janadesh.export.checked_article import MEANINGS
from janadesh.export.checked_article import checked
from janadesh.sources.article import Article
from janadesh.sources.article_keeping import Kept
from janadesh.sources.article_keeping import keep_article

EXAMPLE = ArticleForm(
    written_on="2024-10-14",
    text=(
        "National Conference vice president Omar Abdullah won Budgam by 18,485 votes. He was leading by more than "
        "5,000 votes in Ganderbal when early rounds were counted.\n\n"
        "The BJP won 29 seats in the 90-member assembly, while the Congress won 16. Votes were counted on October 8, "
        "after polling in three phases.\n\n"
        "In the Lok Sabha election earlier this year Abdullah lost Baramulla to Engineer Rashid by more than 1.25 lakh "
        "votes."
    ),
)
"""A text with claims of several verdicts, to try the page with; it contradicts the record in one place."""


def routes(desk: Desk) -> APIRouter:
    """Give the routes of the form and of its answer."""
    router = APIRouter()

    @router.get("/check", response_class=HTMLResponse)
    def form_page(request: Request) -> Response:
        form = EXAMPLE if "example" in request.query_params else ArticleForm()
        return _drawn(desk, read_as_of_now(desk.record, request.query_params), form)

    @router.post("/check", response_class=HTMLResponse)
    async def answer_page(request: Request) -> Response:
        form = await read_form(request)
        return await run_in_threadpool(_answered, desk, read_as_of_now(desk.record, request.query_params), form)

    return router


class TokenWrong(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """An article shall be kept, and the token is not the desk's."""


def _answered(desk: Desk, as_of: AsOf, form: ArticleForm) -> Response:
    try:
        articles = articles_of(form)
        kept = _kept(desk, form, articles[0]) if form.keep else None
        answer = checked(articles[0], desk.check(articles[0]))
    except TokenWrong as error:
        return _drawn(desk, as_of, form, problem=str(error), status=403)
    except JanadeshError as error:
        return _drawn(desk, as_of, form, problem=str(error), status=422)
    return _drawn(desk, as_of, form, answer=answer, left_out=len(articles) - 1, kept=kept)


def _kept(desk: Desk, form: ArticleForm, article: Article) -> Kept:
    if not desk.writing.is_possible:
        raise TokenWrong(f"This desk keeps nothing. {HOW}")
    if not desk.writing.is_by(form.token):
        raise TokenWrong("The article was not kept: that is not the desk's token. Ask whoever runs the desk for it.")
    return keep_article(desk.record, as_named(article, form), form.outlet)


def _drawn(desk: Desk, as_of: AsOf, form: ArticleForm, *, status: int = 200, **values: object) -> Response:
    everything: dict[str, object] = {"answer": None, "problem": None, "left_out": 0, "kept": None} | values
    return desk.pages.draw(
        "check.html",
        as_of,
        status=status,
        here="check",
        form=form,
        may_keep=desk.writing.is_possible,
        verdicts=VERDICTS,
        meanings=MEANINGS,
        **everything,
    )
