"""When a candidate loses the deposit."""

from __future__ import annotations

import polars as pl


def lost_deposit(votes: pl.Expr, valid: pl.Expr) -> pl.Expr:
    """
    Say whether votes are at or below one sixth of the valid votes for candidates, NOTA left out.

    The law is section 158(4) of the Representation of the People Act 1951; whoever is elected gets the
    deposit back all the same. Exact in whole numbers, since a sixth is rarely a whole vote.

    Args:
        votes: the candidate's votes.
        valid: the votes of all candidates of the contest together.
    """
    return votes * 6 <= valid
