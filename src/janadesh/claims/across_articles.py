"""
Many articles side by side: where they give different figures of one thing, and what was superseded since.

Claims are about the same thing where election, kind, constituency, subject and unit are the same and,
since an election has three polling days and a party seats of several sorts, the official figure too.
Where the record has no official figure, only claims about a named subject's own figure are compared.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.claims.agency_copy import Copies
from janadesh.claims.agency_copy import agency_copies
from janadesh.claims.claim import VERDICTS
from janadesh.claims.claim import Claim
from janadesh.claims.claim import Value
from janadesh.claims.said_values import may_be_the_same
from janadesh.sources.article import Article

CheckedArticle = tuple[Article, tuple[Claim, ...]]

# not seats: those won and those contested cannot be told apart here
_OWN_FIGURES = frozenset({"votes", "margin", "vote_share"})


@dataclass(frozen=True, slots=True)
class Event:
    """What claims of several articles are about; `subject` and `constituency` are official names."""

    election: str | None
    kind: str
    subject: str | None
    constituency: str | None
    unit: str | None
    official: Value


@dataclass(frozen=True, slots=True)
class Said:
    """One article's claim about an event."""

    written_on: dt.date
    claim: Claim


@dataclass(frozen=True, slots=True)
class SaidOfEvent:
    """Claims about one event, by day and article."""

    event: Event
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ArticlesReport:
    """What many checked articles show together."""

    articles: int
    claims: int
    verdicts: tuple[tuple[str, int], ...]
    """Every verdict with how many claims have it."""
    differing: tuple[SaidOfEvent, ...]
    """Events of which articles give figures that cannot all be right, the most told first."""
    superseded: tuple[SaidOfEvent, ...]
    """Events of which something was said that the record has moved on from, with those claims."""
    copies: tuple[Copies, ...]
    """Near-identical articles."""


def report_on(checked: Iterable[CheckedArticle]) -> ArticlesReport:
    """Lay many checked articles side by side."""
    everything = list(checked)
    by_event: dict[Event, list[Said]] = defaultdict(list)
    for article, claims in everything:
        for claim in claims:
            by_event[_event(claim)].append(Said(article.written_on, claim))
    told = [_in_order(event, said) for event, said in by_event.items()]
    counted = Counter(claim.verdict for _, claims in everything for claim in claims)
    return ArticlesReport(
        articles=len(everything),
        claims=sum(counted.values()),
        verdicts=tuple((verdict, counted[verdict]) for verdict in VERDICTS),
        differing=_most_told_first(one for one in told if _differ(one)),
        superseded=_most_told_first(_superseded(told)),
        copies=agency_copies(article for article, _ in everything),
    )


def _event(claim: Claim) -> Event:
    subject = claim.subject.name if claim.subject else None
    return Event(claim.election, claim.kind, subject, claim.constituency, claim.unit, claim.official)


def _in_order(event: Event, said: Sequence[Said]) -> SaidOfEvent:
    ordered = sorted(said, key=lambda one: (one.written_on, one.claim.article, one.claim.start))
    return SaidOfEvent(event, tuple(ordered))


def _differ(told: SaidOfEvent) -> bool:
    event = told.event
    if event.election is None or (event.official is None and (event.subject is None or event.kind not in _OWN_FIGURES)):
        return False
    # the same words in ten copies of one report are compared once
    seen = {(one.claim.article, one.claim.value, one.claim.comparator): one.claim for one in told.said}
    first_of: dict[tuple[Value, str], list[Claim]] = defaultdict(list)
    for claim in seen.values():
        if claim.value is not None:
            first_of[claim.value, claim.comparator].append(claim)
    figures = list(first_of.values())
    return any(
        not may_be_the_same(some[0], others[0]) and {one.article for one in some} != {one.article for one in others}
        for place, some in enumerate(figures)
        for others in figures[place + 1 :]
    )


def _superseded(told: Iterable[SaidOfEvent]) -> Iterable[SaidOfEvent]:
    for one in told:
        said = tuple(each for each in one.said if each.claim.verdict == "superseded")
        if said:
            yield SaidOfEvent(one.event, said)


def _most_told_first(told: Iterable[SaidOfEvent]) -> tuple[SaidOfEvent, ...]:
    def articles(one: SaidOfEvent) -> int:
        return len({said.claim.article for said in one.said})

    return tuple(sorted(told, key=lambda one: (-articles(one), one.said[0].written_on, one.event.kind)))
