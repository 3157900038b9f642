"""By how much a candidate is ahead or behind."""

from __future__ import annotations

import numpy as np
import polars as pl

from janadesh.analysis.groups import CodedColumns
from janadesh.analysis.groups import known
from janadesh.analysis.votes import PLACE


def with_margins(rows: pl.DataFrame, coded: CodedColumns | None = None) -> pl.DataFrame:
    """
    Add `margin` to the rows of `candidate_votes`, seen over whole contests.

    For the first it is the votes ahead of the second, for the others the votes behind the first, as a
    negative number. It is null where nothing is counted or nobody else stands. NOTA has no part in it.

    Args:
        rows: every candidate of each contest.
        coded: `PLACE` of these rows, where it has been read before.
    """
    contests = (coded or CodedColumns(rows, PLACE)).groups(PLACE)
    counted, position = known(rows["counted"], -1), known(rows["position"], 0)
    first = contests.largest(counted)
    level = contests.count(position == 1) > 1
    behind = contests.largest(np.where(position > 1, counted, -1))
    second = np.where(level, first, behind)
    next_best, best = contests.spread(second), contests.spread(first)
    ahead = counted - np.where(position == 1, next_best, best)
    # whoever stands alone, or is not counted yet, has no margin
    none = (counted < 0) | ((position == 1) & (next_best < 0))
    return rows.with_columns(margin=pl.Series(ahead).set(pl.Series(none), None))
