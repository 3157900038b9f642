"""Which constituency of an earlier election a constituency is compared with, and how surely."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment

BASES = ("same", "unchanged", "same name", "part")
"""From sure to unsure: the same constituency; another of the same boundaries; one whose boundaries differ; a part."""

_FURTHEST = 8
"""Delimitations that are followed back."""


def matched_seats(record: Record, election: str, earlier: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Match each constituency of an election with those of an earlier one that it carries on.

    Only `Lineage` is followed, never a name or a number. One unsure step makes the whole way as unsure.

    Returns: `constituency, before, basis` (one of `BASES`), surest first; a constituency that carries on several
        has several rows, and one that is not known to carry on any has none.
    """
    now = record.frame(model.Contest, as_of, election=election).select("constituency").unique(maintain_order=True)
    then = record.frame(model.Contest, as_of, election=earlier)["constituency"].unique().to_list()
    lineage = record.frame(model.Lineage, as_of).select("constituency", "predecessor", by=_rank(pl.col("basis")))
    at = now.with_columns(before="constituency", rank=pl.lit(0, dtype=pl.Int64))
    found = [at.filter(pl.col("before").is_in(then))]
    for _ in range(_FURTHEST):
        at = (
            at.filter(~pl.col("before").is_in(then))
            .join(lineage, left_on="before", right_on="constituency")
            .select("constituency", before="predecessor", rank=pl.max_horizontal("rank", "by"))
        )
        if at.is_empty():
            break
        found.append(at.filter(pl.col("before").is_in(then)))
    names = dict(enumerate(BASES))
    return (
        pl.concat(found)
        .unique(["constituency", "before"], keep="first", maintain_order=True)
        .sort("constituency", "rank", "before")
        .select("constituency", "before", basis=pl.col("rank").replace_strict(names, return_dtype=pl.String))
    )


def compared_seats(record: Record, election: str, earlier: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Match each constituency with the one earlier that it carries on most surely, if only one does.

    Returns: as `matched_seats`, at most a row a constituency; those with several equally sure are left out.
    """
    rank = pl.col("basis").replace_strict(list(BASES), list(range(len(BASES))), return_dtype=pl.Int64)
    matched = matched_seats(record, election, earlier, as_of).with_columns(rank=rank)
    surest = matched.filter(pl.col("rank") == pl.col("rank").min().over("constituency"))
    return surest.filter(pl.len().over("constituency") == 1).drop("rank")


def _rank(basis: pl.Expr) -> pl.Expr:
    # a basis that is not known here is as unsure as a part
    return basis.replace_strict(list(BASES), list(range(len(BASES))), default=len(BASES) - 1, return_dtype=pl.Int64)
