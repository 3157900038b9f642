"""The interface as an application of its own, which the desk mounts at `/api/v1`."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi import Request
from starlette.responses import RedirectResponse
from starlette.responses import Response

from janadesh import __version__
from janadesh.desk.api import articles
from janadesh.desk.api import change
from janadesh.desk.api import changes
from janadesh.desk.api import check
from janadesh.desk.api import counting
from janadesh.desk.api import elections
from janadesh.desk.api import exports
from janadesh.desk.api import forming
from janadesh.desk.api import people
from janadesh.desk.api import record
from janadesh.desk.api import reference
from janadesh.desk.api import results
from janadesh.desk.api import standings
from janadesh.desk.api import supposing
from janadesh.desk.api import tallies
from janadesh.desk.api.answers import KEEPING
from janadesh.desk.api.app_path import PATH
from janadesh.desk.api.asked import Unchanged
from janadesh.desk.api.going import TellsWhatGoes
from janadesh.desk.api.going import mark_what_goes
from janadesh.desk.api.problems import tell_problems
from janadesh.desk.api.shapes.envelope import Problem
from janadesh.desk.desk import Desk
from janadesh.desk.live import Live

ABOUT = """\
Elections on the record: dated, sourced statements, asked as of any moment.

Every address that takes `as_of` answers with what was known then. Ids stay the same for ever; where a path has an
id, a name is understood, too, and a mistyped one is answered with the nearest.

A table is JSON, CSV or Parquet, by the `Accept` header or by an ending: `/elections.csv`. JSON comes in an envelope
with the moment, the state of the record and which rows it holds; `Link` headers lead to the next ones. Unknown is
null, and not 0. A form that is not offered is answered with 406 and those that are.

Every answer to a GET has an `ETag`, which changes only when the record does; sent back as `If-None-Match`, it is
answered with 304 and without a body. Errors are problem details (RFC 9457).
"""


class Interface(FastAPI):
    """FastAPI, with the shape of errors in its description."""

    def openapi(self) -> dict[str, Any]:
        """Describe the interface in OpenAPI 3.1."""
        if not self.openapi_schema:
            described = super().openapi()
            described["components"]["schemas"]["Problem"] = Problem.model_json_schema()
            mark_what_goes(described)
        return super().openapi()


def create_api(desk: Desk | None = None) -> FastAPI:
    """Make the interface over a desk's record; without one it only describes itself."""
    api = Interface(
        title="Janadesh",
        summary="Elections on the record, by REST.",
        description=ABOUT,
        version=__version__,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        servers=[{"url": PATH}],
        root_path_in_servers=False,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
    )
    api.add_middleware(TellsWhatGoes)
    api.state.desk = desk
    api.state.live = None if desk is None else Live(desk.record)
    api.include_router(exports.at_the_election())
    of_elections = (elections, results, tallies, change, standings, counting, forming, supposing)
    for family in (*of_elections, people, record, changes, check, articles, exports, reference):
        api.include_router(family.routes())
    api.add_api_route("/", _to_reference, include_in_schema=False)
    tell_problems(api)
    api.add_exception_handler(Unchanged, _unchanged)
    return api


def _to_reference() -> Response:
    return RedirectResponse(f"{PATH}/reference")


def _unchanged(_: Request, held: Exception) -> Response:
    assert isinstance(held, Unchanged)  # noqa: S101 - what the handler is for
    return Response(status_code=304, headers={"ETag": held.etag, "Cache-Control": KEEPING, "Vary": "Accept"})
