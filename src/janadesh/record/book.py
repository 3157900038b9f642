"""The record itself: loads are appended, and every table is read as of a moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Mapping
from functools import cache
from typing import Any

import polars as pl
import sqlalchemy as sa

from janadesh import model
from janadesh.errors import Refused
from janadesh.record import ledger
from janadesh.record import schema
from janadesh.record.announcing import announce
from janadesh.record.bulk import fetch
from janadesh.record.bulk import insert
from janadesh.record.checks import check
from janadesh.record.moments import Moment
from janadesh.record.moments import instant_text
from janadesh.record.moments import read_moment
from janadesh.record.standing import how
from janadesh.record.standing import limits
from janadesh.record.standing import standing_at
from janadesh.record.statements import Statements
from janadesh.record.storage import from_stored
from janadesh.record.storage import to_stored
from janadesh.record.transactions import reading
from janadesh.record.transactions import writing

_FEW = 1000


class Record:
    """
    Dated, sourced statements about elections in a database.

    Statements are only added; `frame` gives, of each thing, what was last known at a moment. Make one
    with `janadesh.open`.
    """

    def __init__(self, engine: sa.Engine) -> None:
        """Wrap an engine whose database has the record's tables."""
        self.engine = engine

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Record:
        """Use the record in a `with` block, which closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the record."""
        self.close()

    @property
    def time_zone(self) -> str:
        """The zone in which a day without a clock time is meant: that of the elections held, else UTC."""
        table = schema.TABLES[model.Election]
        query = sa.select(table.c.time_zone).order_by(table.c.statement).limit(1)
        with reading(self.engine) as connection:
            return connection.execute(query).scalar() or "UTC"

    def moment(self, as_of: Moment | None = None) -> dt.datetime:
        """Read a moment in the record's own time zone; None is now."""
        if as_of is None or (isinstance(as_of, dt.datetime) and as_of.tzinfo is not None):
            return read_moment(as_of, "UTC")
        return read_moment(as_of, self.time_zone)

    def frame(self, noun: type[model.Noun], /, as_of: Moment | None = None, **equals: Any) -> pl.DataFrame:
        """
        Give, of each thing a noun speaks of, the statement last known at a moment.

        Args:
            noun: a class of `janadesh.model`.
            as_of: the moment; None is now.
            equals: only rows whose column has this value (or is among these, for a list).

        Returns: a frame with `model.columns(noun)`, in the order in which things were first loaded.
        """
        given, values = limits(equals)
        return self._fetch(noun, standing_at(noun, given), known_by=instant_text(self.moment(as_of)), **values)

    def history(
        self, noun: type[model.Noun], /, as_of: Moment | None = None, *, after: Moment | None = None, **equals: Any
    ) -> pl.DataFrame:
        """Give every statement of a noun known by a moment, superseded ones included, oldest first; `after` another."""
        table = schema.TABLES[noun]
        conditions = [_condition(table.c[name], value) for name, value in equals.items()]
        order = [table.c.entry, table.c.statement]
        if "known_at" in table.c:
            conditions.append(table.c.known_at <= instant_text(self.moment(as_of)))
            if after is not None:
                conditions.append(table.c.known_at > instant_text(self.moment(after)))
            order.insert(0, table.c.known_at)
        wanted = [table.c[name] for name in model.columns(noun)]
        return self._fetch(noun, sa.select(*wanted).where(*conditions).order_by(*order))

    def load(self, statements: Statements, loaded_at: dt.datetime | None = None) -> ledger.Entry | None:
        """
        Add what is new among statements as one ledger entry, whole or not at all.

        Returns: the entry, or None where the record already held every statement.
        Raises: Refused, with every fault listed; the record is then as it was.
        """
        faults = check(statements, cache(self._ids))
        if faults:
            raise Refused(statements.read_from, faults)
        when = instant_text(loaded_at or dt.datetime.now(dt.UTC))
        with writing(self.engine) as connection:
            new = {
                noun: self._unseen(connection, noun, to_stored(noun, frame))
                for noun, frame in statements.frames.items()
            }
            if not any(frame.height for frame in new.values()):
                return None
            entry = ledger.append(connection, when, statements.read_from, new)
            self._insert(connection, entry.entry, new)
            announce(connection, entry.entry)
        return entry

    def entries(self) -> list[ledger.Entry]:
        """List the ledger's entries, oldest first."""
        with reading(self.engine) as connection:
            return ledger.entries(connection)

    def altered(self) -> list[tuple[ledger.Entry, str]]:
        """List the entries that no longer agree with their hashes, with what is wrong; empty when all is well."""
        with reading(self.engine) as connection:
            return list(ledger.altered(connection))

    def altered_in_time(self, is_over: Callable[[], bool]) -> tuple[tuple[ledger.Entry, str], ...] | None:
        """Give what `altered` lists, or None where the time is over before every entry was looked at."""
        with reading(self.engine) as connection:
            try:
                return tuple(ledger.altered(connection, is_over))
            except TimeoutError:
                return None

    def _fetch(self, noun: type[model.Noun], query: sa.Select[Any], **values: Any) -> pl.DataFrame:
        with reading(self.engine) as connection:
            return from_stored(noun, fetch(connection, noun, query, **values))

    def _ids(self, table: str) -> frozenset[str]:
        with reading(self.engine) as connection:
            return frozenset(connection.execute(sa.select(schema.metadata.tables[table].c.id)).scalars())

    @staticmethod
    def _unseen(connection: sa.Connection, noun: type[model.Noun], frame: pl.DataFrame) -> pl.DataFrame:
        table = schema.TABLES[noun]
        query = sa.select(*(table.c[name] for name in frame.columns))
        for name in noun.KEY:
            among = frame[name].drop_nulls().unique()
            # the index finds a few things sooner than all are read
            if 0 < among.len() <= _FEW and not frame[name].has_nulls():
                query = query.where(table.c[name].in_(among.to_list()))
        if "known_at" in frame.columns and frame.height:
            # of a running count, which is loaded as it goes, next to nothing is held from these moments
            query = query.where(table.c.known_at.between(frame["known_at"].min(), frame["known_at"].max()))
        held = fetch(connection, noun, query)
        return frame.join(held, on=frame.columns, how="anti", nulls_equal=True, maintain_order="left")

    @staticmethod
    def _insert(connection: sa.Connection, entry: int, frames: Mapping[type[model.Noun], pl.DataFrame]) -> None:
        for noun in model.NOUNS:
            frame = frames.get(noun)
            if frame is not None and frame.height:
                insert(connection, noun, entry, frame)


def _condition(column: sa.ColumnElement[Any], value: Any) -> sa.ColumnElement[bool]:
    limited = how(value)
    return (
        column.in_(list(value)) if limited == "among" else column.is_(None) if limited == "unknown" else column == value
    )
