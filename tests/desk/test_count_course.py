"""A count as it went: the lines of a contest, what is just in, and the alarms that stand."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from janadesh import model
from janadesh.desk.drawings.count_lines import LEAST_APART
from janadesh.desk.drawings.count_lines import MOST_TICKS
from janadesh.desk.drawings.count_lines import Counted
from janadesh.desk.drawings.count_lines import count_lines
from janadesh.desk.drawings.count_lines import tick_step
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat
from tests.desk.conftest import client_of
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

STOOD = (Stood("ASHA", "A"), Stood("BINA", "B"))
PLACE = "in-ls-budgam"
PAGE = f"/elections/{ELECTION}/constituencies/1"
PROJECTION = f"/elections/{ELECTION}/projection"


def said(hour: int) -> dict[str, Any]:
    at = dt.datetime(2024, 6, 4, hour, tzinfo=dt.UTC)
    return {"election": ELECTION, "constituency": PLACE, "known_at": at, "source": ECI.id}


def votes(hour: int, asha: int, bina: int, round_number: int | None = None) -> list[model.Noun]:
    return [
        model.Tally(serial=1, total=asha, status="interim", round=round_number, **said(hour)),
        model.Tally(serial=2, total=bina, status="interim", round=round_number, **said(hour)),
    ]


def desk(folder: Path, *count: model.Noun) -> TestClient:
    return client_of(record_of(folder, *lok_sabha(), *parties(STOOD), *seat("Budgam", STOOD, status=None), *count))


def test_a_count_is_told_moment_by_moment_with_the_lead(folder: Path) -> None:
    page = desk(folder, *votes(5, 100, 80), *votes(6, 150, 190)).get(PAGE).text
    assert "The count as it went" in text_of(page)
    assert rows_of(page, "course") == [["10:30", "80", "100", "20"], ["11:30", "190", "150", "40"]]


def test_rounds_are_named_where_the_source_names_them(folder: Path) -> None:
    page = desk(folder, *votes(5, 100, 80, 1), *votes(6, 150, 190, 2)).get(PAGE).text
    assert "The count, round by round" in text_of(page)
    assert [row[0] for row in rows_of(page, "course")] == ["1", "2"]


def test_one_moment_is_no_course(folder: Path) -> None:
    assert "The count as it went" not in desk(folder, *votes(5, 100, 80)).get(PAGE).text


@pytest.mark.parametrize("page", [PROJECTION, f"/elections/{ELECTION}"])
def test_a_lead_that_changed_and_a_declaration_are_just_in_the_latest_first(folder: Path, page: str) -> None:
    leads = [
        model.Lead(leading=1, trailing=2, margin=20, **said(5)),
        model.Lead(leading=2, trailing=1, margin=40, **said(6)),
        model.Lead(leading=2, trailing=1, margin=60, status="declared", **said(7)),
    ]
    told = text_of(desk(folder, *votes(5, 100, 80), *leads).get(f"{page}?as_of=2024-06-04T13:00").text)
    assert "12:30 Budgam declared B Bina wins" in told
    assert told.index("B Bina wins") < told.index("11:30 Budgam lead changed B Bina passes A")
    assert "10:30 Budgam" not in told


def test_an_alarm_stands_until_it_is_cleared(folder: Path) -> None:
    raised_at = dt.datetime(2024, 6, 4, 6, tzinfo=dt.UTC)
    alarm: dict[str, Any] = {
        "rule": "total fell",
        "serial": 1,
        "raised_at": raised_at,
        "says": "the total fell from 150 to 100",
    }
    client = desk(
        folder,
        *votes(5, 100, 80),
        model.Alarm(**alarm, **said(6)),
        model.Alarm(**alarm, status="cleared", cleared_by="later update", **said(8)),
    )
    assert "total fell the total fell from 150 to 100" in text_of(
        client.get(f"{PROJECTION}?as_of=2024-06-04T12:00").text
    )
    assert "Alarms that stand" not in client.get(f"{PROJECTION}?as_of=2024-06-04T14:00").text


@given(st.integers(1, 10**8))
def test_the_grid_reaches_the_most_votes_in_few_steps(most: int) -> None:
    assert most <= tick_step(most) * MOST_TICKS
    assert tick_step(most) in {1, 2} or tick_step(most) < most


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=6))
def test_no_label_covers_another(ends: list[int]) -> None:
    drawn = count_lines([Counted(serial, ((0, 0), (1, end))) for serial, end in enumerate(ends, 1)])
    assert drawn is not None
    labels = sorted(line.label_y for line in drawn.lines)
    assert all(below - above >= LEAST_APART - 1e-9 for above, below in itertools.pairwise(labels))


@pytest.mark.parametrize("points", [(), ((0, 5),)])
def test_no_line_is_drawn_of_fewer_than_two_figures(points: tuple[tuple[float, int], ...]) -> None:
    assert count_lines([Counted(1, points)]) is None
