"""How heavy the election's page is for the network; `benchmarks/desk.py` measures what it takes the server."""

from __future__ import annotations

import gzip

from starlette.testclient import TestClient

from tests.desk.pages import links_of

PAGE = "/elections/in-jk-2024"


def test_election_page_with_all_that_it_needs_is_under_150_kb(desk: TestClient) -> None:
    page = desk.get(PAGE).text
    needed = {link for link in links_of(page) if link.startswith(("/static/", "/colours.css"))}
    assert len(needed) == 5
    sent = [page.encode(), *(desk.get(link).content for link in needed)]
    assert sum(len(gzip.compress(part, 5)) for part in sent) < 150_000


def test_pages_are_sent_compressed(desk: TestClient) -> None:
    assert desk.get(PAGE).headers["content-encoding"] == "gzip"
