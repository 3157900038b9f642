"""`janadesh load` takes packs whole or not at all, and says what came of each."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from janadesh import model
from janadesh.record.opening import open_record
from janadesh.sources.packs import pack_folder
from janadesh.sources.sniff import READERS
from tests.cli.conftest import Janadesh

Row = dict[str, str]


@pytest.fixture
def own(tmp_path: Path) -> str:
    """Name a record that does not exist yet."""
    return str(tmp_path / "own.sqlite")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Give a copy of the pack jk-2024 that a test may spoil."""
    return Path(shutil.copytree(pack_folder("jk-2024"), tmp_path / "spoilt"))


def spoil(pack: Path, table: str, change: Callable[[list[Row]], None]) -> None:
    """Change the rows of one table of a pack."""
    file = pack / f"{table}.csv"
    with file.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    change(rows)
    with file.open("w", newline="", encoding="utf-8") as lines:
        writer = csv.DictWriter(lines, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def held(file: str) -> list[int]:
    with open_record(file) as record:
        return [record.history(noun).height for noun in model.NOUNS]


def test_a_bundled_pack_is_loaded_by_name(janadesh: Janadesh, own: str) -> None:
    answer = janadesh("load", "jk-2024", "--record", own)

    assert (answer.code, answer.out) == (0, "")
    assert "jk-2024: entry 1, " in answer.err


def test_several_are_loaded_at_once(janadesh: Janadesh, own: str, pack: Path) -> None:
    answer = janadesh("load", "jk-2024", str(pack), "--record", own)

    assert answer.code == 0
    assert f"{pack}: the record already held every statement of it; nothing was added." in answer.err


def negative_votes(rows: list[Row]) -> None:
    rows[3]["evm"] = "-12"


def unknown_constituency(rows: list[Row]) -> None:
    rows[3]["constituency"] = "in-jk-assembly.2022.91"


def named_two_ways(rows: list[Row]) -> None:
    rows.append(rows[0] | {"id": "in-another-id", "name": rows[0]["name"].upper()})


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("tallies", negative_votes, "tallies.csv, row 5, column evm: votes cannot be negative (found '-12')"),
        (
            "candidacies",
            unknown_constituency,
            "candidacies.csv, row 5, column constituency: no constituency has this id, here or in the record",
        ),
        ("parties", named_two_ways, "one party is named two ways"),
    ],
)
def test_a_spoilt_pack_is_refused_with_the_place_and_the_record_stays_as_it_was(
    janadesh: Janadesh, own: str, pack: Path, table: str, change: Callable[[list[Row]], None], said: str
) -> None:
    janadesh("load", "jk-2024", "--record", own)
    before = held(own)
    spoil(pack, table, change)

    answer = janadesh("load", str(pack), "--record", own)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "nothing was loaded" in answer.err
    assert held(own) == before


def test_one_refused_item_does_not_keep_the_others_out(janadesh: Janadesh, own: str, pack: Path) -> None:
    spoil(pack, "tallies", negative_votes)

    answer = janadesh("load", str(pack), "jk-2024", "--record", own)

    assert answer.code == 2
    assert "jk-2024: entry 1, " in answer.err


def test_what_is_neither_pack_nor_folder_names_the_nearest(janadesh: Janadesh, own: str) -> None:
    answer = janadesh("load", "jk-2042", "--record", own)

    assert answer.code == 2
    assert "Did you mean jk-2024?" in answer.err


def test_an_official_table_is_loaded_by_file(janadesh: Janadesh, own: str, shared: Path) -> None:
    janadesh("load", "jk-2024", "india", "--record", own)

    answer = janadesh("load", str(shared / "data/eci-assembly/2025Assembly-DL.csv"), "--record", own)
    results = janadesh("results", "in-dl-2025", "--record", own, "--format", "json")

    assert answer.code == 0, answer.err
    assert "entry 3, " in answer.err
    assert {row["party_short"]: row["won"] for row in json.loads(results.out) if row["won"]} == {"BJP": 48, "AAP": 22}


def test_rows_set_aside_are_listed_in_a_file_each_with_its_reason(janadesh: Janadesh, own: str, tmp_path: Path) -> None:
    """On the screen are the first ten; a file that is there is not written over."""
    janadesh("load", "jk-2024", "--record", own)
    names = ("state_name", "constituency_name", "sl_no", "candidate_name", "party_name", "evm_votes", "postal_votes")
    row = dict.fromkeys((*names, "total_votes"), "1") | {"state_name": "Atlantis", "constituency_code": 1}
    table, listed = tmp_path / "results.json", tmp_path / "set-aside.csv"
    table.write_text(json.dumps([[row] * 12]), encoding="utf-8")

    answer, again = (janadesh("load", str(table), "--record", own, "--set-aside", str(listed)) for _ in range(2))

    assert "2 rows more; `--set-aside FILE` lists all of them" in " ".join(answer.err.split())
    assert "there was nothing in it that could be placed" in answer.err
    told = list(csv.DictReader(listed.open(encoding="utf-8")))
    assert [row["row"] for row in told] == [str(number) for number in range(1, 13)]
    assert {row["problem"] for row in told} == {"the seat or its state is not known"}
    assert again.code == 2


def test_a_table_of_no_known_format_is_refused_with_those_known(janadesh: Janadesh, own: str, tmp_path: Path) -> None:
    table = tmp_path / "recipes.csv"
    table.write_text("dish,minutes\ndal,40\n", encoding="utf-8")

    answer = janadesh("load", str(table), "--record", own)

    assert answer.code == 2
    assert "eci-assembly" in answer.err


def test_the_help_names_every_format(janadesh: Janadesh) -> None:
    shown = " ".join(janadesh("load", "--help").out.replace("│", " ").split())

    assert [reader.name for reader in READERS if reader.name not in shown] == []


def test_the_bundled_packs_are_listed(janadesh: Janadesh) -> None:
    assert "jk-2024" in janadesh("packs").out


def test_a_record_that_is_loaded_by_mistake_is_told_how_it_is_used(janadesh: Janadesh, tmp_path: Path) -> None:
    backup = tmp_path / "night.sqlite"
    janadesh("backup", str(backup))
    answer = janadesh("load", str(backup), "--record", str(tmp_path / "own.sqlite"))

    assert answer.code == 2
    assert "--record FILE" in answer.err
    assert "janadesh restore FILE" in answer.err


def test_what_is_nowhere_leaves_no_empty_record_behind(janadesh: Janadesh, tmp_path: Path) -> None:
    own = tmp_path / "own.sqlite"
    answer = janadesh("load", "results.csv", "--record", str(own))

    assert answer.code == 2
    assert "no pack, folder or file 'results.csv'." in answer.err
    assert "Packs that come with Janadesh: budgam-nagrota-2025, example-council" in answer.err
    assert not own.exists()
