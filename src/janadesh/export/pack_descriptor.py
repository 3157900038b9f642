"""The `datapackage.json` of an exported pack (Frictionless Data Package v1, https://specs.frictionlessdata.io)."""

from __future__ import annotations

import datetime as dt
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


def descriptor(tables: Said, *, name: str, title: str, time_zone: str) -> dict[str, Any]:
    """Describe the tables of a pack, each in a file of its own."""
    return {
        "profile": "data-package",
        "name": name,
        "title": title,
        "time_zone": time_zone,
        "resources": [_resource(noun) for noun in model.NOUNS if noun in tables],
    }


def _resource(noun: type[model.Noun]) -> dict[str, Any]:
    return {
        "name": noun.TABLE,
        "path": f"{noun.TABLE}.csv",
        "profile": "tabular-data-resource",
        "description": " ".join((noun.__doc__ or "").split()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(noun, name) for name in model.columns(noun)], "missingValues": [""]},
    }


def _field(noun: type[model.Noun], name: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": _TYPES[model.columns(noun)[name]]}
    return field | {"constraints": {"required": True}} if name in model.required(noun) else field
