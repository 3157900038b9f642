"""Which of several statements stands: of those about the same thing, the one known last."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema

_SAME_LENGTH = 10**15
"""Added to the numbers of statements, so that as text they sort as they do as numbers."""


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


def limits(equals: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """Say how columns are limited to values, as `standing_at` takes it, and give the query's parameters."""
    given = {name: how(value) for name, value in equals.items()}
    return given, {f"of_{name}": list(v) if given[name] == "among" else v for name, v in equals.items()}


def how(value: Any) -> str:
    """Say how a column is limited to a value: `is`, `among` for a list, `unknown` for None."""
    if isinstance(value, list | tuple | set | frozenset):
        return "among"
    return "unknown" if value is None else "is"


def standing_at(noun: type[model.Noun], given: Mapping[str, str]) -> sa.Select[Any]:
    """
    Select what stands, in the order of loading, at the instant given as the parameter `known_by`.

    `given` says how columns are limited, each by the parameter of its name: `is`, `among` or `unknown`.
    """
    return _standing_at(noun.TABLE, tuple(sorted(given.items())))


# a query takes longer to build than a small one to answer
@cache
def _standing_at(name: str, given: tuple[tuple[str, str], ...]) -> sa.Select[Any]:
    noun, table = model.NOUN_OF_TABLE[name], schema.metadata.tables[name]
    limits = {column: _limit(table.c[column], how) for column, how in given}
    # what is no part of the key may have changed, so it is asked only of the statement that stands
    of_key = [limit for column, limit in limits.items() if column in noun.KEY]
    of_rest = [limit for column, limit in limits.items() if column not in noun.KEY]
    if of_rest and not of_key:
        # the few that fit are looked up one by one, rather than all put in order
        known_by: sa.BindParameter[str] = sa.bindparam("known_by")
        return standing(noun, known_by).where(*of_rest).order_by(table.c.statement)
    wanted = [table.c[column] for column in model.columns(noun)]
    stands = numbers_of_standing(noun, *of_key)
    return sa.select(*wanted).where(table.c.statement.in_(stands), *of_rest).order_by(table.c.statement)


def numbers_of_standing(noun: type[model.Noun], *of_key: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """
    Select the numbers of the statements that stand at the instant given as the parameter `known_by`.

    `of_key` limits columns of the key, so that whole things are left out, never some of what was said of one.
    """
    table = schema.TABLES[noun]
    known = [table.c.known_at <= sa.bindparam("known_by")] if "known_at" in table.c else []
    return sa.select(_number_of_latest(table)).where(*of_key, *known).group_by(*(table.c[c] for c in noun.KEY))


def _number_of_latest(table: sa.Table) -> sa.ColumnElement[int]:
    """
    Take the number of the statement known last, and among those known at once of the one loaded last.

    Time and number go into one text, of which the largest is asked: so the index alone answers, in one pass.
    """
    if "known_at" not in table.c:
        return sa.func.max(table.c.statement)
    largest = sa.func.max(table.c.known_at + sa.cast(table.c.statement + _SAME_LENGTH, sa.Text))
    return sa.cast(sa.func.substr(largest, len("2024-10-08T18:29:59Z") + 1), sa.BigInteger) - _SAME_LENGTH


def _limit(column: sa.ColumnElement[Any], how: str) -> sa.ColumnElement[bool]:
    if how == "unknown":
        return column.is_(None)
    value: sa.BindParameter[Any] = sa.bindparam(f"of_{column.key}", expanding=how == "among")
    return column.in_(value) if how == "among" else column == value


def _same(one: sa.ColumnElement[Any], other: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    # an unknown part of a key is the same as another unknown one, which = does not say
    nullable = isinstance(one, sa.Column) and one.nullable
    return one.is_not_distinct_from(other) if nullable else one == other
