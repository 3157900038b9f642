"""`janadesh check --keep` keeps what was checked, and `janadesh articles` lists it with its verdicts then and now."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from tests.cli.conftest import Janadesh

REPORT = (
    "date 2024-08-22 The Assembly polls in Jammu and Kashmir are scheduled to be held in three phases. "
    "The counting of votes will take place on October 4."
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


@pytest.fixture
def book(bundled_file: Path, tmp_path: Path, janadesh: Janadesh, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a record of this test's own, which commands work on."""
    copied = shutil.copy(bundled_file, tmp_path / "record.sqlite")
    monkeypatch.setenv("JANADESH_RECORD", str(copied))
    return Path(copied)


def test_nothing_is_kept_unless_asked(janadesh: Janadesh, book: Path, report: Path) -> None:
    janadesh("check", str(report))

    assert json.loads(janadesh("articles", "--format", "json").out) == []


def test_what_was_checked_is_kept_and_listed(janadesh: Janadesh, book: Path, report: Path) -> None:
    answer = janadesh("check", str(report), "--keep", "--outlet", "The Daily", "--format", "json")
    (row,) = json.loads(janadesh("articles", "--format", "json").out)

    assert answer.code == 0
    assert json.loads(answer.out)
    assert f"report: kept as {row['id']}." in answer.err
    assert (row["published"], row["outlet"], row["elections"]) == ("2024-08-22", "The Daily", "in-jk-2024")


def test_verdicts_then_and_now_are_counted(janadesh: Janadesh, book: Path, report: Path) -> None:
    """The count set for 4 October was moved nine days after the article."""
    janadesh("check", str(report), "--keep")
    frame = pl.read_csv(io.StringIO(janadesh("articles", "in-jk-2024", "--format", "csv").out))
    before = pl.read_csv(io.StringIO(janadesh("articles", "--as-of", "2024-08-25", "--format", "csv").out))

    assert frame["then_confirmed"].sum() == frame["claims"].sum()
    assert (frame["now_superseded"].sum(), frame["changed"].sum()) == (1, 1)
    assert (before["now_superseded"].sum(), before["changed"].sum()) == (0, 0)


def test_table_tells_them_in_words(janadesh: Janadesh, book: Path, report: Path) -> None:
    janadesh("check", str(report), "--keep", "--outlet", "The Daily")
    told = janadesh("articles").out

    assert "22 August 2024" in told
    assert "1 superseded" in told


def test_articles_of_another_election_and_of_later_days_are_left_out(
    janadesh: Janadesh, book: Path, report: Path
) -> None:
    janadesh("check", str(report), "--keep")

    assert json.loads(janadesh("articles", "in-ls-2019", "--format", "json").out) == []
    assert json.loads(janadesh("articles", "--as-of", "2024-08-21", "--format", "json").out) == []


def test_keeping_again_says_that_it_was_kept(janadesh: Janadesh, book: Path, report: Path) -> None:
    janadesh("check", str(report), "--keep")
    again = janadesh("check", str(report), "--keep")

    assert "report: was kept before, as" in again.err
    assert len(json.loads(janadesh("articles", "--format", "json").out)) == 1


def test_article_of_a_day_to_come_is_checked_and_not_kept(janadesh: Janadesh, book: Path, report: Path) -> None:
    answer = janadesh("check", str(report), "--keep", "--date", "2999-01-01")

    assert answer.code == 2
    assert "a day to come" in answer.err
    assert "three phases" in answer.out
    assert json.loads(janadesh("articles", "--format", "json").out) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [(("--keep", "--out", "claims.parquet"), "checked without being kept"), (("--outlet", "X"), "give --keep, too")],
)
def test_options_that_do_not_go_together_are_refused(
    janadesh: Janadesh, report: Path, options: tuple[str, ...], said: str
) -> None:
    answer = janadesh("check", str(report), *options)

    assert answer.code == 2
    assert said in " ".join(answer.err.split())
