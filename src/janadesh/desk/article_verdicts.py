"""The verdicts on articles kept, at any moment: found once for each state of the record, and remembered."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from janadesh.desk.checks import HeldCheckers
from janadesh.desk.remembered import Remembered
from janadesh.record.book import Record
from janadesh.record.instants import loads_by_instant
from janadesh.record.moments import instant_text

if TYPE_CHECKING:
    from janadesh.claims.claim import Claim
    from janadesh.claims.kept_articles import KeptArticle
    from janadesh.claims.kept_articles import ThenAndNow

MOST_REMEMBERED = 4000
"""Articles with their claims at a moment; each counts twice, for then and for now."""


class ArticleVerdicts:
    """Judges kept articles; safe to use from several threads."""

    def __init__(self, record: Record, remembered: Remembered, checkers: HeldCheckers) -> None:
        """Judge by a record, whose states `remembered` tells apart, with the checkers that the desk has."""
        self._record = record
        self._remembered = remembered
        self._checkers = checkers
        self._claims = Remembered(record, most=MOST_REMEMBERED, instants=remembered.instants)

    def of_all(self, now: dt.datetime) -> tuple[ThenAndNow, ...]:
        """Judge every article known at a moment, then and at that moment."""
        # what checks takes long to import, and a desk without articles has no need of it
        from janadesh.claims.kept_articles import kept_articles
        from janadesh.claims.kept_articles import then_and_now

        kept = self._remembered.answer("articles kept", now, lambda: kept_articles(self._record, now))
        return tuple(then_and_now(article, now, self.claims) for article in kept)

    def of_one(self, article: str, now: dt.datetime) -> ThenAndNow:
        """
        Judge one article by its id.

        Raises: NotInRecord.
        """
        from janadesh.claims.kept_articles import kept_article
        from janadesh.claims.kept_articles import then_and_now

        return then_and_now(kept_article(self._record, article, now), now, self.claims)

    def claims(self, kept: KeptArticle, moment: dt.datetime) -> tuple[Claim, ...]:
        """Find the claims of an article as judged at a moment."""
        state = self._state(moment)

        def checked() -> tuple[Claim, ...]:
            return self._checkers.at(moment).check(kept.article)

        return self._claims.once((kept.id, *state), checked)

    def _state(self, moment: dt.datetime) -> tuple[int, int]:
        """Name what the record says of elections at a moment: neither articles nor later loads change it."""
        loads = self._remembered.until_loaded("loads", lambda: _passed(self._record))
        passed = bisect_right(loads.instants, instant_text(moment))
        return passed, loads.last_entries[passed - 1] if passed else 0


@dataclass(frozen=True, slots=True)
class _Loads:
    instants: tuple[str, ...]
    last_entries: tuple[int, ...]
    """The latest load among those of an instant and all before it."""


def _passed(record: Record) -> _Loads:
    pairs = loads_by_instant(record)
    return _Loads(tuple(known_at for known_at, _ in pairs), tuple(accumulate((entry for _, entry in pairs), max)))
