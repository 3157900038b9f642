"""When a candidate loses the deposit."""

from __future__ import annotations

from fractions import Fraction

import polars as pl


def lost_deposit(votes: pl.Expr, valid: pl.Expr, share: Fraction | None) -> pl.Expr:
    """
    Say whether votes are at or below the share of the valid votes for candidates, NOTA left out, that the law names.

    Exact in whole numbers, since a sixth is rarely a whole vote. Whoever is elected gets the deposit back all the
    same, which is not asked here. The shares and their laws are in `janadesh/laws`.

    Args:
        votes: the candidate's votes.
        valid: the votes of all candidates of the contest together.
        share: one sixth in India, one twentieth in the United Kingdom; None, and the answer is null, where no
            deposit is lost or no law is known.
    """
    if share is None:
        return pl.lit(None, dtype=pl.Boolean)
    return votes * share.denominator <= valid * share.numerator
