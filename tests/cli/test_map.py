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
    assert ".toml, prefix: this is still to be filled in. Begins the ids" in answer.err


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


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.txt", "date 2024-10-08 Omar Abdullah, of the National Conference, won Budgam.\nHe leads, again.\n"),
        ("page.html", "<!doctype html>\n<html>\n<body><p>Votes, seats, and turnout</p>\n</body>\n</html>\n"),
        ("list.csv", "Votes\n12\n13\n"),
        ("empty.csv", ""),
        ("heading.csv", "Candidate,Votes\n"),
    ],
)
def test_no_mapping_is_drafted_of_a_text_that_is_no_table(
    janadesh: Janadesh, tmp_path: Path, name: str, content: str
) -> None:
    answer = janadesh("map", str(written(tmp_path, name, content)))

    assert (answer.code, answer.out) == (2, "")
    assert "it is no table of results" in answer.err


def test_a_table_in_words_that_no_guess_knows_is_drafted_all_the_same(janadesh: Janadesh, tmp_path: Path) -> None:
    answer = janadesh("map", str(written(tmp_path, "wahl.csv", "Wahlkreis;Stimmen\nKiel;12\nUlm;13\n")))

    assert answer.code == 0
    assert '"Stimmen"' in answer.out


def test_a_key_that_a_mapping_cannot_have_or_read_is_told_in_plain_words(
    janadesh: Janadesh, tmp_path: Path, own: str
) -> None:
    table = written(tmp_path, "uk.csv", UK)
    mapping = filled(table, UK_FILLED)
    wrong = mapping.read_text(encoding="utf-8").replace('kind = "general"', 'kind = "odd"')
    mapping.write_text(wrong.replace("[columns]", '[columns]\nvote = "x"'), encoding="utf-8")
    told = janadesh("load", str(table), "--map", str(mapping), "--record", own).err

    assert "election.kind: this is none of general, by-election (found 'odd')" in told
    assert "columns.vote: there is no such key (found 'x'). Did you mean votes?" in told
    assert not {"Input should", "Value error", "Extra inputs"} & set(told.split(":"))
