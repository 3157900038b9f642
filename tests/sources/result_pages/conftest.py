"""A small record for result pages to be read into."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import record_of
from tests.sources.result_pages.budgam import NC
from tests.sources.result_pages.budgam import PDP
from tests.sources.result_pages.budgam import SEAT


@pytest.fixture(scope="module")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that knows Budgam, two parties and the day of the count, but nobody who stands."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    counted = dt.date(2024, 10, 8)
    house: dict[str, Any] = {"house": "in-jk-assembly", "territory": "in-jk"}
    folder = tmp_path_factory.mktemp("small")
    record_of(
        folder,
        ECI,
        model.Territory(id="in-jk", name="Jammu and Kashmir", status="union territory", code="U08", **said),
        model.House(id="in-jk-assembly", name="Assembly", territory="in-jk", kind="assembly", elected_seats=1, **said),
        model.Constituency(
            id=SEAT, delimitation="2022", number=27, name="Budgam", official_name="BUDGAM", **house, **said
        ),
        model.Party(id="in-nc", name=NC, abbreviation="JKNC", **said),
        model.Party(id="in-pdp", name=PDP, abbreviation="JKPDP", **said),
        model.Election(
            id="in-jk-2024", name="J&K, 2024", house="in-jk-assembly", year=2024, time_zone="Asia/Kolkata", **said
        ),
        model.ScheduleEntry(election="in-jk-2024", event="count", on_date=counted, **said),
    ).close()
    return folder / "record.sqlite"


@pytest.fixture
def small(small_file: Path, tmp_path: Path) -> Iterator[Record]:
    with open_record(shutil.copy(small_file, tmp_path / "record.sqlite")) as record:
        yield record
