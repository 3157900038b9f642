"""A map of one's own is drawn beside those that Janadesh brings; what is no map is told before the desk opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from janadesh.desk.maps import bundled_maps
from janadesh.desk.maps import maps_with
from janadesh.errors import Impossible

SEAT = (
    '{"features": [{"properties": {"constituency": "x-1"}, '
    '"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}]}'
)


def test_a_map_of_ones_own_comes_after_the_bundled_ones(tmp_path: Path) -> None:
    own = tmp_path / "map.json"
    own.write_text(SEAT)
    assert maps_with([own]) == [*bundled_maps(), own]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"features": [{}]}', SEAT.replace("constituency", "seat")])
def test_what_is_no_map_is_told_with_what_it_needs(tmp_path: Path, text: str) -> None:
    own = tmp_path / "map.json"
    own.write_text(text)
    with pytest.raises(Impossible, match=r"map\.json is no map that the desk can draw\. Each feature"):
        maps_with([own])
