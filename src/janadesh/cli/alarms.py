"""`janadesh alarms`: where a count contradicts itself, and clearing it by hand."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import DigitsOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption
from janadesh.cli.talk import say

EXAMPLES = (
    "janadesh alarms in-ls-2024 --as-of 2024-06-04T18:00",
    "janadesh alarms in-ls-2024 --all --format csv",
    'janadesh alarms in-ls-2024 --clear Srinagar --because "Recount, says the returning officer"',
)


def alarms(
    election: ElectionArgument,
    every: Annotated[bool, typer.Option("--all", help="Those that were cleared, too.")] = False,  # noqa: FBT002
    rule: Annotated[str | None, typer.Option("--rule", help="Only alarms of this rule.")] = None,
    clear: Annotated[
        str | None,
        typer.Option(
            "--clear", metavar="CONSTITUENCY", help="Clear what stands there: the held figures become its votes."
        ),
    ] = None,
    because: Annotated[
        str | None, typer.Option("--because", metavar="WORDS", help="Who cleared it, and why; kept with the alarm.")
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
) -> None:
    """
    Show where a count contradicts itself: each alarm with the two observations that conflict.

    What an alarm holds is kept beside the last good figures until a later update clears it, or you do.
    """
    import polars as pl

    from janadesh.analysis.found import the_election
    from janadesh.analysis.territories import country_of
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.cli.standings_tables import alarm_columns
    from janadesh.count import standing_alarms
    from janadesh.export.figures import digits_of_country
    from janadesh.export.figures import grouped
    from janadesh.export.tables import peoples_table

    if clear is not None and not because:
        raise typer.BadParameter("say who clears it, and why", param_hint="--because")
    with opened(record) as book:
        held = the_election(book, election, as_of)
        if clear is not None and because is not None:
            entry = standing_alarms.clear(book, held.id, clear, because, rule=rule)
            say(f"Cleared: {'nothing' if entry is None else f'entry {entry.entry}, {entry.statements} statements'}.")
            return
        frame = standing_alarms.alarms(book, held.id, as_of)
        digits = digits or digits_of_country(country_of(book, held.id, as_of))
    wanted = frame if every else frame.filter("standing")
    wanted = wanted if rule is None else wanted.filter(pl.col("rule") == rule)
    title = titled(held.name, "alarms" if every else "alarms that stand", as_of=as_of)
    show(wanted, peoples_table(title, wanted, alarm_columns(partial(grouped, digits=digits))), form)
