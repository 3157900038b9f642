"""`janadesh margins`: the closest contests of an election, and the largest margins."""

from __future__ import annotations

from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import DigitsOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import PlotOption
from janadesh.cli.options import RecordOption

EXAMPLES = (
    "janadesh margins in-jk-2024",
    "janadesh margins in-jk-2024 --largest 5",
    "janadesh margins in-jk-2024 --under 1000",
    "janadesh margins in-jk-2024 --under 2% --matrix",
    "janadesh margins in-jk-2024 --nota",
    "janadesh margins in-jk-2024 --plot margins.svg",
)


def margins(
    election: ElectionArgument,
    closest: Annotated[
        int | None, typer.Option("--closest", min=1, help="So many of the closest. [default: 10]")
    ] = None,
    largest: Annotated[int | None, typer.Option("--largest", min=1, help="So many of the largest instead.")] = None,
    under: Annotated[
        str | None, typer.Option("--under", metavar="N-or-N%", help="Only margins under so many votes, or per cent.")
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
    plot: PlotOption = None,
    *,
    nota: Annotated[bool, typer.Option("--nota", help="Only where NOTA got more votes than the margin.")] = False,
    matrix: Annotated[bool, typer.Option("--matrix", help="Count them by winner's and runner-up's party.")] = False,
) -> None:
    """
    Show contests by the votes between the first two, the closest first.

    NOTA is no candidate and never the second. Per cent are of the votes for candidates. A plot shows every contest
    that the other options let through, not only those listed.
    """
    import polars as pl

    from janadesh.analysis.close_contests import by_margin
    from janadesh.analysis.close_contests import close_matrix
    from janadesh.analysis.close_contests import closer_than
    from janadesh.analysis.found import the_election
    from janadesh.analysis.territories import country_of
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.cli.talk import say
    from janadesh.cli.tally_tables import margins_table
    from janadesh.cli.tally_tables import matrix_table
    from janadesh.export.figures import digits_of_country

    votes, percent = _bound(under)
    with opened(record) as book:
        found = the_election(book, election, as_of)
        digits = digits or digits_of_country(country_of(book, found.id, as_of))
        known = by_margin(book, found.id, as_of)
        frame = closer_than(known, votes, percent)
        frame = frame.filter(pl.col("nota_above_margin")) if nota else frame
        if plot is not None:
            from janadesh.cli.plotting import plot_margins

            plot_margins(book, titled(found.name, "margins", as_of=as_of), frame, plot)
    if frame.is_empty():
        why = (
            "No contest had two candidates with votes at that moment."
            if known.is_empty()
            else "No contest is so close."
        )
        say(why)
    if matrix:
        counted = close_matrix(frame)
        show(counted, matrix_table(titled(found.name, "winner and runner-up", as_of=as_of), counted, digits), form)
        return
    if largest:
        frame = frame.sort("margin", "number", descending=[True, False]).head(largest)
    elif closest or (under is None and not nota):
        frame = frame.head(closest or 10)
    show(frame, margins_table(titled(found.name, "margins", as_of=as_of), frame, digits), form)


def _bound(under: str | None) -> tuple[int | None, float | None]:
    if under is None:
        return None, None
    try:
        return (None, float(under[:-1])) if under.endswith("%") else (int(under.replace(",", "")), None)
    except ValueError:
        raise typer.BadParameter(
            f"takes votes (1000) or per cent (2%), and not {under!r}", param_hint="--under"
        ) from None
