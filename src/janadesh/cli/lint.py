"""`janadesh lint`: look a pack over before it is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.talk import say

EXAMPLES = (
    "janadesh lint my-election",
    "janadesh lint my-election --format csv > advice.csv",
    "janadesh lint corrections --record election.sqlite   # rows may refer to ids of this record",
)


def lint(
    pack: Annotated[str, typer.Argument(metavar="PACK", help="A pack's folder, or a bundled pack's name.")],
    form: FormatOption = Format.TABLE,
    record: Annotated[
        str | None,
        typer.Option("--record", metavar="PATH-or-URL", help="A record that the pack is to be loaded into."),
    ] = None,
) -> None:
    """
    Say what is wrong in a pack, or missing, before it is loaded.

    An error is what `load` would refuse: each has its file, row, column, value and cure. Advice is on what loads
    but seems forgotten or odd: contests without a result, days out of order, a name in two spellings. Leaves with
    2 where there is an error, else with 0.
    """
    from janadesh.cli.lint_tables import show_linted
    from janadesh.cli.records import opened
    from janadesh.sources.linting.lint import lint_pack
    from janadesh.sources.loading import ids_in
    from janadesh.sources.packs import pack_folder

    folder = Path(pack_folder(pack))
    if record is None:
        linted = lint_pack(folder)
    else:
        with opened(record) as book:
            linted = lint_pack(folder, ids_in(book))
    show_linted(pack, linted, form)
    if linted.faults:
        say("The pack would be refused. Correct the errors, and lint it again: advice may follow then.")
        raise typer.Exit(2)
    also = " What stands above is advice." if linted.advice else ""
    say(f"The pack can be loaded: janadesh load {pack}.{also}")
