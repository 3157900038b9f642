"""The judging half alone on claims marked by hand, read by the plain rules of `marked_claims.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from janadesh.claims.claim import Judgement
from janadesh.claims.facts import Facts
from janadesh.claims.judging.judge import judge
from tests.claims.judging.marked_claims import Marked
from tests.claims.judging.marked_claims import marked_claims
from tests.claims.judging.marked_claims import reading_of

APART = ("alliance", "history")
BUNDLED = ("in-jk-", "in-ls-")
"""Elections whose results the bundled packs hold whole."""


@pytest.fixture(scope="module")
def judged(facts: Facts, shared: Path) -> list[tuple[Marked, Judgement]]:
    """Judge the marked claims about the bundled elections."""
    marked = [m for m in marked_claims(shared, "gold") if str(m.claim["election"]).startswith(BUNDLED)]
    return [(m, judge(facts, reading_of(facts, m), m.written_on)) for m in marked]


def test_all_marked_claims_of_the_four_reports_are_judged_as_marked(facts: Facts, shared: Path) -> None:
    wrong = []
    for marked in marked_claims(shared, "seeds-gold"):
        found = judge(facts, reading_of(facts, marked), marked.written_on)
        if found.verdict != marked.claim["verdict"]:
            wrong.append((marked.quote, marked.claim["verdict"], found))
    assert wrong == []


def test_numbers_of_the_four_reports_are_corrected_as_marked(facts: Facts, shared: Path) -> None:
    """Where the marks give a plain number or day, the same one is given here, and a reason in one sentence."""
    for marked in marked_claims(shared, "seeds-gold"):
        found = judge(facts, reading_of(facts, marked), marked.written_on)
        official = marked.claim["official"]
        if isinstance(official, int | float) or str(official)[:4].isdigit():
            assert found.official == official, marked.quote
        assert found.why.endswith(".")


def test_verdicts_are_as_marked_in_95_of_100(judged: list[tuple[Marked, Judgement]]) -> None:
    counted = [(m, found) for m, found in judged if m.claim["kind"] not in APART]
    right = sum(found.verdict == m.claim["verdict"] for m, found in counted)
    assert right / len(counted) >= 0.95


def test_nothing_marked_otherwise_is_called_contradicted(judged: list[tuple[Marked, Judgement]]) -> None:
    """Wrongly calling a report wrong is the worst outcome."""
    accused = [(m.article, m.quote, f.why) for m, f in judged if f.verdict == "contradicted" != m.claim["verdict"]]
    assert accused == []
