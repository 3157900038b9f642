"""Pictures that other sites show of a page: there where they can be drawn, and named by its page."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from janadesh.desk import picture_address
from janadesh.desk import picture_page
from janadesh.desk.drawings import share_pictures
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.desk.conftest import HERE
from tests.desk.conftest import client_of

JK = "/og/elections/in-jk-2024.png"
PAGES = ["/elections/in-jk-2024", "/elections/in-jk-2024/constituencies/27", "/parties/in-nc"]


def picture_of(page: str) -> str | None:
    named = html.fromstring(page).xpath("//meta[@property='og:image']/@content")
    return str(named[0]) if named else None


@pytest.mark.parametrize("path", PAGES)
def test_page_names_its_picture_by_a_full_address(desk: TestClient, path: str) -> None:
    address = picture_of(desk.get(path).text)
    assert address == f"{HERE}/og{path}.png"
    picture = desk.get(address)
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture.content[16:24]) == (share_pictures.WIDTH, share_pictures.HEIGHT)


def test_picture_keeps_the_moment(desk: TestClient) -> None:
    address = picture_of(desk.get(PAGES[0], params={"as_of": "2024-08-28"}).text)
    assert address == f"{HERE}{JK}?as_of=2024-08-28"
    assert desk.get(address).content != desk.get(JK).content


def test_picture_is_sent_once_and_then_only_its_tag(desk: TestClient) -> None:
    first = desk.get(JK)
    again = desk.get(JK, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert first.headers["cache-control"] == "public, max-age=60"
    assert first.headers["cross-origin-resource-policy"] == "cross-origin"
    assert desk.get(f"{JK}?as_of=2024-08-28", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_where_no_picture_can_be_drawn_none_is_named(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_address, "can_draw", lambda: False)
    monkeypatch.setattr(picture_page, "can_draw", lambda: False)
    assert picture_of(desk.get(PAGES[0]).text) is None
    assert desk.get(JK).status_code == 404


def test_what_is_not_on_the_record_has_no_picture(desk: TestClient) -> None:
    assert desk.get("/og/elections/nowhere.png").status_code == 404
    assert desk.get("/og/parties/nobody.png").status_code == 404


def test_hostile_names_are_drawn_as_text(tmp_path: Path) -> None:
    stood = [Stood('"/><script>&\x01</text>', "A</svg>", 10), Stood("\u202eB" * 200, "C", 5)]
    with record_of_seat(tmp_path, "<x>&amp;" * 20, stood) as record, client_of(record) as client:
        answers = [
            client.get(path)
            for path in ("/og/elections/in-ls-2024.png", "/og/elections/in-ls-2024/constituencies/1.png")
        ]
    assert [answer.headers["content-type"] for answer in answers] == ["image/png"] * 2


def test_long_text_is_broken_into_lines_and_what_is_left_out_shows() -> None:
    told = share_pictures.lines("one two three four five six", 9, 2)
    assert told == ["one two", "three …"]
    assert share_pictures.lines("", 9) == [""]
