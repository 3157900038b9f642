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


EXAMPLES = [example for module in (*COMMANDS, *GROUPS) for example in module.EXAMPLES]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_shell_hands_an_example_over_as_it_stands(example: str) -> None:
    """`--transfer NC>PDP=0.5` without quotes would write a file, and lose half of what was asked."""
    shell = shlex.shlex(example, posix=True, punctuation_chars="<>|&;")
    shell.commenters = "#"
    marks = [word for word in shell if set(word) <= set("<>|&;")]

    assert marks in ([], ["|"], [">"])
    assert (" > " in example or " | " in example) == bool(marks)


def test_the_examples_name_elections_and_places_that_a_new_record_has(janadesh: Janadesh) -> None:
    elections = {found for example in EXAMPLES for found in re.findall(r"\bin-(?:jk|ls)-\d{4}\b", example)}
    cleared = {found for example in EXAMPLES for found in re.findall(r"--clear (\w+)", example)}
    listed = {line.partition(",")[0] for line in janadesh("elections", "--all", "--format", "csv").out.splitlines()}

    assert elections - listed == set()
    assert {place: janadesh("show", place).code for place in cleared} == dict.fromkeys(cleared, 0)
