"""The alarms of 4 June 2024 are those that the manual lists, and a clean result has none."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import polars as pl

from janadesh import model
from janadesh.count.counting import step
from janadesh.count.scene import contests_of
from janadesh.count.state import nothing_counted
from janadesh.record.opening import open_record
from janadesh.sources.eci_parliament import read_eci_parliament
from janadesh.sources.observations import Observations
from janadesh.sources.observations import leads_frame
from janadesh.sources.observations import votes_frame

DOCS = Path(__file__).resolve().parents[2] / "docs"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_alarms", DOCS / "write_alarms.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_manual_lists_the_rules_that_there_are() -> None:
    assert "\n".join(script().rules()) in (DOCS / "reference" / "alarms.md").read_text(encoding="utf-8")


def test_the_manual_lists_the_totals_that_fell(shared: Path, bundled_file: Path, tmp_path: Path) -> None:
    with open_record(shutil.copy(bundled_file, tmp_path / "record.sqlite")) as record:
        lines = script().falls(record, shared / "data" / "count-feed-2024-06-04")

    assert "\n".join(lines) in (DOCS / "reference" / "alarms.md").read_text(encoding="utf-8")
    assert sum(int(line.split(" | ")[2]) for line in lines[2:]) == 543


def test_no_contest_of_the_official_result_is_called_faulty(shared: Path, bundled_file: Path, tmp_path: Path) -> None:
    """Every seat's final votes, shown half, then whole, then declared by the margin that they make."""
    with open_record(shutil.copy(bundled_file, tmp_path / "record.sqlite")) as record:
        record.load(read_eci_parliament(shared / "data" / "eci-parliament" / "2024-parliament.csv.gz", record))
        final = record.frame(model.Tally, election="in-ls-2024")
        contests = contests_of(record, ["in-ls-2024"])
    at = pl.col("known_at")
    half = final.with_columns(pl.col("total") // 2, evm=None, postal=None, observed_at=at.dt.offset_by("-2h"))
    whole = final.with_columns(observed_at=at.dt.offset_by("-1h"))
    people = final.filter(pl.col("serial") != model.NOTA).sort("total", descending=True)
    leads = (
        people.group_by("election", "constituency", maintain_order=True)
        .agg(
            leading=pl.col("serial").first(),
            trailing=pl.col("serial").get(1),
            margin=pl.col("total").first() - pl.col("total").get(1),
            observed_at=pl.col("known_at").first().dt.offset_by("-1h"),
            source=pl.col("source").first(),
        )
        .with_columns(status=pl.lit("declared"))
    )
    seen = Observations(votes=pl.concat([votes_frame(half), votes_frame(whole)]), leads=leads_frame(leads))

    done = step(nothing_counted(), seen, contests)

    assert model.Alarm not in done.frames
    assert done.frames[model.Lead].height == 542
