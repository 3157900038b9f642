"""`janadesh project`: where a running count is going."""

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
from janadesh.cli.talk import say

if TYPE_CHECKING:
    import polars as pl

    from janadesh.export.tables import Writing

EXAMPLES = (
    "janadesh project in-ls-2024 --as-of 2024-06-04T16:00",
    "janadesh project in-ls-2024 --by alliance --level 0.7",
    "janadesh project in-ls-2024 --by constituency --as-of 2024-06-04T18:00 --format csv",
)
_METHOD = (
    "Method: each contest's final margin by a heavy-tailed model of how counts move, learnt from the afternoon of "
    "4 June 2024 alone; seats by draws with errors shared by state and party."
)
_LIMITS = (
    "Limits: other years and houses may count otherwise; what holds before 14:00 rests on simulated mornings. "
    "See docs/explanation/projection.md."
)


class By(StrEnum):
    """What a projection is listed by."""

    PARTY = "party"
    ALLIANCE = "alliance"
    CONSTITUENCY = "constituency"


def project(
    election: ElectionArgument,
    by: Annotated[By, typer.Option("--by", help="What to list the projection by.")] = By.PARTY,
    level: Annotated[
        float,
        typer.Option(
            "--level",
            min=0.01,
            max=0.99,
            help="The chance that an interval holds the final figure; of seats, the range whose chance is nearest.",
        ),
    ] = 0.9,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
) -> None:
    """
    Say where a count is going: chances of winning, intervals of final margins and of seats, chances of a majority.

    From what was known at the moment only. Contests of which nothing was shown by then are not projected.
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.house import house_size
    from janadesh.analysis.territories import country_of
    from janadesh.cli.project_tables import contest_columns
    from janadesh.cli.project_tables import seat_columns
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.count.projected import projected_contests
    from janadesh.count.projected import projected_seats
    from janadesh.count.projecting import known_at
    from janadesh.count.projecting import projection_of
    from janadesh.errors import NotInRecord
    from janadesh.export.figures import digits_of_country
    from janadesh.export.figures import grouped
    from janadesh.export.tables import peoples_table

    with opened(record) as book:
        held = the_election(book, election, as_of)
        digits = digits or digits_of_country(country_of(book, held.id, as_of))
        number: Writing = partial(grouped, digits=digits)
        known = known_at(book, held.id, as_of)
        projection = projection_of(known)
        if projection is None:
            raise NotInRecord(f"No votes and no leads of {held.name} were known by then, so nothing can be projected.")
        frame: pl.DataFrame
        if by is By.CONSTITUENCY:
            frame, columns = projected_contests(book, known, projection, level), contest_columns(number)
        else:
            needed = house_size(book, held.id, as_of).majority
            frame, columns = projected_seats(known, projection, level, needed, by.value), seat_columns(by.value)
            say(f"A majority is {needed} seats.")
    show(frame, peoples_table(titled(held.name, "projection", as_of=as_of), frame, columns), form)
    for words in (_METHOD, _LIMITS):
        say(words)
    if known.without_previous:
        say(
            f"{known.without_previous} of {known.contests.height} contests have no previous result in the record: "
            "their chances are a little less sharp."
        )
    if known.unseen:
        say(f"{known.unseen} contests are left out, of which nothing was shown by then.")
