"""The shapes of a checked article: its claims with their verdicts, and the evidence for each."""

from __future__ import annotations

import datetime as dt

from janadesh.desk.api.shapes.envelope import Shape


class Evidence(Shape):
    """One row of the record behind a verdict, with who said it."""

    text: str
    source_title: str
    publisher: str
    known_at: dt.datetime | None
    url: str | None


class Subject(Shape):
    """Whom or what a claim is about."""

    type: str
    """`candidate`, `party`, `alliance`, `election` or `constituency`."""
    name: str
    """As the official result spells it."""
    id: str | None
    """The record's id, where it has one."""


class CheckedClaim(Shape):
    """One checkable thing that an article says about an election, with the record's verdict."""

    quote: str
    """Its words."""
    start: int
    """Where its words begin, in characters of the article's text."""
    end: int
    """Where they end, not included."""
    kind: str
    """`votes`, `margin`, `lead`, `outcome`, `seats`, `schedule` …"""
    subject: Subject | None
    constituency: str | None
    """The constituency's official name."""
    election: str | None
    """The election's id."""
    value: float | int | str | None
    """The figure or fact that it says."""
    unit: str | None
    verdict: str
    """`confirmed`, `partial`, `superseded`, `contradicted` or `unverifiable`."""
    official: float | int | str | None
    """The official figure or fact, where the record has one."""
    why: str
    """The reason, in a sentence."""
    evidence: list[Evidence]


class CheckedArticle(Shape):
    """An article with its claims, in the order of their places, and how many have which verdict."""

    id: str
    title: str | None
    url: str | None
    written_on: dt.date
    verdicts: dict[str, int]
    """Every verdict, those without a claim at 0."""
    claims: list[CheckedClaim]
