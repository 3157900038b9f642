"""`janadesh people` links the candidacies of one person and shows careers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from janadesh.cli.people import people
from tests.cli.conftest import Answer


@pytest.fixture(scope="module")
def linked_file(bundled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the bundled record in which the candidacies of Ladakh are linked."""
    file = tmp_path_factory.mktemp("people") / "record.sqlite"
    shutil.copy(bundled_file, file)
    assert run("link", "--territory", "in-la", "--record", str(file)).code == 0
    return file


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


def test_a_dry_run_shows_links_and_changes_nothing(bundled_file: Path) -> None:
    before = bundled_file.stat().st_mtime_ns
    answer = run("link", "--territory", "in-la", "--dry-run", "--format", "json", "--record", str(bundled_file))

    assert answer.code == 0
    assert isinstance(json.loads(answer.out), list)
    assert "gain a person" in answer.err
    assert bundled_file.stat().st_mtime_ns == before


def test_linking_again_adds_nothing(linked_file: Path) -> None:
    assert "Nothing was added" in run("link", "--state", "in-la", "--record", str(linked_file)).err


def test_an_unknown_state_is_said_with_those_there_are(bundled_file: Path) -> None:
    answer = run("link", "--territory", "in-atlantis", "--record", str(bundled_file))

    assert (answer.code, answer.out) == (3, "")
    assert "in-jk" in answer.err
