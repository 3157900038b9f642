"""`janadesh new` lays out a pack that a person fills in by hand."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from janadesh import model
from janadesh.analysis.contests import contest_results
from janadesh.record.opening import open_record
from janadesh.sources.linting.lint import lint_pack
from janadesh.sources.pack import read_pack
from tests.cli.conftest import Janadesh


@pytest.fixture
def folder(janadesh: Janadesh, tmp_path: Path) -> Path:
    folder = tmp_path / "my-election"
    assert janadesh("new", str(folder), "--country", "gb", "--seats", "3").code == 0
    return folder


def filled(folder: Path) -> Path:
    """Fill a skeleton in as a person would, with names in place of the marks and a year in place of 2099."""
    for table in folder.glob("*.csv"):
        table.write_text(table.read_text().replace("FILL IN ", "The ").replace("2099", "2024"))
    return folder


def test_it_says_what_to_do_next(janadesh: Janadesh, tmp_path: Path) -> None:
    answer = janadesh("new", str(tmp_path / "one"), "--country", "gb")

    assert f"janadesh lint {tmp_path / 'one'}" in answer.err
    assert "No rules of law" not in answer.err


def test_a_country_without_rules_of_law_is_told(janadesh: Janadesh, tmp_path: Path) -> None:
    assert "No rules of law are known for 'fr'" in janadesh("new", str(tmp_path / "one"), "--country", "fr").err


def test_nothing_is_written_over(janadesh: Janadesh, folder: Path) -> None:
    (folder / "parties.csv").write_text("mine")
    answer = janadesh("new", str(folder))

    assert answer.code == 2
    assert (folder / "parties.csv").read_text() == "mine"


def test_the_skeleton_has_hints_only_and_each_row_is_hinted_at(folder: Path) -> None:
    linted = lint_pack(folder)

    rows = sum(len([*csv.reader(file.open())]) - 1 for file in folder.glob("*.csv"))
    assert linted.faults == ()
    assert {advice.problem.split(":")[0] for advice in linted.advice} == {"this is still the example"}
    assert len(linted.advice) == rows


def test_no_example_counts_as_known_before_it_is_filled_in(folder: Path, tmp_path: Path) -> None:
    with open_record(tmp_path / "record.sqlite") as record:
        record.load(read_pack(folder))

        assert record.frame(model.Election).is_empty()


def test_once_filled_in_it_loads_and_has_results(folder: Path, tmp_path: Path) -> None:
    linted = lint_pack(filled(folder))
    with open_record(tmp_path / "record.sqlite") as record:
        record.load(read_pack(folder))
        winners = contest_results(record, "gb-my-election")["winner"].to_list()

    assert linted.faults == ()
    assert [advice.file for advice in linted.advice] == ["map.json"]
    assert winners == ["The name of candidate 1"] * 3


def test_every_table_has_all_columns_and_the_readme_tells_each(folder: Path) -> None:
    told = (folder / "README.md").read_text()
    listed = [each["name"] for each in json.loads((folder / "datapackage.json").read_text())["resources"]]

    for table in listed:
        heading = (folder / f"{table}.csv").read_text().splitlines()[0].split(",")
        assert heading == list(model.columns(model.NOUN_OF_TABLE[table]))
        part = told.split(f"## {table}.csv")[1].split("\n## ")[0]
        assert [name for name in heading if f"{name} (" not in part and f"{name}** (" not in part] == []


@pytest.mark.parametrize(("option", "value"), [("--country", "G1"), ("--time-zone", "Mars/Base"), ("--house", "club")])
def test_what_cannot_be_is_refused(janadesh: Janadesh, tmp_path: Path, option: str, value: str) -> None:
    answer = janadesh("new", str(tmp_path / "one"), option, value)

    assert answer.code == 2
    assert not (tmp_path / "one").exists()
