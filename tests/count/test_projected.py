"""How chances are written: neither sure nor out of question where they are not."""

from __future__ import annotations

import pytest

from janadesh.count.projected import chance


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, "0%"),
        (0.0005, "under 1%"),
        (0.005, "under 1%"),
        (0.01, "1%"),
        (0.5, "50%"),
        (0.99, "99%"),
        (0.995, "over 99%"),
        (0.9999, "over 99%"),
        (1.0, "100%"),
        (None, "–"),
    ],
)
def test_only_the_impossible_has_no_chance_and_only_the_certain_all(value: float | None, written: str) -> None:
    assert chance(value) == written
