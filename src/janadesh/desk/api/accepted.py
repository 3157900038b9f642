"""Routes that share an address with another and answer in a form of their own, where the `Accept` header takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import mimeparse
from fastapi.routing import APIRoute
from starlette.datastructures import Headers
from starlette.routing import Match
from starlette.types import Scope

from janadesh.desk.api.asked import MEDIA_TYPES

EVENT_STREAM = "text/event-stream"
XML = "application/xml"
NIST_XML = "application/vnd.janadesh.nist-sp1500-100+xml"
NIST_JSON = "application/vnd.janadesh.nist-sp1500-100+json"
"""NIST has registered no type of its own, and `application/json` is the election as this interface tells it."""


class AcceptedRoute(APIRoute):
    """A route that is there only for a request that would rather have one of `media_types` than a table or a page."""

    media_types: ClassVar[Sequence[str]]

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match as any route does, and the header too; what it wants is `accepted` in the scope."""
        match, child = super().matches(scope)
        accepted = preferred(self.media_types, Headers(scope=scope).get("accept", ""))
        if match is Match.NONE or not accepted:
            return Match.NONE, {}
        return match, {**child, "accepted": accepted}


class EventStreamRoute(AcceptedRoute):
    """A route of server-sent events."""

    media_types = (EVENT_STREAM,)


class NistRoute(AcceptedRoute):
    """A route of the Common Data Format of NIST; plain XML is that, too, as nothing else here is XML."""

    media_types = (XML, NIST_XML, NIST_JSON)


def preferred(media_types: Sequence[str], accept: str) -> str:
    """Give the type that an Accept header wants most, or nothing where it would rather have a table or a page."""
    try:
        # at a tie the last one is taken, so that a header that takes anything gets a table; a browser would rather
        # have HTML than XML, and gets a table, too
        best = str(mimeparse.best_match([*media_types, *MEDIA_TYPES.values(), "text/html"], accept))
    except mimeparse.MimeTypeParseException:
        return ""
    return best if best in media_types else ""
