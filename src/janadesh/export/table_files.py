"""A record as plain files of tables: CSV for people and spreadsheets, Parquet for programs."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import polars as pl

from janadesh.export.pack_descriptor import in_parquet
from janadesh.export.packs import PackToWrite
from janadesh.export.packs import pack_csv
from janadesh.export.said import ENTRY
from janadesh.export.said import Said
from janadesh.export.tables import as_csv
from janadesh.sources.pack_descriptor import DESCRIPTOR

RESULTS = "results"
"""The folder, within an export as CSV, of the tables of results."""

Files = Iterator[tuple[str, bytes]]
"""Paths within a folder, with what stands in each file."""


def pack_files(packs: Iterable[PackToWrite]) -> Files:
    """Give the files of one pack, or of several, each in a folder with its number."""
    packs = list(packs)
    for number, pack in enumerate(packs, start=1):
        folder = f"{number:02}/" if len(packs) > 1 else ""
        yield f"{folder}{DESCRIPTOR}", _json(pack.descriptor)
        for noun, frame in pack.tables.items():
            yield f"{folder}{noun.TABLE}.csv", pack_csv(frame)


def csv_files(
    said: Said, results: Iterable[tuple[str, pl.DataFrame]], described: Mapping[str, Any] | None = None
) -> Files:
    """
    Give a CSV file for each noun, and in the folder `results` one for each election.

    Args:
        said: the statements of each noun.
        results: elections by id, each with the table of its candidates.
        described: the `datapackage.json` with which the tables are a pack and load again.
    """
    if described is not None:
        yield DESCRIPTOR, _json(described)
    for noun, frame in said.items():
        if frame.height:
            yield f"{noun.TABLE}.csv", as_csv(frame.drop(ENTRY)).encode()
    for election, frame in results:
        yield f"{RESULTS}/{quote(election, safe='')}.csv", as_csv(frame).encode()


def parquet_files(said: Said, described: Mapping[str, Any] | None = None) -> Files:
    """Give a Parquet file for each noun, days and instants as such; `described` as for CSV."""
    if described is not None:
        yield DESCRIPTOR, _json(in_parquet(described))
    for noun, frame in said.items():
        if frame.height:
            buffer = io.BytesIO()
            frame.drop(ENTRY).write_parquet(buffer)
            yield f"{noun.TABLE}.parquet", buffer.getvalue()


def _json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
