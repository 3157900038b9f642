"""`janadesh offices`: who holds which office."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

EXAMPLES = ("janadesh offices", "janadesh offices --on 2024-08-22", "janadesh offices --as-of 2024-10-16")


def offices(
    on: Annotated[
        dt.datetime | None,
        typer.Option(
            "--on",
            formats=["%Y-%m-%d"],
            metavar="DAY",
            help="Held on this day. [default: the day of --as-of, or today]",
        ),
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show who holds which office on a day, as known at a moment."""
    from janadesh.analysis.offices import offices as held_on
    from janadesh.cli.dated_tables import offices_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled

    with opened(record) as book:
        frame = held_on(book, as_of, on.date() if on else None)
    about = ["Offices"] if on is None else ["Offices", f"on {on:%Y-%m-%d}"]
    show(frame, offices_table(titled(*about, as_of=as_of), frame), form)
