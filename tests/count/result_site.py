"""A site of result pages on this machine: pages that change, and whatever can go wrong with them."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from janadesh import model
from janadesh.record.book import Record
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import record_of
from tests.sources.eci_page_builder import Row
from tests.sources.eci_page_builder import Shown
from tests.sources.eci_page_builder import nota
from tests.sources.eci_page_builder import statewise_2024
from tests.sources.eci_page_builder import table_2024

ELECTION = "in-jk-2024"
BUDGAM = "in-jk-assembly.2022.27"
FOLDER = "/AcResultGenOct2024/"
TABLE, LIST = FOLDER + "ConstituencywiseU0827.htm", FOLDER + "statewiseU081.htm"
NC, PDP = "Jammu & Kashmir National Conference", "Jammu & Kashmir Peoples Democratic Party"


def record_before_the_count(folder: Path) -> Record:
    """Make a record that knows Budgam, its two parties and the day of the count, but nobody who stands."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    house: dict[str, Any] = {"house": "in-jk-assembly", "territory": "in-jk"}
    return record_of(
        folder,
        ECI,
        model.Territory(id="in-jk", name="Jammu and Kashmir", status="union territory", code="U08", **said),
        model.House(id="in-jk-assembly", name="Assembly", territory="in-jk", kind="assembly", elected_seats=1, **said),
        model.Constituency(
            id=BUDGAM, delimitation="2022", number=27, name="Budgam", official_name="BUDGAM", **house, **said
        ),
        model.Party(id="in-nc", name=NC, abbreviation="JKNC", **said),
        model.Party(id="in-pdp", name=PDP, abbreviation="JKPDP", **said),
        model.Election(
            id=ELECTION, name="J&K, 2024", house="in-jk-assembly", year=2024, time_zone="Asia/Kolkata", **said
        ),
        model.ScheduleEntry(election=ELECTION, event="count", on_date=dt.date(2024, 10, 8), **said),
    )


def table(clock: str, nc: int, pdp: int, none: int = 10, *, rounds: str = "3/18") -> bytes:
    """Give the page of Budgam as it was updated at a time of the day of the count."""
    lines = (
        Shown(name="OMAR ABDULLAH", party=NC, evm=nc, postal=0),
        Shown(name="AGA SYED MUNTAZIR MEHDI", party=PDP, evm=pdp, postal=0),
        nota(none, 0),
    )
    return table_2024(27, "BUDGAM", "Jammu & Kashmir", lines, updated=f"{clock} On 08/10/2024", rounds=rounds)


def the_list(clock: str, margin: int, *, status: str = "Result in Progress") -> bytes:
    """Give the list of seats, with a link to the page of Budgam."""
    row = Row(
        seat="BUDGAM",
        number=27,
        leading="OMAR ABDULLAH",
        leading_party=NC,
        trailing="AGA SYED MUNTAZIR MEHDI",
        trailing_party=PDP,
        margin=str(margin),
        rounds="3/18",
        status=status,
    )
    page = statewise_2024("Jammu & Kashmir", [row], updated=f"{clock} On 08/10/2024")
    return page.replace(b"<footer>", b"<a href='ConstituencywiseU0827.htm'>Budgam</a><footer>")


class Site:
    """Serves `pages` by path; of a path in `faults` the first fault is served and taken off."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.faults: dict[str, list[str]] = {}
        self.asked: list[tuple[str, dict[str, str], int]] = []
        self.at: list[float] = []
        self.address = ""

    def statuses(self, path: str) -> list[int]:
        """List how each request for a path was answered."""
        return [status for asked, _, status in self.asked if asked == path]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path
        self.at.append(time.monotonic())
        fault = self.faults[path].pop(0) if self.faults.get(path) else ""
        content = self.pages.get(path)
        tag = f'"{hashlib.sha256(content or b"").hexdigest()[:12]}"'
        status = 200 if content is not None else 404
        if fault.isdigit():
            status = int(fault)
        elif content is not None and handler.headers.get("If-None-Match") == tag:
            status = 304
        self.asked.append((path, dict(handler.headers), status))
        body = b"" if status == 304 else b"Sorry" if status != 200 or content is None else content
        if fault == "slow":
            time.sleep(0.6)
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        if status in (200, 304):
            handler.send_header("ETag", tag)
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2] if fault == "broken off" else body)


@contextmanager
def serving() -> Iterator[Site]:
    """Serve a site on a free port."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield site
    server.shutdown()
    server.server_close()
