"""Asking a desk over HTTP: what was answered before is asked for again by its tag, and not sent twice."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator
from collections.abc import Mapping
from types import TracebackType

from pydantic import ValidationError

from janadesh.client.errors import DeskUnreachable
from janadesh.client.errors import error_of
from janadesh.desk.api.app_path import PATH
from janadesh.desk.api.shapes.envelope import Problem

try:
    import httpx
    import httpx_sse
except ImportError:
    raise ImportError("The client needs a part that is not installed: run `pip install 'janadesh[client]'`.") from None

KEPT = 32
"""How many answers are kept, the least used going first."""

_UNTIL_THE_NEXT = httpx.Timeout(30, read=None)
"""A stream is silent for as long as nothing changes."""

Query = Mapping[str, str | int | float | bool | list[str] | None]


class Asking:
    """A connection to one desk."""

    def __init__(self, url: str, *, timeout: float = 30, transport: httpx.BaseTransport | None = None) -> None:
        """
        Keep a desk's address; nothing is asked yet.

        Args:
            url: where the desk is open, such as `http://127.0.0.1:8731`.
            timeout: seconds to wait for an answer.
            transport: what carries the requests, where it is not the network.
        """
        self._url = url.rstrip("/")
        self._http = httpx.Client(base_url=f"{self._url}{PATH}/", timeout=timeout, transport=transport)
        self._kept: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def get(self, path: str, query: Query) -> bytes:
        """
        Ask for what stands at a path under the interface.

        Raises: NotInRecord, UnreadableMoment, AnswerRefused, DeskUnreachable.
        """
        request = self._http.build_request("GET", path, params=_given(query))
        address = str(request.url)
        kept = self._kept.get(address)
        if kept is not None:
            request.headers["If-None-Match"] = kept[0]
        answer = self._answered(request)
        if kept is not None and answer.status_code == httpx.codes.NOT_MODIFIED:
            self._kept.move_to_end(address)
            return kept[1]
        self._keep(address, answer)
        return answer.content

    def events(self, path: str, query: Query) -> Iterator[str]:
        """
        Give the data of each event of a stream as it comes; it ends when the desk closes it.

        Raises: as `get`.
        """
        asked = httpx_sse.connect_sse(self._http, "GET", path, params=_given(query), timeout=_UNTIL_THE_NEXT)
        try:
            with asked as stream:
                if stream.response.is_error:
                    stream.response.read()
                    raise error_of(self._problem(stream.response))
                for event in stream.iter_sse():
                    if event.data:
                        yield event.data
        except (httpx.HTTPError, httpx_sse.SSEError) as error:
            raise DeskUnreachable(f"The desk at {self._url} is not heard any more: {error}.") from None

    def post(self, path: str, query: Query, content: bytes, media_type: str, *, token: str | None = None) -> bytes:
        """
        Send something to a path under the interface, with the desk's token where it is to be kept.

        Raises: as `get`.
        """
        headers = {"Content-Type": media_type}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        request = self._http.build_request("POST", path, params=_given(query), content=content, headers=headers)
        return self._answered(request).content

    def __enter__(self) -> Asking:
        """Use the connection in a `with` block, which closes it."""
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """Close the connection."""
        self.close()

    def _answered(self, request: httpx.Request) -> httpx.Response:
        try:
            answer = self._http.send(request)
        except httpx.TimeoutException:
            raise DeskUnreachable(f"The desk at {self._url} did not answer in time.") from None
        except httpx.HTTPError as error:
            raise DeskUnreachable(
                f"No desk answers at {self._url}: {error}. `janadesh desk` opens one, and says where."
            ) from None
        if answer.is_error:
            raise error_of(self._problem(answer))
        return answer

    def _problem(self, answer: httpx.Response) -> Problem:
        try:
            return Problem.model_validate(json.loads(answer.content))
        except (ValueError, ValidationError):
            raise DeskUnreachable(
                f"What answers at {self._url} is no desk of Janadesh: it said {answer.status_code}."
            ) from None

    def _keep(self, address: str, answer: httpx.Response) -> None:
        tag = answer.headers.get("etag")
        if tag is None:
            return
        self._kept[address] = (tag, answer.content)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)


def _given(query: Query) -> dict[str, str | int | float | bool | list[str]]:
    return {name: value for name, value in query.items() if value is not None}
