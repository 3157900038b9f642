"""Geometry of the drawings."""

from __future__ import annotations

import itertools
import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.export.drawings.constituency_map import constituency_map
from janadesh.export.drawings.constituency_map import read_shapes
from janadesh.export.drawings.half_circle import half_circle


@given(st.integers(12, 800))
def test_half_circle_has_a_place_for_each_seat_from_left_to_right(seats: int) -> None:
    places = half_circle(seats).places
    angles = [math.atan2(place.y, place.x) for place in places]
    assert len(places) == seats
    assert all(before >= after - 1e-9 for before, after in itertools.pairwise(angles))


@pytest.mark.parametrize("seats", [12, 40, 60, 70, 87, 90, 224, 288, 403, 543])
def test_no_two_seats_touch_and_none_leaves_the_box(seats: int) -> None:
    drawn = half_circle(seats)
    nearest = min(
        math.hypot(one.x - other.x, one.y - other.y) for one, other in itertools.combinations(drawn.places, 2)
    )
    assert nearest > 2 * drawn.dot
    assert all(abs(place.x) <= 1 and -1e-9 <= place.y <= 1 for place in drawn.places)


@pytest.mark.parametrize("seats", [90, 87, 543])
def test_half_of_the_seats_stand_on_each_side(seats: int) -> None:
    left = sum(place.x < -1e-9 for place in half_circle(seats).places)
    right = sum(place.x > 1e-9 for place in half_circle(seats).places)
    assert left == right


def square(constituency: str, west: float) -> dict[str, object]:
    ring = [[west, 34.0], [west + 1, 34.0], [west + 1, 35.0], [west, 35.0], [west, 34.0]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"constituency": constituency}, "geometry": geometry}


def test_map_is_drawn_north_up_and_to_scale(tmp_path: Path) -> None:
    """At 34.5° north a degree of longitude is 0.824 of a degree of latitude."""
    file = tmp_path / "map.json"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [square("a", 74), square("b", 75)]}))
    drawn = constituency_map(read_shapes([file]), ["a", "b"])
    assert drawn is not None
    assert drawn.height == round(1000 / (2 * math.cos(math.radians(34.5))))
    assert drawn.outlines[0].path == f"M0,{drawn.height}l500,0 0,-{drawn.height} -500,0z"


def test_map_with_a_missing_outline_is_not_drawn(tmp_path: Path) -> None:
    file = tmp_path / "map.json"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [square("a", 74)]}))
    assert constituency_map(read_shapes([file]), ["a", "b"]) is None


def test_pack_without_a_map_is_passed_over(tmp_path: Path) -> None:
    assert dict(read_shapes([tmp_path / "map.json"])) == {}
