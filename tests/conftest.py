"""Fixtures that every test file may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real data beside the checkout; CI must have it, elsewhere its tests are skipped."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "data").is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"CI must have the shared data, and there is none at {folder}")
        pytest.skip("needs the real election data in ../shared, which is not beside this checkout")
    return folder
