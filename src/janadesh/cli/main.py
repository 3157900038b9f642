"""The `janadesh` command: its sub-commands put together, in the order in which a person meets them."""

from __future__ import annotations

from types import ModuleType
from typing import Annotated

import typer

from janadesh import __version__
from janadesh.cli import alarms
from janadesh.cli import alliances
from janadesh.cli import articles
from janadesh.cli import backup
from janadesh.cli import check
from janadesh.cli import datasette
from janadesh.cli import desk
from janadesh.cli import doctor
from janadesh.cli import elections
from janadesh.cli import export
from janadesh.cli import follow
from janadesh.cli import government
from janadesh.cli import indices
from janadesh.cli import lint
from janadesh.cli import load
from janadesh.cli import log
from janadesh.cli import map as map_command
from janadesh.cli import margins
from janadesh.cli import mcp
from janadesh.cli import new
from janadesh.cli import offices
from janadesh.cli import packs
from janadesh.cli import people
from janadesh.cli import project
from janadesh.cli import publish
from janadesh.cli import rehearse
from janadesh.cli import replay
from janadesh.cli import restore
from janadesh.cli import results
from janadesh.cli import rules
from janadesh.cli import schedule
from janadesh.cli import share
from janadesh.cli import show
from janadesh.cli import standings
from janadesh.cli import stations
from janadesh.cli import swing
from janadesh.cli import tally
from janadesh.cli import vacancies
from janadesh.cli import verify
from janadesh.cli import whatif
from janadesh.cli.going import TellingCommand
from janadesh.cli.plain_errors import PlainErrors
from janadesh.cli.plug_ins import plug_in_lines

COMMANDS: tuple[ModuleType, ...] = (
    elections,
    results,
    show,
    schedule,
    alliances,
    offices,
    stations,
    vacancies,
    rules,
    tally,
    margins,
    swing,
    indices,
    whatif,
    share,
    government,
    standings,
    project,
    alarms,
    rehearse,
    replay,
    follow,
    check,
    articles,
    desk,
    publish,
    mcp,
    new,
    lint,
    load,
    map_command,
    export,
    packs,
    log,
    verify,
    backup,
    restore,
    doctor,
    datasette,
)
"""Each module has a function of its own name, the command, and `EXAMPLES` of its use."""

GROUPS: tuple[ModuleType, ...] = (people,)
"""Each module has a group of commands (a Typer) of its own name, and `EXAMPLES` of their use."""

app = typer.Typer(
    cls=PlainErrors,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with `janadesh results in-jk-2024`. Exit codes: 0 done; 1 the record was altered; 2 input or "
    "options refused; 3 not in the record; 4 the record cannot be used; 70 a fault in Janadesh itself.",
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer hands over the flag
    if wanted:
        typer.echo(f"janadesh {__version__}")
        for line in plug_in_lines():
            typer.echo(line)
        raise typer.Exit


@app.callback()
def janadesh(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Keep an election on the record, ask it as of any moment, and check articles against it."""


def _named(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


for _module in COMMANDS:
    _examples = "\n".join(["Examples:", "", "```", *_module.EXAMPLES, "```"])
    app.command(_named(_module), cls=TellingCommand, epilog=_examples)(getattr(_module, _named(_module)))

for _module in GROUPS:
    app.add_typer(getattr(_module, _named(_module)), name=_named(_module))
