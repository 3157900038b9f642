"""The style sheet of party and alliance colours, written from the record."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from janadesh.desk.colours import colour_sheet
from janadesh.desk.desk import Desk
from janadesh.desk.party_colours import colours_of


def colour_route(desk: Desk) -> APIRouter:
    """Give the route of `/colours.css`."""
    router = APIRouter()

    @router.get("/colours.css")
    def colours() -> Response:
        moment = desk.record.moment()
        sheet = desk.remembered.answer("colours", moment, lambda: colour_sheet(colours_of(desk.record).items()))
        return Response(sheet, media_type="text/css")

    return router
