"""A small pack that other tests change in one place."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

Rows = Sequence[Mapping[str, object]]
MakePack = Callable[..., Path]

KNOWN = {"known_at": "2024-10-08", "source": "eci"}
TABLES: dict[str, Rows] = {
    "sources": [{"id": "eci", "title": "Results", "publisher": "Election Commission of India", "kind": "official"}],
    "territories": [{"id": "in-jk", "name": "Jammu and Kashmir", "status": "union territory", "code": "U08", **KNOWN}],
    "houses": [
        {"id": "in-jk-assembly", "name": "Assembly", "territory": "in-jk", "kind": "assembly", "elected_seats": 90}
        | KNOWN
    ],
    "constituencies": [
        {
            "id": "in-jk-assembly.2022.27",
            "house": "in-jk-assembly",
            "delimitation": "2022",
            "number": 27,
            "name": "Budgam",
            "official_name": "BUDGAM",
            "territory": "in-jk",
        }
        | KNOWN
    ],
    "parties": [
        {"id": "in-nc", "name": "Jammu & Kashmir National Conference", "abbreviation": "JKNC", **KNOWN},
        {"id": "in-pdp", "name": "Jammu & Kashmir Peoples Democratic Party", "abbreviation": "JKPDP", **KNOWN},
    ],
    "elections": [
        {"id": "in-jk-2024", "name": "Assembly election", "house": "in-jk-assembly", "year": 2024} | KNOWN,
    ],
    "candidacies": [
        {
            "election": "in-jk-2024",
            "constituency": "in-jk-assembly.2022.27",
            "serial": serial,
            "name": name,
            "party": party,
        }
        | KNOWN
        for serial, name, party in [(1, "OMAR ABDULLAH", "in-nc"), (2, "AGA SYED MUNTAZIR MEHDI", "in-pdp")]
    ],
    "tallies": [
        {"election": "in-jk-2024", "constituency": "in-jk-assembly.2022.27", "serial": serial}
        | {"evm": evm, "postal": postal, "total": total}
        | KNOWN
        for serial, evm, postal, total in [(0, 1299, 8, 1307), (1, 35804, 206, 36010), (2, 17445, 80, 17525)]
    ],
}
"""Budgam in 2024, cut down to two candidates and NOTA."""


def changed(table: str, row: int, **cells: object) -> Rows:
    """Give a table of the small pack with some cells of one row changed."""
    rows = [dict(each) for each in TABLES[table]]
    rows[row].update(cells)
    return rows


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """Write a pack with the small tables; give a table by name to replace it, `described` to change the package."""

    def make(described: Mapping[str, Any] | None = None, **tables: Rows) -> Path:
        folder = tmp_path / "small"
        folder.mkdir(exist_ok=True)
        every = {**TABLES, **tables}
        for name, rows in every.items():
            write_table(folder / f"{name}.csv", rows)
        resources = [{"name": name, "path": f"{name}.csv"} for name in every]
        package = {"name": "small", "time_zone": "Asia/Kolkata", "resources": resources, **(described or {})}
        (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
        return folder

    return make


def write_table(file: Path, rows: Rows) -> None:
    """Write rows as CSV under the heading of the first."""
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
