"""
Write the reference pages of the manual from the code they describe.

    python docs/write_reference.py

`tests/test_docs.py` fails where a page is no longer what this writes.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any
from typing import get_type_hints

from typer.models import ArgumentInfo
from typer.models import OptionInfo

from janadesh import model
from janadesh.cli import plain_errors
from janadesh.cli.main import COMMANDS
from janadesh.cli.main import GROUPS
from janadesh.desk.api.app import ABOUT
from janadesh.desk.api.app import create_api
from janadesh.desk.api.described import Operation
from janadesh.desk.api.described import operations
from janadesh.desk.api.described import shapes
from janadesh.desk.api.problems import KINDS as PROBLEMS
from janadesh.laws.law import countries
from janadesh.laws.law import laws_of
from janadesh.sources.pack_columns import table_columns

REFERENCE = Path(__file__).parent / "reference"
WRITTEN = "<!-- Written by docs/write_reference.py; change the code, not this page. -->\n"

EVERYWHERE = ("as_of", "limit", "offset")
"""Parameters of the interface that are described once."""


def pages() -> dict[Path, str]:
    """Give the text of every reference page by its file."""
    return {
        REFERENCE / "cli.md": command_line_page(),
        REFERENCE / "pack.md": pack_page(),
        REFERENCE / "laws.md": laws_page(),
        REFERENCE / "rest.md": rest_page(),
    }


def command_line_page() -> str:
    """Describe every command with its arguments, options and examples."""
    return "\n".join([WRITTEN, *_command_line()]).rstrip() + "\n"


def pack_page() -> str:
    """Describe the tables of a pack, column by column, from the nouns."""
    return "\n".join([WRITTEN, *_pack()]).rstrip() + "\n"


def laws_page() -> str:
    """List the rules of law by country, as they are kept in `janadesh/laws`."""
    return "\n".join([WRITTEN, *_laws()]).rstrip() + "\n"


def rest_page() -> str:
    """Describe the interface for programs, route by route, from its OpenAPI description."""
    return "\n".join([WRITTEN, *_rest()]).rstrip() + "\n"


def _laws() -> Iterator[str]:
    yield "# The rules of law\n"
    yield "What Janadesh computes rests on these. `janadesh rules ELECTION` shows those in force at an election."
    yield "They are data, one file a country in `src/janadesh/laws`; a country without a file has no rules, and then"
    yield "no deposit is called lost. Each is proved on a real seat in `tests/analysis/test_rules.py`."
    for country in countries():
        yield f"\n## `{country}`\n"
        yield "| about | in force | rule | law |\n| --- | --- | --- | --- |"
        for law in laws_of(country):
            since, until = (str(day) if day else "" for day in (law.since, law.until))
            yield f"| {law.kind} | {since} – {until} | {law.says} | {law.law} |"


def _rest() -> Iterator[str]:
    description = create_api().openapi()
    yield "# The interface for programs (REST)\n"
    yield ABOUT
    yield "`janadesh desk` opens it together with the pages; the same reference is there at `/api/v1/reference`, and"
    yield "the description for tools at `/api/v1/openapi.json`."
    yield "From Python, see [how to use a desk](../how-to/use-from-python.md).\n"
    yield "## The envelope\n"
    yield "Every answer in JSON has `as_of`, `known_at`, `entry`, `page` and `data`; the shapes below are those of"
    yield "`data`.\n"
    yield "## What every route takes\n"
    everywhere = {each.name: each for route in operations(description) for each in route.parameters}
    yield from (f"- `{name}`: {everywhere[name].description}" for name in EVERYWHERE)
    yield "\n`limit` and `offset` are for tables.\n"
    family = ""
    for operation in operations(description):
        if operation.family != family:
            family = operation.family
            yield f"## {family}\n"
        yield from _route(operation)
    yield "## Shapes\n"
    for shape in shapes(description):
        yield f"### {shape.name}\n"
        yield f"{shape.description}\n"
        yield "| field | holds | |\n| --- | --- | --- |"
        for member in shape.members:
            yield f"| `{member.name}` | {member.kind} | {member.description} |"
        yield ""
    yield "## Problems\n"
    yield "| `type` ends with | status | | |\n| --- | --- | --- | --- |"
    for kind in PROBLEMS:
        yield f"| `#{kind.name}` | {kind.status} | {kind.title} | {kind.tells} |"


def _route(operation: Operation) -> Iterator[str]:
    yield f"### {operation.method} {operation.path}\n"
    table = "a table of " if operation.is_table else ""
    answers = f" Answers with {table}[{operation.answers}](#{operation.answers.lower()})." if operation.answers else ""
    yield f"{operation.summary}. {operation.description}{answers}\n"
    own = [parameter for parameter in operation.parameters if parameter.name not in EVERYWHERE]
    for parameter in own:
        required = ", required" if parameter.required else ""
        yield f"- `{parameter.name}` ({parameter.where}{required}): {parameter.description}"
    yield ("\n" if own else "") + f"    {operation.method} {operation.example}\n"


def _command_line() -> Iterator[str]:
    yield "# The command line\n"
    yield "Data goes to standard output and talk to standard error, so every reading command can be piped."
    yield "`--help` after any command shows what stands here.\n"
    commands = {module.__name__.rpartition(".")[2]: module for module in COMMANDS}
    for name, module in commands.items():
        yield f"- [`janadesh {name}`](#janadesh-{name}): {first_paragraph(getattr(module, name).__doc__)}"
    for module in GROUPS:
        for name, function, _ in commands_of(module):
            link = f"[`janadesh {name}`](#janadesh-{name.replace(' ', '-')})"
            yield f"- {link}: {first_paragraph(function.__doc__)}"
    yield "\n## Exit codes\n"
    yield "| code | means |\n| --- | --- |"
    for line in inspect.cleandoc(plain_errors.__doc__ or "").splitlines()[2:]:
        code, _, means = line.strip().partition(" ")
        yield f"| {code} | {means.strip()} |"
    for name, module in commands.items():
        yield from _command(name, getattr(module, name), module.EXAMPLES)
    for module in GROUPS:
        for name, function, examples in commands_of(module):
            yield from _command(name, function, examples)


def commands_of(module: ModuleType) -> Iterator[tuple[str, Callable[..., None], tuple[str, ...]]]:
    """Give each command of a group: its name with the group's before it, its function, and its examples."""
    group = module.__name__.rpartition(".")[2]
    for command in getattr(module, group).registered_commands:
        name = f"{group} {command.name}"
        yield name, command.callback, tuple(line for line in module.EXAMPLES if line.startswith(f"janadesh {name} "))


