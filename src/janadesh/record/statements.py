"""What a reader hands over: frames of statements, one for each noun, before they enter the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields as dataclass_fields
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import Fault

_DTYPES: dict[type, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    dt.date: pl.Date(),
    dt.datetime: pl.Datetime("us", "UTC"),
}


@dataclass(frozen=True, slots=True)
class Statements:
    """
    What one source said, as frames with the columns of `model.columns(noun)`.

    `files` names the file that each noun's frame came from and is used to say where a fault is: row
    *i* of a frame is row *i* + 2 of its file, under the heading. `set_aside` lists input rows that
    could not be placed and are not among the frames.
    """

    read_from: str
    frames: Mapping[type[model.Noun], pl.DataFrame]
    files: Mapping[type[model.Noun], str] = field(default_factory=dict)
    set_aside: tuple[Fault, ...] = ()

    def file_of(self, noun: type[model.Noun]) -> str:
        """Name the file that a noun's statements were read from."""
        return self.files.get(noun, self.read_from)


def frame_schema(noun: type[model.Noun]) -> dict[str, pl.DataType]:
    """Give the Polars schema of a noun's frame."""
    return {name: _DTYPES[kind] for name, kind in model.columns(noun).items()}


def frame_of(noun: type[model.Noun], rows: Iterable[Any]) -> pl.DataFrame:
    """Make a noun's frame from model objects or mappings; columns left out become empty or their default."""
    # asdict copies deep, which takes longer than all the rest
    names = [f.name for f in dataclass_fields(noun)]  # type: ignore[arg-type]
    as_mappings = [row if isinstance(row, Mapping) else {n: getattr(row, n) for n in names} for row in rows]
    return conformed(noun, pl.DataFrame(as_mappings, infer_schema_length=None) if as_mappings else pl.DataFrame())


def conformed(noun: type[model.Noun], frame: pl.DataFrame) -> pl.DataFrame:
    """
    Give a frame exactly the columns and types of a noun, filling defaults; other columns are dropped.

    Raises: polars.exceptions.InvalidOperationError where a cell is not of its column's type.
    """
    defaults = {
        f.name: f.default
        for f in dataclass_fields(noun)  # type: ignore[arg-type]
    }
    wanted = []
    for name, dtype in frame_schema(noun).items():
        default = defaults.get(name)
        column = pl.col(name).cast(dtype) if name in frame.columns else pl.lit(None, dtype=dtype).alias(name)
        if isinstance(default, str | int | bool | float):
            column = column.fill_null(pl.lit(default, dtype=dtype))
        wanted.append(column)
    if frame.width == 0:
        return pl.DataFrame(schema=frame_schema(noun))
    return frame.select(wanted)
