"""`janadesh standings`: who is ahead in a running count, as of any second."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import DigitsOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

if TYPE_CHECKING:
    import polars as pl

    from janadesh.export.tables import Column
    from janadesh.export.tables import Writing
    from janadesh.model import Election
    from janadesh.record.book import Record

EXAMPLES = (
    "janadesh standings in-ls-2024 --as-of 2024-06-04T16:05",
    "janadesh standings in-ls-2024 --by alliance --since 2024-06-04T14:00",
    "janadesh standings in-ls-2024 --by constituency --as-of 2024-06-04T18:00 --format csv",
    "janadesh standings in-ls-2024 --by state",
    "janadesh standings in-ls-2024 --changed 10",
)


class By(StrEnum):
    """What a count's standings are listed by."""

    PARTY = "party"
    ALLIANCE = "alliance"
    CONSTITUENCY = "constituency"
    REGION = "region"
    STATE = "state"


def standings(
    election: ElectionArgument,
    by: Annotated[By, typer.Option("--by", help="What to list the count by.")] = By.PARTY,
    since: Annotated[
        str | None, typer.Option("--since", metavar="MOMENT", help="Show what was gained and lost since then.")
    ] = None,
    changed: Annotated[
        float | None, typer.Option("--changed", metavar="MINUTES", min=0, help="Only what changed in so many minutes.")
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
) -> None:
    """
    Show how a count stands: who is ahead where, by how much, and how much is counted.

    Figures that an alarm holds are left out of the votes until the alarm is cleared; `janadesh alarms` shows them.
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.territories import country_of
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.export.figures import digits_of_country
    from janadesh.export.figures import grouped
    from janadesh.export.tables import peoples_table

    if since is not None and by in {By.REGION, By.STATE}:
        raise typer.BadParameter("goes with --by party, alliance or constituency", param_hint="--since")
    with opened(record) as book:
        held = the_election(book, election, as_of)
        digits = digits or digits_of_country(country_of(book, held.id, as_of))
        frame, columns, about = _answer(book, held, by, since, changed, as_of, partial(grouped, digits=digits))
    show(frame, peoples_table(titled(held.name, about, as_of=as_of), frame, columns), form)


def _answer(
    book: Record,
    held: Election,
    by: By,
    since: str | None,
    changed: float | None,
    as_of: str | None,
    number: Writing,
) -> tuple[pl.DataFrame, list[Column], str]:
    from janadesh.cli import standings_tables as tables
    from janadesh.count import standings
    from janadesh.count import standings_by

    if changed is not None:
        frame = standings.changed_within(book, held.id, changed, as_of)
        return frame, tables.changed_columns(number), f"what changed in {changed:g} minutes"
    if by is By.CONSTITUENCY and since is not None:
        frame = standings.lead_changes(book, held.id, since, as_of)
        return frame, tables.lead_change_columns(number), f"leads changed since {since}"
    if by is By.CONSTITUENCY:
        return standings.contest_standings(book, held.id, as_of), tables.contest_columns(number), "standings"
    if by in {By.REGION, By.STATE}:
        place = "territory" if by is By.STATE else "region"
        return (
            standings_by.standings_by_place(book, held.id, place, as_of),
            tables.place_columns(number, by.value),
            f"standings by {by}",
        )
    each = standings_by.standings_by_party if by is By.PARTY else standings_by.standings_by_alliance
    return (
        each(book, held.id, as_of, since),
        tables.seat_columns(number, by.value, moved=since is not None),
        "standings",
    )
