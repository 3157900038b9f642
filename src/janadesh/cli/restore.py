"""`janadesh restore`: a record made out of a backup."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from janadesh.cli.talk import at_work

EXAMPLES = (
    "janadesh restore election-night.sqlite --record election.sqlite",
    "janadesh restore election-night.sqlite --record postgresql://desk@db/janadesh   # from a file into PostgreSQL",
)


def restore(
    backup: Annotated[
        Path, typer.Argument(metavar="BACKUP", help="A file that `janadesh backup` wrote, or any record in SQLite.")
    ],
    *,
    record: Annotated[
        str,
        typer.Option(
            "--record",
            metavar="PATH-or-URL",
            help="Where the record is to be: a place that holds none, or an empty one.",
        ),
    ],
) -> None:
    """Make a record out of a backup, verified, whole or not at all; what a place already holds is never overwritten."""
    from janadesh.record.copying import restore as restored

    with at_work("Verifying the backup and restoring it"):
        entries = restored(backup, record)
    typer.echo(f"{record} holds {sum(entry.statements for entry in entries)} statements in {len(entries)} entries.")
    if entries:
        typer.echo(f"The ledger ends in {entries[-1].entry_hash}")
