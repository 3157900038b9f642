"""
A pack's description: its `datapackage.json` (Frictionless Data Package, https://datapackage.org).

Beside what the standard asks for, a pack says its `time_zone`. Each noun table is a resource whose
name is the table's (`seat_shares`, or `seat-shares`) and whose path is one file within the folder, CSV or Parquet.
Resources that are no tables (a map) are not read.
"""

from __future__ import annotations

import json
import zoneinfo
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.near import did_you_mean
from janadesh.sources.parquet_table import SUFFIX
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import UnreadableFile
from janadesh.sources.text_file import read_text

DESCRIPTOR = "datapackage.json"
TABLE_SUFFIXES = (".csv", SUFFIX)
_MOST_BYTES = 5 * MEGABYTE
_FETCHED = ("path", "extrapaths", "schema", "dialect", "profile")
_PLAIN_CSV = {
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "escapeChar": None,
    "skipInitialSpace": False,
    "header": True,
    "headerRows": [1],
    "commentChar": None,
    "commentRows": [],
}


@dataclass(frozen=True, slots=True)
class TableFile:
    """One noun table of a pack: its file, and the file's name within the pack."""

    noun: type[model.Noun]
    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class PackDescriptor:
    """What a pack says of itself. `tables` are in the order of `model.NOUNS`."""

    name: str
    title: str
    time_zone: str
    tables: tuple[TableFile, ...]


def read_descriptor(folder: Path) -> PackDescriptor:
    """
    Read and check a pack's `datapackage.json`; no table is opened.

    Raises: Refused, with every fault of the description.
    """
    described = _read_json(folder)
    faults = list(_faults_of_standard(described, folder)) or list(_faults_of_pack(described, folder))
    if faults:
        raise Refused(f"The pack {folder.name}", faults)
    tables = [_table_file(resource, folder) for resource in described["resources"] if _is_table(resource)]
    order = {noun: place for place, noun in enumerate(model.NOUNS)}
    return PackDescriptor(
        name=described.get("name", folder.name),
        title=described.get("title", described.get("name", folder.name)),
        time_zone=described["time_zone"],
        tables=tuple(sorted(tables, key=lambda table: order[table.noun])),
    )


def _read_json(folder: Path) -> dict[str, Any]:
    file = folder / DESCRIPTOR
    if not folder.is_dir():
        raise _refused(folder, "there is no such folder", "Check its name.")
    if not file.exists():
        cure = "A pack is a Frictionless Data Package; copy a bundled pack's file as a start."
        raise _refused(folder, f"the folder has no {DESCRIPTOR}", cure)
    try:
        described = json.loads(read_text(file, _MOST_BYTES))
    except UnreadableFile as error:
        raise Refused(f"The pack {folder.name}", [error.fault]) from error
    except (json.JSONDecodeError, RecursionError) as error:
        row = error.lineno if isinstance(error, json.JSONDecodeError) else None
        why = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
        raise _refused(folder, f"it is not valid JSON: {why}", "Correct the line.", row) from error
    if not isinstance(described, dict):
        raise _refused(folder, "it is not a JSON object", "It should begin with {.")
    return described


def _refused(folder: Path, problem: str, cure: str, row: int | None = None) -> Refused:
    return Refused(f"The pack {folder.name}", [Fault(file=DESCRIPTOR, problem=problem, cure=cure, row=row)])


def _faults_of_standard(described: dict[str, Any], folder: Path) -> Iterator[Fault]:
    # what lies elsewhere is refused first: the library would fetch it
    faults = list(_faults_of_places(described, folder))
    if faults:
        yield from faults
        return
    from frictionless import Package

    for error in Package.validate_descriptor(described, basepath=str(folder)).errors:
        yield Fault(file=DESCRIPTOR, problem=error.note or error.message, cure="See https://datapackage.org.")


def _faults_of_places(described: dict[str, Any], folder: Path) -> Iterator[Fault]:
    inside = folder.resolve()
    resources = described.get("resources")
    resources = resources if isinstance(resources, list) else []
    for part in [described, *resources]:
        if not isinstance(part, dict):
            yield Fault(file=DESCRIPTOR, problem="a resource is not a JSON object", value=str(part))
            continue
        for key in _FETCHED:
            for place in _texts(part.get(key)):
                if "://" in place:
                    problem, cure = "a pack is read without the network", "Put the file into the folder."
                    yield Fault(file=DESCRIPTOR, column=key, value=place, problem=problem, cure=cure)
                elif key != "profile" and not (inside / place).resolve().is_relative_to(inside):
                    problem, cure = "this path leads out of the pack's folder", "Put the file into the folder."
                    yield Fault(file=DESCRIPTOR, column=key, value=place, problem=problem, cure=cure)


