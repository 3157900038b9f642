"""
A pack: an election written by hand as a Frictionless Data Package, read whole or not at all.

A pack is a folder with `datapackage.json`, which says the `time_zone`, and one CSV file for each noun
table it states something in; file and resource bear the table's name, columns are those of
`model.columns`, an empty cell is unknown. A `known_at` cell is a day, meaning its last second in the
pack's time zone, or a time, with or without an offset.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.checks import Known
from janadesh.record.checks import check
from janadesh.record.statements import Statements
from janadesh.sources.pack_descriptor import read_descriptor
from janadesh.sources.pack_table import read_table


def read_pack(folder: Path, known: Known | None = None) -> Statements:
    """
    Read a pack's folder into statements, in file order.

    Args:
        folder: the pack's folder.
        known: gives the ids that the record already holds in a table. Only used to say, beside what
            is wrong in the files, what else the record would refuse; without it ids that the pack
            lacks are taken to be in the record.

    Raises: Refused, with every fault of every file by row and column.
    """
    pack = read_descriptor(folder)
    tables = {table: read_table(table, pack.time_zone) for table in pack.tables}
    statements = Statements(
        read_from=pack.name,
        frames={table.noun: read.frame for table, read in tables.items()},
        files={table.noun: table.name for table in tables},
    )
    faults = [fault for read in tables.values() for fault in read.faults]
    if faults:
        # with a table missing, nearly every row elsewhere would seem to be at fault
        if all(read.is_whole for read in tables.values()):
            faults += _faults_of_other_rows(statements, known, faults)
        raise Refused(f"The pack {pack.name}", faults)
    return statements


def _faults_of_other_rows(statements: Statements, known: Known | None, found: list[Fault]) -> list[Fault]:
    told = {(fault.file, fault.row) for fault in found}
    held = known or _whatever_is_referred_to(statements)
    return [fault for fault in check(statements, held) if (fault.file, fault.row) not in told]


def _whatever_is_referred_to(statements: Statements) -> Known:
    cells = frozenset(
        value
        for frame in statements.frames.values()
        for column, dtype in frame.schema.items()
        if dtype == pl.String
        for value in frame[column].drop_nulls().unique()
    )
    return lambda _: cells
