"""How each figure is made, in plain words, with the law that it rests on."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import HTMLResponse
from starlette.responses import Response

from janadesh.analysis.territories import home_country
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.laws.law import Law
from janadesh.laws.law import laws_of

OF_FIGURES = {
    "deposit": "lost deposit",
    "nota": "nota",
    "tie": "tie",
    "majority": "majority",
    "uncontested": "uncontested",
    "several-seats": "several seats",
    "nominated": "nominated",
}
"""The rule that a figure's passage quotes, by the passage's anchor."""


def routes(desk: Desk) -> APIRouter:
    """Give the page's route."""
    router = APIRouter()

    @router.get("/about-the-numbers", response_class=HTMLResponse)
    def numbers_page(request: Request) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        laws = desk.remembered.answer(("laws", as_of.date), as_of.moment, lambda: _laws(desk, as_of))
        return desk.pages.draw("numbers.html", as_of, here="numbers", laws=laws)

    return router


def _laws(desk: Desk, as_of: AsOf) -> dict[str, tuple[Law, ...]]:
    country = home_country(desk.record, as_of.moment)
    in_force = [law for law in laws_of(country) if law.in_force(as_of.date)] if country else []
    return {anchor: tuple(law for law in in_force if law.kind == kind) for anchor, kind in OF_FIGURES.items()}
