"""Hostile names in tables on a terminal."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Janadesh
from tests.desk.hostile import STEERING
from tests.desk.hostile import hostile_record


def test_tables_on_a_terminal_are_not_steered_by_names(tmp_path: Path, janadesh: Janadesh) -> None:
    hostile_record(tmp_path).close()
    answer = janadesh("results", "in-ls-2024", "--record", str(tmp_path / "record.sqlite"))
    assert answer.code == 0, answer.err
    assert "[red]rich[/red]" in answer.out
    assert not [mark for mark in STEERING if mark in answer.out]
