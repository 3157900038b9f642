"""
A record as one question reads it: what is asked for twice on the way to an answer is read once.

A question is put together from others (standings from results, alarms and tallies), each of which asks the
record for what it needs, so the same tables are wanted several times. It also makes the parts of an answer
agree, should something be loaded while it is found.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.moments import instant_text


class _ReadOnce(Record):
    """Keeps every frame it was asked for; to be let go of with the answer."""

    def __init__(self, record: Record) -> None:
        super().__init__(record.engine)
        self._frames: dict[Hashable, pl.DataFrame] = {}

    def frame(self, noun: type[model.Noun], /, as_of: Moment | None = None, **equals: Any) -> pl.DataFrame:
        moment = None if as_of is None else instant_text(self.moment(as_of))
        key = (noun, moment, *((name, _fixed(value)) for name, value in sorted(equals.items())))
        if key not in self._frames:
            self._frames[key] = super().frame(noun, as_of, **equals)
        return self._frames[key]


def read_once(record: Record) -> Record:
    """
    Give the record for finding one answer: a frame asked of it again is the one it gave before.

    Not for longer than that, since nothing that is loaded later shows in it.
    """
    return record if isinstance(record, _ReadOnce) else _ReadOnce(record)


def _fixed(value: Any) -> Hashable:
    return frozenset(value) if isinstance(value, list | tuple | set | frozenset) else value
