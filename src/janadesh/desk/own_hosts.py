"""Answering only under the desk's own names, so that no page elsewhere speaks to it through a reader's browser."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence

from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send


class OwnHosts:
    """ASGI middleware that refuses a request whose Host header has another name, saying which names there are."""

    def __init__(
        self, app: ASGIApp, hosts: Sequence[str], telling: Callable[[Request, Sequence[str]], Response]
    ) -> None:
        """
        Stand before an application.

        Args:
            app: what answers under its own names.
            hosts: these names; `*` is every name.
            telling: writes the refusal, from the request and the names.
        """
        self._app = app
        self._hosts = tuple(hosts)
        self._telling = telling
        self._guard = TrustedHostMiddleware(_let_in, allowed_hosts=self._hosts, www_redirect=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        await self._guard(scope, receive, _unsent)
        if scope.pop("let_in", False):
            await self._app(scope, receive, send)
            return
        # an address with the name that was sent might not even be one
        headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
        under_own_name = {**scope, "headers": [*headers, (b"host", self._hosts[0].encode())]}
        await self._telling(Request(under_own_name), self._hosts)(under_own_name, receive, send)


async def _let_in(scope: Scope, _: Receive, __: Send) -> None:
    scope["let_in"] = True


async def _unsent(_: Message) -> None:
    """Leave out what the guard would say in English and without a cure."""
