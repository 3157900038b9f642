"""How the interface says that a route is going: a `Deprecation` header (RFC 9745), and its description."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from janadesh import deprecation

_FORM = re.compile(r"\.\w+$")


class TellsWhatGoes:
    """Put the header on every answer of a route that is going; the answer itself stays as it is."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application that finds the route."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def telling(message: Message) -> None:
            # the route is known once the application has found it
            path = getattr(scope.get("route"), "path", None)
            if message["type"] == "http.response.start" and path is not None:
                going = deprecation.deprecation_of(f"{scope['method']} {_FORM.sub('', path)}")
                if going is not None:
                    MutableHeaders(scope=message)["Deprecation"] = f"@{_second_of(going.said_on)}"
            await send(message)

        await self.app(scope, receive, telling)


def _second_of(day: dt.date) -> int:
    return int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())


def mark_what_goes(described: dict[str, Any]) -> None:
    """Mark in an OpenAPI description which routes are going, and what to use instead."""
    for going in deprecation.GOING:
        method, _, path = going.what.partition(" ")
        operation = described["paths"].get(path, {}).get(method.lower())
        if operation is not None:
            operation["deprecated"] = True
            operation["description"] = f"{operation.get('description', '')}\n\n{going}".strip()
