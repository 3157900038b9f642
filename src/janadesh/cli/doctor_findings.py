"""What `janadesh doctor` looks at: the installation, its optional parts, and the record."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import zoneinfo
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from types import MappingProxyType

from packaging.requirements import Requirement

from janadesh import __version__
from janadesh.cli.plug_ins import plug_in_lines
from janadesh.cli.records import users_record
from janadesh.errors import RecordUnusable
from janadesh.record.connecting import file_of
from janadesh.record.connecting import url_of
from janadesh.record.opening import open_record

EXTRAS: Mapping[str, str] = MappingProxyType(
    {
        "client": "ask a desk elsewhere from Python",
        "corpus": "check archives of articles (WARC, Parquet), on one machine or a Ray cluster",
        "mcp": "offer the record to AI assistants",
        "plots": "write drawings as PNG",
        "postgres": "keep the record in PostgreSQL",
    }
)
"""The optional parts, as in pyproject.toml, and what each is for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `good`, `optional` (not there, and only needed for something) or `wrong`."""

    about: str
    state: str
    says: str
    cure: str = ""


def findings(record: str | None) -> Iterator[Finding]:
    """Look at everything, the record at a place, or the user's own, last."""
    yield Finding("Janadesh", "good", f"{__version__}, Python {platform.python_version()}, {platform.platform()}")
    yield Finding("SQLite", "good", sqlite3.sqlite_version)
    yield _time_zones()
    yield from (_extra(name, purpose) for name, purpose in EXTRAS.items())
    # those that are left out are told on standard error, each with why
    yield from (Finding("Plug-in", "good", line) for line in plug_in_lines())
    yield from _record(record)


def missing_of(extra: str, required: list[str] | None = None) -> list[str]:
    """List what an extra needs and is not installed, by the package's own metadata (PEP 508)."""
    wanted = metadata.requires("janadesh") or [] if required is None else required
    return [
        requirement.name
        for requirement in map(Requirement, wanted)
        if requirement.marker and requirement.marker.evaluate({"extra": extra}) and not _installed(requirement)
    ]


def _installed(requirement: Requirement) -> bool:
    try:
        return requirement.specifier.contains(metadata.version(requirement.name), prereleases=True)
    except metadata.PackageNotFoundError:
        return False


def _extra(name: str, purpose: str) -> Finding:
    missing = missing_of(name)
    if not missing:
        return Finding(f"Extra {name}", "good", f"installed: {purpose}")
    cure = f"pip install 'janadesh[{name}]'"
    return Finding(f"Extra {name}", "optional", f"needed to {purpose}; missing: {', '.join(missing)}", cure)


def _time_zones() -> Finding:
    try:
        zoneinfo.ZoneInfo("Asia/Kolkata")
    except zoneinfo.ZoneInfoNotFoundError:
        return Finding("Time zones", "wrong", "the data of time zones cannot be found", "pip install tzdata")
    return Finding("Time zones", "good", "found")


def _record(where: str | None) -> Iterator[Finding]:
    place = where or str(users_record())
    try:
        file = file_of(url_of(place))
        if file is not None and not file.exists():
            yield Finding("Record", "good", f"none at {file} yet; the first command that needs one makes it")
            yield from _folder(file)
            return
        with open_record(place, create=False) as record:
            entries = record.entries()
        said = sum(entry.statements for entry in entries)
        last = f", the last of {entries[-1].loaded_at}" if entries else ""
        shown = record.engine.url.render_as_string(hide_password=True) if file is None else file
        yield Finding("Record", "good", f"{shown}: {said} statements in {len(entries)} entries{last}")
    except RecordUnusable as error:
        yield Finding("Record", "wrong", str(error), "janadesh restore BACKUP --record NEW, or another --record")
        return
    if file is not None:
        yield from _folder(file)


def _folder(file: Path) -> Iterator[Finding]:
    there = next(folder for folder in file.absolute().parents if folder.exists())
    free = shutil.disk_usage(there).free
    size = file.stat().st_size if file.exists() else 0
    if not os.access(there, os.W_OK) or (size and not os.access(file, os.W_OK)):
        yield Finding("Writing", "optional", f"{file} may be read, not written", "give yourself the right to write")
    elif free < max(2 * size, 100_000_000):
        yield Finding("Disk", "wrong", f"only {free // 1_000_000} MB free at {there}", "make room before a count")
    else:
        yield Finding("Disk", "good", f"{free // 1_000_000} MB free, {size // 1_000_000} MB used by the record")
