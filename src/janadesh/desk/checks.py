"""The claims engine as the desk uses it: one holder of what is made ready, for pages, interface and verdicts."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from janadesh.desk.remembered import Remembered
from janadesh.record.book import Record
from janadesh.record.instants import KnownInstants

if TYPE_CHECKING:
    from janadesh.claims.checking import Checker
    from janadesh.claims.checking import Checkers
    from janadesh.claims.claim import Claim
    from janadesh.sources.article import Article

MOST_KEPT = 2
"""Checkers kept, of the states of the record last asked for: a large record's has many megabytes."""


class HeldCheckers:
    """
    Gives a record's checker at any moment; safe to use from several threads.

    All that check hold the same one: what it reads of a record is read once, and kept once.
    """

    def __init__(self, record: Record, instants: KnownInstants) -> None:
        """Make nothing ready yet; `instants` are shared with others who ask of the record."""
        self._record = record
        self._kept = Remembered(record, MOST_KEPT, instants)

    def at(self, moment: dt.datetime) -> Checker:
        """Give the checker of the record as it stood at a moment."""
        return self._kept.answer("checker", moment, lambda: self._checkers.at(moment))

    def check(self, article: Article) -> tuple[Claim, ...]:
        """Check an article against the record as it stands now."""
        return self.at(self._record.moment()).check(article)

    @cached_property
    def _checkers(self) -> Checkers:
        # what checks takes long to import, and is not needed to show results
        from janadesh.claims.checking import Checkers

        return Checkers(self._record)
