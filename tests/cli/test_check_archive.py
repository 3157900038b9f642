"""`janadesh check --out`: what is refused before anything is checked, and which files are meant."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Janadesh

TEXT = "date 2024-10-09 Omar Abdullah won Budgam by 18,485 votes."


def test_without_the_parts_for_archives_it_says_how_to_install_them(
    janadesh: Janadesh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "janadesh.corpus.plan", None)
    answer = janadesh("check", str(tmp_path), "--out", str(tmp_path / "claims.parquet"))

    assert answer.code == 2
    assert "run `pip install 'janadesh[corpus]'`" in answer.err


def test_the_output_is_parquet_by_its_name(janadesh: Janadesh, tmp_path: Path) -> None:
    answer = janadesh("check", str(tmp_path), "--out", "claims.csv")

    assert answer.code == 2
    assert "claims.csv does not end in .parquet" in answer.err


@pytest.mark.parametrize("more", [("--report",), ("--format", "html")])
def test_a_parquet_file_has_no_other_format(janadesh: Janadesh, tmp_path: Path, more: tuple[str, ...]) -> None:
    answer = janadesh("check", str(tmp_path), "--out", "claims.parquet", *more)

    assert answer.code == 2
    assert "has no other format" in answer.err


@pytest.mark.parametrize("option", [("--ray", "127.0.0.1:6379"), ("--workers", "2")])
def test_what_is_for_archives_needs_an_output(janadesh: Janadesh, tmp_path: Path, option: tuple[str, str]) -> None:
    answer = janadesh("check", str(tmp_path), *option)

    assert answer.code == 2
    assert "give --out" in answer.err


def test_a_pattern_that_no_shell_has_opened_stands_for_the_files_it_fits(janadesh: Janadesh, tmp_path: Path) -> None:
    """More files than a command line holds can only be named so."""
    for name in ("b.txt", "a.txt", "c.html"):
        (tmp_path / name).write_text(TEXT)
    answer = janadesh("check", str(tmp_path / "*.txt"), "--format", "jsonl")

    assert answer.code == 0
    assert [line.split('"')[3] for line in answer.out.splitlines()] == ["a", "a", "b", "b"]


def test_a_pattern_that_fits_nothing_is_told(janadesh: Janadesh, tmp_path: Path) -> None:
    answer = janadesh("check", str(tmp_path / "*.warc.gz"))

    assert answer.code == 2
    assert "no file has such a name" in answer.err
