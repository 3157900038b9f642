"""
Load half a million tallies into a record, beside plain inserts of the same rows by other tools.

    python benchmarks/loading.py [--elections 400] [--postgresql URL]

Each tool runs in a process of its own and starts from the same CSV file. Janadesh checks the rows, compares them
with what is held, seals them into the ledger and indexes them; sqlite-utils and pandas insert them and no more.
A tool that is not installed is left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from made_up_results import made_up


@dataclass(frozen=True)
class Measured:
    wall: float
    processor: float
    peak: float
    """In megabytes."""


def with_janadesh(file: Path, place: str) -> None:
    rows = conformed(model.Tally, pl.read_csv(file, schema_overrides={"known_at": pl.Datetime("us", "UTC")}))
    with open_record(place) as record:
        record.load(Statements(file.name, {model.Tally: rows}))


def with_pandas(file: Path, place: str) -> None:
    import sqlite3

    import pandas as pd

    with sqlite3.connect(place) as connection:
        pd.read_csv(file).to_sql("tallies", connection, index=False)


def with_sqlite_utils(file: Path, place: str) -> None:
    from sqlite_utils.cli import cli

    cli(["insert", place, "tallies", str(file), "--csv"])


TOOLS = {"janadesh": with_janadesh, "pandas": with_pandas, "sqlite_utils": with_sqlite_utils}


def measured(tool: str, file: Path, place: str) -> Measured:
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, __file__, "--run", tool, str(file), place], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{tool} failed")
    return Measured(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--elections", type=int, default=400)
    parser.add_argument("--postgresql", help="the URL of an empty database to measure as well")
    parser.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.run:
        tool, file, place = args.run
        TOOLS[tool](Path(file), place)
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), args.elections, args.postgresql)


def compare(folder: Path, elections: int, postgresql: str | None) -> None:
    statements = made_up(elections)
    file = folder / "tallies.csv"
    statements.frames[model.Tally].write_csv(file)
    places = {tool: str(folder / f"{tool}.sqlite") for tool in TOOLS if importlib.util.find_spec(tool)}
    places |= {"janadesh on PostgreSQL": postgresql} if postgresql else {}
    for tool, place in places.items():
        if tool.startswith("janadesh"):
            prepare(place, statements)
    print(f"{statements.frames[model.Tally].height:,} tallies")
    figures = {tool: measured(tool.split()[0], file, place) for tool, place in places.items()}
    for tool, figure in figures.items():
        print(f"{tool:24}{figure.wall:8.1f} s wall {figure.processor:8.1f} s processor {figure.peak:8.0f} MB at most")
    own = figures["janadesh"]
    for tool, figure in figures.items():
        if not tool.startswith("janadesh"):
            wall, processor = own.wall / figure.wall, own.processor / figure.processor
            print(f"janadesh / {tool:13}{wall:8.2f} of the wall time, {processor:.2f} of the processor's")


def prepare(place: str, statements: Statements) -> None:
    """Load all but the tallies."""
    with open_record(place) as record:
        record.load(Statements("places", {n: f for n, f in statements.frames.items() if n is not model.Tally}))


if __name__ == "__main__":
    main()
