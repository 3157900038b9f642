"""Failing is told in plain words, with a documented code, and never as a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Janadesh


def test_a_record_that_is_not_there_is_not_made_by_asking(janadesh: Janadesh, tmp_path: Path) -> None:
    answer = janadesh("results", "in-jk-2024", "--record", str(tmp_path / "none.sqlite"))

    assert (answer.code, answer.out) == (4, "")
    assert "There is no record at" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_something_else_is_no_record(janadesh: Janadesh, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20)

    answer = janadesh("log", "--record", str(photo))

    assert answer.code == 4
    assert "cannot be used: file is not a database" in answer.err


def test_a_url_that_is_none_is_said_to_be_none(janadesh: Janadesh) -> None:
    answer = janadesh("log", "--record", "://nowhere")

    assert answer.code == 4
    assert "neither a file's path nor a database URL" in answer.err


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the ledger fail in a way that nobody foresaw."""

    def fail(_: object) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    monkeypatch.setattr("janadesh.record.book.Record.entries", fail)


def test_a_fault_of_the_program_gets_a_short_message(janadesh: Janadesh, broken: None) -> None:
    answer = janadesh("log")

    assert answer.code == 70
    assert "ZeroDivisionError: nobody foresaw this" in answer.err
    assert "JANADESH_DEBUG=1" in answer.err
    assert "Traceback" not in answer.err


def test_debugging_shows_where_it_happened(janadesh: Janadesh, broken: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JANADESH_DEBUG", "1")

    answer = janadesh("log")

    assert answer.code == 1
    assert "JANADESH_DEBUG=1" not in answer.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("results", "in-jk-2024", "--by", "state"), "'state' is not one of 'party'"),
        (("check", "report.txt", "--date", "14-10-2024"), "'14-10-2024' is no day. Write it as 2024-10-08."),
        (("replay", "feed", "--speed", "fast"), "'--speed': it is no number"),
        (("rehearse", "in-jk-2024", "night", "--rounds", "1"), "'--rounds': it is less than 2"),
        (("desk", "--port", "x"), "'--port': it is no whole number"),
    ],
)
def test_an_option_that_cannot_be_read_is_told_in_a_plain_sentence(
    janadesh: Janadesh, words: tuple[str, ...], says: str
) -> None:
    answer = janadesh(*words)
    told = " ".join(answer.err.replace("│", " ").split())

    assert answer.code == 2
    assert says in told
    assert "Value error" not in told
    assert "Input should" not in told
    assert "%Y" not in told
