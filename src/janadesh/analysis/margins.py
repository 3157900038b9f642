"""By how much a candidate is ahead or behind."""

from __future__ import annotations

import polars as pl

from janadesh.analysis.votes import PLACE


def with_margins(rows: pl.DataFrame) -> pl.DataFrame:
    """
    Add `margin` to the rows of `candidate_votes`, which must hold every candidate of a contest.

    For the first it is the votes ahead of the second, for the others the votes behind the first, as a
    negative number. It is null where nothing is counted or nobody else stands. NOTA has no part in it.
    """
    counted, position = pl.col("counted"), pl.col("position")
    first = counted.max().over(PLACE)
    level = (position == 1).sum().over(PLACE) > 1
    behind = pl.when(position > 1).then(counted).max().over(PLACE)
    second = pl.when(level).then(first).otherwise(behind)
    ahead = pl.when(position == 1).then(counted - second).otherwise(counted - first)
    return rows.with_columns(margin=ahead)
