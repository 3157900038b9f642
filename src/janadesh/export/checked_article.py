"""A checked article laid out for readers: the marked text, each claim with its verdict, and the verdicts counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.export.checked_claim import CheckedClaim
from janadesh.export.figures import Digits
from janadesh.export.figures import measured
from janadesh.export.marking import Run
from janadesh.export.marking import runs
from janadesh.names.casing import in_title_case
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
_NAME_IN_CAPITALS = re.compile(r"\b(?=[A-Z. ]*[A-Z]{4})[A-Z][A-Z.]+(?: [A-Z][A-Z.]+)+\b")
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Marked:
    """
    A claim as it is shown; `number` counts from 1.

    `about` names whom and where it is about (empty where neither is named), `quote` is its words without
    markup, `official` the official figure or fact as people read it, empty where there is none.
    """

    number: int
    claim: CheckedClaim
    kind: str
    about: str
    quote: str
    official: str


@dataclass(frozen=True, slots=True)
class Checked:
    """An article with its claims marked. `counts` has every verdict, in order, those without a claim at 0."""

    article: Article
    runs: tuple[Run, ...]
    claims: tuple[Marked, ...]
    counts: tuple[tuple[str, int], ...]


def checked(article: Article, claims: Sequence[CheckedClaim], digits: Digits = Digits.INDIAN) -> Checked:
    """Lay out an article and its claims, in the order of their places in the text; figures are grouped as `digits`."""
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    counts = {verdict: sum(claim.verdict == verdict for claim in ordered) for verdict in MEANINGS}
    return Checked(
        article=article,
        runs=_begun(tuple(_tidied(run) for run in runs(article.plain, ordered))),
        claims=tuple(_marked(article, number, claim, digits) for number, claim in enumerate(ordered, start=1)),
        counts=tuple(counts.items()),
    )


def anchor(article: int, claim: int) -> str:
    """Name a claim's place on a page, by the numbers of article and claim from 1: `claim-3`, `claim-2-3`."""
    return f"claim-{claim}" if article == 1 else f"claim-{article}-{claim}"


def _about(claim: CheckedClaim) -> str:
    subject = claim.subject.name if claim.subject else None
    # an election as subject is named by its id, which tells a reader nothing
    parts = [None if subject == claim.election else subject, claim.constituency]
    return ", ".join(dict.fromkeys(in_title_case(part) for part in parts if part))


def _official(claim: CheckedClaim, digits: Digits) -> str:
    written = measured(claim.official, claim.unit, digits)
    if isinstance(claim.official, str):
        # the engine names candidates as the official result does, in capitals
        written = _NAME_IN_CAPITALS.sub(lambda found: in_title_case(found[0]), written)
    return written


def _begun(cut: tuple[Run, ...]) -> tuple[Run, ...]:
    # the date and markup above the text were blanked out, and are no gap to be shown
    if not cut or cut[0].claims:
        return cut
    return (Run(cut[0].text.lstrip()), *cut[1:])


def _tidied(run: Run) -> Run:
    # markup was blanked out of the text, and would leave holes in it
    text = _BLANK_LINES.sub("\n\n", _BLANKS.sub(" ", run.text))
    return Run(text, run.claims, run.ending)


def _marked(article: Article, number: int, claim: CheckedClaim, digits: Digits) -> Marked:
    return Marked(
        number=number,
        claim=claim,
        kind=_KINDS.get(claim.kind, claim.kind),
        about=_about(claim),
        # markup and line ends inside a claim are no part of its words
        quote=" ".join(article.plain[claim.start : claim.end].split()),
        official=_official(claim, digits),
    )
