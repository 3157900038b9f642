"""Reports with marks: what a careful reader finds in a text, and how a program's claims agree with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.claims.claim import Claim
from janadesh.claims.claim import Value

APART = ("history", "alliance")


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim that a reader finds: a stretch of the text, its kind, and whom, where and how much it says."""

    quote: str
    kind: str
    subject: str
    value: Value = None
    seat: str | None = None
    verdict: str = "confirmed"


@dataclass(frozen=True, slots=True)
class Report:
    """A dated text with its marks, in order of place."""

    name: str
    written_on: str
    text: str
    marks: tuple[Mark, ...]

    def spans(self) -> list[tuple[int, int, Mark]]:
        """Place each mark; quotes that stand twice are taken in order."""
        found = []
        at = 0
        for mark in self.marks:
            start = self.text.find(mark.quote, at)
            assert start >= 0, f"{self.name}: {mark.quote!r} is not in the text behind the mark before it"
            found.append((start, start + len(mark.quote), mark))
            at = start
        return found


@dataclass(frozen=True, slots=True)
class Agreement:
    """How claims agree with marks: those found by both, those of one only, and what the common ones get wrong."""

    both: int
    missed: tuple[str, ...]
    invented: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        return 2 * self.both / (2 * self.both + len(self.missed) + len(self.invented))


def agreement(report: Report, claims: Sequence[Claim]) -> Agreement:
    """Compare claims with a report's marks: same kind, same value, overlapping text; history and alliances apart."""
    left = [c for c in claims if c.kind not in APART]
    missed, wrong = [], []
    both = 0
    for start, end, mark in report.spans():
        if mark.kind in APART:
            continue
        fitting = [
            c for c in left if c.kind == mark.kind and _same(c.value, mark.value) and c.start < end and start < c.end
        ]
        if not fitting:
            missed.append(f"{mark.kind} {mark.value} {mark.quote!r}")
            continue
        claim = min(fitting, key=lambda c: (_name(c) != mark.subject, abs(c.start - start)))
        left.remove(claim)
        both += 1
        wrong += [
            f"{mark.kind} {mark.quote!r}: {what} should be {should!r}, is {is_!r}"
            for what, should, is_ in (
                ("subject", mark.subject, _name(claim)),
                ("seat", mark.seat or claim.constituency, claim.constituency),
                ("verdict", mark.verdict, claim.verdict),
            )
            if should != is_
        ]
    invented = tuple(f"{c.kind} {c.value} {c.quote!r} of {_name(c)}" for c in left)
    return Agreement(both, tuple(missed), invented, tuple(wrong))


def _name(claim: Claim) -> str:
    return claim.subject.name if claim.subject else ""


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 0.05
    return one == other
