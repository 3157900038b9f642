"""Checkers made ready once, each from a small record of one country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Iterator

import pytest

from janadesh.claims.checking import Checker
from janadesh.claims.checking import checker_of
from janadesh.claims.claim import Claim
from janadesh.sources.article import Article
from tests.builders import record_of
from tests.claims.abroad.records import BRITAIN
from tests.claims.abroad.records import CANADA
from tests.claims.abroad.records import FRANKLIN
from tests.claims.abroad.records import SURYAGARH
from tests.claims.abroad.records import nouns_of

CheckIn = Callable[[str, str, str], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def check_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckIn]:
    """Check a text of a date by the record of a country (its id)."""
    records = {
        c.id: record_of(tmp_path_factory.mktemp(c.id), *nouns_of(c)) for c in (BRITAIN, CANADA, FRANKLIN, SURYAGARH)
    }
    checkers: dict[str, Checker] = {country: checker_of(record) for country, record in records.items()}

    def checked(country: str, text: str, written_on: str) -> tuple[Claim, ...]:
        article = Article(
            id="test", written_on=dt.date.fromisoformat(written_on), text=text, title=None, url=None, plain=text
        )
        return checkers[country].check(article)

    yield checked
    for record in records.values():
        record.close()
