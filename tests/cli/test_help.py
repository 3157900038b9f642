"""Help teaches by example, and the examples work."""

from __future__ import annotations

import re
import shlex

import pytest
import typer.main

from janadesh.cli.main import COMMANDS
from janadesh.cli.main import GROUPS
from janadesh.cli.main import app
from tests.cli.conftest import Janadesh

NAMES = [module.__name__.rpartition(".")[2] for module in (*COMMANDS, *GROUPS)]


def test_the_overview_lists_every_command(janadesh: Janadesh) -> None:
    out = janadesh("--help").out

    assert [name for name in NAMES if f"│ {name} " not in out] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_examples(janadesh: Janadesh, name: str) -> None:
    answer = janadesh(name, "--help")

    assert answer.code == 0
    assert f"janadesh {name}" in answer.out.partition("Examples:")[2]


@pytest.mark.parametrize("example", [example for module in (*COMMANDS, *GROUPS) for example in module.EXAMPLES])
def test_the_examples_use_commands_and_options_that_exist(example: str) -> None:
    words = shlex.split(re.split(r" [|>] ", example)[0], comments=True)
    group = typer.main.get_command(app)
    command = group.commands[words[1]]  # type: ignore[attr-defined]
    if hasattr(command, "commands"):
        command = command.commands[words[2]]
    known = {option for parameter in command.params for option in parameter.opts}

    assert words[0] == "janadesh"
    assert [word for word in words[2:] if word.startswith("-") and word not in known] == []
