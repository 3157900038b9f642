"""Between frames and rows: how a column's values are kept in the database and read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any

import polars as pl

from janadesh import model

_STORED: dict[type, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    dt.date: pl.String(),
    dt.datetime: pl.String(),
}
_FITTING: dict[type, tuple[type, ...]] = {int: (int,), float: (int, float), bool: (bool,)}
_TRUTH: dict[object, bool] = {0: False, 1: True}
_KINDS: Mapping[type[model.Noun], Mapping[str, type]] = {noun: model.columns(noun) for noun in model.NOUNS}
INSTANT = "%Y-%m-%dT%H:%M:%SZ"


def to_stored(noun: type[model.Noun], frame: pl.DataFrame) -> pl.DataFrame:
    """Turn a noun's frame into the text and numbers that the record keeps."""
    kinds = _KINDS[noun]
    return frame.select(
        pl.col(name).dt.strftime(INSTANT)
        if kind is dt.datetime
        else pl.col(name).dt.strftime("%Y-%m-%d")
        if kind is dt.date
        else pl.col(name)
        for name, kind in kinds.items()
    )


def stored_frame(noun: type[model.Noun], rows: Sequence[Sequence[Any]]) -> pl.DataFrame:
    """
    Put rows as fetched (the noun's columns, in order) into a frame of stored values.

    A value of another kind than its column's, which only a change by hand can leave there, counts as unknown.
    """
    kinds = _KINDS[noun]
    columns = zip(*rows, strict=True) if rows else [()] * len(kinds)
    return pl.DataFrame(
        [_series(name, kind, values) for (name, kind), values in zip(kinds.items(), columns, strict=True)]
    )


def _series(name: str, kind: type, values: Sequence[Any]) -> pl.Series:
    if kind is bool:
        # SQLite keeps truth values as 0 and 1
        values = [_TRUTH.get(value) for value in values]
    try:
        return pl.Series(name, values, dtype=_STORED[kind])
    except TypeError:
        fitting = _FITTING.get(kind, (str,))
        return pl.Series(name, [value if isinstance(value, fitting) else None for value in values], dtype=_STORED[kind])


def from_stored(noun: type[model.Noun], frame: pl.DataFrame) -> pl.DataFrame:
    """Turn stored values back into a noun's frame, with days and instants as such."""
    kinds = _KINDS[noun]
    return frame.select(
        pl.col(name).str.to_datetime(INSTANT, time_unit="us", time_zone="UTC")
        if kind is dt.datetime
        else pl.col(name).str.to_date("%Y-%m-%d")
        if kind is dt.date
        else pl.col(name)
        for name, kind in kinds.items()
    )
