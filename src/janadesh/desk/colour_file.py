"""The style sheet of party and alliance colours, written from the record."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from janadesh import model
from janadesh.desk.colours import colour_sheet
from janadesh.desk.desk import Desk


def colour_route(desk: Desk) -> APIRouter:
    """Give the route of `/colours.css`."""
    router = APIRouter()

    @router.get("/colours.css")
    def colours() -> Response:
        moment = desk.record.moment()
        sheet = desk.remembered.answer("colours", moment, lambda: _sheet(desk))
        return Response(sheet, media_type="text/css")

    return router


def _sheet(desk: Desk) -> str:
    frames = [desk.record.frame(noun).select("id", "colour") for noun in (model.Party, model.Alliance)]
    return colour_sheet(row for frame in frames for row in frame.iter_rows())
