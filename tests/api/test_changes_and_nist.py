"""Changes as a table and as a stream, and NIST at the election's own address: one address, several forms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from lxml import etree
from starlette.testclient import TestClient

from janadesh.desk.app import create_app
from janadesh.record.book import Record
from janadesh.record.changes import last_number
from tests.builders import ELECTION
from tests.count import counted
from tests.desk.live_desk import Listener
from tests.desk.live_desk import count
from tests.desk.live_desk import serving

JK = "elections/in-jk-2024"
CHANGES = f"/api/v1/elections/{ELECTION}/changes"
NIST = "application/vnd.janadesh.nist-sp1500-100"
AS_EVENTS = {"Accept": "text/event-stream"}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with counted.small_record(tmp_path) as made:
        count(made, 1, "Araku")
        yield made


@pytest.fixture
def address(record: Record) -> Iterator[str]:
    with serving(create_app(record)) as at:
        yield at + CHANGES


@contextmanager
def heard_at(address: str, **headers: str) -> Iterator[Listener]:
    with httpx.stream("GET", address, headers=AS_EVENTS | headers, timeout=60) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        listener = Listener(answer)
        assert set(listener.next()) == {"id", "retry"}
        yield listener


def test_changes_are_a_table_unless_events_are_asked_for(address: str, record: Record) -> None:
    rows = httpx.get(address, timeout=60).json()["data"]
    assert rows[-1]["entry"] == last_number(record)
    assert rows[-1]["constituencies"] == counted.place("Araku")
    assert "tallies" in rows[-1]["tables"].split()


def test_table_of_changes_begins_after_an_entry(address: str, record: Record) -> None:
    begin = last_number(record)
    count(record, 2, "Surat")
    rows = httpx.get(address, params={"since": begin}, timeout=60).json()["data"]
    assert [row["entry"] for row in rows] == [begin + 1]


def test_table_of_changes_knows_no_later_loads(address: str, record: Record) -> None:
    loaded_at = httpx.get(address, timeout=60).json()["data"][0]["loaded_at"]
    rows = httpx.get(address, params={"as_of": "2020-01-01"}, timeout=60)
    assert loaded_at > "2020"
    assert rows.status_code == 404 or rows.json()["data"] == []


def test_stream_tells_of_the_next_change(address: str, record: Record) -> None:
    with heard_at(address) as listener:
        count(record, 2, "Jalaun")
        event = listener.next()
    assert event["event"] == "change"
    assert event["id"] == str(last_number(record))
    assert json.loads(event["data"])["constituencies"] == [counted.place("Jalaun")]


def test_stream_goes_on_after_the_last_event_that_was_heard(address: str, record: Record) -> None:
    begin = last_number(record)
    for minute in (2, 3):
        count(record, minute, "Surat")
    with heard_at(address, **{"Last-Event-ID": str(begin)}) as listener:
        assert [change["entry"] for change in listener.changes(2)] == [begin + 1, begin + 2]


def test_stream_has_an_address_of_its_own(address: str, record: Record) -> None:
    begin = last_number(record)
    count(record, 2, "Surat")
    with heard_at(f"{address}.sse?since={begin}", Accept="*/*") as listener:
        assert listener.changes(1)[0]["entry"] == begin + 1


def test_unknown_election_has_no_stream(api: TestClient) -> None:
    answer = api.get("elections/nowhere/changes", headers=AS_EVENTS)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_openapi_tells_of_the_stream(api: TestClient) -> None:
    told = api.get("openapi.json").json()["paths"]["/elections/{election}/changes"]["get"]
    assert "text/event-stream" in told["responses"]["200"]["content"]
    assert {"Last-Event-ID", "since", "as_of", "limit"} <= {parameter["name"] for parameter in told["parameters"]}


@pytest.mark.parametrize("form", ["nist.json", "nist.xml"])
def test_nist_stands_at_the_elections_own_address(api: TestClient, form: str) -> None:
    then = "as_of=2024-12-01"
    assert api.get(f"{JK}.{form}?{then}").content == api.get(f"{JK}/exports/{form}?{then}").content


def test_nist_is_answered_to_who_takes_xml(api: TestClient) -> None:
    answer = api.get(JK, headers={"Accept": "application/xml"})
    assert answer.headers["content-type"] == "application/xml"
    assert etree.fromstring(answer.content).tag.endswith("ElectionReport")


@pytest.mark.parametrize("form", ["json", "xml"])
def test_nist_has_a_type_of_its_own_in_json_and_xml(api: TestClient, form: str) -> None:
    then = "as_of=2024-12-01"
    answer = api.get(f"{JK}?{then}", headers={"Accept": f"{NIST}+{form}"})
    assert answer.headers["content-type"] == f"{NIST}+{form}"
    assert answer.headers["content-disposition"] == f'attachment; filename="elections-in-jk-2024.nist.{form}"'
    assert "Accept" in answer.headers["vary"].split(", ")
    assert answer.content == api.get(f"{JK}.nist.{form}?{then}").content


def test_nist_comes_in_the_form_that_is_wanted_more(api: TestClient) -> None:
    answer = api.get(JK, headers={"Accept": f"{NIST}+json;q=0.5, application/xml, application/json;q=0.7"})
    assert answer.headers["content-type"] == "application/xml"


def test_tag_of_nist_in_json_does_not_save_its_xml(api: TestClient) -> None:
    tag = api.get(JK, headers={"Accept": f"{NIST}+json"}).headers["etag"]
    assert api.get(JK, headers={"Accept": f"{NIST}+json", "If-None-Match": tag}).status_code == 304
    assert api.get(JK, headers={"Accept": f"{NIST}+xml", "If-None-Match": tag}).status_code == 200


def test_openapi_tells_of_every_form_of_an_election(api: TestClient) -> None:
    told = api.get("openapi.json").json()["paths"]["/elections/{election}"]["get"]["responses"]
    assert set(told["200"]["content"]) == {"application/json", f"{NIST}+json", f"{NIST}+xml", "application/xml"}
    assert "application/problem+json" in told["406"]["content"]


def test_object_stays_json_for_who_takes_anything(api: TestClient) -> None:
    for accept in ("*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"):
        assert api.get(JK, headers={"Accept": accept}).json()["data"]["id"] == "in-jk-2024"


def test_tag_of_the_object_does_not_save_its_xml(api: TestClient) -> None:
    tag = api.get(JK).headers["etag"]
    answer = api.get(JK, headers={"Accept": "application/xml", "If-None-Match": tag})
    assert answer.status_code == 200
    assert "Accept" in answer.headers["vary"]


def test_nist_is_of_its_moment_and_has_a_tag(api: TestClient) -> None:
    before = api.get(f"{JK}.nist.json?as_of=2024-09-30")
    assert before.content != api.get(f"{JK}.nist.json").content
    assert (
        api.get(f"{JK}.nist.json?as_of=2024-09-30", headers={"If-None-Match": before.headers["etag"]}).status_code
        == 304
    )
