"""The interface of a desk whose record is made from the bundled packs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from janadesh.desk.app import create_app
from janadesh.record.opening import open_record
from janadesh.sources.article_keeping import keep_article
from janadesh.sources.article_text import text_article
from tests.desk.conftest import HERE

V1 = "/api/v1"
KEPT = (
    "date 2024-08-22 The Assembly polls in Jammu and Kashmir will be held in three phases. "
    "The counting of votes will take place on October 4."
)
"""An article whose count was moved after it was published."""


@pytest.fixture(scope="session")
def api_file(bundled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of the record made from the bundled packs, which keeps an article besides."""
    file = tmp_path_factory.mktemp("api") / "record.sqlite"
    shutil.copy(bundled_file, file)
    with open_record(file) as record:
        keep_article(record, text_article(KEPT, "kept", title="Counting on October 4"), "The Daily")
    return file


@pytest.fixture(scope="session")
def api_app(api_file: Path) -> Iterator[FastAPI]:
    """Give the desk of that record."""
    with open_record(api_file) as record:
        yield create_app(record)


@pytest.fixture(scope="session")
def api(api_app: FastAPI) -> Iterator[TestClient]:
    """Give a client of that desk's interface."""
    with TestClient(api_app, base_url=f"{HERE}{V1}/") as client:
        yield client
