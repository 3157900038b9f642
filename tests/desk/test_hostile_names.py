"""Hostile names do nothing, wherever they are shown: on every page, card and picture, in tables, files and CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from lxml import html
from playwright.sync_api import Dialog
from starlette.testclient import TestClient

from janadesh.desk.app import create_app
from janadesh.desk.publishing.publish import Asked
from janadesh.desk.publishing.publish import Publisher
from janadesh.export.drawings.svg import label
from janadesh.export.drawings.svg import picture
from janadesh.names.shown import steady
from janadesh.record.book import Record
from tests.desk.browsing import chromium
from tests.desk.browsing import served
from tests.desk.conftest import client_of
from tests.desk.hostile import ELECTION
from tests.desk.hostile import FORMULA
from tests.desk.hostile import NAMES
from tests.desk.hostile import STEERING
from tests.desk.hostile import TEMPLATE
from tests.desk.hostile import hostile_record

SEAT = f"{ELECTION}/constituencies/1"
CARDS = [f"/embed{ELECTION}{end}" for end in ("", "/constituencies/1", "/seats", "/votes", "/map", "/swing")]
MOST_PAGES = 70
OWN = "https://own.example"
_LEADS_ON = re.compile(r"/(?!static|api|og|embed)[^?]*$")
_SAFE = re.compile(r"(/(?!/)|#|\?|https?://).*|", re.DOTALL)

_PLACES = """() => [...document.querySelectorAll("main table tbody tr")].slice(0, 12).map(
    row => [...row.cells].map(cell => cell.getBoundingClientRect()).filter(box => box.width).map(box => box.x))"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with hostile_record(tmp_path_factory.mktemp("hostile")) as record:
        yield record


@pytest.fixture(scope="module")
def client(hostile: Record) -> TestClient:
    return client_of(hostile)


def every_page(client: TestClient) -> Iterator[tuple[str, str]]:
    """Give every page that links lead to, and every card, as a browser gets it."""
    waiting, seen = ["/", ELECTION, SEAT, "/people", f"{ELECTION}?lang=hi", *CARDS], set[str]()
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code < 500, path
        if "html" not in answer.headers["content-type"]:
            continue
        yield path, answer.text
        links = html.fromstring(answer.text).iterlinks()
        waiting += [
            link.partition("#")[0] for _, name, link, _ in links if name == "href" and _LEADS_ON.fullmatch(link)
        ]
    assert len(seen) > 20


def test_no_name_becomes_markup_a_script_or_a_link_on_any_page(client: TestClient) -> None:
    for path, page in every_page(client):
        does_nothing(path, page)


def does_nothing(path: str, page: str, root: str = "/") -> None:
    """Assert that no name on a page has become more than text; its own parts are below `root`."""
    document = html.fromstring(page)
    document.make_links_absolute(f"{OWN}{root}", resolve_base_href=False)
    for element in document.iter(etree.Element):
        assert element.tag != "img" or element.get("src", "").startswith(f"{OWN}/"), path
        assert element.tag != "script" or element.get("src", "").startswith(f"{OWN}/static/"), path
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"], path
    for _, _, link, _ in document.iterlinks():
        assert _SAFE.fullmatch(link), (path, link)
    assert "<b>Seat" not in page
    assert not [mark for mark in STEERING if mark in page], path


def test_no_name_becomes_more_than_text_in_a_published_copy(hostile: Record, tmp_path: Path) -> None:
    Publisher(hostile, tmp_path / "site", Asked()).publish(lambda _, __: None)
    files = [file for file in (tmp_path / "site").rglob("*.html") if ".janadesh" not in file.parts]
    for file in files:
        # a copy's links are relative, and its parts stand in folders below the first page
        path = file.relative_to(tmp_path / "site").as_posix()
        does_nothing(path, file.read_text(encoding="utf-8"), f"/{path}")
    assert len(files) > 20
    assert {file.name for file in tmp_path.iterdir()} == {"site"}


def test_no_name_is_taken_for_a_template(client: TestClient) -> None:
    assert TEMPLATE in client.get(SEAT).text


def test_pictures_for_other_sites_are_drawn(client: TestClient) -> None:
    pytest.importorskip("resvg_py")
    for path in (f"/og{ELECTION}.png", f"/og{ELECTION}/constituencies/1.png"):
        assert client.get(path).content.startswith(b"\x89PNG"), path


def test_drawings_stay_well_formed() -> None:
    drawn = picture(100, 100, NAMES[0], [label(0, 0, name) for name in NAMES], told=NAMES[1])
    root = etree.fromstring(drawn.encode())
    assert not root.findall(".//{*}script")
    assert not root.findall(".//{*}img")


def test_programs_get_names_as_they_were_said(client: TestClient) -> None:
    """
    A name that begins with = is not changed in CSV either.

    A mark before it would be a different name to every program that reads it; a spreadsheet can be told to take
    columns as text (OWASP, CSV injection: what is safe for one program is not for another).
    """
    told = client.get(f"/api/v1{ELECTION}/candidates?limit=100").json()["data"]
    written = list(csv.DictReader(io.StringIO(client.get(f"/api/v1{ELECTION}/candidates.csv?limit=100").text)))
    for rows in (told, written):
        assert set(NAMES) <= {row["candidate"] for row in rows}
    assert FORMULA in {row["candidate"] for row in written}


def test_text_keeps_what_scripts_are_written_with() -> None:
    for kept in ("क्\u200dष", "न\u200cम", "محمد شفیع", "\U0001f600", "a\tb\n"):
        assert steady(kept) == kept
    assert steady("a\u202eb\u2069\x00\x9bc") == "abc"


def test_nothing_runs_in_a_browser(hostile: Record) -> None:
    with served(create_app(hostile)) as address, chromium() as browser:
        page = browser.new_page()
        heard: list[str] = []

        def on_dialog(dialog: Dialog) -> None:
            heard.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", on_dialog)
        page.on("pageerror", lambda error: heard.append(str(error)))
        for path in (ELECTION, SEAT, "/parties", "/sources", CARDS[1]):
            page.goto(address + path)
        # one name must not turn the figures beside it: the cells of a row stand from left to right
        page.goto(address + SEAT)
        places = page.evaluate(_PLACES)
        assert len(places) > 5
        assert all(row == sorted(row) for row in places)
    assert heard == []
