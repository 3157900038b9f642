"""Between frames and rows: how a column's values are kept in the database and read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import polars as pl

from janadesh import model
from janadesh.record.statements import frame_schema

_STORED: dict[type, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    dt.date: pl.String(),
    dt.datetime: pl.String(),
}
INSTANT = "%Y-%m-%dT%H:%M:%SZ"


def to_stored(noun: type[model.Noun], frame: pl.DataFrame) -> pl.DataFrame:
    """Turn a noun's frame into the text and numbers that the record keeps."""
    kinds = model.columns(noun)
    return frame.select(
        pl.col(name).dt.strftime(INSTANT)
        if kind is dt.datetime
        else pl.col(name).dt.strftime("%Y-%m-%d")
        if kind is dt.date
        else pl.col(name)
        for name, kind in kinds.items()
    )


def stored_frame(noun: type[model.Noun], rows: Sequence[Any]) -> pl.DataFrame:
    """Put rows as fetched (the noun's columns, in order) into a frame of stored values."""
    schema = {name: _STORED[kind] for name, kind in model.columns(noun).items()}
    return pl.DataFrame([tuple(row) for row in rows], schema=schema, orient="row")


def from_stored(noun: type[model.Noun], frame: pl.DataFrame) -> pl.DataFrame:
    """Turn stored values back into a noun's frame, with days and instants as such."""
    kinds = model.columns(noun)
    return frame.select(
        pl.col(name).str.to_datetime(INSTANT, time_unit="us", time_zone="UTC")
        if kind is dt.datetime
        else pl.col(name).str.to_date("%Y-%m-%d")
        if kind is dt.date
        else pl.col(name)
        for name, kind in kinds.items()
    ).cast(pl.Schema(frame_schema(noun)))
