"""The OpenAPI description of the interface, read for its two reference pages: the desk's own and the manual's."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a route; `where` is `path` or `query`."""

    name: str
    where: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Member:
    """A field of a shape; `kind` is its type in words."""

    name: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class Told:
    """A shape: what it is, and its fields."""

    name: str
    description: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A route: how it is asked, and the shape that is answered with (empty for a file)."""

    family: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    answers: str
    is_table: bool
    example: str

    @property
    def anchor(self) -> str:
        """Name the operation's place on a page."""
        return f"{self.method}-{self.path}".lower().replace("/", "-").replace("{", "").replace("}", "").strip("-")


def operations(description: Mapping[str, Any]) -> tuple[Operation, ...]:
    """Give the routes of an OpenAPI description, in its order."""
    return tuple(
        _operation(description, path, method, told)
        for path, methods in description["paths"].items()
        for method, told in methods.items()
    )


def shapes(description: Mapping[str, Any]) -> tuple[Told, ...]:
    """Give the shapes of an OpenAPI description, in order of name, without the envelopes around them."""
    named = description["components"]["schemas"]
    return tuple(
        Told(name, _plain(schema.get("description", "")), tuple(_members(schema)))
        for name, schema in sorted(named.items())
        if not name.startswith("Answer_")
    )


def _operation(description: Mapping[str, Any], path: str, method: str, told: Mapping[str, Any]) -> Operation:
    answers, is_table = _answered_with(description, told)
    return Operation(
        family=told["tags"][0],
        method=method.upper(),
        path=path,
        summary=told["summary"],
        description=_plain(told.get("description", "")),
        parameters=tuple(_parameters(told)),
        answers=answers,
        is_table=is_table,
        example=_example(description, path, told),
    )


def _parameters(told: Mapping[str, Any]) -> Iterator[Parameter]:
    for parameter in told.get("parameters", ()):
        yield Parameter(
            parameter["name"], parameter["in"], parameter["required"], _plain(parameter.get("description", ""))
        )


def _answered_with(description: Mapping[str, Any], told: Mapping[str, Any]) -> tuple[str, bool]:
    schema = told["responses"]["200"]["content"].get("application/json", {}).get("schema", {})
    if "$ref" not in schema:
        return "", False
    envelope = description["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    data = envelope["properties"]["data"]
    is_table = data.get("type") == "array"
    return (data["items"] if is_table else data)["$ref"].rpartition("/")[2], is_table


def _example(description: Mapping[str, Any], path: str, told: Mapping[str, Any]) -> str:
    for parameter in told.get("parameters", ()):
        examples = parameter["schema"].get("examples") or parameter.get("examples") or [""]
        path = path.replace(f"{{{parameter['name']}}}", str(examples[0]))
        if parameter["in"] == "query" and parameter["required"]:
            path += f"{'&' if '?' in path else '?'}{parameter['name']}={examples[0]}"
    return f"{description['servers'][0]['url']}{path}"


def _members(schema: Mapping[str, Any]) -> Iterator[Member]:
    for name, told in schema.get("properties", {}).items():
        yield Member(name, kind(told), _plain(told.get("description", "")))


def kind(schema: Mapping[str, Any]) -> str:
    """Say the type of a value in words: `whole number or null`, `list of Step`."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " or ".join(kind(option) for option in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {kind(schema['items'])}"
    words = {"integer": "whole number", "number": "number", "boolean": "true or false", "null": "null"}
    formats = {"date": "day", "date-time": "moment"}
    if schema.get("type") == "string":
        return formats.get(str(schema.get("format")), "text")
    return words.get(str(schema.get("type")), "object")


def _plain(text: str) -> str:
    return " ".join(text.split())
