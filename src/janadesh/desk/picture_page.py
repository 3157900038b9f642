"""
Pictures that other sites show of a page (the Open Graph protocol's `og:image`), as PNG under `/og/`.

Where what draws PNG is not installed, or no font, there are none, and pages name none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from janadesh import __version__
from janadesh.analysis.found import the_party
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.colours import colour_class
from janadesh.desk.colours import legible
from janadesh.desk.constituency_facts import find_constituency
from janadesh.desk.desk import Desk
from janadesh.desk.drawings.benches import benches
from janadesh.desk.drawings.share_pictures import HEIGHT
from janadesh.desk.drawings.share_pictures import SANS
from janadesh.desk.drawings.share_pictures import SERIF
from janadesh.desk.drawings.share_pictures import WIDTH
from janadesh.desk.drawings.share_pictures import as_png
from janadesh.desk.drawings.share_pictures import can_draw
from janadesh.desk.drawings.share_pictures import lines
from janadesh.desk.election_page import facts_of
from janadesh.desk.election_page import find_election
from janadesh.desk.pages import static_version
from janadesh.desk.party_colours import colours_of
from janadesh.desk.party_facts import party_facts
from janadesh.desk.remembered import Remembered

KEPT = 64
"""Pictures kept in memory, of about 40 KB each."""
SECONDS_FRESH = 60
MOST_BARS = 4
MOST_ELECTIONS = 6
MOST_BLOCKS = 6
_NO_FILL = legible(None).fill


def routes(desk: Desk) -> APIRouter:
    """Give the routes of pictures."""
    router = APIRouter()
    kept = Remembered(desk.record, KEPT, desk.remembered.instants)

    def answer(request: Request, draw: Callable[[AsOf], str]) -> Response:
        # resvg takes one font for a text, and few have both Latin letters and others: pictures are in English
        as_of = replace(read_as_of(desk.record, request.query_params), lang=None)
        if not can_draw():
            raise HTTPException(404)
        entry, passed = kept.state(as_of.moment)
        state = (__version__, static_version(), entry, passed, as_of.date, request.url.path, request.url.query)
        tag = f'"{hashlib.sha256(repr(state).encode()).hexdigest()[:32]}"'
        headers = {
            "ETag": tag,
            "Cache-Control": f"public, max-age={SECONDS_FRESH}",
            # other sites are what it is for
            "Cross-Origin-Resource-Policy": "cross-origin",
        }
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(kept.once(state, lambda: as_png(draw(as_of))), media_type="image/png", headers=headers)

    @router.get("/og/elections/{election}.png")
    def of_election(request: Request, election: str) -> Response:
        def draw(as_of: AsOf) -> str:
            facts = facts_of(desk, find_election(desk, election, as_of), as_of)
            return _drawn(desk, "og_election.svg", as_of, facts=facts, benches=benches(facts.blocks, facts.contests))

        return answer(request, draw)

    @router.get("/og/elections/{election}/constituencies/{constituency}.png")
    def of_constituency(request: Request, election: str, constituency: str) -> Response:
        def draw(as_of: AsOf) -> str:
            facts = facts_of(desk, find_election(desk, election, as_of), as_of)
            here = find_constituency(desk, facts, constituency, as_of)
            counted = [standing for standing in here.standings if standing.row["counted"] is not None]
            return _drawn(
                desk,
                "og_constituency.svg",
                as_of,
                election=facts.election,
                digits=facts.digits,
                facts=here,
                bars=counted[:MOST_BARS],
            )

        return answer(request, draw)

    @router.get("/og/parties/{party}.png")
    def of_party(request: Request, party: str) -> Response:
        def draw(as_of: AsOf) -> str:
            found = the_party(desk.record, party, as_of.moment)
            facts = desk.remembered.answer(
                ("party facts", found["id"]), as_of.moment, lambda: party_facts(desk, found, as_of)
            )
            return _drawn(desk, "og_party.svg", as_of, facts=facts, css=colour_class(found["id"]))

        return answer(request, draw)

    return router


def _drawn(desk: Desk, template: str, as_of: AsOf, **values: Any) -> str:
    fills = desk.remembered.answer("fills", as_of.moment, lambda: _fills(desk))
    picture = desk.pages.draw(
        template,
        as_of,
        width=WIDTH,
        height=HEIGHT,
        sans=SANS,
        serif=SERIF,
        lines=lines,
        fill=lambda css: fills.get(css, _NO_FILL),
        most_blocks=MOST_BLOCKS,
        most_elections=MOST_ELECTIONS,
        **values,
    )
    return bytes(picture.body).decode()


def _fills(desk: Desk) -> dict[str, str]:
    """Give what each colour class is filled with on white."""
    return {colour_class(name): legible(colour).fill for name, colour in colours_of(desk.record).items()}
