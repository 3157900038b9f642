"""What the desk bears of those who ask: how often, how much, how long, and how many at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from typing import cast

import httpx
import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from janadesh.claims.claim import Claim
from janadesh.desk.app import create_app
from janadesh.desk.request_limits import Limits
from janadesh.desk.request_limits import client_of
from janadesh.record.book import Record
from janadesh.sources.article import Article
from tests.desk.conftest import HERE
from tests.desk.live_desk import serving
from tests.desk.pages import text_of

ARTICLE = {"text": "Omar Abdullah won Budgam.", "written_on": "2024-10-09"}
STRANGER = "203.0.113.7"


def asking(record: Record, address: str, **limits: float) -> TestClient:
    """Give a client at an address of a desk with these limits."""
    app = create_app(record, check=lambda _: (), limits=Limits(**limits))  # type: ignore[arg-type]
    return TestClient(app, base_url=HERE, client=(address, 50_000))


def test_address_that_asks_too_often_is_told_when_to_come_again(jk: Record) -> None:
    client = asking(jk, STRANGER, pages_per_minute=3)
    answers = [client.get("/check") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 1 <= int(answers[3].headers["retry-after"]) <= 60
    assert text_of(answers[3].text, "h1") == "Asked too often"
    assert "content-security-policy" in answers[3].headers


def test_program_that_asks_too_often_is_told_by_a_problem(jk: Record) -> None:
    client = asking(jk, STRANGER, pages_per_minute=1)
    client.get("/api/v1/elections")
    answer = client.get("/api/v1/elections")
    assert answer.status_code == 429
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "/api/v1/reference#too-often"
    assert int(answer.headers["retry-after"]) >= 1


def test_costly_requests_have_a_rate_of_their_own(jk: Record) -> None:
    client = asking(jk, STRANGER, checks_per_minute=1)
    assert client.post("/check", data=ARTICLE).status_code == 200
    assert client.post("/check", data=ARTICLE).status_code == 429
    assert client.get("/elections/in-jk-2024/share-seats").status_code == 429
    assert client.post("/ledger").status_code == 429
    assert client.get("/check").status_code == 200


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_browsers_of_the_machine_itself_are_not_counted(jk: Record, address: str) -> None:
    client = asking(jk, address, pages_per_minute=1)
    assert {client.get("/check").status_code for _ in range(5)} == {200}


def test_one_address_takes_nothing_from_another(jk: Record) -> None:
    app = create_app(jk, limits=Limits(pages_per_minute=1))
    statuses = [
        TestClient(app, base_url=HERE, client=(address, 1)).get("/check").status_code
        for address in (STRANGER, STRANGER, "203.0.113.8")
    ]
    assert statuses == [200, 429, 200]


def test_addresses_of_one_household_count_as_one() -> None:
    assert client_of({"client": ("2001:db8:1:2::3", 1)}) == client_of({"client": ("2001:db8:1:2:ffff::9", 1)})
    assert client_of({"client": ("2001:db8:1:2::3", 1)}) != client_of({"client": ("2001:db8:1:3::3", 1)})


def test_body_without_a_length_is_counted_while_it_is_read(jk: Record) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 65_536

    with serving(create_app(jk)) as at:
        page = httpx.post(at + "/check", content=chunks(), headers={"content-type": "text/plain"})
        told = httpx.post(at + "/api/v1/check", content=chunks(), headers={"content-type": "text/plain"})
        elsewhere = httpx.post(at + "/nowhere", content=chunks())
    assert (page.status_code, text_of(page.text, "h1")) == (413, "That is too much to send")
    assert (told.status_code, told.json()["type"]) == (413, "/api/v1/reference#too-much")
    assert elsewhere.status_code == 413


def test_body_that_comes_too_slowly_is_given_up(jk: Record) -> None:
    def slowly() -> Iterator[bytes]:
        yield b"text="
        time.sleep(0.5)
        yield b"late"

    with serving(create_app(jk, limits=Limits(seconds_to_send=0.1))) as at:
        answer = httpx.post(at + "/check", content=slowly())
    assert (answer.status_code, text_of(answer.text, "h1")) == (408, "That came too slowly")


def test_check_that_takes_too_long_is_answered_and_leaves_the_pages_alone(jk: Record) -> None:
    """A thread cannot be stopped; those that hang must never be all that there are."""
    free = threading.Event()

    def hanging(_: Article) -> tuple[Claim, ...]:
        free.wait(20)
        return ()

    with (
        serving(create_app(jk, check=hanging, limits=Limits(seconds=0.5))) as at,
        ThreadPoolExecutor(60) as browsers,
    ):
        asked = [browsers.submit(httpx.post, at + "/check", data=ARTICLE) for _ in range(60)]
        answers = [each.result() for each in asked]
        assert {answer.status_code for answer in answers} == {503}
        assert text_of(answers[0].text, "h1") == "Too busy at the moment"
        assert {answer.headers["retry-after"] for answer in answers} == {"30"}
        begun = time.monotonic()
        assert httpx.get(at + "/about-the-numbers").status_code == 200
        assert time.monotonic() - begun < 5
        assert httpx.post(at + "/api/v1/check", content=b"x").json()["type"] == "/api/v1/reference#busy"
        free.set()
        time.sleep(0.3)
        assert httpx.post(at + "/check", data=ARTICLE).status_code == 200


def test_streams_are_bounded_in_all(jk: Record) -> None:
    with serving(create_app(jk, limits=Limits(streams=2))) as at:
        path = at + "/live/in-jk-2024/events"
        with httpx.stream("GET", path) as one, httpx.stream("GET", path) as other:
            assert (one.status_code, other.status_code) == (200, 200)
            third = httpx.get(path)
            assert third.status_code == 503
            assert third.headers["retry-after"] == "60"
            wanting = {"accept": "text/event-stream"}
            assert httpx.get(at + "/api/v1/elections/in-jk-2024/changes", headers=wanting).status_code == 503
            assert httpx.get(at + "/check").status_code == 200
        deadline = time.monotonic() + 5
        while (again := _status_of_stream(path)) != 200 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert again == 200


def _status_of_stream(path: str) -> int:
    with httpx.stream("GET", path) as answer:
        return answer.status_code


def test_streams_are_bounded_for_each_address(jk: Record) -> None:
    client = asking(jk, STRANGER, streams_per_address=0)
    answer = client.get("/live/in-jk-2024/events")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")


def test_proxy_is_believed_only_where_it_is_trusted(jk: Record) -> None:
    """Whoever is not the proxy could else take any address, and any number of them."""
    told = {"x-forwarded-for": STRANGER}
    app = create_app(jk, limits=Limits(pages_per_minute=1))
    trusting = ProxyHeadersMiddleware(cast("Any", app), trusted_hosts=["127.0.0.1"])
    before = TestClient(cast("ASGIApp", trusting), base_url=HERE, client=("127.0.0.1", 1))
    assert [before.get("/check", headers=told).status_code for _ in range(2)] == [200, 429]
    lying = TestClient(cast("ASGIApp", trusting), base_url=HERE, client=("203.0.113.9", 1))
    assert [lying.get("/check", headers={"x-forwarded-for": f"198.51.100.{i}"}).status_code for i in (1, 2)] == [
        200,
        429,
    ]
