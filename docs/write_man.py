"""
Write the manual page of the command, for `man janadesh`, from the code that it describes.

    python docs/write_man.py

`tests/test_docs.py` fails where the page is no longer what this writes.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from typing import get_type_hints

from docutils.core import publish_string
from docutils.writers.manpage import Writer
from typer.models import OptionInfo
from write_reference import COMMANDS
from write_reference import GROUPS
from write_reference import commands_of
from write_reference import first_paragraph
from write_reference import values

from janadesh.cli import main
from janadesh.cli import plain_errors

FILE = Path(__file__).parent / "man" / "janadesh.1"


def page() -> str:
    """Give the page as man's source."""
    text = "\n".join(_page())
    settings = {"output_encoding": "unicode", "report_level": 3, "halt_level": 3}
    written: Any = publish_string(text, writer=Writer(), settings_overrides=settings)
    # the writer puts its own version into the first comment
    return "\n".join(line for line in str(written).splitlines() if not line.startswith('.\\"')) + "\n"


def _page() -> Iterator[str]:
    # lines above and below set the page's title apart from its sections
    about = _plain(main.janadesh.__doc__)
    yield "========\njanadesh\n========\n"
    yield f"{'-' * len(about)}\n{about}\n{'-' * len(about)}\n"
    yield ":Manual section: 1\n:Manual group: Janadesh\n"
    yield from _heading("SYNOPSIS", "=")
    yield "| **janadesh** *COMMAND* [*ARGUMENTS*] [*OPTIONS*]\n| **janadesh** *COMMAND* **--help**\n"
    yield from _heading("DESCRIPTION", "=")
    yield "Data goes to standard output and talk to standard error, so every reading command can be piped."
    yield "Begin with ``janadesh results in-jk-2024``.\n"
    yield from _heading("COMMANDS", "=")
    for module in COMMANDS:
        name = module.__name__.rpartition(".")[2]
        yield from _command(name, getattr(module, name), module.EXAMPLES)
    for module in GROUPS:
        for name, function, examples in commands_of(module):
            yield from _command(name, function, examples)
    yield from _heading("EXIT STATUS", "=")
    for line in inspect.cleandoc(plain_errors.__doc__ or "").splitlines()[2:]:
        code, _, means = line.strip().partition(" ")
        yield f"{code}\n    {means.strip()}"
    yield ""
    yield from _heading("ENVIRONMENT", "=")
    yield "JANADESH_RECORD\n    The record to work on, where ``--record`` names none."
    yield "JANADESH_WEBHOOK_SECRET\n    Signs the alerts that go to a webhook."
    yield "JANADESH_DEBUG\n    Set to 1, shows where in the code a fault lies.\n"


def _command(name: str, function: Any, examples: tuple[str, ...]) -> Iterator[str]:
    yield from _heading(f"janadesh {name}", "-")
    yield f"{inspect.cleandoc(function.__doc__ or '')}\n".replace("`", "``")
    hints = get_type_hints(function, include_extras=True)
    for parameter in inspect.signature(function).parameters:
        told = hints[parameter].__metadata__[0]
        if isinstance(told, OptionInfo):
            names = ", ".join(f"**{each}**" for each in (str(told.default), *(told.param_decls or ())))
            yield f"{names} {values(hints[parameter].__origin__, told).replace('`', '*').strip()}".rstrip()
        else:
            yield f"*{told.metavar}*"
        yield f"    {_plain(told.help)}\n"
    yield "Examples::\n"
    yield from (f"    {example}" for example in examples)
    yield ""


def _heading(text: str, under: str) -> Iterator[str]:
    yield f"{text}\n{under * len(text)}\n"


def _plain(text: str | None) -> str:
    return first_paragraph(text).replace("`", "``").replace("*", "\\*").rstrip(".")


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(page(), encoding="utf-8")
