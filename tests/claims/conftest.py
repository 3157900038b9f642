"""A checker made ready once, from the bundled packs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest

from janadesh.claims.checking import Checker
from janadesh.claims.checking import checker_of
from janadesh.claims.claim import Claim
from janadesh.claims.claim import Value
from janadesh.record.opening import open_record
from janadesh.sources.article import Article

Check = Callable[[str, str], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def checker(bundled_file: Path) -> Iterator[Checker]:
    """Give a checker of the bundled elections."""
    with open_record(bundled_file) as record:
        yield checker_of(record)


@pytest.fixture(scope="session")
def check(checker: Checker) -> Check:
    """Check a text of a date (`2024-10-08`)."""

    def checked(text: str, written_on: str) -> tuple[Claim, ...]:
        article = Article(
            id="test", written_on=dt.date.fromisoformat(written_on), text=text, title=None, url=None, plain=text
        )
        return checker.check(article)

    return checked


def told(claims: tuple[Claim, ...], kind: str) -> list[tuple[str | None, str | None, Value]]:
    """List the claims of a kind: subject, constituency, value."""
    return [(c.subject.name if c.subject else None, c.constituency, c.value) for c in claims if c.kind == kind]
