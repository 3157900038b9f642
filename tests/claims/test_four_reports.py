"""The acceptance case: the four marked reports, every claim found, read and judged as people marked them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from janadesh.claims.checking import Checker
from janadesh.claims.claim import Claim
from janadesh.sources.articles import read_articles


def _marked(shared: Path) -> list[tuple[str, dict[str, Any]]]:
    """List (article id, marked claim) of the four reports."""
    found = []
    for path in sorted((shared / "claims" / "seeds-gold").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        found += [(document["article"], claim) for claim in document["claims"]]
    return found


@pytest.fixture(scope="module")
def claims_of(shared: Path, checker: Checker) -> dict[str, tuple[Claim, ...]]:
    """Check the four reports once."""
    articles = [a for path in sorted((shared / "seeds").glob("*.txt")) for a in read_articles(path)]
    return {article.id: checker.check(article) for article in articles}


def _key(name: object) -> str:
    return re.sub(r"[^a-z0-9]+", "", str(name or "").lower().replace("&", "and"))


def _found(marked: dict[str, Any], claims: tuple[Claim, ...]) -> Claim | None:
    """Find the claim of the same kind and value whose quote overlaps most, as `score.py` matches them."""
    same = [
        c
        for c in claims
        if c.kind == marked["kind"]
        and min(c.end, marked["end"]) > max(c.start, marked["start"])
        and str(c.value) == str(marked["value"])
    ]
    return max(same, key=lambda c: min(c.end, marked["end"]) - max(c.start, marked["start"]), default=None)


def test_all_35_marked_claims_are_found(shared: Path, claims_of: dict[str, tuple[Claim, ...]]) -> None:
    """Every marked claim has a claim of the same kind and value over the same words."""
    marked = _marked(shared)

    missed = [m["quote"] for article, m in marked if _found(m, claims_of[article]) is None]

    assert len(marked) == 35
    assert missed == []


@pytest.mark.parametrize("what", ["subject", "constituency", "unit", "comparator", "verdict"])
def test_marked_claims_are_read_and_judged_as_marked(
    what: str, shared: Path, claims_of: dict[str, tuple[Claim, ...]]
) -> None:
    """Subject, constituency, unit, comparator and verdict are those of the marks."""
    wrong = []
    for article, marked in _marked(shared):
        claim = _found(marked, claims_of[article])
        assert claim is not None
        expected = marked["subject"]["name"] if what == "subject" else marked[what]
        actual = claim.subject.name if what == "subject" and claim.subject else getattr(claim, what)
        if what == "constituency" and expected is None:
            continue
        if _key(expected) != _key(actual) and (what in ("subject", "constituency") or expected != actual):
            wrong.append((marked["quote"], expected, actual))

    assert wrong == []


def test_every_verdict_says_why(claims_of: dict[str, tuple[Claim, ...]]) -> None:
    """Each claim has a sentence that a reader understands."""
    for claims in claims_of.values():
        for claim in claims:
            assert claim.why.endswith(".")
            assert len(claim.why) > 15


def test_nothing_in_the_four_reports_is_called_contradicted(claims_of: dict[str, tuple[Claim, ...]]) -> None:
    """None of the four reports says what the record denies."""
    contradicted = [c.quote for claims in claims_of.values() for c in claims if c.verdict == "contradicted"]

    assert contradicted == []


def test_the_figure_without_postal_votes_is_explained(claims_of: dict[str, tuple[Claim, ...]]) -> None:
    """64,443 is the EVM count; the official total is given with the postal votes that make it."""
    claim = next(c for claims in claims_of.values() for c in claims if c.value == 64443)

    assert (claim.verdict, claim.official) == ("partial", 65259)
    assert "816 postal votes" in claim.why


def test_the_moved_count_was_right_when_written(claims_of: dict[str, tuple[Claim, ...]]) -> None:
    """Counting on 4 October was announced on 16 August and moved on 31 August to the 8th."""
    claim = next(c for claims in claims_of.values() for c in claims if c.value == "2024-10-04")

    assert (claim.verdict, claim.official) == ("superseded", "2024-10-08")
    assert "31 August" in claim.why


def test_quotes_are_the_articles_own_words(shared: Path, claims_of: dict[str, tuple[Claim, ...]]) -> None:
    """Offsets count characters of the text as given, markup included."""
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for claim in claims_of[path.stem]:
            assert text[claim.start : claim.end] == claim.quote
