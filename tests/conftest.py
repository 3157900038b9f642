"""Fixtures that every test file may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.pack import read_pack
from janadesh.sources.packs import bundled_packs


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real data beside the checkout; CI must have it, elsewhere its tests are skipped."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "data").is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"CI must have the shared data, and there is none at {folder}")
        pytest.skip("needs the real election data in ../shared, which is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def bundled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a record made from the bundled packs, for tests that only read it."""
    file = tmp_path_factory.mktemp("bundled") / "record.sqlite"
    with open_record(file) as record:
        for pack in bundled_packs():
            record.load(read_pack(pack.folder))
    return file


@pytest.fixture
def bundled(bundled_file: Path) -> Iterator[Record]:
    """Give the record made from the bundled packs, to be read only."""
    with open_record(bundled_file) as record:
        yield record


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let CI fail where a test was skipped: there everything that tests need must be installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
