"""Leads in a step: which say something new, and since when the one ahead leads."""

from __future__ import annotations

import polars as pl

from janadesh.count.state import LEADING

_SAID = ("leading", "trailing", "margin", "status", "round", "rounds")
_EARLIER = ("leading", "trailing", "margin", "at", "page", "status")


def leads_beside_earlier(leads: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    """
    Put leads beside the lead before each, the state's last one first (`is_before`), and keep what says something new.

    Args:
        leads: rows of a batch with `contest` and `at`, at most one a contest and moment.
        before: the state's last leads, a frame of `LEADING`.

    Returns: the columns of `LEADING`, `is_before`, and `earlier_…` of leading, trailing, margin, at, page, status.
    """
    last = before.join(leads.select("contest").unique(), on="contest", how="semi")
    later = leads.join(last.select("contest", last_at="at"), on="contest", how="left").filter(
        pl.col("last_at").is_null() | (pl.col("at") > pl.col("last_at"))
    )
    rows = pl.concat(
        [
            last.with_columns(is_before=pl.lit(value=True)),
            later.select(*(name for name in LEADING if name in later.columns)).with_columns(
                is_before=pl.lit(value=False)
            ),
        ],
        how="diagonal",
    ).sort("contest", "at")
    same = (pl.col("contest") == pl.col("contest").shift()).fill_null(value=False)
    differs = pl.any_horizontal(pl.col(name).ne_missing(pl.col(name).shift()) for name in _SAID)
    rows = rows.filter(pl.col("is_before") | ~same | differs)
    earlier = [pl.when(same).then(pl.col(name).shift()).alias(f"earlier_{name}") for name in _EARLIER]
    rows = rows.with_columns(earlier)
    row = pl.int_range(pl.len())
    taken = pl.col("is_before") | ~same | pl.col("leading").ne_missing(pl.col("earlier_leading"))
    rows = rows.with_columns(taken_row=pl.when(taken).then(row).forward_fill())
    since = pl.when("is_before").then("leader_since").otherwise("at")
    of = pl.when("is_before").then("leader_before").otherwise("earlier_leading")
    return rows.with_columns(
        leader_since=since.gather(pl.col("taken_row")), leader_before=of.gather(pl.col("taken_row"))
    ).drop("taken_row")
