"""The page that tells how the interface is asked, drawn from its OpenAPI description without outside requests."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import Response

from janadesh.desk.api.asked import desk_of
from janadesh.desk.api.described import operations
from janadesh.desk.api.described import shapes
from janadesh.desk.api.problems import KINDS
from janadesh.desk.as_of import read_as_of


def routes() -> APIRouter:
    """Give the route of the reference page."""
    router = APIRouter()
    router.add_api_route("/reference", reference, include_in_schema=False, response_class=HTMLResponse)
    return router


def reference(request: Request) -> Response:
    """Draw the reference page."""
    desk = desk_of(request)
    description = request.app.openapi()
    families = [(name, list(told)) for name, told in groupby(operations(description), lambda each: each.family)]
    return desk.pages.draw(
        "api_reference.html",
        read_as_of(desk.record, {}),
        here="api",
        about=description["info"]["description"].split("\n\n"),
        families=families,
        shapes=shapes(description),
        kinds=KINDS,
    )
