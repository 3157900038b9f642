"""What every page works with: the record, the answers kept, the templates, and the checker of articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

import polars as pl

from janadesh.analysis.contests import contest_results
from janadesh.analysis.margins import with_margins
from janadesh.analysis.votes import candidate_votes
from janadesh.desk.article_verdicts import ArticleVerdicts
from janadesh.desk.as_of import AsOf
from janadesh.desk.checks import HeldCheckers
from janadesh.desk.pages import Pages
from janadesh.desk.remembered import Remembered
from janadesh.desk.writing import Writing
from janadesh.export.drawings.constituency_map import Shapes
from janadesh.record.book import Record

if TYPE_CHECKING:
    from janadesh.claims.claim import Claim
    from janadesh.sources.article import Article

Check = Callable[["Article"], tuple["Claim", ...]]
"""Checks an article against the record as it stands now."""


@dataclass(frozen=True, slots=True)
class Desk:
    """
    One record's desk.

    `shapes` are the constituencies' outlines, by their ids, where a pack has a map; `writing` is who may keep articles.
    """

    record: Record
    remembered: Remembered
    pages: Pages
    shapes: Shapes
    check: Check
    checkers: HeldCheckers
    writing: Writing = field(default_factory=Writing)
    verdicts: ArticleVerdicts = field(init=False)

    def __post_init__(self) -> None:
        """Make ready to judge the articles that the record keeps."""
        object.__setattr__(self, "verdicts", ArticleVerdicts(self.record, self.remembered, self.checkers))

    def contests(self, election: str, as_of: AsOf, record: Record | None = None) -> pl.DataFrame:
        """Give `contest_results`, remembered; `record` is the desk's, where more is read of it once."""
        return self.remembered.answer(
            ("contests", election), as_of.moment, lambda: contest_results(record or self.record, election, as_of.moment)
        )

    def votes(self, election: str, as_of: AsOf) -> pl.DataFrame:
        """Give `candidate_votes` with margins, remembered."""
        return self.remembered.answer(
            ("votes", election),
            as_of.moment,
            lambda: with_margins(candidate_votes(self.record, election, as_of.moment)),
        )
