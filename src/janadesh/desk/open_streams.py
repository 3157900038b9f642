"""How many may follow a count at once: of all, and from one address."""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request
from starlette.types import ASGIApp
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from janadesh.desk.request_limits import Limits
from janadesh.desk.request_limits import Telling
from janadesh.desk.request_limits import client_of
from janadesh.desk.request_limits import is_stream

RETRY_AFTER = 60
"""Seconds after which whoever found no place may ask again."""


class OpenStreams:
    """ASGI middleware that answers 429 or 503 where too many streams are open already."""

    def __init__(self, app: ASGIApp, *, limits: Limits, telling: Telling) -> None:
        """Stand before an application."""
        self._app = app
        self._limits = limits
        self._telling = telling
        self._open: Counter[str | None] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting it while it is open where it is a stream."""
        if scope["type"] != "http" or not is_stream(scope):
            await self._app(scope, receive, send)
            return
        client = client_of(scope)
        if refused := self._refused(client):
            await self._telling(Request(scope), refused, RETRY_AFTER)(scope, receive, send)
            return
        self._open[client] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._open[client] -= 1
            if not self._open[client]:
                del self._open[client]

    def _refused(self, client: str | None) -> int | None:
        if self._open.total() >= self._limits.streams:
            return 503
        is_many = client is not None and self._open[client] >= self._limits.streams_per_address
        return 429 if is_many else None
