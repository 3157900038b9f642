"""`janadesh indices`: an election summed up by the indices of political science."""

from __future__ import annotations

from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

EXAMPLES = ("janadesh indices in-jk-2024", "janadesh indices in-jk-2024 --from in-jk-2008 --format json")


def indices(
    election: ElectionArgument,
    earlier: Annotated[
        str | None,
        typer.Option("--from", metavar="ELECTION", help="What volatility is measured from. [default: the one before]"),
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """
    Sum up an election by its indices: parties in effect, disproportionality, volatility, opposition unity.

    Each names where its formula was published; `docs/explanation/analysis.md` gives the formulas.
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.indices import indices as asked
    from janadesh.cli.analysis_tables import indices_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled

    with opened(record) as book:
        found = the_election(book, election, as_of)
        frame = asked(book, found.id, as_of, earlier)
    show(frame, indices_table(titled(found.name, "indices", as_of=as_of), frame), form)
