"""Where the time slider leads: the page it stands on, as known at the instant that was chosen."""

from __future__ import annotations

import re
from urllib.parse import quote
from urllib.parse import urlencode

from fastapi import APIRouter
from fastapi import Request
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.desk.election_page import find_election
from janadesh.desk.election_page import steps_at

_PAGE = re.compile(r"(timeline|compare|constituencies/[^/?#]+)?")


def routes(desk: Desk) -> APIRouter:
    """Give the route; `step` is a place among the steps, `page` what follows the election's address."""
    router = APIRouter()

    @router.get("/elections/{election}/step")
    def step_page(request: Request, election: str) -> Response:
        found = find_election(desk, election, read_as_of(desk.record, {}))
        query = dict(request.query_params)
        page, wanted = query.pop("page", ""), query.pop("step", "")
        steps = steps_at(desk, found.id)
        path = f"/elections/{quote(found.id, safe='')}"
        if _PAGE.fullmatch(page) and page:
            # always below the election's own address, so that it leads to no other site
            path += "/" + quote(page, safe="/")
        if steps and wanted.isascii() and wanted.isdigit():
            query["as_of"] = steps[min(int(wanted[:9]), len(steps) - 1)].asked
        return RedirectResponse(f"{path}?{urlencode(query)}" if query else path, status_code=303)

    return router
