"""A question reads each thing once: its parts agree, whatever is loaded meanwhile."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from polars.testing import assert_frame_equal

from janadesh import model
from janadesh.record.reading_once import read_once
from tests.builders import BEFORE_ALL
from tests.builders import RESULT_KNOWN
from tests.builders import lok_sabha
from tests.builders import record_of
from tests.builders import statements

AFTER = RESULT_KNOWN + dt.timedelta(days=1)
LATER = model.Territory(id="in-jk", name="Jammu and Kashmir", status="state", known_at=BEFORE_ALL, source="eci")


def test_what_is_loaded_meanwhile_does_not_show_in_the_answer(tmp_path: Path) -> None:
    with record_of(tmp_path, *lok_sabha()) as record:
        reading = read_once(record)
        before = reading.frame(model.Territory)
        record.load(statements(LATER))

        assert reading.frame(model.Territory).equals(before)
        assert record.frame(model.Territory).height == before.height + 1


def test_another_moment_is_another_answer(tmp_path: Path) -> None:
    with record_of(tmp_path, *lok_sabha()) as record:
        reading = read_once(record)

        assert reading.frame(model.Territory, BEFORE_ALL - dt.timedelta(days=1)).is_empty()
        assert reading.frame(model.Territory, BEFORE_ALL).height == 1


def test_what_is_limited_otherwise_is_another_answer(tmp_path: Path) -> None:
    with record_of(tmp_path, *lok_sabha(), LATER) as record:
        reading = read_once(record)

        assert reading.frame(model.Territory, AFTER, id=["in-jk", "in"]).height == 2
        assert reading.frame(model.Territory, AFTER, id=["in"])["id"].to_list() == ["in"]
        assert reading.frame(model.Territory, AFTER, id="in-jk")["id"].to_list() == ["in-jk"]


def test_a_record_read_once_already_stays_the_same(tmp_path: Path) -> None:
    with record_of(tmp_path, *lok_sabha()) as record:
        reading = read_once(record)

        assert read_once(reading) is reading


def test_frames_are_as_the_record_gives_them(tmp_path: Path) -> None:
    with record_of(tmp_path, *lok_sabha()) as record:
        reading = read_once(record)
        for noun in (model.Territory, model.House, model.Election):
            assert_frame_equal(reading.frame(noun, AFTER), record.frame(noun, AFTER))
