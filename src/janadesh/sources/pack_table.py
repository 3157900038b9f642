"""
One table of a pack: a CSV or Parquet file whose columns are a noun's.

Its shape is made from the noun, not taken from the pack's own schema, so that a pack cannot loosen it.
"""

from __future__ import annotations

from dataclasses import fields as dataclass_fields
from dataclasses import replace

from janadesh import model
from janadesh.record.statements import conformed
from janadesh.sources.csv_table import TableRead
from janadesh.sources.csv_table import TableShape
from janadesh.sources.csv_table import read_csv_table
from janadesh.sources.pack_descriptor import TableFile
from janadesh.sources.parquet_table import SUFFIX
from janadesh.sources.parquet_table import read_parquet_table


def read_table(table: TableFile, time_zone: str) -> TableRead:
    """Read one table of a pack as a noun's frame; what is wrong with it is in the result, nothing is raised."""
    shape = TableShape(
        title=table.noun.TABLE,
        columns=model.columns(table.noun),
        needed=_without_default(table.noun),
        time_zone=time_zone,
    )
    reading = read_parquet_table if table.path.suffix == SUFFIX else read_csv_table
    read = reading(table.path, table.name, shape)
    return replace(read, frame=conformed(table.noun, read.frame))


def _without_default(noun: type[model.Noun]) -> frozenset[str]:
    defaulted = {
        field.name
        for field in dataclass_fields(noun)  # type: ignore[arg-type]
        if isinstance(field.default, str | int | float | bool)
    }
    return model.required(noun) - defaulted
