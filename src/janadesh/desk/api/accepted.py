"""Routes that share an address with another and answer in a form of their own, where the `Accept` header takes it."""

from __future__ import annotations

from typing import ClassVar

import mimeparse
from fastapi.routing import APIRoute
from starlette.datastructures import Headers
from starlette.routing import Match
from starlette.types import Scope

from janadesh.desk.api.asked import MEDIA_TYPES

EVENT_STREAM = "text/event-stream"
XML = "application/xml"


class AcceptedRoute(APIRoute):
    """A route that is there only for a request that would rather have `media_type` than any form of a table."""

    media_type: ClassVar[str]

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match as any route does, and the header too."""
        match, child = super().matches(scope)
        if match is Match.NONE or not is_preferred(self.media_type, Headers(scope=scope).get("accept", "")):
            return Match.NONE, {}
        return match, child


class EventStreamRoute(AcceptedRoute):
    """A route of server-sent events."""

    media_type = EVENT_STREAM


class XmlRoute(AcceptedRoute):
    """A route of XML."""

    media_type = XML


def is_preferred(media_type: str, accept: str) -> bool:
    """Tell whether an Accept header wants a type rather than a table or a page."""
    try:
        # at a tie the last one is taken, so that a header that takes anything gets a table; a browser would rather
        # have HTML than XML, and gets a table, too
        return bool(mimeparse.best_match([media_type, *MEDIA_TYPES.values(), "text/html"], accept) == media_type)
    except mimeparse.MimeTypeParseException:
        return False
