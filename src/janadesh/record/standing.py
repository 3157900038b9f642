"""Which of several statements stands: of those about the same thing, the one known last."""

from __future__ import annotations

from functools import cache
from typing import Any

import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema


def standing(noun: type[model.Noun], known_by: sa.ColumnElement[str]) -> sa.Select[Any]:
    """
    Select of each thing the statement last known at an instant; of two known at once, the later loaded.

    `known_by` is an expression for the instant, as `moments.instant_text` writes it.
    """
    table = schema.TABLES[noun]
    later = table.alias("later")
    # statements are numbered as they are loaded, so the number tells the later of two known at once
    order = [name for name in ("known_at", "statement") if name in table.c]
    superseded = sa.exists().where(
        *(_same(later.c[name], table.c[name]) for name in noun.KEY),
        *([later.c.known_at <= known_by] if "known_at" in table.c else []),
        sa.tuple_(*(later.c[name] for name in order)) > sa.tuple_(*(table.c[name] for name in order)),
    )
    known = [table.c.known_at <= known_by] if "known_at" in table.c else []
    wanted = [table.c[name] for name in model.columns(noun)]
    return sa.select(*wanted).where(*known, ~superseded)


def standing_at(noun: type[model.Noun]) -> sa.Select[Any]:
    """Select what stands, in the order of loading, at the instant given as the parameter `known_by`."""
    return _standing_at(noun.TABLE)


# a query takes longer to build than a small one to answer
@cache
def _standing_at(table: str) -> sa.Select[Any]:
    query = standing(model.NOUN_OF_TABLE[table], sa.bindparam("known_by", type_=sa.Text))
    return query.order_by(schema.metadata.tables[table].c.statement)


def _same(one: sa.ColumnElement[Any], other: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    # an unknown part of a key is the same as another unknown one, which = does not say
    nullable = isinstance(one, sa.Column) and one.nullable
    return one.is_not_distinct_from(other) if nullable else one == other
