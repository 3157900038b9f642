"""The desk of the bundled pack, and of records made for one test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser
from starlette.testclient import TestClient

import janadesh
from janadesh.desk.app import create_app
from janadesh.record.book import Record
from tests.desk.browsing import chromium
from tests.desk.browsing import served

HERE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def jk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Give a record of the bundled pack `jk-2024`."""
    with janadesh.open(tmp_path_factory.mktemp("desk") / "record.sqlite") as record:
        janadesh.load(record, "jk-2024")
        yield record


@pytest.fixture(scope="session")
def app(jk: Record) -> FastAPI:
    """Give the desk of that record."""
    return create_app(jk)


@pytest.fixture(scope="session")
def desk(app: FastAPI) -> Iterator[TestClient]:
    """Give a client of that desk."""
    with TestClient(app, base_url=HERE) as client:
        yield client


@pytest.fixture(scope="module")
def address(app: FastAPI) -> Iterator[str]:
    """Give the address of that desk, served."""
    with served(app) as at:
        yield at


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a real browser, one for the tests of a file."""
    with chromium() as started:
        yield started


def client_of(record: Record, **more: object) -> TestClient:
    """Give a client of another record's desk; faults come back as pages."""
    app = create_app(record, **more)  # type: ignore[arg-type]
    return TestClient(app, base_url=HERE, raise_server_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an empty folder for a record."""
    return tmp_path
