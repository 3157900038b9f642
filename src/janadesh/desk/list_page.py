"""The lists of all parties, alliances and people, searched by name and turned page by page."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import Response

from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.desk.list_facts import ALLIANCES
from janadesh.desk.list_facts import PARTIES
from janadesh.desk.list_facts import PEOPLE
from janadesh.desk.list_facts import Kind
from janadesh.desk.list_facts import list_page

LONGEST = 200
"""Letters of a name that is searched for; none is longer."""
LAST_PAGE = 1_000_000


def routes(desk: Desk) -> APIRouter:
    """Give the routes of the lists; `q` is what is searched for, `page` which page is shown."""
    router = APIRouter()

    def drawn(request: Request, kind: Kind) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        asked = request.query_params.get("q", "").strip()[:LONGEST]
        told = list_page(desk, kind, asked, _page(request.query_params.get("page", "")), as_of)
        return desk.pages.draw("list.html", as_of, here=kind.path, told=told)

    @router.get("/parties", response_class=HTMLResponse)
    def parties_page(request: Request) -> Response:
        return drawn(request, PARTIES)

    @router.get("/alliances", response_class=HTMLResponse)
    def alliances_page(request: Request) -> Response:
        return drawn(request, ALLIANCES)

    @router.get("/people", response_class=HTMLResponse)
    def people_page(request: Request) -> Response:
        return drawn(request, PEOPLE)

    return router


def _page(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < len(str(LAST_PAGE))
    return max(1, int(text)) if is_number else 1
