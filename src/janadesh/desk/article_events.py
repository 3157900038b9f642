"""The articles on an election's timeline: those that were kept and claim something about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from janadesh.desk.article_told import Counts
from janadesh.desk.article_told import headline
from janadesh.desk.article_told import verdict_counts
from janadesh.desk.as_of import AsOf
from janadesh.desk.desk import Desk
from janadesh.desk.timeline_facts import Event

if TYPE_CHECKING:
    from janadesh.claims.kept_articles import ThenAndNow


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEvent(Event):
    """An article as the timeline shows it; `what` is its headline, `changed` counts verdicts that are others now."""

    article: str
    outlet: str | None
    url: str | None
    language: str | None
    then: Counts
    now: Counts
    changed: int


def article_events(desk: Desk, election: str, as_of: AsOf) -> tuple[ArticleEvent, ...]:
    """Gather the articles on an election known at a moment, each on the day it was published on, oldest first."""
    return tuple(_event(one) for one in desk.verdicts.of_all(as_of.moment) if election in one.elections)


def _event(judged: ThenAndNow) -> ArticleEvent:
    kept = judged.kept
    then, now = verdict_counts(judged)
    return ArticleEvent(
        day=kept.article.written_on,
        kind="article",
        what=headline(kept),
        article=kept.id,
        outlet=kept.outlet,
        url=kept.article.url,
        language=kept.language,
        then=then,
        now=now,
        changed=judged.changed,
    )
