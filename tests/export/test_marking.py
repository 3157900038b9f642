"""Cutting a text for its marks, whatever the claims' places."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from janadesh.export.marking import runs


@dataclass(frozen=True)
class Span:
    start: int
    end: int


spans = st.lists(st.builds(Span, st.integers(-3, 30), st.integers(-3, 30)), max_size=6)


@given(st.text(max_size=25), spans)
def test_runs_together_are_the_text(text: str, claims: list[Span]) -> None:
    assert "".join(run.text for run in runs(text, claims)) == text


@given(st.text(min_size=1, max_size=25), spans)
def test_every_claim_with_length_ends_exactly_once(text: str, claims: list[Span]) -> None:
    marked = [number for number, claim in enumerate(claims) if max(0, claim.start) < min(len(text), claim.end)]
    assert sorted(number for run in runs(text, claims) for number in run.ending) == marked


@given(st.text(min_size=1, max_size=25), spans)
def test_a_claims_runs_are_its_quote(text: str, claims: list[Span]) -> None:
    made = runs(text, claims)
    for number, claim in enumerate(claims):
        covered = "".join(run.text for run in made if number in run.claims)
        assert covered == (text[max(0, claim.start) : max(0, claim.end)] if claim.start < claim.end else "")


def test_the_shortest_claim_is_drawn_where_claims_lie_within_each_other() -> None:
    made = runs("abcdef", [Span(0, 6), Span(2, 4)])
    assert [(run.text, run.claims) for run in made] == [("ab", (0,)), ("cd", (1, 0)), ("ef", (0,))]


def test_claims_that_overlap_share_a_run() -> None:
    made = runs("abcdef", [Span(0, 4), Span(2, 6)])
    assert [(run.text, run.claims, run.ending) for run in made] == [
        ("ab", (0,), ()),
        ("cd", (0, 1), (0,)),
        ("ef", (1,), (1,)),
    ]
