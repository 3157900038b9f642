"""
How often one address may ask: a sliding window of a minute, by the library `limits`, kept in memory.

The desk asks `limits` itself, since the middleware of slowapi finds no route of a FastAPI since 0.137.
"""

from __future__ import annotations

import math
import time

from limits import RateLimitItem
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from starlette.requests import Request
from starlette.types import ASGIApp
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from janadesh.desk.request_limits import Limits
from janadesh.desk.request_limits import Telling
from janadesh.desk.request_limits import client_of
from janadesh.desk.request_limits import is_costly
from janadesh.desk.request_limits import is_stream

MOST_KNOWN = 20_000
"""So many counts are kept; when more addresses ask within two minutes all begin anew, rather than fill the memory."""


class RequestRates:
    """ASGI middleware that answers 429 to an address that asks too often. Streams are bounded elsewhere."""

    def __init__(self, app: ASGIApp, *, limits: Limits, telling: Telling) -> None:
        """Stand before an application."""
        self._app = app
        self._telling = telling
        self._pages: RateLimitItem = RateLimitItemPerMinute(limits.pages_per_minute, namespace="pages")
        self._checks: RateLimitItem = RateLimitItemPerMinute(limits.checks_per_minute, namespace="checks")
        self._counts = MemoryStorage()
        self._rates = SlidingWindowCounterRateLimiter(self._counts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or tell when to come again."""
        client = client_of(scope) if scope["type"] == "http" else None
        if client is None or is_stream(scope):
            await self._app(scope, receive, send)
            return
        rate = self._checks if is_costly(scope) else self._pages
        if len(self._counts.storage) > MOST_KNOWN:
            await self._counts.reset()
        if await self._rates.hit(rate, client):
            await self._app(scope, receive, send)
            return
        freed_at, _ = await self._rates.get_window_stats(rate, client)
        retry_after = max(1, math.ceil(freed_at - time.time()))
        await self._telling(Request(scope), 429, retry_after)(scope, receive, send)
