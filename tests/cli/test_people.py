"""`janadesh people` links the candidacies of one person and shows careers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from janadesh.cli.people import people
from janadesh.record.opening import open_record
from tests.analysis.test_same_person import a_state
from tests.cli.conftest import Answer


@pytest.fixture
def small_file(tmp_path: Path) -> str:
    """Give the file of a small record in which two persons stand twice."""
    a_state(tmp_path).close()
    return str(tmp_path / "record.sqlite")


def run(*words: str) -> Answer:
    result = CliRunner().invoke(people, list(words))
    return Answer(result.exit_code, result.stdout, result.stderr)


def test_a_career_has_every_writing_of_the_name(bundled_file: Path) -> None:
    out = run("show", "Sheikh Abdul Rashid", "--record", str(bundled_file)).out

    assert "ENGINEER RASHID" in out
    assert "AB RASHID SHEIKH" in out
    assert "2,04,142" in out


def test_a_career_is_told_to_programs(bundled_file: Path) -> None:
    rows = json.loads(run("show", "Haji Haneefa Jan", "--format", "json", "--record", str(bundled_file)).out)

    assert rows[0]["candidate"] == "MOHMAD HANEEFA"


def test_a_dry_run_shows_links_and_changes_nothing(small_file: str) -> None:
    answer = run("link", "--dry-run", "--format", "json", "--record", small_file)

    assert {row["person"] for row in json.loads(answer.out)} == {"rashid", "tara-chand.in-jk"}
    assert "3 candidacies gain a person; new persons: 1." in answer.err
    with open_record(small_file) as record:
        assert len(record.entries()) == 1


def test_links_are_loaded_as_one_entry(small_file: str) -> None:
    answer = run("link", "--territory", "in-jk", "--record", small_file)

    assert "Loaded as entry 2." in answer.err
    assert "ENGINEER RASHID" in run("show", "rashid", "--record", small_file).out


def test_linking_again_adds_nothing(small_file: str) -> None:
    run("link", "--record", small_file)

    assert "Nothing was added" in run("link", "--state", "in-jk", "--record", small_file).err


def test_an_unknown_state_is_said_with_those_there_are(bundled_file: Path) -> None:
    answer = run("link", "--territory", "in-atlantis", "--record", str(bundled_file))

    assert (answer.code, answer.out) == (3, "")
    assert "in-jk" in answer.err
