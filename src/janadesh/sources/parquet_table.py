"""
A Parquet table whose columns and types are known beforehand: read as the CSV file that says the same.

So a cell has to pass what a cell of CSV has to, and faults count rows alike: the first is row 2, under the heading.
PyArrow reads it, some rows at a time, since it tells beforehand how much a file unpacks to
(https://parquet.apache.org/docs/file-format/).
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import polars as pl

from janadesh.errors import Fault
from janadesh.sources.csv_table import MOST_BYTES
from janadesh.sources.csv_table import TableRead
from janadesh.sources.csv_table import TableShape
from janadesh.sources.csv_table import faults_of_heading
from janadesh.sources.csv_table import read_csv_table
from janadesh.sources.csv_table import unread
from janadesh.sources.text_file import MEGABYTE

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

SUFFIX = ".parquet"
_ROWS_AT_ONCE = 10_000
_FIRST, _LAST = (dt.datetime(year, 1, 1, tzinfo=dt.UTC).timestamp() for year in (2, 9999))
_SECONDS_OF_A_DAY = 24 * 60 * 60
_A_SECOND: Mapping[str, int] = MappingProxyType({"ms": 10**3, "us": 10**6, "ns": 10**9})
_CLOCK = "%Y-%m-%dT%H:%M:%S"


def read_parquet_table(path: Path, name: str, shape: TableShape) -> TableRead:
    """
    Read a Parquet file as a table of a shape; what is wrong with it is in the result, nothing is raised.

    Args:
        path: the file, of at most 200 MB when unpacked and as CSV.
        name: what faults call the file.
        shape: the columns it may and must have. The frame has those of them that the file has.
    """
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile
    except ImportError:
        cure = "Run `pip install 'janadesh[corpus]'`, or write the table as CSV."
        return unread(shape, [Fault(file=name, problem="what reads Parquet is not installed", cure=cure)])
    try:
        with ParquetFile(path) as file:
            names = file.schema_arrow.names
            faults = [*_faults_of_size(name, file), *faults_of_heading(name, names, shape)]
            texts = [field.name for field in file.schema_arrow if pa.types.is_string(field.type)]
        if faults:
            return unread(shape, faults)
        # as a dictionary, a long text that stands in each of a million rows is unpacked once
        with ParquetFile(path, read_dictionary=texts) as file, tempfile.TemporaryDirectory() as folder:
            as_csv = Path(folder) / "table.csv"
            if not _written(file, as_csv, shape):
                return unread(shape, [_too_large(name)])
            return read_csv_table(as_csv, name, shape)
    except (pa.ArrowException, OSError, pl.exceptions.PolarsError) as error:
        problem = f"it cannot be read as Parquet: {str(error).partition(chr(10))[0]}"
        return unread(shape, [Fault(file=name, problem=problem, cure="Write it again, or as CSV.")])


def _faults_of_size(name: str, file: ParquetFile) -> Iterator[Fault]:
    told = file.metadata
    unpacked = sum(told.row_group(group).total_byte_size for group in range(told.num_row_groups))
    # a column of nothing takes no byte of the file, and a comma of each line
    if max(unpacked, told.num_rows * told.num_columns) > MOST_BYTES:
        yield _too_large(name)


def _too_large(name: str) -> Fault:
    problem = f"it has more than {MOST_BYTES // MEGABYTE} MB when unpacked"
    return Fault(file=name, problem=problem, cure="Split what it says into several packs.")


def _written(file: ParquetFile, as_csv: Path, shape: TableShape) -> bool:
    """Write all rows as CSV; says False where they are more than is read."""
    with as_csv.open("wb") as written:
        pl.DataFrame(schema=file.schema_arrow.names).write_csv(written)
        for batch in file.iter_batches(_ROWS_AT_ONCE, use_threads=False):
            if written.tell() + _unpacked(batch) > MOST_BYTES:
                return False
            frame = pl.DataFrame(pl.from_arrow(batch))
            frame.with_columns(_as_read(frame, shape)).write_csv(written, include_header=False)
        return written.tell() <= MOST_BYTES


def _unpacked(batch: pa.RecordBatch) -> int:
    """Count the bytes of all cells, of a text that stands in several rows each time."""
    import pyarrow as pa
    import pyarrow.compute as pc

    def bytes_of(column: pa.Array) -> int:
        if not isinstance(column, pa.DictionaryArray):
            return int(column.nbytes)
        lengths = pc.cast(pc.binary_length(column.dictionary), pa.int64())
        return pc.sum(lengths.take(column.indices)).as_py() or 0

    return sum(bytes_of(column) for column in batch.columns)


def _as_read(frame: pl.DataFrame, shape: TableShape) -> Iterator[pl.Expr]:
    """
    Write moments as they are read: those with a zone in UTC, the others as a clock shows them.

    Whole numbers with unknown ones among them come as floating ones from pandas; 1299.0 is written as 1299.
    """
    for name, dtype in frame.schema.items():
        cell = pl.col(name)
        if isinstance(dtype, pl.Datetime):
            yield _in_calendar(cell, _A_SECOND[dtype.time_unit], _zoned if dtype.time_zone else _of_a_clock)
        elif dtype == pl.Date:
            yield _in_calendar(cell, 1 / _SECONDS_OF_A_DAY, _day)
        elif dtype.is_float() and shape.columns.get(name) is int:
            whole = cell.cast(pl.Int64, strict=False).cast(pl.String)
            yield pl.when(cell == cell.floor()).then(whole).otherwise(cell.cast(pl.String))


def _in_calendar(cell: pl.Expr, a_second: float, writing: Callable[[pl.Expr], pl.Expr]) -> pl.Expr:
    """Write what no calendar has as the number that it is: the writing of it would end the program."""
    counted = cell.to_physical()
    is_in_it = counted.is_between(int(_FIRST * a_second), int(_LAST * a_second))
    return pl.coalesce(writing(pl.when(is_in_it).then(cell)), counted.cast(pl.String)).alias(cell.meta.output_name())


def _zoned(moment: pl.Expr) -> pl.Expr:
    return moment.dt.convert_time_zone("UTC").dt.strftime(f"{_CLOCK}Z")


def _of_a_clock(moment: pl.Expr) -> pl.Expr:
    return moment.dt.strftime(_CLOCK)


def _day(day: pl.Expr) -> pl.Expr:
    return day.dt.strftime("%Y-%m-%d")
