"""Which maps the desk draws: those of the bundled packs, and those that are named when it is opened."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from janadesh.errors import Impossible
from janadesh.export.drawings.constituency_map import read_shapes
from janadesh.sources.packs import all_packs


def bundled_maps() -> list[Path]:
    """List where the packs at hand have their maps, whether or not each has one."""
    return [pack.folder / "map.json" for pack in all_packs()]


def maps_with(own: Iterable[Path]) -> list[Path]:
    """
    Put a person's own maps after the bundled ones, so that theirs are drawn where both know a seat.

    Raises: Impossible, where a file is no map.
    """
    files = list(own)
    for file in files:
        try:
            read_shapes([file])
        except (ValueError, KeyError, TypeError):
            raise Impossible(
                f"{file} is no map that the desk can draw. "
                "Each feature of a GeoJSON FeatureCollection needs an outline and the property `constituency`."
            ) from None
    return [*bundled_maps(), *files]
