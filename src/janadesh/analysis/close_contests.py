"""Close contests of an election, and landslides."""

from __future__ import annotations

import polars as pl

from janadesh.analysis.contests import contest_results
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def by_margin(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the contests of an election that have two candidates with votes, the closest first.

    Returns: the columns of `contest_results`, and `nota_above_margin`, whether NOTA got more votes than lie between
        the first two (null where NOTA's are unknown).
    """
    return (
        contest_results(record, election, as_of)
        .filter(pl.col("margin").is_not_null())
        .with_columns(nota_above_margin=pl.col("nota") > pl.col("margin"))
        .sort("margin", "number", "constituency")
    )


def closer_than(contests: pl.DataFrame, votes: int | None = None, percent: float | None = None) -> pl.DataFrame:
    """
    Keep the rows of `by_margin` whose margin is under a number of votes, or under a share of the votes for candidates.

    Args:
        contests: as `by_margin` gives them.
        votes: the margin is under so many.
        percent: the margin is under so many per cent.
    """
    kept = contests if votes is None else contests.filter(pl.col("margin") < votes)
    return kept if percent is None else kept.filter(pl.col("margin_share") < percent)


def close_matrix(contests: pl.DataFrame) -> pl.DataFrame:
    """
    Count rows of `by_margin` by who won and who came second.

    Returns: `winner_party, winner_short, runner_up_party, runner_up_short, seats, closest`, most seats first.
    """
    return (
        contests.group_by("winner_party", "winner_short", "runner_up_party", "runner_up_short")
        .agg(seats=pl.len(), closest=pl.col("margin").min())
        .sort("seats", "winner_short", "runner_up_short", descending=[True, False, False])
    )
