"""`janadesh map` drafts a mapping, and `janadesh load --map` reads a table with it."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from janadesh.cli.map import map as draft
from tests.cli.conftest import Janadesh
from tests.sources.mapped_examples import CANADA
from tests.sources.mapped_examples import CANADA_FILLED
from tests.sources.mapped_examples import UK
from tests.sources.mapped_examples import UK_FILLED
from tests.sources.mapped_examples import filled
from tests.sources.mapped_examples import written

APP = typer.Typer()
APP.command()(draft)


@pytest.fixture
def own(tmp_path: Path) -> str:
    return str(tmp_path / "own.sqlite")


def test_a_draft_says_what_is_to_be_filled_in(tmp_path: Path) -> None:
    table = written(tmp_path, "uk.csv", UK)
    answer = CliRunner().invoke(APP, [str(table)])
    assert answer.exit_code == 0
    assert 'candidate = ["Candidate first name", "Candidate surname"]' in answer.stdout
    assert 'known_at = "" # ?' in answer.stdout


def test_a_corrected_mapping_is_not_written_over(tmp_path: Path) -> None:
    table = written(tmp_path, "uk.csv", UK)
    mapping = written(tmp_path, "uk.toml", "# mine")
    answer = CliRunner().invoke(APP, [str(table), "--out", str(mapping)])
    assert answer.exit_code == 2
    assert mapping.read_text() == "# mine"


def test_britains_table_answers_results(janadesh: Janadesh, tmp_path: Path, own: str) -> None:
    table = written(tmp_path, "uk.csv", UK)
    mapping = filled(table, UK_FILLED)
    assert janadesh("load", str(table), "--map", str(mapping), "--record", own).code == 0
    shown = janadesh("results", "uk-commons-2024", "--constituency", "Aberafan Maesteg", "--record", own).out
    assert "Stephen Kinnock" in shown
    assert "10,354" in shown
    parties = janadesh("results", "uk-commons-2024", "--record", own, "--format", "csv").out
    assert "Labour" in parties


def test_canadas_table_answers_results(janadesh: Janadesh, tmp_path: Path, own: str) -> None:
    table = written(tmp_path, "table12.csv", CANADA, "windows-1252")
    mapping = filled(table, CANADA_FILLED)
    assert janadesh("load", str(table), "--map", str(mapping), "--record", own).code == 0
    shown = janadesh("results", "ca-commons-2015", "--constituency", "Labrador", "--record", own).out
    assert "Yvonne Jones" in shown
    assert "7,099" in shown


def test_a_mapping_that_is_not_filled_in_loads_nothing(janadesh: Janadesh, tmp_path: Path, own: str) -> None:
    table = written(tmp_path, "uk.csv", UK)
    mapping = filled(table, {**UK_FILLED, "prefix": ""})
    answer = janadesh("load", str(table), "--map", str(mapping), "--record", own)
    assert answer.code == 2
    assert "column prefix" in answer.err


def test_a_country_without_nota_has_no_columns_for_it(janadesh: Janadesh, tmp_path: Path, own: str) -> None:
    """Nor columns of kinds of vote, which the table does not tell apart."""
    table = written(tmp_path, "uk.csv", UK)
    janadesh("load", str(table), "--map", str(filled(table, UK_FILLED)), "--record", own)
    shown = [
        janadesh(*command, "--record", own).out
        for command in (
            ("results", "uk-commons-2024"),
            ("results", "uk-commons-2024", "--constituency", "Aldershot"),
            ("margins", "uk-commons-2024"),
        )
    ]
    assert all("Lab" in table for table in shown)
    assert [word for word in ("NOTA", "EVM", "Postal") for table in shown if word in table] == []
