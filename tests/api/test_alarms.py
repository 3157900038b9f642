"""The alarms of a count, as the interface lists them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from janadesh import model
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat
from tests.desk.conftest import client_of

STOOD = (Stood("ASHA", "A", total=480), Stood("BINA", "B", total=400))
ALARMS = f"/api/v1/elections/{ELECTION}/alarms"


def at(minute: int) -> dt.datetime:
    return dt.datetime(2024, 6, 4, 6, minute, tzinfo=dt.UTC)


def alarm(known: int, **more: Any) -> model.Alarm:
    said: dict[str, Any] = {
        "election": ELECTION,
        "constituency": "in-ls-araku",
        "rule": "total fell",
        "serial": 1,
        "raised_at": at(5),
        "says": "the total fell from 500 to 480",
        "earlier_value": 500.0,
        "earlier_at": at(0),
        "earlier_source": "Araku at 0",
        "later_value": 480.0,
        "later_at": at(5),
        "later_source": "Araku at 5",
        "known_at": at(known),
        "source": ECI.id,
    }
    return model.Alarm(**said | more)


@pytest.fixture
def alarmed(tmp_path: Path) -> TestClient:
    """Give a desk whose count fell at 6:05, which was cleared at 6:20, and lost a candidate at 6:10."""
    counted = [*parties(STOOD), *seat("Araku", STOOD, status=None, known_at=at(0))]
    vanished: dict[str, Any] = {"rule": "candidate vanished", "serial": 2, "raised_at": at(10), "says": "BINA vanished"}
    said = [alarm(5), alarm(10, **vanished), alarm(20, status="cleared", cleared_by="later update")]
    return client_of(record_of(tmp_path, *lok_sabha(), *counted, *said))


def told(alarmed: TestClient, query: str = "") -> list[dict[str, Any]]:
    answer = alarmed.get(f"{ALARMS}{query}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["data"])


def test_alarms_that_stand_are_listed_the_latest_first(alarmed: TestClient) -> None:
    assert [row["rule"] for row in told(alarmed, "?as_of=2024-06-04T11:45")] == ["candidate vanished", "total fell"]
    assert [row["rule"] for row in told(alarmed)] == ["candidate vanished"]


def test_alarm_has_both_figures_with_where_they_come_from(alarmed: TestClient) -> None:
    (row,) = told(alarmed, "?rule=total+fell&as_of=2024-06-04T11:45")
    assert (row["constituency_name"], row["candidate"], row["standing"]) == ("Araku", "ASHA", True)
    assert (row["earlier_value"], row["earlier_source"]) == (500.0, "Araku at 0")
    assert (row["later_value"], row["later_source"]) == (480.0, "Araku at 5")


def test_cleared_alarms_are_listed_where_all_are_asked_for(alarmed: TestClient) -> None:
    cleared = {row["rule"]: (row["standing"], row["cleared_by"]) for row in told(alarmed, "?all=true")}
    assert cleared == {"candidate vanished": (True, None), "total fell": (False, "later update")}


def test_before_an_alarm_was_raised_there_is_none(alarmed: TestClient) -> None:
    assert told(alarmed, "?as_of=2024-06-04T11:33") == []


def test_alarms_come_as_a_table_too(alarmed: TestClient) -> None:
    lines = alarmed.get(f"{ALARMS}.csv").text.splitlines()
    assert len(lines) == 2
    assert "BINA vanished" in lines[1]
