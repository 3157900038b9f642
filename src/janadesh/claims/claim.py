"""
What a claim is: one checkable thing that an article says about an election.

A `Reading` is what the words say, before the record is asked. A `Judgement` is what the record says
of a reading. A `Claim` is both, as it is printed and scored.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from dataclasses import field

KINDS = (
    "votes",
    "margin",
    "lead",
    "outcome",
    "rank",
    "seats",
    "house",
    "vote_share",
    "turnout",
    "electors",
    "schedule",
    "contest",
    "alliance",
    "history",
)
VERDICTS = ("confirmed", "partial", "superseded", "contradicted", "unverifiable")

Value = float | int | str | None


@dataclass(frozen=True, slots=True)
class Subject:
    """
    Whom or what a claim is about.

    `type` is `candidate`, `party`, `alliance`, `election` or `constituency`. `name` is as the official
    result spells it; `id` is the record's: a party's, alliance's, election's or constituency's id, a
    person's id for somebody known across elections, or None. `serial` is a candidate's ballot serial in
    the reading's constituency and election.
    """

    type: str
    name: str
    id: str | None = None
    serial: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    What a stretch of text says about an election, read from its words alone.

    Offsets count characters of the article's text, half open. `constituency` is the record's id.
    """

    kind: str
    start: int
    end: int
    subject: Subject | None = None
    election: str | None = None
    constituency: str | None = None
    value: Value = None
    unit: str | None = None
    comparator: str = "="
    side: str | None = None
    """`won`, `lost`, `leading`, `trailing`, `contested`, `allotted`, `friendly` … where the words say it."""
    while_counting: bool = False
    """Whether the words speak of a count that is going on (leads, trends, rounds, "so far")."""
    against: Subject | None = None
    """The opponent that the words name."""
    with_subjects: tuple[Subject, ...] = ()
    """Others named together with the subject: the allies of an alliance claim."""
    event: str | None = None
    """Of a schedule claim: `poll`, `count`, `announcement` …"""
    phase: int | None = None
    scope: str | None = None
    """`region`, `district` or `constituency`, where the claim is about part of the election."""
    scope_name: str | None = None
    role: str | None = None
    """Of a house claim: `size`, `majority`, `at stake`, `nominated`, `reserved`, `vacant`; of a history claim: what it
    counts (`held`, `years since`, `won`, `seats`, `votes`, `vote_share`, `turnout`, `house`)."""
    day: dt.date | None = None
    """The day that the words speak of, where they name one and it is not the value."""
    clock: str | None = None
    """The time of day that the words name, `HH:MM`."""
    party: str | None = None
    """Of a contest claim: the id of the party that the candidate is said to stand for."""
    earlier: bool = False
    """Whether the words speak of an earlier election than the article's own."""
    carried: bool = False
    """Whether whom it is about, or the earlier election, is named only in the sentences before."""
    firmness: str = "said"
    """`said`, `attributed` (to an agency, official, leader) or `expected`."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of the record behind a verdict, with who said it."""

    text: str
    source_title: str
    publisher: str
    known_at: dt.datetime | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the record says of a reading; `official` is the figure or fact that it holds."""

    verdict: str
    official: Value = None
    why: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A reading with its judgement, in the fields that are printed; `constituency` is the official name."""

    article: str
    quote: str
    start: int
    end: int
    kind: str
    subject: Subject | None
    constituency: str | None
    election: str | None
    value: Value
    unit: str | None
    comparator: str
    verdict: str
    official: Value
    why: str
    evidence: tuple[Evidence, ...] = field(default=())
