"""What happened before in a constituency: earlier contests, followed across delimitations where lineage says so."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from janadesh import model
from janadesh.analysis.contests import contest_results
from janadesh.record.book import Record
from janadesh.record.moments import Moment

Results = Callable[[Record, str, Moment | None], pl.DataFrame]
"""Gives the contests of an election, as `contest_results` does."""


def earlier_contests(
    record: Record, constituency: str, as_of: Moment | None = None, results: Results = contest_results
) -> pl.DataFrame:
    """
    Give every contest of a constituency and of those it carries on from, latest first.

    A caller that keeps the results of whole elections may hand over its own `results`.

    Returns: the columns of `contest_results`, with `election_name`, `year`, and `basis`: null for the
    constituency itself, else how it carries on (`unchanged`, `same name`: boundaries differ, `part`).
    """
    line = _line(record, constituency, as_of)
    elections = record.frame(model.Election, as_of).select("year", election="id", election_name="name")
    held = record.frame(model.Contest, as_of, constituency=list(line))["election"].unique().to_list()
    found = [results(record, election, as_of).filter(pl.col("constituency").is_in(list(line))) for election in held]
    if not found:
        return pl.DataFrame()
    basis = pl.DataFrame(
        {"constituency": list(line), "basis": list(line.values())},
        schema={"constituency": pl.String, "basis": pl.String},
    )
    return (
        pl.concat(found)
        .join(elections, on="election", how="left")
        .join(basis, on="constituency", how="left")
        .sort("year", "election", descending=True)
    )


def _line(record: Record, constituency: str, as_of: Moment | None) -> dict[str, str | None]:
    lineage = record.frame(model.Lineage, as_of)
    line: dict[str, str | None] = {constituency: None}
    reached = [constituency]
    while reached:
        current = reached.pop()
        for row in lineage.filter(pl.col("constituency") == current).iter_rows(named=True):
            if row["predecessor"] not in line:
                # one changed boundary on the way makes the whole way uncertain
                before = line[current]
                line[row["predecessor"]] = before if before not in (None, "unchanged") else row["basis"]
                reached.append(row["predecessor"])
    return line
