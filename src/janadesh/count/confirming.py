"""A declaration that confirms the figures last shown, where no later page of candidates does."""

from __future__ import annotations

import polars as pl

from janadesh.count.scene import PAGE


def confirming_moments(leads: pl.DataFrame, votes: pl.DataFrame, shown: pl.DataFrame) -> pl.DataFrame:
    """
    Give the moments at which a contest is declared by the very margin that the figures last shown make.

    Such a list of results stands by the page before it as a later page would, so what is held there is cleared. A feed
    of changes has no later page of a contest whose last change was a correction.

    Args:
        leads: rows of a batch with `contest`, `at`, `status`, `leading`, `trailing`, `margin`.
        votes: rows of the batch with `contest`, `serial`, `at`, `total`.
        shown: the rows last shown before, in the same columns.

    Returns: `contest`, `at`.
    """
    declared = leads.filter(pl.col("status") == "declared").sort("at")
    if declared.is_empty():
        return declared.select(PAGE)
    wanted = ["contest", "serial", "at", "total"]
    figures = pl.concat([shown.select(wanted), votes.select(wanted)])
    figures = figures.join(declared.select("contest").unique(), on="contest", how="semi").sort("at")
    for place in ("leading", "trailing"):
        of_place = figures.rename({"serial": place, "total": f"{place}_votes"})
        declared = declared.join_asof(of_place, on="at", by=["contest", place], check_sortedness=False)
    agrees = pl.col("leading_votes") - pl.col("trailing_votes") == pl.col("margin")
    return declared.filter(agrees).select(PAGE)
