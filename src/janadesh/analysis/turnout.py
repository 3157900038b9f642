"""Turnout, where only votes and electors are known."""

from __future__ import annotations

import polars as pl


def turnout(valid: pl.Expr, electors: pl.Expr) -> pl.Expr:
    """
    Give counted votes in per cent of the electors; null where either is unknown.

    Rejected votes are not in it, so it lies a little under the turnout at polling stations.
    """
    return pl.when((electors > 0) & valid.is_not_null()).then(valid * 100 / electors)
