"""What a tool answers with: what was asked for, the moment it was known at, and who said it."""

from __future__ import annotations

import datetime as dt
from typing import Generic
from typing import TypeVar

import polars as pl

from janadesh.desk.api.shapes.envelope import Shape
from janadesh.desk.api.shapes.record import CitedSource

Data = TypeVar("Data")
Row = TypeVar("Row", bound=Shape)


class Sourced(Shape, Generic[Data]):
    """An answer from the record, with its sources."""

    as_of: dt.datetime
    """The answer is what was known at this moment, in UTC."""
    sources: list[CitedSource]
    """Who said it, those with most of the figures first; cite them."""
    left_out: int
    """How many rows there are beyond those given."""
    data: Data


def rows_of(frame: pl.DataFrame, row: type[Row]) -> list[Row]:
    """Give a frame's rows as objects of a shape."""
    return [row.model_validate(each) for each in frame.select(*row.model_fields).iter_rows(named=True)]
