"""The shapes of articles that the record keeps, with their verdicts then and now."""

from __future__ import annotations

import datetime as dt

from janadesh.desk.api.shapes.checks import CheckedClaim
from janadesh.desk.api.shapes.envelope import Shape


class ArticleRow(Shape):
    """
    An article with its verdicts counted.

    *Then* is by what the record knew when it was published, *now* at the moment asked for.
    """

    id: str
    published: dt.date
    known_at: dt.datetime
    """From when the record knows it: the end of that day, or when it was kept on the day itself."""
    outlet: str | None
    title: str | None
    url: str | None
    language: str | None
    """`en` or `hi`."""
    elections: str
    """Ids of the elections that its claims are about, with blanks between."""
    claims: int
    """How many claims were found in it now."""
    changed: int
    """How many claims have another verdict now."""
    then_confirmed: int
    then_partial: int
    then_superseded: int
    then_contradicted: int
    then_unverifiable: int
    now_confirmed: int
    now_partial: int
    now_superseded: int
    now_contradicted: int
    now_unverifiable: int


class ClaimThenAndNow(Shape):
    """One claim with its verdicts at both moments; null where it was not recognised as a claim."""

    then: CheckedClaim | None
    now: CheckedClaim | None
    differs: bool


class Article(ArticleRow):
    """An article with its text, and each claim as judged then and now."""

    text: str
    """Places of claims count its characters."""
    judged: list[ClaimThenAndNow]
    """Every claim, in order of place."""


class Kept(Shape):
    """That an article is in the record."""

    id: str
    is_new: bool
    """Whether it was not there before."""
    address: str
    """Its page on the desk, without the host."""
