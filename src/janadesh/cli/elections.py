"""`janadesh elections`: which elections the record holds."""

from __future__ import annotations

from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

EXAMPLES = ("janadesh elections", "janadesh elections --all --format csv")


def elections(
    *,
    every: Annotated[bool, typer.Option("--all", help="Also those of which the record has only the days.")] = False,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the elections on the record, latest first."""
    import polars as pl

    from janadesh.analysis.elections import elections as held
    from janadesh.cli.dated_tables import elections_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show

    with opened(record) as book:
        frame = held(book, as_of)
    if not every:
        frame = frame.filter(pl.col("contests") > 0)
    show(frame, elections_table("Elections on the record", frame), form)
