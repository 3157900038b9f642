"""What the page of a checked article says: the marked text, each claim with its verdict, and the verdicts counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from janadesh.claims.claim import VERDICTS
from janadesh.claims.claim import Claim
from janadesh.desk.marking import Run
from janadesh.desk.marking import runs
from janadesh.export.figures import grouped
from janadesh.names.casing import in_title_case

if TYPE_CHECKING:
    from janadesh.sources.article import Article

MEANINGS: Mapping[str, str] = {
    "confirmed": "The record says the same, for the moment that the claim speaks of.",
    "partial": "True of a part or of another official figure, or true but far off as a bound.",
    "superseded": "Said while it could be so; the record has moved on since.",
    "contradicted": "The record says otherwise for the moment that the claim speaks of.",
    "unverifiable": "The record holds nothing that decides it. That is not the same as false.",
}
"""What each verdict means, in the order in which verdicts are listed."""

_KINDS: Mapping[str, str] = {
    "votes": "Votes",
    "margin": "Margin",
    "lead": "Lead while counting",
    "outcome": "Outcome",
    "rank": "Place",
    "seats": "Seats",
    "house": "The house",
    "vote_share": "Share of the vote",
    "turnout": "Turnout",
    "electors": "Electors",
    "schedule": "Schedule",
    "contest": "Candidacy",
    "alliance": "Alliance",
    "history": "History",
}
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim as the page shows it; `number` counts from 1."""

    number: int
    claim: Claim
    kind: str
    about: str
    official: str


@dataclass(frozen=True, slots=True)
class Checked:
    """An article with its claims marked. `counts` has every verdict, in order, those without a claim at 0."""

    article: Article
    runs: tuple[Run, ...]
    claims: tuple[Marked, ...]
    counts: tuple[tuple[str, int], ...]


def checked(article: Article, claims: Sequence[Claim]) -> Checked:
    """Lay out an article and its claims for the page, in the order of their places in the text."""
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    counts = {verdict: sum(claim.verdict == verdict for claim in ordered) for verdict in VERDICTS}
    return Checked(
        article=article,
        runs=tuple(_tidied(run) for run in runs(article.plain, ordered)),
        claims=tuple(_marked(number, claim) for number, claim in enumerate(ordered, start=1)),
        counts=tuple(counts.items()),
    )


def _tidied(run: Run) -> Run:
    # markup was blanked out of the text, and would leave holes in it
    text = _BLANK_LINES.sub("\n\n", _BLANKS.sub(" ", run.text))
    return Run(text, run.claims, run.ending)


def _marked(number: int, claim: Claim) -> Marked:
    return Marked(number, claim, _KINDS.get(claim.kind, claim.kind), _about(claim), _official(claim))


def _about(claim: Claim) -> str:
    parts = [claim.subject.name if claim.subject else None, claim.constituency]
    named = [in_title_case(part) for part in parts if part]
    return ", ".join(dict.fromkeys(named))


def _official(claim: Claim) -> str:
    value = claim.official
    if value is None:
        return ""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:.2f}%" if claim.unit == "percent" else f"{value:g}"
    if isinstance(value, int | float):
        written = grouped(int(value))
        return f"{written}%" if claim.unit == "percent" else written
    # the engine names a candidate as the official result does, in capitals
    for name in (claim.subject.name if claim.subject else None, claim.constituency):
        value = value.replace(name, in_title_case(name)) if name else value
    return value
