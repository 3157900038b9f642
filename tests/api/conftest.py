"""The interface of a desk whose record is made from the bundled packs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from janadesh.desk.app import create_app
from janadesh.record.opening import open_record
from tests.desk.conftest import HERE

V1 = "/api/v1"


@pytest.fixture(scope="session")
def api_app(bundled_file: Path) -> Iterator[FastAPI]:
    """Give the desk of the record made from the bundled packs."""
    with open_record(bundled_file) as record:
        yield create_app(record)


@pytest.fixture(scope="session")
def api(api_app: FastAPI) -> Iterator[TestClient]:
    """Give a client of that desk's interface."""
    with TestClient(api_app, base_url=f"{HERE}{V1}/") as client:
        yield client
