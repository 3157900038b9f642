"""A request's body, read whole before anything is done with it: at most so much, and in so much time."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from janadesh.desk.request_limits import Limits
from janadesh.desk.request_limits import Telling
from janadesh.desk.safety import MOST_SENT

_MOST_LET_PASS = 64 * 1024 * 1024


class TooMuchSent(Exception):  # noqa: N818 - the name is the diagnosis
    """More was sent than is read."""


class LeftWhileSending(Exception):  # noqa: N818 - the name is the diagnosis
    """Whoever asked is gone before all of it was sent."""


class BoundedBody:
    """ASGI middleware that answers 413 to a body that is too large, whatever its header says, and 408 to a slow one."""

    def __init__(self, app: ASGIApp, *, limits: Limits, telling: Telling) -> None:
        """Stand before an application."""
        self._app = app
        self._seconds = limits.seconds_to_send
        self._telling = telling

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its body read, so that one that is sent slowly keeps no place of those at work."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._seconds):
                body = await _read(receive)
        except LeftWhileSending:
            return
        except (TooMuchSent, TimeoutError) as error:
            answer = self._telling(Request(scope), 413 if isinstance(error, TooMuchSent) else 408, None)
            # what may still be sent is no further request
            answer.headers["Connection"] = "close"
            await answer(scope, receive, send)
            return
        read = False

        async def receive_read() -> Message:
            nonlocal read
            if read:
                return await receive()
            read = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, receive_read, send)


async def _read(receive: Receive) -> bytes:
    body = bytearray()
    sent, more = 0, True
    while more and sent <= _MOST_LET_PASS:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise LeftWhileSending
        part: bytes = message.get("body", b"")
        sent += len(part)
        # a browser shows the answer only when it could send all of it; nothing beyond the most is kept
        if sent > MOST_SENT:
            body.clear()
        else:
            body += part
        more = message.get("more_body", False)
    if sent > MOST_SENT:
        raise TooMuchSent
    return bytes(body)
