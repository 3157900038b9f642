"""`janadesh log` and `janadesh verify`: what was loaded, and whether it still is."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Janadesh


@pytest.fixture
def own(bundled_file: Path, tmp_path: Path) -> Path:
    """Give a record that a test may change."""
    return Path(shutil.copy(bundled_file, tmp_path / "own.sqlite"))


def test_the_log_has_one_entry_a_load(janadesh: Janadesh) -> None:
    rows = json.loads(janadesh("log", "--format", "json").out)

    assert [row["read_from"] for row in rows][-1] == "jk-2024"
    assert [row["entry"] for row in rows] == list(range(1, len(rows) + 1))


def test_an_untouched_record_verifies(janadesh: Janadesh) -> None:
    answer = janadesh("verify")

    assert answer.code == 0
    assert "are as they were loaded" in answer.out


def test_verify_names_the_altered_entry_and_leaves_with_1(janadesh: Janadesh, own: Path) -> None:
    """One vote more for Omar Abdullah in Budgam, written past Janadesh into the database."""
    with sqlite3.connect(own) as database:
        changed = database.execute(
            "UPDATE tallies SET evm = evm + 1, total = total + 1 WHERE total = 36010 AND election = 'in-jk-2024'"
        ).rowcount

    answer = janadesh("verify", "--record", str(own))

    assert changed == 1
    assert (answer.code, answer.out) == (1, "")
    assert "from jk-2024, was altered: its statements are not those that were loaded" in answer.err
