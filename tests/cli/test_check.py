"""`janadesh check` finds the claims of dated articles and says what the record says of each."""

from __future__ import annotations

import json
from pathlib import Path

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


def claims(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_day_that_was_moved_later_is_superseded(janadesh: Janadesh, report: Path) -> None:
    told = claims(janadesh("check", str(report), "--format", "jsonl").out)
    count = next(claim for claim in told if "counting" in str(claim["quote"]))

    assert count["verdict"] == "superseded"
    assert count["official"] == "2024-10-08"
    assert REPORT[int(str(count["start"])) : int(str(count["end"]))] == count["quote"]
    assert count["article"] == "report"


def test_the_table_marks_the_text_and_gives_verdict_figure_and_reason(janadesh: Janadesh, report: Path) -> None:
    answer = janadesh("check", str(report))

    assert answer.code == 0
    assert "take place on October 4]" in answer.out
    assert "superseded  Schedule" in answer.out
    assert "officially 8 October 2024" in answer.out


def test_json_is_one_list(janadesh: Janadesh, report: Path) -> None:
    told = json.loads(janadesh("check", str(report), "--format", "json").out)

    assert {claim["verdict"] for claim in told} == {"confirmed", "superseded"}


def test_an_article_without_a_date_is_refused_until_it_is_given_one(janadesh: Janadesh, tmp_path: Path) -> None:
    file = tmp_path / "undated.txt"
    file.write_text(REPORT.removeprefix("date 2024-08-22 "), encoding="utf-8")

    refused = janadesh("check", str(file), "--format", "jsonl")
    dated = janadesh("check", str(file), "--format", "jsonl", "--date", "2024-08-22")

    assert (refused.code, refused.out) == (2, "")
    assert "--date" in refused.err
    assert (dated.code, len(claims(dated.out))) == (0, 2)


def test_a_binary_file_is_told_and_the_other_files_are_checked(
    janadesh: Janadesh, report: Path, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.txt"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))

    answer = janadesh("check", str(photo), str(report), "--format", "jsonl")

    assert answer.code == 2
    assert "photo.txt" in answer.err
    assert len(claims(answer.out)) == 2


def test_a_text_about_something_else_has_no_claims(janadesh: Janadesh, tmp_path: Path) -> None:
    file = tmp_path / "recipe.txt"
    file.write_text("date 2024-10-08 Fry two onions, add a cup of lentils, and serve with rice.", encoding="utf-8")

    assert "No claim about an election was found." in janadesh("check", str(file)).out


def test_the_four_reports_are_checked_in_one_run(janadesh: Janadesh, shared: Path) -> None:
    files = sorted(str(file) for file in (shared / "seeds").glob("*.txt"))

    told = claims(janadesh("check", *files, "--format", "jsonl").out)

    assert {claim["article"] for claim in told} == {Path(file).stem for file in files}
    assert "contradicted" not in {claim["verdict"] for claim in told}
