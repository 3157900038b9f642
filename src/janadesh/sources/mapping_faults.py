"""What is wrong in a mapping file, in a person's words, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel
from pydantic import ValidationError

from janadesh.errors import Fault
from janadesh.sources.near import did_you_mean

_NOT_OF_A_KIND: Mapping[str, str] = MappingProxyType(
    {
        "bool": "this is neither true nor false",
        "dict": "this is to be a section of keys",
        "int": "this is no whole number",
        "list": "this is to be a list: [\"Votes\"]",
        "model": "this is to be a section of keys",
        "string": "this is to be a text in quotes",
    }
)  # fmt: skip
"""By the first word of pydantic's names of errors: `int_parsing`, `int_type`."""


def mapping_faults(file: str, mapping: type[BaseModel], error: ValidationError) -> list[Fault]:
    """
    Tell every fault of a mapping file.

    Args:
        file: the file's name.
        mapping: what the file was read as.
        error: what pydantic found.
    """
    return [_fault(file, mapping, one) for one in error.errors()]


def _fault(file: str, mapping: type[BaseModel], one: Any) -> Fault:
    place, value = tuple(one["loc"]), one["input"]
    key = ".".join(map(str, place))
    if one["type"] == "missing":
        cure = _described(mapping, place)
        return Fault(file=file, key=key, problem="this key is missing", cure=cure)
    shown = None if isinstance(value, (dict, list)) else str(value)
    if one["type"] == "extra_forbidden":
        section = _section(mapping, place[:-1])
        cure = did_you_mean(str(place[-1]), section.model_fields) if section else ""
        return Fault(file=file, key=key, value=shown, problem="there is no such key", cure=cure)
    if value in ("", 0) and value is not False:
        return Fault(file=file, key=key, problem="this is still to be filled in", cure=_described(mapping, place))
    return Fault(file=file, key=key, value=shown, problem=_problem(one), cure=_described(mapping, place))


def _problem(one: Any) -> str:
    kind, context = str(one["type"]), one.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return "this has something else than small letters, figures, hyphens and full stops"
    if kind == "literal_error":
        return f"this is none of {context['expected'].replace(chr(39), '').replace(' or ', ', ')}"
    if kind in {"greater_than_equal", "less_than_equal"}:
        return f"this is {'less' if 'ge' in context else 'more'} than {context.get('ge', context.get('le'))}"
    if kind in {"string_too_short", "string_too_long"}:
        return "this is too short" if kind.endswith("short") else "this is too long"
    if kind == "value_error":
        return str(context["error"])
    return _NOT_OF_A_KIND.get(kind.partition("_")[0], "this cannot be read")


def _described(mapping: type[BaseModel], place: tuple[Any, ...]) -> str:
    section = _section(mapping, place[:-1])
    field = section.model_fields.get(str(place[-1])) if section else None
    return (field.description or "") if field else ""


def _section(mapping: type[BaseModel], place: tuple[Any, ...]) -> type[BaseModel] | None:
    section: type[BaseModel] = mapping
    for name in place:
        field = section.model_fields.get(str(name))
        if field is None or not isinstance(field.annotation, type) or not issubclass(field.annotation, BaseModel):
            return None
        section = field.annotation
    return section
