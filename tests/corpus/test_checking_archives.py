"""Checking an archive from start to end, in this process: what is written, and what is not done again."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

import polars as pl
import pytest

pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'janadesh[corpus]'")

from janadesh.claims.checking import Checker
from janadesh.claims.checking import checker_of
from janadesh.claims.claim import Claim
from janadesh.corpus.columns import CLAIMS
from janadesh.corpus.parts import Part
from janadesh.corpus.parts import write_part
from janadesh.corpus.pieces import Portion
from janadesh.corpus.run import Progress
from janadesh.corpus.run import check_archive
from janadesh.corpus.run import parts_folder
from janadesh.corpus.run import state_of
from janadesh.record.book import Record
from janadesh.sources.article import Article
from tests.corpus import archives


@dataclass
class Run:
    """Checks archives into one output, and keeps which files were checked."""

    checker: Checker
    out: Path
    checked: list[str] = field(default_factory=list)

    def __call__(self, *files: Path, against: str = "a record") -> Progress:
        def check(portions: list[Portion]) -> Iterator[Part]:
            for portion in portions:
                self.checked += [Path(piece.path).name for piece in portion]
                yield write_part(self.checker, portion, parts_folder(self.out), against, None)

        *_, last = check_archive(files, self.out, against, check)
        return last

    @property
    def claims(self) -> pl.DataFrame:
        return pl.read_parquet(self.out)

    @property
    def set_aside(self) -> pl.DataFrame:
        return pl.read_parquet(self.out.with_name("claims.set_aside.parquet"))


@pytest.fixture
def run(bundled: Record, tmp_path: Path) -> Run:
    return Run(checker_of(bundled), tmp_path / "claims.parquet")


def test_claims_are_rows_with_the_verdict_and_what_it_rests_on(run: Run, tmp_path: Path) -> None:
    run(archives.json_lines(tmp_path / "news.jsonl"))
    row = run.claims.row(by_predicate=(pl.col("article") == "two-0") & (pl.col("kind") == "margin"), named=True)

    assert run.claims.columns == CLAIMS.names
    assert (row["quote"], row["verdict"]) == ("by 16,485 votes", "contradicted")
    assert (row["subject_type"], row["constituency"], row["value_number"]) == ("candidate", "BUDGAM", 16485.0)
    assert row["official_number"] == 18485.0
    assert json.loads(row["evidence"])[0]["publisher"]


@pytest.mark.parametrize(
    ("name", "write", "set_aside"),
    [("n.jsonl", archives.json_lines, 3), ("n.parquet", archives.parquet, 2), ("n.warc.gz", archives.warc, 1)],
)
def test_each_format_gives_the_same_verdicts(
    run: Run, tmp_path: Path, name: str, write: object, set_aside: int
) -> None:
    assert callable(write)
    progress = run(write(tmp_path / name))

    assert (progress.articles, progress.set_aside) == (3, set_aside)
    assert run.claims.filter(kind="margin")["verdict"].to_list() == ["confirmed", "contradicted"]
    assert run.set_aside.height == set_aside


def test_what_is_finished_is_not_done_again(run: Run, tmp_path: Path) -> None:
    first, second = archives.json_lines(tmp_path / "a.jsonl"), archives.parquet(tmp_path / "b.parquet")
    run(first)
    run.checked.clear()
    run(first, second)

    assert set(run.checked) == {"b.parquet"}
    assert run.claims["file"].unique(maintain_order=True).to_list() == [str(first), str(second)]


def test_a_file_that_changed_is_done_again(run: Run, tmp_path: Path) -> None:
    file = archives.json_lines(tmp_path / "a.jsonl")
    run(file)
    os.utime(file, (0, 0))
    run(file)

    assert run.checked == ["a.jsonl", "a.jsonl"]
    assert run.claims["file"].len() == run.claims.unique(["article", "start", "kind"]).height


def test_everything_is_done_again_once_the_record_changed(run: Run, tmp_path: Path) -> None:
    file = archives.json_lines(tmp_path / "a.jsonl")
    run(file, against="the record of Monday")
    run(file, against="the record of Tuesday")

    assert run.checked == ["a.jsonl", "a.jsonl"]
    assert run.claims["file"].len() == run.claims.unique(["article", "start", "kind"]).height


def test_the_claims_of_a_file_that_is_no_longer_named_are_left_out(run: Run, tmp_path: Path) -> None:
    first, second = archives.json_lines(tmp_path / "a.jsonl"), archives.json_lines(tmp_path / "b.jsonl")
    run(first, second)
    run(second)

    assert run.claims["file"].unique().to_list() == [str(second)]

    run(first, second)

    assert run.claims["file"].unique(maintain_order=True).to_list() == [str(first), str(second)]
    assert run.checked == ["a.jsonl", "b.jsonl", "b.jsonl"]


def test_a_run_that_was_broken_off_goes_on_where_it_was(run: Run, tmp_path: Path) -> None:
    """A part whose list of pieces is not written yet counts for nothing."""
    files = archives.json_lines(tmp_path / "a.jsonl"), archives.warc(tmp_path / "b.warc.gz")
    run(*files)
    whole = run.claims
    for listed in parts_folder(run.out).glob("*.json"):
        listed.unlink()
    run(*files)

    assert run.claims.equals(whole)
    assert sorted(run.checked) == ["a.jsonl", "a.jsonl", "b.warc.gz", "b.warc.gz"]


def test_a_fault_in_one_article_does_not_end_the_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(checker: Checker, article: Article) -> tuple[Claim, ...]:
        if article.id.startswith("one"):
            raise ZeroDivisionError("by chance")
        return ()

    monkeypatch.setattr(Checker, "check", check)
    progress = run(archives.json_lines(tmp_path / "a.jsonl"))

    assert progress.articles == 2
    assert "a fault in Janadesh itself" in run.set_aside["reason"][0]
    assert "by chance" in run.set_aside["reason"][0]


def test_the_state_of_a_record_is_another_for_another_moment_or_day(bundled: Record) -> None:
    states = {state_of(bundled, None, None), state_of(bundled, "2024-10-08", None)}

    assert len(states) == 2
    assert bundled.entries()[-1].entry_hash in states.pop()


def test_the_example_in_the_manual_lists_what_is_contradicted(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(archives.json_lines(tmp_path / "news.jsonl"))
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "check-an-archive.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)

    exec(code, {})

    assert "by 16,485 votes" in capsys.readouterr().out
