"""The facts of the bundled packs, made ready once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from janadesh.claims.facts import Facts
from janadesh.claims.facts import facts_of
from janadesh.record.opening import open_record


@pytest.fixture(scope="session")
def facts(bundled_file: Path) -> Iterator[Facts]:
    """Give the facts of the bundled packs."""
    with open_record(bundled_file) as record:
        yield facts_of(record)
