"""A record of which the same is read once, for as long as one copy of the desk is drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment

FRAMES_KEPT = 128


class ReadOnce(Record):
    """
    A record that keeps the frames last read.

    Many pages ask the same of it: parties, houses, rules. `now` is held still, so that all pages are of one moment;
    whoever loads more into the database meanwhile is read after `renew`.
    """

    def __init__(self, record: Record) -> None:
        """Read the database of another record."""
        super().__init__(record.engine)
        self.renew()

    def renew(self) -> None:
        """Forget what was read, and take the present moment for now."""
        self._now = super().moment()
        self._zone = super().time_zone
        self._kept: Callable[..., pl.DataFrame] = lru_cache(FRAMES_KEPT)(self._read)

    @property
    def time_zone(self) -> str:
        """The zone in which a day without a clock time is meant."""
        return self._zone

    def moment(self, as_of: Moment | None = None) -> dt.datetime:
        """Read a moment; None is the one that is held for now."""
        return self._now if as_of is None else super().moment(as_of)

    def frame(self, noun: type[model.Noun], /, as_of: Moment | None = None, **equals: Any) -> pl.DataFrame:
        """Give what `Record.frame` gives, from memory where it was read lately."""
        frozen = tuple((name, _frozen(value)) for name, value in sorted(equals.items()))
        return self._kept(noun, self.moment(as_of), frozen)

    def _read(self, noun: type[model.Noun], moment: dt.datetime, equals: tuple[tuple[str, Any], ...]) -> pl.DataFrame:
        return super().frame(noun, moment, **dict(equals))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list | set | frozenset) else value
