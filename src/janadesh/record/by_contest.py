"""
Whole numbers said of every contest of many elections, read in a fraction of the time that rows take.

To make a row in Python takes longer than the database takes to find it, and sixty years have half a million.
Here the database writes the numbers of each contest into one text, of which there are some ten times fewer.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import polars as pl
import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.book import Record
from janadesh.record.bulk import fetch_rows
from janadesh.record.moments import Moment
from janadesh.record.moments import instant_text
from janadesh.record.standing import numbers_of_standing
from janadesh.record.transactions import reading

PLACE = ("election", "constituency")


def by_contest(
    record: Record,
    noun: type[model.Noun],
    elections: Sequence[str],
    numbers: Mapping[str, sa.ColumnElement[int]],
    which: Mapping[str, sa.ColumnElement[bool]] = MappingProxyType({}),
    as_of: Moment | None = None,
) -> pl.DataFrame:
    """
    Give numbers of the statements of a noun that stand at a moment, a row a contest.

    Args:
        record: the record.
        noun: what is known by election, constituency and perhaps serial: Candidacy, Tally, Declaration.
        elections: the ids of the elections.
        numbers: what is wanted of each statement, by name: columns of the noun's table, or expressions of them.
        which: conditions, by name, of a noun that has serials.
        as_of: the moment; None is now.

    Returns: `election, constituency`, of a noun that has serials the list `serial` of them, for each of `numbers` the
        list of values in the same order, and for each of `which` the list of the serials of which it holds, null where
        it holds of none.
    """
    has_serials = "serial" in noun.KEY
    if has_serials:
        numbers = {"serial": schema.TABLES[noun].c.serial} | dict(numbers)
    asked = _Asked(noun, numbers, which, elections, instant_text(record.moment(as_of)))
    first = asked.read(record, is_said_once=True)
    things = pl.col("serial").list.n_unique() if has_serials else 1
    again = first.filter(pl.col(next(iter(numbers))).list.len() > things)["election"].unique().to_list()
    if not again:
        return first
    # which of several statements stands is asked only where there are several, since it takes as long again
    rest = replace(asked, elections=again).read(record, is_said_once=False)
    return pl.concat([first.filter(~pl.col("election").is_in(again)), rest])


def elections_with(
    record: Record, noun: type[model.Noun], condition: sa.ColumnElement[bool], as_of: Moment | None = None
) -> list[str]:
    """List the elections of which statements known by a moment fulfil a condition, even if superseded since."""
    table = schema.TABLES[noun]
    known = table.c.known_at <= instant_text(record.moment(as_of))
    query = sa.select(table.c.election).distinct().where(condition, known).order_by(table.c.election)
    with reading(record.engine) as connection:
        return list(connection.execute(query).scalars())


@dataclass(frozen=True, slots=True)
class _Asked:
    noun: type[model.Noun]
    numbers: Mapping[str, sa.ColumnElement[int]]
    which: Mapping[str, sa.ColumnElement[bool]]
    elections: Sequence[str]
    known_by: str

    def read(self, record: Record, *, is_said_once: bool) -> pl.DataFrame:
        names = dict.fromkeys((*PLACE, *self.numbers, *self.which), pl.String)
        with reading(record.engine) as connection:
            query = self._query(is_said_once=is_said_once)
            rows = fetch_rows(connection, query, elections=list(self.elections), known_by=self.known_by)
            frames = [pl.DataFrame(some, schema=names, orient="row") for some in rows]
        read = pl.concat(frames) if frames else pl.DataFrame(schema=names)
        lists = pl.col(*self.numbers, *self.which).str.split(",")
        return read.with_columns(lists.list.eval(pl.element().cast(pl.Int64, strict=False)))

    def _query(self, *, is_said_once: bool) -> sa.Select[Any]:
        table = schema.TABLES[self.noun]
        place = [table.c[name] for name in PLACE]
        asked = table.c.election.in_(sa.bindparam("elections", expanding=True))
        stands = (
            table.c.known_at <= sa.bindparam("known_by")
            if is_said_once
            else table.c.statement.in_(numbers_of_standing(self.noun, asked))
        )
        # an unknown number keeps its place in the list, as an empty text
        texts: list[sa.ColumnElement[Any]] = [
            sa.func.coalesce(sa.cast(number, sa.Text), "") for number in self.numbers.values()
        ]
        texts += [sa.case((condition, sa.cast(table.c.serial, sa.Text))) for condition in self.which.values()]
        lists = [sa.func.aggregate_strings(text, ",") for text in texts]
        return sa.select(*place, *lists).where(asked, stands).group_by(*place)
