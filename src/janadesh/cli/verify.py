"""`janadesh verify`: is the record still what was loaded into it?"""

from __future__ import annotations

import typer

from janadesh.cli.options import RecordOption
from janadesh.cli.talk import at_work
from janadesh.cli.talk import say

EXAMPLES = ("janadesh verify", "janadesh verify --record election.sqlite")


def verify(record: RecordOption = None) -> None:
    """Check every statement against the ledger; leave with code 1, naming the first altered entry."""
    from janadesh.cli.records import opened

    with opened(record) as book, at_work("Checking every statement against the ledger"):
        altered = book.altered()
        entries = book.entries()
    if altered:
        entry, what_is_wrong = altered[0]
        say(f"Entry {entry.entry}, loaded {entry.loaded_at} from {entry.read_from}, was altered: {what_is_wrong}.")
        raise typer.Exit(1)
    statements = sum(entry.statements for entry in entries)
    typer.echo(f"All {statements} statements in {len(entries)} entries are as they were loaded.")
    if entries:
        typer.echo(f"The ledger ends in {entries[-1].entry_hash}")
