"""What a rule is: a name, and a pure function from a scene to the rows that conflict with an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from janadesh.count.scene import Scene

_AT = pl.Datetime("us", "UTC")

FIRED: dict[str, pl.DataType] = {
    "contest": pl.UInt32(),
    "serial": pl.Int64(),
    "at": _AT,
    "says": pl.String(),
    "earlier_value": pl.Float64(),
    "earlier_at": _AT,
    "earlier_source": pl.String(),
    "later_value": pl.Float64(),
    "later_source": pl.String(),
}
"""
One row for each place and moment at which a rule finds a conflict.

`serial` is null where the whole contest is meant; `earlier_source` and `later_source` are the pages of the two
observations; `at` is the later one's moment.
"""

NOTHING_FOUND = pl.DataFrame(schema=FIRED)
"""What most pages give under most rules; said at once, since each question of Polars takes longer than a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """
    A named check of a count.

    - `about`: what it finds, in a sentence.
    - `find`: the conflicts in a scene, a frame of `FIRED`.
    - `holds`: whether what conflicts is held until it is cleared; else it is only told.
    - `is_lasting`: whether the conflict lasts as long as the figures stand (then it is one alarm), or lies in the
      step from one figure to the next (then each is one, and a later page that stands by the figure clears it).
    - `is_of_page`: whether only a page of candidates can raise or clear it; what merely confirms its figures cannot.
    - `cleared_by_leads`: whether a later list of leads may clear it, too, not only a page of candidates.
    """

    name: str
    about: str
    find: Callable[[Scene], pl.DataFrame]
    holds: bool
    is_lasting: bool = False
    is_of_page: bool = False
    cleared_by_leads: bool = False


def fired(rows: pl.DataFrame, says: pl.Expr, **columns: pl.Expr | str) -> pl.DataFrame:
    """Bring rows with `contest` and `at` into the form of `FIRED`; columns that are not given are null."""
    if rows.is_empty():
        return NOTHING_FOUND
    # polars.format fails where columns are cut into chunks in different places
    rows = rows.rechunk()
    given = {name: pl.col(value) if isinstance(value, str) else value for name, value in columns.items()}
    given = {"contest": pl.col("contest"), "at": pl.col("at"), "says": says} | given
    return rows.select(
        (given[name].cast(dtype) if name in given else pl.lit(None, dtype=dtype)).alias(name)
        for name, dtype in FIRED.items()
    )
