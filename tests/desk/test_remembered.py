"""Answers that are kept: what many ask at once is worked out once."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from janadesh import model
from janadesh.desk.remembered import Remembered
from janadesh.record.book import Record
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
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


def load_more(record: Record) -> None:
    source = model.Source(id="later", title="Said later", publisher="a test", kind="archive")
    record.load(Statements("later", {model.Source: frame_of(model.Source, [source])}))


class Large:
    """An answer that can be watched while it is kept."""


def test_answers_are_let_go_once_more_is_loaded(record: Record) -> None:
    """In a count nobody asks again what the record said before its last entry."""
    remembered, now = Remembered(record), record.moment()
    before = weakref.ref(remembered.answer("question", now, Large))
    assert before() is remembered.answer("question", now, Large)

    load_more(record)
    remembered.answer("question", now, Large)

    gc.collect()
    assert before() is None


def test_what_no_moment_bears_on_is_let_go_too_once_more_is_loaded(record: Record) -> None:
    remembered = Remembered(record)
    before = weakref.ref(remembered.until_loaded("steps", Large))
    assert before() is remembered.until_loaded("steps", Large)

    load_more(record)
    remembered.until_loaded("steps", Large)

    gc.collect()
    assert before() is None


def test_what_holds_whatever_is_loaded_is_not_let_go(record: Record) -> None:
    remembered, now = Remembered(record), record.moment()
    kept = remembered.once("a map", Large)

    load_more(record)
    remembered.answer("question", now, Large)

    assert remembered.once("a map", Large) is kept
