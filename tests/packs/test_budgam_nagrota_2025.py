"""The pack `budgam-nagrota-2025`: who won the by-elections of November 2025 in Budgam and Nagrota."""

from __future__ import annotations

from pathlib import Path

import pytest

import janadesh
from janadesh.analysis.house import house_size
from janadesh.analysis.vacancies import filled_since
from janadesh.errors import Refused
from janadesh.sources.loading import load
from janadesh.sources.packs import bundled_packs


def test_a_new_record_is_made_without_it() -> None:
    """Articles are checked by the official files, which lack these results; who wants them loads the pack."""
    assert "budgam-nagrota-2025" not in [pack.name for pack in bundled_packs()]


def test_the_two_vacant_seats_are_filled_once_it_is_loaded(tmp_path: Path) -> None:
    with janadesh.open(tmp_path / "record.sqlite") as record:
        load(record, "jk-2024")
        load(record, "india")
        before = house_size(record, "in-jk-2024").vacant
        load(record, "budgam-nagrota-2025")
        filled = filled_since(record, "in-jk-2024").sort("constituency")

        assert before == 2
        assert house_size(record, "in-jk-2024").vacant == 0
        assert house_size(record, "in-jk-2024", "2025-11-13").vacant == 2
        assert filled.select("constituency", "party").rows() == [
            ("in-jk-assembly.2022.27", "in-pdp"),
            ("in-jk-assembly.2022.77", "in-bjp"),
        ]


def test_alone_it_is_refused(tmp_path: Path) -> None:
    """The seats and parties are in the other two packs."""
    with janadesh.open(tmp_path / "record.sqlite") as record, pytest.raises(Refused):
        load(record, "budgam-nagrota-2025")
