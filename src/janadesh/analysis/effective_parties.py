"""How many parties a contest really had: the effective number of Laakso and Taagepera."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl


def effective_parties(votes: pl.Expr, contest: Sequence[str]) -> pl.Expr:
    """
    Give the effective number of parties of each contest, one over the sum of squared shares.

    Two equal candidates give 2, one alone 1. Whether NOTA counts is for the caller, who leaves it in or
    out. Null where nobody has votes.

    Source: M. Laakso and R. Taagepera, "Effective" Number of Parties, Comparative Political Studies 12 (1979).

    Args:
        votes: the votes of each candidate.
        contest: the columns that tell contests apart.
    """
    total = votes.sum().over(contest).cast(pl.Float64)
    squares = (votes.cast(pl.Float64) ** 2).sum().over(contest)
    return pl.when(total > 0).then(total**2 / squares)
