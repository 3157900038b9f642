"""`janadesh lint` says what is wrong in a pack, or missing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from janadesh.sources.packs import pack_folder
from tests.cli.conftest import Janadesh


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return shutil.copytree(pack_folder("example-council"), tmp_path / "council")


def test_a_clean_pack_leaves_with_0(janadesh: Janadesh, council: Path) -> None:
    answer = janadesh("lint", str(council))

    assert answer.code == 0
    assert "0 errors, 0 of advice" in answer.out
    assert f"janadesh load {council}" in answer.err


def test_advice_alone_leaves_with_0(janadesh: Janadesh, council: Path) -> None:
    (council / "map.json").unlink()
    answer = janadesh("lint", str(council), "--format", "json")

    assert answer.code == 0
    assert [row["severity"] for row in json.loads(answer.out)] == ["advice"]


def test_an_error_leaves_with_2_and_names_its_place(janadesh: Janadesh, council: Path) -> None:
    file = council / "declarations.csv"
    file.write_text(file.read_text().replace("declared,1,", "declared,first,", 1))
    answer = janadesh("lint", str(council), "--format", "csv")

    assert answer.code == 2
    assert answer.out.splitlines()[1].startswith("error,declarations.csv,2,winner,first,")


def test_many_rows_of_one_problem_are_shortened_for_people_only(janadesh: Janadesh, council: Path) -> None:
    file = council / "candidacies.csv"
    file.write_text(file.read_text().replace(",contesting,", ",standing,"))
    people, every = janadesh("lint", str(council)), janadesh("lint", str(council), "--format", "csv")

    assert "more rows like these" in people.out
    assert every.out.count("standing") > 20


def test_a_pack_that_is_not_there_is_told(janadesh: Janadesh) -> None:
    answer = janadesh("lint", "nowhere")

    assert answer.code == 2
    assert "example-council" in answer.err
