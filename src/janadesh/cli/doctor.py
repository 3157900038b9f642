"""`janadesh doctor`: is everything there that Janadesh needs?"""

from __future__ import annotations

import typer

from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption
from janadesh.errors import RecordUnusable

EXAMPLES = ("janadesh doctor", "janadesh doctor --record election.sqlite --format json")


def doctor(*, form: FormatOption = Format.TABLE, record: RecordOption = None) -> None:
    """
    Say what is installed and what is missing, whether the record can be used, and what to do about it.

    It changes nothing. It leaves with code 4 where something is wrong; an optional part that is not there is not.
    """
    import polars as pl

    from janadesh.cli.doctor_findings import findings
    from janadesh.cli.showing import show
    from janadesh.export.tables import Column
    from janadesh.export.tables import peoples_table

    names = ("about", "state", "says", "cure")
    found = [tuple(getattr(each, name) for name in names) for each in findings(record)]
    frame = pl.DataFrame(found, schema=dict.fromkeys(names, pl.String), orient="row")
    columns = [Column("about", "Looked at"), Column("state", ""), Column("says", "Found"), Column("cure", "What to do")]
    show(frame, peoples_table("Janadesh on this machine", frame, columns), form)
    if "wrong" in frame["state"]:
        raise typer.Exit(RecordUnusable.exit_code)
