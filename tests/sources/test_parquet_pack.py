"""A pack whose tables are Parquet: what its CSV files would say, and what is told of one that is not in order."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.pack import read_pack
from tests.sources.conftest import TABLES
from tests.sources.conftest import MakePack

MakeParquet = Callable[..., Path]
CLOCK = dt.datetime(2024, 10, 8, 14, 5)  # noqa: DTZ001 - a clock's time, of no zone


@pytest.fixture
def make_parquet(tmp_path: Path) -> MakeParquet:
    """Write the small pack as Parquet; give a table by name, as Arrow has it, to replace one."""

    def make(**tables: pa.Table) -> Path:
        folder = tmp_path / "parquet"
        folder.mkdir()
        for name, rows in TABLES.items():
            pq.write_table(tables.get(name, pl.DataFrame(rows).to_arrow()), folder / f"{name}.parquet")
        resources = [{"name": name, "path": f"{name}.parquet", "format": "parquet"} for name in TABLES]
        described = {"name": "small", "time_zone": "Asia/Kolkata", "resources": resources}
        (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
        return folder

    return make


def with_column(table: str, column: str, cells: Any) -> pa.Table:
    """Give a table of the small pack with another column in the place of one, or beside them."""
    made = pl.DataFrame(TABLES[table]).to_arrow()
    cells = cells if isinstance(cells, pa.Array) else pa.array(cells)
    if column not in made.column_names:
        return made.append_column(column, cells)
    return made.set_column(made.column_names.index(column), column, cells)


def fault_of(pack: Path) -> Fault:
    with pytest.raises(Refused) as refused:
        read_pack(pack)
    return refused.value.faults[0]


def test_the_tables_say_what_they_say_as_csv(make_parquet: MakeParquet, make_pack: MakePack) -> None:
    as_parquet, as_csv = read_pack(make_parquet()), read_pack(make_pack())

    assert as_parquet.frames.keys() == as_csv.frames.keys()
    assert all(frame.equals(as_csv.frames[noun]) for noun, frame in as_parquet.frames.items())


@pytest.mark.parametrize(
    "cells",
    [
        pa.array([CLOCK] * 3, pa.timestamp("ms")),
        pa.array([CLOCK.replace(tzinfo=dt.UTC) - dt.timedelta(hours=5.5)] * 3, pa.timestamp("ns", "UTC")),
        pa.array(["2024-10-08T14:05"] * 3).dictionary_encode(),
    ],
    ids=["a clock's", "a zone's", "a text's"],
)
def test_a_moment_without_an_offset_is_one_of_the_packs_time_zone(make_parquet: MakeParquet, cells: pa.Array) -> None:
    read = read_pack(make_parquet(tallies=with_column("tallies", "known_at", cells)))

    known = read.frames[model.Tally]["known_at"].unique().to_list()
    assert known == [dt.datetime(2024, 10, 8, 8, 35, tzinfo=dt.UTC)]


def test_a_day_means_its_last_second(make_parquet: MakeParquet) -> None:
    read = read_pack(make_parquet(tallies=with_column("tallies", "known_at", [CLOCK.date()] * 3)))

    known = read.frames[model.Tally]["known_at"].unique().to_list()
    assert known == [dt.datetime(2024, 10, 8, 18, 29, 59, tzinfo=dt.UTC)]


@pytest.mark.parametrize(
    ("column", "cells", "row", "problem"),
    [
        ("evm", [1299.0, 35804.0, 17445.5], 4, "this is not a whole number"),
        ("evm", ["1299", "35,804", "17445"], 3, "this is not a whole number"),
        ("evm", pa.array([1, 2, 2**64 - 1], pa.uint64()), 4, "this is not a whole number"),
        ("known_at", pa.array([0, 0, 2**62], pa.timestamp("ms")), 4, "this is not a moment"),
        ("known_at", pa.array([0, 0, 10**9], pa.date32()), 4, "this is not a moment"),
        ("votes", [1, 2, 3], 1, "tallies has no such column"),
        ("evm", [[1], [2], [3]], None, "it cannot be read as Parquet"),
        ("evm", [b"\xff", b"1", b"2"], None, "it cannot be read as Parquet"),
    ],
)
def test_what_is_no_value_of_its_column_is_told_with_its_place(
    make_parquet: MakeParquet, column: str, cells: Any, row: int | None, problem: str
) -> None:
    fault = fault_of(make_parquet(tallies=with_column("tallies", column, cells)))

    assert (fault.file, fault.row) == ("tallies.parquet", row)
    assert problem in fault.problem
    assert fault.cure


def test_what_is_no_parquet_is_told(make_parquet: MakeParquet) -> None:
    pack = make_parquet()
    (pack / "tallies.parquet").write_bytes(b"PAR1, and nothing more")

    assert "it cannot be read as Parquet" in fault_of(pack).problem


@pytest.mark.parametrize(("text", "rows"), [("a" * 10**8, 3), ("a" * 10**5, 10**4)], ids=["long", "often"])
def test_a_small_file_that_unpacks_to_a_large_one_is_refused(make_parquet: MakeParquet, text: str, rows: int) -> None:
    few = with_column("candidacies", "name", pa.array([text] * 2).dictionary_encode())
    many = pa.table({name: pa.repeat(few[name][0], rows) for name in few.column_names}).drop_columns("name")
    names = pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int8()), rows), pa.array([text]))
    pack = make_parquet(candidacies=many.append_column("name", names))

    assert (pack / "candidacies.parquet").stat().st_size < 10**7
    assert fault_of(pack).problem == "it has more than 200 MB when unpacked"


def test_rows_of_nothing_are_refused_where_they_are_many(make_parquet: MakeParquet) -> None:
    columns = model.columns(model.Candidacy)
    rows = 2 * 10**8 // len(columns) + 1
    pack = make_parquet(candidacies=pa.table({name: pa.nulls(rows) for name in columns}))

    assert (pack / "candidacies.parquet").stat().st_size < 10**6
    assert fault_of(pack).problem == "it has more than 200 MB when unpacked"
