"""`janadesh load`: put packs and official tables into the record."""

from __future__ import annotations

from typing import Annotated

import typer

from janadesh.cli.options import RecordOption
from janadesh.cli.talk import at_work
from janadesh.cli.talk import say
from janadesh.errors import JanadeshError

EXAMPLES = (
    "janadesh load jk-2024                      # a bundled pack, by name",
    "janadesh load my-election/ another/        # packs of your own, by folder",
    "janadesh load my-election/ --record election.sqlite",
)


def load(
    what: Annotated[list[str], typer.Argument(metavar="WHAT...", help="A bundled pack's name, a folder, or a file.")],
    record: RecordOption = None,
) -> None:
    """
    Load packs and official tables into the record.

    Each is loaded whole or not at all: a fault is told with its file, row and column, and the record
    is then as it was before.
    """
    from janadesh.cli.records import opened
    from janadesh.sources.loading import load as load_into

    code = 0
    with opened(record, create=True) as book:
        for item in what:
            try:
                with at_work(f"Loading {item}"):
                    entry = load_into(book, item)
            except JanadeshError as error:
                # the others are loaded all the same; each says how it went
                say(str(error))
                code = code or error.exit_code
                continue
            if entry is None:
                say(f"{item}: the record already held every statement of it; nothing was added.")
            else:
                say(f"{item}: entry {entry.entry}, {entry.statements} statements.")
    raise typer.Exit(code)
