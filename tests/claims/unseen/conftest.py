"""Checkers made ready once: of the real elections that reports are about, and of made-up countries."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from janadesh.claims.checking import Checker
from janadesh.claims.checking import checker_of
from janadesh.claims.claim import Claim
from janadesh.record.opening import open_record
from janadesh.sources.loading import load
from tests.builders import record_of
from tests.claims.abroad.records import BRITAIN
from tests.claims.abroad.records import CANADA
from tests.claims.abroad.records import FRANKLIN
from tests.claims.abroad.records import LESANGA
from tests.claims.abroad.records import SURYAGARH
from tests.claims.abroad.records import nouns_of
from tests.claims.unseen.marked import INDIA
from tests.claims.unseen.marked import article_of

CheckReport = Callable[[str], tuple[Claim, ...]]
TABLES = ("2024Assembly-JH.csv", "2025Assembly-DL.csv")
"""Official results that the reports speak of and the bundled packs lack."""


@pytest.fixture(scope="module")
def check_report(shared: Path, bundled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckReport]:
    """Check a report by its name, with the record of the country in whose folder it is."""
    file = shutil.copy(bundled_file, tmp_path_factory.mktemp("unseen") / "record.sqlite")
    checkers: dict[str, Checker] = {}
    with ExitStack() as opened:
        india = opened.enter_context(open_record(Path(file)))
        for table in TABLES:
            load(india, str(shared / "data" / "eci-assembly" / table))
        checkers[INDIA] = checker_of(india)
        for country in (BRITAIN, CANADA, FRANKLIN, SURYAGARH, LESANGA):
            record = opened.enter_context(record_of(tmp_path_factory.mktemp(country.id), *nouns_of(country)))
            checkers[country.id] = checker_of(record)
        yield lambda name: checkers[name.partition("/")[0]].check(article_of(name))
