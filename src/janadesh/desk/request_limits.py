"""What the desk bears of those who ask: how often, how long, how many at once; and which requests cost much."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address
from ipaddress import ip_address
from ipaddress import ip_network

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from janadesh.desk.api.accepted import EVENT_STREAM
from janadesh.desk.api.accepted import preferred
from janadesh.desk.api.app_path import PATH

Telling = Callable[[Request, int, int | None], Response]
"""Tells an error by its HTTP status, and after how many seconds to ask again; as a page or as a problem."""

_COSTLY = re.compile(rf"/elections/[^/]+/share-seats|{PATH}/elections/[^/]+/(shares|exports/.*|.*\.zip)|/og/.*")
_STREAM = re.compile(rf"/live/[^/]+/events|{PATH}/elections/[^/]+/changes\.sse")
_STREAM_BY_HEADER = re.compile(rf"{PATH}/elections/[^/]+/changes")
_OF_ONE_HOUSEHOLD = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    What the desk bears. The rates hold for one client address each; this machine's own browsers have none.

    A costly request checks an article, verifies the record, shares seats, or draws a picture or an export. Those under
    way at once stay fewer than the forty threads that answer, so that a page always finds one.
    """

    pages_per_minute: int = 3000
    """A newsroom of fifty browsers behind one address, each asking for a part of a page every second."""
    checks_per_minute: int = 60
    seconds: float = 60
    """How long an answer may take; after that 503 is answered."""
    seconds_to_send: float = 30
    """How long a browser may take to send its request's body."""
    at_once: int = 28
    costly_at_once: int = 4
    streams: int = 1000
    """Browsers that may follow a count at once, from wherever."""
    streams_per_address: int = 200


def is_costly(scope: Scope) -> bool:
    """Tell whether a request may take long: whatever is sent, and pages and files that are worked out."""
    return scope["method"] == "POST" or _COSTLY.fullmatch(scope["path"]) is not None


def is_stream(scope: Scope) -> bool:
    """Tell whether a request asks for events that are told as long as the connection lives."""
    if _STREAM.fullmatch(scope["path"]):
        return True
    if not _STREAM_BY_HEADER.fullmatch(scope["path"]):
        return False
    return bool(preferred((EVENT_STREAM,), Headers(scope=scope).get("accept", "")))


def client_of(scope: Scope) -> str | None:
    """
    Name whom a request comes from; None for this machine itself.

    An IPv6 household has 2 to the 64 addresses, which count as one (RFC 6177).
    """
    client = scope.get("client")
    try:
        address = ip_address(client[0].partition("%")[0]) if client else None
    except ValueError:
        # no address of a network: the desk is asked from within its own process
        return None
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if address is None or address.is_loopback:
        return None
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _OF_ONE_HOUSEHOLD), strict=False))
    return str(address)
