"""`janadesh export` writes whole files or none, and says what a format has no place for."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from janadesh import model
from janadesh.record.opening import open_record
from tests.cli.conftest import Janadesh


@pytest.mark.parametrize("form", ["pack", "csv", "parquet"])
def test_an_election_that_was_exported_as_tables_loads_by_itself(
    janadesh: Janadesh, bundled_file: Path, tmp_path: Path, form: str
) -> None:
    pack, own = tmp_path / "pack", str(tmp_path / "own.sqlite")

    assert janadesh("export", "--format", form, "-e", "in-ls-2024", "--out", str(pack)).code == 0
    assert janadesh("load", str(pack), "--record", own).code == 0

    with open_record(own) as record, open_record(bundled_file) as first:
        for noun in (model.Tally, model.ScheduleEntry):
            assert record.history(noun).equals(first.history(noun, election="in-ls-2024"))


def test_one_election_is_exported_as_tables_that_spreadsheets_open(janadesh: Janadesh, tmp_path: Path) -> None:
    answer = janadesh("export", "--format", "csv", "--election", "in-jk-2024", "--out", str(tmp_path / "tables"))

    assert answer.code == 0
    results = pl.read_csv(tmp_path / "tables" / "results" / "in-jk-2024.csv")
    assert results.filter(constituency_name="Budgam", won=True)["candidate"].to_list() == ["OMAR ABDULLAH"]
    assert (tmp_path / "tables" / "tallies.csv").exists()


def test_parquet_keeps_days_and_instants_as_such(janadesh: Janadesh, tmp_path: Path) -> None:
    janadesh("export", "--format", "parquet", "-e", "in-jk-2024", "--out", str(tmp_path / "tables"))

    schema = pl.read_parquet_schema(tmp_path / "tables" / "schedule.parquet")
    assert (schema["on_date"], schema["known_at"]) == (pl.Date(), pl.Datetime("us", "UTC"))


@pytest.mark.parametrize("form", ["nist", "nist-xml"])
def test_a_report_is_written_and_what_it_lost_is_told(janadesh: Janadesh, tmp_path: Path, form: str) -> None:
    out = tmp_path / "report"

    answer = janadesh("export", "--format", form, "-e", "in-ls-2024", "--as-of", "2024-06-05", "--out", str(out))

    assert (answer.code, answer.out) == (0, "")
    assert "candidacies, values of rebel_of: 1" in answer.err
    assert "2024-06-05T18:29:59Z" in out.read_text(encoding="utf-8")


def test_a_report_that_was_exported_loads_by_itself(janadesh: Janadesh, tmp_path: Path) -> None:
    out, own = str(tmp_path / "report.json"), str(tmp_path / "own.sqlite")
    janadesh("export", "--format", "nist", "-e", "in-ls-2024", "--as-of", "2024-06-05", "--out", out)

    assert janadesh("load", out, "--record", own).code == 0
    assert "65,259" in janadesh("results", "in-ls-2024", "-c", "Ladakh", "--record", own).out


def test_popolo_is_one_json_file(janadesh: Janadesh, tmp_path: Path) -> None:
    out = tmp_path / "people.json"

    janadesh("export", "--format", "popolo", "-e", "in-jk-2024", "--out", str(out))

    assert {"persons", "organizations", "memberships"} <= json.loads(out.read_text(encoding="utf-8")).keys()


def test_a_report_holds_one_election(janadesh: Janadesh, tmp_path: Path) -> None:
    answer = janadesh("export", "--format", "nist", "--out", str(tmp_path / "report.json"))

    assert answer.code == 2
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_left_alone_without_force(janadesh: Janadesh, tmp_path: Path) -> None:
    out = tmp_path / "people.json"
    words = ("export", "--format", "popolo", "-e", "in-jk-2024", "--out", str(out))
    out.write_text("mine")

    refused = janadesh(*words)

    assert (refused.code, out.read_text()) == (2, "mine")
    assert "--force" in refused.err
    assert janadesh(*words, "--force").code == 0
    assert out.read_text() != "mine"


def test_an_export_replaces_an_earlier_one_with_force(janadesh: Janadesh, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    words = ("export", "-e", "in-ls-2024", "--out", str(out))
    janadesh(*words)

    assert janadesh(*words).code == 2
    assert janadesh(*words, "--as-of", "2024-04-01", "--force").code == 0
    assert not (out / "tallies.csv").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_an_election_that_is_not_there_is_told_with_the_nearest(janadesh: Janadesh, tmp_path: Path) -> None:
    answer = janadesh("export", "-e", "in-jk-2042", "--out", str(tmp_path / "pack"))

    assert answer.code == 3
    assert "in-jk-2024" in answer.err
    assert list(tmp_path.iterdir()) == []
