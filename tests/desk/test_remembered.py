"""Answers that are kept: what many ask at once is worked out once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from janadesh.desk.remembered import Remembered
from janadesh.record.book import Record
from tests.count.counted import small_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with small_record(tmp_path) as made:
        yield made


def test_what_is_asked_by_many_at_once_is_worked_out_once(record: Record) -> None:
    remembered = Remembered(record)
    all_ask = threading.Event()
    asked = []

    def slowly() -> str:
        asked.append(1)
        all_ask.wait(5)
        return "found"

    with ThreadPoolExecutor(4) as browsers:
        answers = [browsers.submit(remembered.once, "question", slowly) for _ in range(4)]
        all_ask.set()
        assert [answer.result(5) for answer in answers] == ["found"] * 4
    assert asked == [1]


def test_question_that_failed_is_asked_again(record: Record) -> None:
    remembered = Remembered(record)

    def fail() -> str:
        raise ValueError("no answer")

    with pytest.raises(ValueError, match="no answer"):
        remembered.once("question", fail)
    assert remembered.once("question", lambda: "found") == "found"
