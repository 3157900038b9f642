"""The command as a shell runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from janadesh.cli.main import app; app()"]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("JANADESH_")}
    return subprocess.run(
        [*COMMAND, *words], capture_output=True, text=True, check=False, timeout=120, env=plain | environment
    )


def test_the_version_is_told_without_loading_a_database_or_table_library() -> None:
    """Starting is quick because nothing heavy is imported before a command needs it."""
    asked = (
        "import sys; from janadesh.cli.main import app; print({'polars', 'sqlalchemy', 'fastapi'} & set(sys.modules))"
    )

    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "set()"


def test_what_is_piped_has_no_colour(bundled_file: Path) -> None:
    answer = run("results", "in-jk-2024", JANADESH_RECORD=str(bundled_file))

    assert answer.returncode == 0
    assert answer.stderr == ""
    assert "\x1b" not in answer.stdout


def test_a_long_row_is_not_cut_when_piped(bundled_file: Path) -> None:
    answer = run("results", "in-jk-2024", JANADESH_RECORD=str(bundled_file), COLUMNS="40")

    assert "Jammu And Kashmir Peoples Democratic Front (Secular)" in answer.stdout


def test_a_reader_that_stops_early_is_no_error(bundled_file: Path) -> None:
    words = " ".join(f"'{word}'" for word in COMMAND)

    answer = subprocess.run(
        ["bash", "-c", f"{words} results in-jk-2024 --by constituency --format csv | head -1"],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"JANADESH_RECORD": str(bundled_file)},
    )

    assert answer.stdout.startswith("election,constituency")
    assert answer.stderr == ""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a user's data folder with nothing in it at first."""
    return tmp_path_factory.mktemp("home")


def test_the_first_use_makes_the_users_record_and_says_so(home: Path) -> None:
    answer = run("log", "--format", "csv", XDG_DATA_HOME=str(home))

    assert answer.returncode == 0, answer.stderr
    assert "Making your record at" in answer.stderr
    assert "jk-2024" in answer.stdout
    assert [file.name for file in (home / "janadesh").glob("*.unfinished*")] == []


def test_the_second_use_opens_it_without_a_word(home: Path) -> None:
    first = run("log", "--format", "csv", XDG_DATA_HOME=str(home))
    second = run("log", "--format", "csv", XDG_DATA_HOME=str(home))

    assert second.stderr == ""
    assert second.stdout == first.stdout
