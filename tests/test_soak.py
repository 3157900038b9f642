"""How the soak of a desk judges memory: a leak is told, and what is needed for a moment is none."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).resolve().parents[1] / "tools" / "soak.py"
SAMPLES = 120
"""Ten minutes, one in five seconds."""


@pytest.fixture(scope="module")
def soak() -> ModuleType:
    found = importlib.util.spec_from_file_location("soak", TOOL)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules["soak"] = module
    found.loader.exec_module(module)
    return module


def weights(megabytes: Callable[[float], float], need: float = 0) -> list[tuple[float, float]]:
    """Weigh a process that needs something more for a moment in two samples of three."""
    minutes = [(number + 1) / 12 for number in range(SAMPLES)]
    return [(at, megabytes(at) + need * (number % 3)) for number, at in enumerate(minutes)]


def test_what_grows_by_a_tenth_in_ten_minutes_leaks(soak: ModuleType) -> None:
    assert not soak.slope("desk", weights(lambda minute: 250 + 4 * minute)).is_flat
    assert soak.slope("desk", weights(lambda minute: 250 + 2 * minute)).is_flat


def test_a_leak_is_told_below_what_is_needed_for_a_moment(soak: ModuleType) -> None:
    found = soak.slope("desk", weights(lambda minute: 250 + 4 * minute, need=60))
    assert not found.is_flat
    assert found.slope == pytest.approx(4, abs=0.2)
    assert str(found).startswith("desk: GROWS; 272 MB when warm, ")


def test_what_is_needed_for_a_moment_is_no_leak(soak: ModuleType) -> None:
    """More pages are drawn at once in the end, and what was held after them is what was held before."""
    late = [(at, 250.0 + (150 if at > 6 and number % 4 else 0)) for number, (at, _) in enumerate(weights(float))]
    assert soak.slope("desk", late).is_flat


def test_caches_that_fill_while_the_count_begins_are_no_leak(soak: ModuleType) -> None:
    assert soak.slope("desk", weights(lambda minute: 100 + 60 * min(minute, 4.5))).is_flat


def test_a_slow_leak_stands_out_beside_a_new_desk(soak: ModuleType) -> None:
    """The record grew and the desk with it, by more than a new one needs."""
    flat = soak.slope("desk", weights(lambda minute: 250 + 4 * min(minute, 5)))
    assert replace(flat, new=flat.end / 1.2).is_flat
    assert not replace(flat, new=flat.end / 1.3).is_flat
    assert "; newly opened on this record it holds 276 MB" in str(replace(flat, new=276.0))
