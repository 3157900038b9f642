"""The map of the 90 seats, simplified as a coverage so that neighbours keep their common borders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import shapely  # type: ignore[import-untyped]
from shapely.geometry import mapping  # type: ignore[import-untyped]
from shapely.geometry import shape

from jk_2024.places import assembly_seat

TOLERANCE = 0.013
"""In degrees (rather more than 1 km); chosen so that the file stays below 60 KB."""

DECIMALS = 3


def outline(data: Path) -> dict[str, Any]:
    """Give a GeoJSON feature collection with the property `constituency`, for drawing only."""
    with (data / "jk-2024" / "geo" / "jk_ac_2022_traced.geojson").open(encoding="utf-8") as file:
        features = sorted(json.load(file)["features"], key=lambda feature: feature["properties"]["ac_no"])
    simplified = shapely.coverage_simplify([shape(feature["geometry"]) for feature in features], TOLERANCE)
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"constituency": assembly_seat(feature["properties"]["ac_no"])},
                "geometry": _rounded(mapping(geometry)),
            }
            for feature, geometry in zip(features, simplified, strict=True)
        ],
    }


def _rounded(geometry: Any) -> Any:
    if isinstance(geometry, dict):
        return {key: _rounded(value) for key, value in geometry.items()}
    if isinstance(geometry, list | tuple):
        return [_rounded(value) for value in geometry]
    return round(geometry, DECIMALS) if isinstance(geometry, float) else geometry
