"""What the queries of several readable views are made of."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from janadesh import model
from janadesh.record.standing import standing

Select = sa.Select[Any]
Instant = sa.ColumnElement[str]
"""An expression for the present instant, as the database tells it when a view is read."""

PLACE = ("election", "constituency")


def stands(noun: type[model.Noun], now: Instant) -> sa.Subquery:
    """Give what stands of a noun, under the name of its table."""
    return standing(noun, now).subquery(noun.TABLE + "_standing")


def agree(one: sa.FromClause, other: sa.FromClause, *names: str) -> sa.ColumnElement[bool]:
    """Join two on columns of the same name."""
    return sa.and_(*(one.c[name] == other.c[name] for name in names))


def count_where(condition: sa.ColumnElement[Any]) -> sa.Function[int]:
    """Count the rows of which a condition is true."""
    return sa.func.sum(sa.case((condition, 1), else_=0))


def counted_so_far(tally: sa.FromClause) -> sa.ColumnElement[int]:
    """Add up the votes counted so far of a tally; null where none is known."""
    kinds = [sa.func.coalesce(tally.c[kind], 0) for kind in ("evm", "postal", "migrant")]
    return sa.func.coalesce(tally.c.total, sa.func.nullif(kinds[0] + kinds[1] + kinds[2], 0), tally.c.evm)


def is_final(tally: sa.FromClause) -> sa.ColumnElement[bool]:
    """Say whether a tally is a whole and final one."""
    return sa.and_(tally.c.total.is_not(None), tally.c.status == "final")