def _command(name: str, function: Callable[..., None], examples: tuple[str, ...]) -> Iterator[str]:
    hints = get_type_hints(function, include_extras=True)
    declared = [hints[parameter] for parameter in inspect.signature(function).parameters]
    arguments = [hint.__metadata__[0] for hint in declared if isinstance(hint.__metadata__[0], ArgumentInfo)]
    words = " ".join(["janadesh", name, *(str(argument.metavar) for argument in arguments)])
    options = [hint for hint in declared if isinstance(hint.__metadata__[0], OptionInfo)]
    yield f"\n## janadesh {name}\n"
    yield f"    {words} [OPTIONS]\n"
    yield f"{inspect.cleandoc(function.__doc__ or '')}\n"
    yield "| | |\n| --- | --- |"
    for argument in arguments:
        yield f"| `{argument.metavar}` | {argument.help} |"
    for hint in options:
        option: OptionInfo = hint.__metadata__[0]
        variable = f" Also by the environment variable `{option.envvar}`." if option.envvar else ""
        # inside Annotated, typer takes the first of an option's names for its default
        shown = ", ".join([str(option.default), *(option.param_decls or ())])
        yield f"| `{shown}`{values(hint.__origin__, option)} | {first_paragraph(option.help)}{variable} |"
    yield "\n```\n" + "\n".join(examples) + "\n```"


def values(kind: Any, option: OptionInfo) -> str:
    """Name what an option takes: its choices, or a word for its value."""
    kinds = getattr(kind, "__args__", (kind,))
    choices = [choice.value for k in kinds if isinstance(k, type) and issubclass(k, StrEnum) for choice in k]
    if choices:
        return " " + ", ".join(f"`{choice}`" for choice in choices)
    return f" {option.metavar}" if option.metavar else ""


def first_paragraph(text: str | None) -> str:
    """Give the first paragraph of a text in one line."""
    return " ".join((text or "").strip().split("\n\n")[0].split())


def _pack() -> Iterator[str]:
    yield "# The pack format\n"
    yield "A pack describes an election in a folder that a person can write by hand."
    yield "It is a [Frictionless Data Package](https://datapackage.org): a `datapackage.json`, which also says the"
    yield "`time_zone` in which its days are days, and one CSV file (UTF-8, comma, a heading) for each table below that"
    yield "it has rows for.\n"
    yield "- A table may be a Parquet file instead (`tallies.parquet`, named in `datapackage.json`), which"
    yield "  `janadesh[corpus]` reads; its days, moments and numbers may have types of their own."
    yield "- An empty cell is *unknown*, which is not zero."
    yield "- A day is written `2024-10-08`; a moment is a day, meaning its last second, or a time `2024-10-08T14:05`."
    yield "- Rows are statements: a correction is a further row with the same key and a later `known_at`."
    yield "- A row may refer to ids of the same pack or of the record that it is loaded into.\n"
    yield "A column in **bold** must not be empty; those of the key are marked with `key`.\n"
    for noun in model.NOUNS:
        yield from _table(noun)


def _table(noun: type[model.Noun]) -> Iterator[str]:
    yield f"\n## {noun.TABLE}.csv\n"
    yield f"{inspect.cleandoc(noun.__doc__ or '')}\n"
    yield "| column | holds | |\n| --- | --- | --- |"
    for column in table_columns(noun):
        notes = [column.told]
        if column.target:
            notes.append(f"An `id` of [{column.target}](#{column.target}csv).")
        if column.empty_means is not None:
            notes.append(f"Empty means `{column.empty_means}`.")
        bold = f"**{column.name}**" if column.is_needed else column.name
        key = " `key`" if column.is_key else ""
        yield f"| {bold}{key} | {column.kind} | {' '.join(filter(None, notes))} |"


if __name__ == "__main__":
    for file, text in pages().items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
