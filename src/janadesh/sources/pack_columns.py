"""What stands in a table of a pack, column by column, as the nouns say it."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from functools import cache
from types import MappingProxyType

from janadesh import model

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "str": "text",
        "int": "whole number",
        "float": "number",
        "bool": "true or false",
        "date": "day",
        "datetime": "moment",
    }
)
"""What a column holds, in words, by the name of its type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """One column: what it holds, what it means, and what an empty cell means."""

    name: str
    kind: str
    told: str
    is_key: bool
    is_needed: bool
    empty_means: object = None
    """The value that an empty cell stands for; None where it means unknown, or must not be."""
    target: str | None = None
    """The table whose `id` it names."""


def table_columns(noun: type[model.Noun]) -> Iterator[TableColumn]:
    """Describe a table's columns in their order."""
    needed, told = model.required(noun), _told_of_fields()
    defaults = {
        field.name: field.default
        for field in dataclass_fields(noun)  # type: ignore[arg-type]
        if isinstance(field.default, str | int | float)
    }
    for name, holds in model.columns(noun).items():
        yield TableColumn(
            name=name,
            kind=KINDS[holds.__name__],
            told=next((told[kind.__name__, name] for kind in noun.__mro__ if (kind.__name__, name) in told), ""),
            is_key=name in noun.KEY,
            is_needed=name in needed and name not in defaults,
            empty_means=defaults.get(name),
            target="sources" if name == "source" else model.REFERENCES.get((noun.TABLE, name)),
        )


@cache
def _told_of_fields() -> Mapping[tuple[str, str], str]:
    """Read what stands under each field of the nouns, by class and field."""
    told: dict[tuple[str, str], str] = {}
    for node in ast.parse(inspect.getsource(model)).body:
        if not isinstance(node, ast.ClassDef):
            continue
        for field, text in zip(node.body, node.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
                told[node.name, ast.unparse(field.target)] = " ".join(textwrap.dedent(str(text.value.value)).split())
    return MappingProxyType(told)
