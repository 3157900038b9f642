"""Articles that the record keeps, and what it said of their claims when they were published and at a later moment."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.claims.claim import VERDICTS
from janadesh.claims.claim import Claim
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.sources.article import Article
from janadesh.sources.article_keeping import article_of

ClaimsAt = Callable[["KeptArticle", dt.datetime], tuple[Claim, ...]]
"""Finds the claims of a kept article, judged by what the record knew at a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptArticle:
    """An article of the record. `known_at` is from when it is known, by which its verdicts then are found."""

    article: Article
    outlet: str | None
    language: str | None
    known_at: dt.datetime

    @property
    def id(self) -> str:
        """The id in the record."""
        return self.article.id


@dataclass(frozen=True, slots=True)
class ClaimThenAndNow:
    """
    One claim with its verdicts at two moments.

    None where it was not recognised: the people and places that it names were not on the record then, or are read
    otherwise since.
    """

    then: Claim | None
    now: Claim | None

    @property
    def claim(self) -> Claim:
        """The claim, as judged now where it is."""
        found = self.now or self.then
        assert found is not None  # noqa: S101 - at least one of them is there
        return found

    @property
    def differs(self) -> bool:
        """Whether the two verdicts are not the same."""
        return self.then is None or self.now is None or self.then.verdict != self.now.verdict


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """A kept article with its claims as of its publication and as of a later moment, in order of place."""

    kept: KeptArticle
    then: tuple[Claim, ...]
    now: tuple[Claim, ...]

    @property
    def claims(self) -> tuple[ClaimThenAndNow, ...]:
        """Give every claim with both verdicts; the same words of the same kind are the same claim."""
        then, now = _by_place(self.then), _by_place(self.now)
        return tuple(ClaimThenAndNow(then.get(place), now.get(place)) for place in sorted(then.keys() | now.keys()))

    @property
    def elections(self) -> frozenset[str]:
        """Give the ids of the elections that its claims are about."""
        return frozenset(claim.election for claim in (*self.then, *self.now) if claim.election)

    @property
    def changed(self) -> int:
        """Count the claims whose verdict is another now."""
        return sum(claim.differs for claim in self.claims)


def kept_articles(record: Record, as_of: Moment | None = None) -> tuple[KeptArticle, ...]:
    """List the articles known at a moment, by the day they were published on."""
    frame = record.frame(model.Article, as_of).sort("published", "known_at", maintain_order=True)
    return tuple(_kept(row) for row in frame.iter_rows(named=True))


def kept_article(record: Record, article: str, as_of: Moment | None = None) -> KeptArticle:
    """
    Give one article by its id.

    Raises: NotInRecord.
    """
    rows = record.frame(model.Article, as_of, id=article).to_dicts()
    if not rows:
        raise NotInRecord(
            f"No article with the id {article!r} was kept by that moment. `janadesh articles` lists those that are."
        )
    return _kept(rows[0])


def then_and_now(kept: KeptArticle, now: dt.datetime, claims_at: ClaimsAt) -> ThenAndNow:
    """Judge an article by what was known when it was published and by what is known at a later moment."""
    return ThenAndNow(kept, claims_at(kept, kept.known_at), claims_at(kept, now))


def counted(claims: Sequence[Claim]) -> dict[str, int]:
    """Count verdicts; every one is there, in the order of `VERDICTS`."""
    return {verdict: sum(claim.verdict == verdict for claim in claims) for verdict in VERDICTS}


def articles_frame(articles: Sequence[ThenAndNow]) -> pl.DataFrame:
    """
    Lay out articles with their verdicts counted.

    Returns: `id, published, known_at, outlet, title, url, language, elections` (ids, with blanks between), `claims`
    (as found now), `changed` (verdicts that differ), and `then_…` and `now_…` for each verdict.
    """
    rows = [_row(one) for one in articles]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


_COUNTS = [f"{moment}_{verdict}" for moment in ("then", "now") for verdict in VERDICTS]
_SCHEMA = pl.Schema(
    {
        "id": pl.String(),
        "published": pl.Date(),
        "known_at": pl.Datetime("us", "UTC"),
        "outlet": pl.String(),
        "title": pl.String(),
        "url": pl.String(),
        "language": pl.String(),
        "elections": pl.String(),
        "claims": pl.Int64(),
        "changed": pl.Int64(),
        **{name: pl.Int64() for name in _COUNTS},
    }
)


def _row(one: ThenAndNow) -> tuple[Any, ...]:
    kept = one.kept
    return (
        kept.id,
        kept.article.written_on,
        kept.known_at,
        kept.outlet,
        kept.article.title,
        kept.article.url,
        kept.language,
        " ".join(sorted(one.elections)),
        len(one.now),
        one.changed,
        *counted(one.then).values(),
        *counted(one.now).values(),
    )


def _kept(row: dict[str, Any]) -> KeptArticle:
    return KeptArticle(
        article=article_of(row), outlet=row["outlet"], language=row["language"], known_at=row["known_at"]
    )


_Place = tuple[int, int, str, int]


def _by_place(claims: Sequence[Claim]) -> dict[_Place, Claim]:
    placed: dict[_Place, Claim] = {}
    seen: Counter[tuple[int, int, str]] = Counter()
    for claim in claims:
        # one stretch of words may claim the same of several: "they won 3 seats each"
        where = (claim.start, claim.end, claim.kind)
        seen[where] += 1
        placed[*where, seen[where]] = claim
    return placed
