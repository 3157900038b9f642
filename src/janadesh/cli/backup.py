"""`janadesh backup`: the record as one verified file, also while others write to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from janadesh.cli.options import RecordOption
from janadesh.cli.talk import at_work

EXAMPLES = (
    "janadesh backup election-night.sqlite",
    "janadesh backup nightly.sqlite --record postgresql://desk@db/janadesh   # PostgreSQL too becomes one file",
)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to make; one that is there is not touched.")],
    *,
    record: RecordOption = None,
) -> None:
    """
    Write the whole record into one SQLite file, as it is at this moment, and verify it.

    Others may write to the record meanwhile. The file is a record itself: `--record FILE` reads it, and
    `janadesh restore` makes one of it elsewhere.
    """
    from janadesh.cli.records import opened
    from janadesh.record.copying import back_up

    with opened(record) as book, at_work("Copying the record and verifying the copy"):
        entries = back_up(book, file)
    typer.echo(f"{file} holds {sum(entry.statements for entry in entries)} statements in {len(entries)} entries.")
    if entries:
        typer.echo(f"The ledger ends in {entries[-1].entry_hash}")
