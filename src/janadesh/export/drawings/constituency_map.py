"""
A map of constituencies, from the `map.json` that a pack may bring.

The file is GeoJSON (RFC 7946, WGS 84), each feature with the property `constituency`, an id of the
record. It is simplified for drawing only: nobody can tell from it where a boundary runs.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

WIDTH = 1000
"""Width of the drawing's box; its height follows from the outlines."""

Ring = tuple[tuple[float, float], ...]
Shapes = Mapping[str, tuple[Ring, ...]]
"""The rings of each constituency's outline, in degrees (longitude, latitude)."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One constituency's SVG path, and a point inside its largest ring for a label."""

    constituency: str
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class ConstituencyMap:
    """Outlines in a box of `WIDTH` by `height`."""

    height: int
    outlines: tuple[Outline, ...]


def read_shapes(files: Iterable[Path]) -> Shapes:
    """Read the outlines of every `map.json` that exists among the files."""
    shapes: dict[str, tuple[Ring, ...]] = {}
    for file in files:
        if file.is_file():
            features = json.loads(file.read_text(encoding="utf-8"))["features"]
            shapes |= {
                feature["properties"]["constituency"]: tuple(_rings(feature["geometry"])) for feature in features
            }
    return MappingProxyType(shapes)


def constituency_map(shapes: Shapes, constituencies: Iterable[str]) -> ConstituencyMap | None:
    """Draw constituencies on one map; None where the outline of any is missing."""
    wanted = list(constituencies)
    if not wanted or any(constituency not in shapes for constituency in wanted):
        return None
    points = [point for constituency in wanted for ring in shapes[constituency] for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    # equirectangular about the middle latitude: true enough over a few degrees
    narrowing = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * narrowing)

    def drawn(point: tuple[float, float]) -> tuple[int, int]:
        return round((point[0] - west) * narrowing * scale), round((north - point[1]) * scale)

    outlines = []
    for constituency in wanted:
        rings = [_without_repeats(drawn(point) for point in ring) for ring in shapes[constituency]]
        outlines.append(_outline(constituency, rings))
    return ConstituencyMap(round((north - south) * scale), tuple(outlines))


def _outline(constituency: str, rings: list[list[tuple[int, int]]]) -> Outline:
    largest = max(rings, key=lambda ring: abs(_doubled_area(ring)))
    x, y = _middle(largest)
    return Outline(constituency, "".join(_path(ring) for ring in rings if len(ring) > 2), x, y)


def _path(ring: list[tuple[int, int]]) -> str:
    (x, y), rest = ring[0], ring[1:]
    steps = []
    for next_x, next_y in rest:
        # steps from point to point are shorter to write than places
        steps.append(f"{next_x - x},{next_y - y}")
        x, y = next_x, next_y
    return f"M{ring[0][0]},{ring[0][1]}l{' '.join(steps)}z"


def _without_repeats(points: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for point in points:
        if not kept or kept[-1] != point:
            kept.append(point)
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def _doubled_area(ring: list[tuple[int, int]]) -> int:
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in zip(ring, [*ring[1:], ring[0]], strict=True))


def _middle(ring: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(x for x, _ in ring) // len(ring), sum(y for _, y in ring) // len(ring)


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            yield tuple((point[0], point[1]) for point in ring)
