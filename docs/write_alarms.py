"""Write the tables of docs/reference/alarms.md anew: `python docs/write_alarms.py RECORD FEED`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.count.alarms.rules import RULES
from janadesh.count.counting import step
from janadesh.count.replaying import begin
from janadesh.count.state import nothing_counted
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.count_feed import observe

PAGE = Path(__file__).parent / "reference" / "alarms.md"
_INDIA = "Asia/Kolkata"


def rules() -> list[str]:
    """Give the table of rules."""
    lines = ["| rule | finds | holds |", "|---|---|---|"]
    return lines + [f"| {rule.name} | {rule.about} | {'yes' if rule.holds else 'no'} |" for rule in RULES]


def falls(record: Record, feed: Path) -> list[str]:
    """Give the table of totals that fell in a feed, one line a seat; `record` must have the packs only."""
    recorded = observe(feed, record)
    contests = begin(record, recorded)
    said = (
        step(nothing_counted(), recorded.observed, contests).frames[model.Alarm].filter(pl.col("rule") == "total fell")
    )
    key = ["constituency", "serial", "raised_at"]
    cleared = said.filter(pl.col("status") == "cleared").select(*key, cleared_at="known_at")
    raised = said.filter(pl.col("status") == "raised").join(cleared, on=key, how="left")
    names = record.frame(model.Constituency).select("name", constituency="id")
    clock = pl.col("raised_at").dt.convert_time_zone(_INDIA).dt.strftime("%H:%M:%S")
    seats = (
        raised.join(names, on="constituency", how="left")
        .sort("raised_at")
        .group_by("constituency", "name")
        .agg(
            falls=pl.len(),
            candidates=pl.col("serial").n_unique(),
            first=clock.first(),
            last=clock.last(),
            largest=(pl.col("earlier_value") - pl.col("later_value")).max().cast(pl.Int64),
            standing=pl.col("cleared_at").is_null().sum(),
        )
        .with_columns(
            code=pl.col("constituency").str.extract(r"\.(\w+)-\d+$"),
            number=pl.col("constituency").str.extract(r"-(\d+)$").cast(pl.Int64),
        )
        .sort("code", "number")
    )
    lines = [
        "| seat | name | falls | candidates | first | last | largest | never cleared |",
        "|---|---|--:|--:|---|---|--:|--:|",
    ]
    for row in seats.iter_rows(named=True):
        cells = [row[name] for name in ("name", "falls", "candidates", "first", "last", "largest", "standing")]
        lines.append(f"| {row['code']}-{row['number']} | " + " | ".join(map(str, cells)) + " |")
    return lines


def refreshed(page: str, name: str, lines: list[str]) -> str:
    """Put lines between a page's marks of a name."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    return re.sub(f"{begin}.*?{end}", "\n".join([begin, *lines, end]), page, flags=re.DOTALL)


if __name__ == "__main__":
    with open_record(sys.argv[1], create=False) as opened:
        text = PAGE.read_text(encoding="utf-8")
        text = refreshed(text, "rules", rules())
        PAGE.write_text(refreshed(text, "falls", falls(opened, Path(sys.argv[2]))), encoding="utf-8")
