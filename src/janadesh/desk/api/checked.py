"""A checked article in the shape that programs get it in."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from janadesh.claims.claim import Claim
from janadesh.desk.api.shapes.checks import CheckedArticle
from janadesh.desk.api.shapes.checks import CheckedClaim
from janadesh.export.checked_article import checked
from janadesh.sources.article import Article


def told(article: Article, claims: Sequence[Claim]) -> CheckedArticle:
    """Put an article and its claims, in any order, into their shape."""
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    return CheckedArticle(
        id=article.id,
        title=article.title,
        url=article.url,
        written_on=article.written_on,
        verdicts=dict(checked(article, claims).counts),
        claims=[claim_told(claim) for claim in ordered],
    )


def claim_told(claim: Claim) -> CheckedClaim:
    """Put a claim into its shape."""
    told_of = dataclasses.asdict(claim)
    if claim.subject is not None:
        del told_of["subject"]["serial"]
    return CheckedClaim.model_validate({name: told_of[name] for name in CheckedClaim.model_fields})
