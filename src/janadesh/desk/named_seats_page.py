"""Which seats a search finds, for the script of the table: names in Devanagari are heard, not spelled."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import JSONResponse
from starlette.responses import Response

from janadesh.desk.as_of import read_as_of
from janadesh.desk.contest_rows import is_found
from janadesh.desk.desk import Desk
from janadesh.desk.election_page import facts_of
from janadesh.desk.election_page import find_election


def routes(desk: Desk) -> APIRouter:
    """Give the route; `q` is what was typed. It answers with the ids of constituencies, and nothing of it is kept."""
    router = APIRouter()

    @router.get("/elections/{election}/named")
    def named_seats_page(request: Request, election: str) -> Response:
        as_of = read_as_of(desk.record, request.query_params)
        facts = facts_of(desk, find_election(desk, election, as_of), as_of)
        text = request.query_params.get("q", "").strip()
        found = [row.constituency for row in facts.contests if is_found(row, text)]
        return JSONResponse(found, headers={"Cache-Control": "no-store"})

    return router
