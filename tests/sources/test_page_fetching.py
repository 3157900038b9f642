"""Fetching pages from a site that means harm."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import httpx
import pytest

from janadesh.sources.page_fetching import MOST_BYTES
from janadesh.sources.page_fetching import Fetched
from janadesh.sources.page_fetching import Fetching
from janadesh.sources.page_fetching import Tags

BLOCK = b"x" * 100_000
ADDRESS = "https://results.example/page.htm"


class Endless(httpx.SyncByteStream):
    """An answer that goes on for as long as it is read."""

    def __init__(self) -> None:
        self.sent = 0

    def __iter__(self) -> Iterator[bytes]:
        while True:
            self.sent += len(BLOCK)
            yield BLOCK


def fetched(page: httpx.Response, robots: httpx.Response | None = None) -> Fetched:
    """Fetch a page from a site that answers so."""

    def answer(request: httpx.Request) -> httpx.Response:
        return (robots or httpx.Response(404)) if request.url.path == "/robots.txt" else page

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        return Fetching(client, "tests", gap=0.0, sleep=lambda _: None).page(ADDRESS, Tags())


def problem(page: Fetched) -> str:
    assert page.content is None
    assert page.fault is not None
    return page.fault.problem


def test_an_answer_without_end_is_left_where_it_is_too_large() -> None:
    endless = Endless()

    assert problem(fetched(httpx.Response(200, stream=endless))) == "it has over 5,000,000 bytes"
    assert endless.sent <= MOST_BYTES + 2 * len(BLOCK)


def test_an_answer_that_blows_up_is_left_where_it_is_too_large() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)

    blown_up = httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=httpx.ByteStream(bomb))

    assert problem(fetched(blown_up)) == "it has over 5,000,000 bytes"


def test_rules_without_end_stop_nobody_for_ever() -> None:
    endless = Endless()

    page = fetched(httpx.Response(200, content=b"<html></html>"), robots=httpx.Response(200, stream=endless))

    assert page.content == b"<html></html>"
    assert endless.sent <= MOST_BYTES + 2 * len(BLOCK)


@pytest.mark.parametrize(
    "robots", [b"User-agent: *\nDisallow: /", b"\xff\xfeUser-agent: *\nUser-agent: *\nDisallow: /"]
)
def test_rules_are_read_in_whatever_encoding(robots: bytes) -> None:
    page = fetched(httpx.Response(200, content=b"x"), robots=httpx.Response(200, content=robots))

    assert problem(page) == "the site's robots.txt asks that it is not fetched"
