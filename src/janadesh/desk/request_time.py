"""
How long an answer may take, and how many are worked out at once.

A thread that works cannot be stopped. Where an answer takes too long the browser is told so, and the work keeps its
place until it ends; since there are fewer places than threads, others are always answered.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging

from starlette.requests import Request
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from janadesh.desk.request_limits import Limits
from janadesh.desk.request_limits import Telling
from janadesh.desk.request_limits import is_costly
from janadesh.desk.verifying import SECONDS_AT_MOST

RETRY_AFTER = 30
"""Seconds after which whoever was turned away may ask again."""

_LOG = logging.getLogger(__name__)


class BoundedWork:
    """ASGI middleware that answers 503 where an answer does not begin within the time."""

    def __init__(self, app: ASGIApp, *, limits: Limits, telling: Telling) -> None:
        """Stand before an application."""
        self._app = app
        self._telling = telling
        self._limits = limits
        self._pages = asyncio.Semaphore(limits.at_once)
        self._costly = asyncio.Semaphore(limits.costly_at_once)
        self._late: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, once there is a place for it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        places = self._costly if is_costly(scope) else self._pages
        clock = asyncio.get_running_loop().time
        deadline = clock() + self._seconds(scope)
        answer: _Answer | None = None
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(deadline):
                await places.acquire()
            answer = _Answer(send, places)
        if answer is None or not await self._begins(answer, scope, receive, deadline - clock()):
            await self._telling(Request(scope), 503, RETRY_AFTER)(scope, receive, send)

    def _seconds(self, scope: Scope) -> float:
        # verifying gives up by itself, and says so in its own words
        is_verifying = scope["path"] == "/ledger" and scope["method"] == "POST"
        return self._limits.seconds + (SECONDS_AT_MOST if is_verifying else 0)

    async def _begins(self, answer: _Answer, scope: Scope, receive: Receive, seconds: float) -> bool:
        work = asyncio.create_task(self._work(answer, scope, receive))
        begun = asyncio.create_task(answer.begun.wait())
        try:
            await asyncio.wait((work, begun), timeout=max(0.0, seconds), return_when=asyncio.FIRST_COMPLETED)
            if answer.begun.is_set() or work.done():
                await work
                return True
        except asyncio.CancelledError:
            work.cancel()
            raise
        finally:
            begun.cancel()
        answer.given_up = True
        self._late.add(work)
        work.add_done_callback(self._ended)
        return False

    async def _work(self, answer: _Answer, scope: Scope, receive: Receive) -> None:
        try:
            await self._app(scope, receive, answer.send)
        finally:
            answer.leave()

    def _ended(self, work: asyncio.Task[None]) -> None:
        self._late.discard(work)
        if not work.cancelled() and (error := work.exception()):
            _LOG.error("A request that had taken too long failed in the end.", exc_info=error)


class _Answer:
    """An answer on its way; it leaves its place when it begins, so that a slow reader keeps none."""

    def __init__(self, send: Send, places: asyncio.Semaphore) -> None:
        self.begun = asyncio.Event()
        self.given_up = False
        self._send = send
        self._places: asyncio.Semaphore | None = places

    async def send(self, message: Message) -> None:
        if self.given_up:
            return
        self.begun.set()
        self.leave()
        await self._send(message)

    def leave(self) -> None:
        if self._places is not None:
            self._places.release()
            self._places = None