def _faults_of_pack(described: dict[str, Any], folder: Path) -> Iterator[Fault]:
    yield from _faults_of_time_zone(described.get("time_zone"))
    resources = described.get("resources", [])
    seen: set[str] = set()
    for resource in filter(_is_table, resources):
        yield from _faults_of_table(resource, folder)
        if _table_name(resource) in seen:
            problem, cure = "two resources are this table", "Put the rows of both into one file."
            yield Fault(file=DESCRIPTOR, column="name", value=resource["name"], problem=problem, cure=cure)
        seen.add(_table_name(resource))
    listed = {_table_name(resource) for resource in resources}
    for file in sorted(file for suffix in TABLE_SUFFIXES for file in folder.glob(f"*{suffix}")):
        if file.stem in model.NOUN_OF_TABLE and file.stem not in listed:
            problem = "the folder has this table, but the package does not list it"
            cure = f'Add {{"name": "{file.stem}", "path": "{file.name}"}} to "resources", or remove the file.'
            yield Fault(file=DESCRIPTOR, column="resources", value=file.name, problem=problem, cure=cure)
    if not any(_is_table(resource) for resource in resources):
        problem = "it lists no table"
        yield Fault(file=DESCRIPTOR, column="resources", problem=problem, cure='List the tables under "resources".')


def _faults_of_time_zone(time_zone: object) -> Iterator[Fault]:
    if not isinstance(time_zone, str):
        problem = "it does not say in which time zone its days are days"
        cure = 'Add "time_zone": "Asia/Kolkata", or another IANA name.'
        yield Fault(file=DESCRIPTOR, column="time_zone", problem=problem, cure=cure)
    elif time_zone not in (zones := zoneinfo.available_timezones()):
        near = did_you_mean(time_zone, [zone for zone in zones if zone[0] == time_zone[:1]])
        cure = near if near.startswith("Did") else "Write an IANA name such as Asia/Kolkata."
        yield Fault(file=DESCRIPTOR, column="time_zone", value=time_zone, problem="no such time zone", cure=cure)


def _faults_of_table(resource: Mapping[str, Any], folder: Path) -> Iterator[Fault]:
    name, path = _table_name(resource), resource.get("path")
    if name not in model.NOUN_OF_TABLE:
        cure = did_you_mean(name, model.NOUN_OF_TABLE)
        yield Fault(file=DESCRIPTOR, column="name", value=name, problem="there is no table of this name", cure=cure)
    if not isinstance(path, str) or resource.get("extrapaths"):
        problem = f"the table {name} is not one file"
        cure = f'Give it "path": "{name}.csv".'
        yield Fault(file=DESCRIPTOR, column="path", problem=problem, cure=cure)
    elif not path.endswith(TABLE_SUFFIXES):
        problem = f"the table {name} is no CSV or Parquet file"
        yield Fault(file=DESCRIPTOR, column="path", value=path, problem=problem, cure="Save it as CSV in UTF-8.")
    elif not (folder / path).is_file():
        problem = f"the file of the table {name} is not in the folder"
        cure = "Add the file, or take the resource out."
        yield Fault(file=DESCRIPTOR, column="path", value=path, problem=problem, cure=cure)
    if other := _beyond_plain_csv(resource.get("dialect", {})):
        problem = f"the dialect of {name} is not plain CSV"
        cure = "Write the table with a heading, commas, and doubled quotes (RFC 4180), and leave the dialect out."
        yield Fault(file=DESCRIPTOR, column="dialect", value=other, problem=problem, cure=cure)


def _beyond_plain_csv(dialect: object) -> str:
    if not isinstance(dialect, dict):
        return str(dialect)
    nested = dialect.get("csv", {})
    options = {**dialect, **(nested if isinstance(nested, dict) else {})}
    return ", ".join(f"{name} {value!r}" for name, value in options.items() if value != _PLAIN_CSV.get(name, value))


def _is_table(resource: Mapping[str, Any]) -> bool:
    path = resource.get("path")
    return _table_name(resource) in model.NOUN_OF_TABLE or (isinstance(path, str) and path.endswith(TABLE_SUFFIXES))


def _table_name(resource: Mapping[str, Any]) -> str:
    # some tools allow no underscore in a resource's name
    return str(resource["name"]).replace("-", "_")


def _table_file(resource: Mapping[str, Any], folder: Path) -> TableFile:
    noun, path = model.NOUN_OF_TABLE[_table_name(resource)], resource["path"]
    return TableFile(noun=noun, name=path, path=folder / path)


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]
