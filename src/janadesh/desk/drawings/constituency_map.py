"""The map of constituencies, which the desk and the command line share; see `janadesh.export.drawings`."""

from __future__ import annotations

from janadesh.export.drawings.constituency_map import ConstituencyMap
from janadesh.export.drawings.constituency_map import Shapes
from janadesh.export.drawings.constituency_map import constituency_map
from janadesh.export.drawings.constituency_map import read_shapes

__all__ = ["ConstituencyMap", "Shapes", "constituency_map", "read_shapes"]
