"""What the desk says, in plain words, when it cannot show a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from gettext import NullTranslations

from fastapi import Request
from starlette.responses import Response

from janadesh.desk.api.app_path import PATH
from janadesh.desk.api.problems import WRONG_HOST
from janadesh.desk.api.problems import problem
from janadesh.desk.api.problems import problem_of
from janadesh.desk.as_of import AsOf
from janadesh.desk.desk import Desk
from janadesh.desk.language import read_lang
from janadesh.desk.safety import HEADERS
from janadesh.desk.verifying import VerifyingLater
from janadesh.errors import JanadeshError
from janadesh.errors import NotInRecord
from janadesh.record.moments import UnreadableMoment


def of_janadesh(desk: Desk, request: Request, error: JanadeshError) -> Response:
    """Tell an error about what was asked, in the error's own words."""
    # without the moment, the same page may well answer
    gettext, lang = _texts(desk, request).gettext, read_lang(request.query_params)
    here = request.url.path + (f"?lang={lang}" if lang else "")
    same_page = here if "as_of" in request.query_params else ""
    if isinstance(error, NotInRecord):
        return _page(desk, request, 404, gettext("Not on the record"), str(error), same_page)
    if isinstance(error, UnreadableMoment):
        return _page(desk, request, 422, gettext("That is not a moment"), str(error), same_page)
    if isinstance(error, VerifyingLater):
        page = _page(desk, request, 503, gettext("The record cannot answer"), str(error))
        page.headers["Retry-After"] = str(error.retry_after)
        return page
    return _page(desk, request, 500, gettext("The record cannot answer"), str(error))


def of_http(desk: Desk, request: Request, status: int, retry_after: int | None = None) -> Response:
    """Tell an HTTP error, and after how many seconds to ask again; a program is told as the interface tells it."""
    if request.url.path.startswith(f"{PATH}/"):
        # what the desk refuses at its door, or a path with a line end in it, which no mount takes
        answer = problem_of(status, request)
    else:
        heading, message = _in_words(_texts(desk, request), status)
        answer = _page(desk, request, status, heading, message)
    if retry_after is not None:
        answer.headers["Retry-After"] = str(retry_after)
    return answer


def of_other_host(desk: Desk, request: Request, hosts: Sequence[str]) -> Response:
    """Tell who asked under another name which names the desk has, and how it is given one."""
    if request.url.path.startswith(f"{PATH}/"):
        return problem(WRONG_HOST, f"This desk answers as {', '.join(hosts)}. {WRONG_HOST.tells}", request)
    # under that name the browser would get no style sheet either, so that the page has none
    page = desk.pages.draw("other_host.html", _now(request), status=WRONG_HOST.status, hosts=hosts)
    page.headers.update(HEADERS)
    return page


def _page(desk: Desk, request: Request, status: int, heading: str, message: str, same_page: str = "") -> Response:
    now = _now(request)
    page = desk.pages.draw("error.html", now, status=status, heading=heading, message=message, same_page=same_page)
    # a fault is answered outside of the middleware that gives every other page its headers
    page.headers.update(HEADERS)
    return page


def _now(request: Request) -> AsOf:
    # an error page asks the record nothing, since the record may be what is wrong
    return AsOf(None, dt.datetime.now(dt.UTC), "UTC", read_lang(request.query_params))


def _texts(desk: Desk, request: Request) -> NullTranslations:
    return desk.pages.texts(_now(request))


def _in_words(texts: NullTranslations, status: int) -> tuple[str, str]:
    gettext = texts.gettext
    told = {
        404: (
            gettext("There is no such page"),
            gettext("The address may be mistyped, or the page was never here."),
        ),
        405: (
            gettext("This page cannot be asked in that way"),
            gettext("Open it by its link, or send its form."),
        ),
        408: (
            gettext("That came too slowly"),
            gettext("The article did not arrive in time. Send it again, or a shorter one."),
        ),
        413: (
            gettext("That is too much to send"),
            gettext("An article may have one megabyte of text. Send a shorter one."),
        ),
        429: (
            gettext("Asked too often"),
            gettext("Too much was asked from this address within a minute. Wait a little, and ask again."),
        ),
        500: (
            gettext("Something went wrong inside Janadesh"),
            gettext(
                "This is a fault of the program, not of what you asked. "
                "The terminal where the desk was started says more."
            ),
        ),
        503: (
            gettext("Too busy at the moment"),
            gettext("The answer took too long, or too many others wait for theirs. Wait a little, and ask again."),
        ),
    }
    other = gettext("The desk answered with status %(status)s.") % {"status": status}
    return told.get(status, (gettext("That did not work"), other))
