"""The `datapackage.json` of an exported pack (Frictionless Data Package v1, https://specs.frictionlessdata.io)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from janadesh import model
from janadesh.export.said import Said

_TYPES: dict[type, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    dt.date: "date",
    dt.datetime: "datetime",
}


CSV: Mapping[str, str] = MappingProxyType({"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"})
PARQUET: Mapping[str, str] = MappingProxyType({"format": "parquet", "mediatype": "application/vnd.apache.parquet"})
"""How a resource says what its file is (https://datapackage.org/standard/data-resource/)."""


def descriptor(tables: Said, *, name: str, title: str, time_zone: str) -> dict[str, Any]:
    """Describe the tables of a pack, each in a file of its own."""
    return {
        "profile": "data-package",
        "name": name,
        "title": title,
        "time_zone": time_zone,
        "resources": [_resource(noun) for noun in model.NOUNS if noun in tables],
    }


def in_parquet(described: Mapping[str, Any]) -> dict[str, Any]:
    """Describe the same tables as files of Parquet."""
    resources = [
        {name: value for name, value in resource.items() if name not in CSV}
        | {"path": f"{PurePosixPath(resource['path']).stem}.parquet", "profile": "data-resource", **PARQUET}
        for resource in described["resources"]
    ]
    return {**described, "resources": resources}


def _resource(noun: type[model.Noun]) -> dict[str, Any]:
    return {
        "name": noun.TABLE,
        "path": f"{noun.TABLE}.csv",
        "profile": "tabular-data-resource",
        "description": " ".join((noun.__doc__ or "").split()),
        **CSV,
        "schema": {"fields": [_field(noun, name) for name in model.columns(noun)], "missingValues": [""]},
    }


def _field(noun: type[model.Noun], name: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": _TYPES[model.columns(noun)[name]]}
    return field | {"constraints": {"required": True}} if name in model.required(noun) else field
