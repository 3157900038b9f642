"""The tables in which the commands of analysis lay out their answers for people."""

from __future__ import annotations

import polars as pl

from janadesh.export.figures import UNKNOWN
from janadesh.export.tables import Column
from janadesh.export.tables import PeoplesTable
from janadesh.export.tables import peoples_table
from janadesh.export.tables import text


def decimal(value: float | None) -> str:
    """Write a number with two places."""
    return UNKNOWN if value is None else f"{value:.2f}"


def points(value: float | None) -> str:
    """Write a change in percentage points, its sign first."""
    return UNKNOWN if value is None else f"{value:+.2f}"


def indices_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out one index a row, with where its formula was published."""
    columns = (
        Column("index", "Index", text),
        Column("value", "Value", decimal, is_number=True),
        Column("about", "In", text),
        Column("source", "After", text),
    )
    return peoples_table(title, frame, columns)
