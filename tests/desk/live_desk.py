"""A desk that is followed: its server on a real socket, and what a listener hears."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

from janadesh.count.replaying import take_in
from janadesh.count.state import nothing_counted
from janadesh.record.book import Record
from janadesh.sources.observations import Observations
from tests.builders import ELECTION
from tests.count import counted

EVENTS = f"/live/{ELECTION}/events"
JSON = f"/live/{ELECTION}.json"


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an application on a free port, closing its streams at the end; gives its address."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline, "the desk did not start within 20 seconds"
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


class Listener:
    """Reads a stream of events one by one."""

    def __init__(self, response: httpx.Response) -> None:
        self._lines = response.iter_lines()

    def next(self) -> dict[str, str]:
        """Give the fields of the next block; comments are passed over."""
        block: dict[str, str] = {}
        for line in self._lines:
            if not line and block:
                return block
            name, colon, value = line.partition(": ")
            if colon and name:
                block[name] = value
        raise AssertionError("the stream ended")

    def changes(self, number: int) -> list[dict[str, Any]]:
        """Give the next so many changes."""
        return [json.loads(self.next()["data"]) for _ in range(number)]


@contextmanager
def listening(address: str, last_event_id: int | None = None, *, timeout: float = 10) -> Iterator[Listener]:
    """Listen to the election's events; the first block, which says where the stream begins, is read."""
    headers = {} if last_event_id is None else {"Last-Event-ID": str(last_event_id)}
    with httpx.stream("GET", address + EVENTS, headers=headers, timeout=timeout) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        listener = Listener(response)
        assert set(listener.next()) == {"id", "retry"}
        yield listener


def count(record: Record, minute: int, *seats: str) -> None:
    """Take a page of each of these seats into the record, as one entry."""
    rows = []
    for name in seats:
        # the same votes in two seats would raise an alarm
        more = minute * (11 + counted.SEATS.index(name))
        rows += counted.shown(minute, name, {1: 100 * minute + more, 2: 90 * minute, 0: minute})
    observed: Observations = counted.observed(rows)
    record.load(counted.feed(observed).foundation)
    take_in(record, nothing_counted(), observed, counted.contests(record), f"minute {minute}")
