"""A kept article as its page and the timeline tell it: its headline, and its verdicts counted then and now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from janadesh.export.checked_article import Checked
from janadesh.export.checked_article import Marked
from janadesh.export.checked_article import checked

if TYPE_CHECKING:
    from janadesh.claims.claim import Claim
    from janadesh.claims.kept_articles import KeptArticle
    from janadesh.claims.kept_articles import ThenAndNow

Counts = tuple[tuple[str, int], ...]
"""Every verdict with how many claims have it, those without a claim at 0."""

_LONGEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """
    One claim as it is shown at both moments, None where it was not recognised.

    `shown` is the later of the two that there is; its number is the claim's.
    """

    shown: Marked
    then: Marked | None
    now: Marked | None
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldArticle:
    """An article laid out with its claims marked; `then` and `now` count verdicts."""

    kept: KeptArticle
    headline: str
    laid_out: Checked
    claims: tuple[ToldClaim, ...]
    then: Counts
    now: Counts
    changed: int


def told_article(judged: ThenAndNow) -> ToldArticle:
    """Lay out an article judged at two moments."""
    article, claims = judged.kept.article, judged.claims
    laid_out = checked(article, [claim.claim for claim in claims])
    # the same places in the same order, so that numbers are the same
    before = checked(article, [claim.then or claim.claim for claim in claims])
    return ToldArticle(
        kept=judged.kept,
        headline=headline(judged.kept),
        laid_out=laid_out,
        claims=tuple(
            ToldClaim(
                shown=shown,
                then=then if claim.then else None,
                now=shown if claim.now else None,
                differs=claim.differs,
            )
            for claim, shown, then in zip(claims, laid_out.claims, before.claims, strict=True)
        ),
        then=_counts(judged.then),
        now=_counts(judged.now),
        changed=judged.changed,
    )


def headline(kept: KeptArticle) -> str:
    """Give an article's title, or the beginning of its text where it has none."""
    if kept.article.title:
        return kept.article.title
    words = " ".join(kept.article.text[: 4 * _LONGEST].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"


def verdict_counts(judged: ThenAndNow) -> tuple[Counts, Counts]:
    """Count an article's verdicts then and now."""
    return _counts(judged.then), _counts(judged.now)


def _counts(claims: tuple[Claim, ...]) -> Counts:
    from janadesh.claims.kept_articles import counted

    return tuple(counted(claims).items())
