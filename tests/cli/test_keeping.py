"""Keeping an installation and its record in order: doctor, backup, restore."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path

from janadesh.cli.doctor_findings import EXTRAS
from janadesh.cli.doctor_findings import missing_of
from tests.cli.conftest import Janadesh


def found(answer: str) -> dict[str, dict[str, str]]:
    return {row["about"]: row for row in json.loads(answer)}


def test_the_doctor_finds_nothing_wrong_with_a_good_record(janadesh: Janadesh) -> None:
    answer = janadesh("doctor", "--format", "json")

    assert answer.code == 0
    assert {row["state"] for row in found(answer.out).values()} <= {"good", "optional"}
    assert " statements in " in found(answer.out)["Record"]["says"]


def test_the_doctor_names_what_an_optional_part_lacks() -> None:
    assert missing_of("corpus", ["no-such-package>=1; extra == 'corpus'", "polars"]) == ["no-such-package"]


def test_an_older_package_than_the_one_needed_is_missing() -> None:
    assert missing_of("plots", ["polars>=999; extra == 'plots'"]) == ["polars"]


def test_the_doctor_knows_every_extra_of_the_package() -> None:
    assert set(metadata.metadata("janadesh").get_all("Provides-Extra") or ()) - {"dev"} == set(EXTRAS)


def test_the_doctor_tells_that_a_file_is_no_record(janadesh: Janadesh, tmp_path: Path) -> None:
    (tmp_path / "notes.sqlite").write_text("not a database, whatever its name")

    answer = janadesh("doctor", "--record", str(tmp_path / "notes.sqlite"), "--format", "json")

    assert answer.code == 4
    assert "file is not a database" in found(answer.out)["Record"]["says"]


def test_the_doctor_makes_no_record(janadesh: Janadesh, tmp_path: Path) -> None:
    answer = janadesh("doctor", "--record", str(tmp_path / "none.sqlite"))

    assert answer.code == 0
    assert list(tmp_path.iterdir()) == []


def test_a_backup_and_what_is_restored_of_it_end_in_the_same_hash(janadesh: Janadesh, tmp_path: Path) -> None:
    saved = janadesh("backup", str(tmp_path / "backup.sqlite"))
    restored = janadesh("restore", str(tmp_path / "backup.sqlite"), "--record", str(tmp_path / "again.sqlite"))

    assert (saved.code, restored.code) == (0, 0)
    assert saved.out.splitlines()[1] == restored.out.splitlines()[1]
    assert janadesh("verify", "--record", str(tmp_path / "again.sqlite")).code == 0


def test_a_backup_that_cannot_be_written_says_why(janadesh: Janadesh, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("a file, no folder")

    answer = janadesh("backup", str(tmp_path / "notes.txt" / "backup.sqlite"))

    assert answer.code == 4
    assert "notes.txt" in answer.err
    assert "Traceback" not in answer.err
