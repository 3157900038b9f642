"""`janadesh tally`: seats, votes and strike rates by party, state, region, phase, reservation or gender."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import DigitsOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import PlotOption
from janadesh.cli.options import RecordOption

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from janadesh.record.book import Record

EXAMPLES = (
    "janadesh tally in-jk-2024",
    "janadesh tally in-jk-2024 --by alliance --plot house.svg",
    "janadesh tally in-jk-2024 --by region",
    "janadesh tally in-jk-2024 --by region --across alliance",
    "janadesh tally in-ls-2024 --by state --across party",
    "janadesh tally in-jk-2024 --by reservation --across party --format csv > reserved.csv",
    "janadesh tally in-jk-2024 --by person",
)


class Group(StrEnum):
    """What an election is tallied by."""

    PARTY = "party"
    ALLIANCE = "alliance"
    STATE = "state"
    REGION = "region"
    DISTRICT = "district"
    PHASE = "phase"
    RESERVATION = "reservation"
    GENDER = "gender"
    PERSON = "person"


class Across(StrEnum):
    """What each group is split by."""

    PARTY = "party"
    ALLIANCE = "alliance"


def tally(
    election: ElectionArgument,
    by: Annotated[Group, typer.Option("--by", help="What to tally by; `person` is who stands in several seats.")] = (
        Group.PARTY
    ),
    across: Annotated[
        Across | None, typer.Option("--across", help="Split each state, region, phase … by this.")
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
    plot: PlotOption = None,
) -> None:
    """
    Tally an election: strike rates, second places and lost deposits by party or alliance, or seats by place.

    A strike rate is seats won in per cent of those contested. A party's share is of the votes for candidates,
    within the state, region, phase or reservation where it is split by one.
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.territories import country_of
    from janadesh.cli import tally_tables as tables
    from janadesh.cli.counted_members import say_who_is_counted
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.cli.talk import say
    from janadesh.export.figures import digits_of_country

    if across and by in {Group.PARTY, Group.ALLIANCE, Group.PERSON}:
        raise typer.BadParameter(f"splits places and genders, and not `--by {by}`", param_hint="--across")
    with opened(record) as book:
        found = the_election(book, election, as_of)
        digits = digits or digits_of_country(country_of(book, found.id, as_of))
        frame = _tallied(book, found.id, by, across, as_of)
        if Group.ALLIANCE in {by, across}:
            say_who_is_counted(book, found.id, as_of)
    if frame.is_empty() and by is not Group.PERSON:
        say(f"The record has no candidates of {found.name} at that moment; `janadesh load` takes its results.")
    title = titled(found.name, f"by {by}", as_of=as_of)
    if plot is not None:
        _plotted(title, frame, by, across, plot)
    if by is Group.PERSON:
        table = tables.several_seats_table(title, frame, digits)
    elif across is None and by not in {Group.PARTY, Group.ALLIANCE, Group.GENDER}:
        table = tables.places_table(title, frame, by, digits)
    else:
        table = tables.strike_table(title, frame, by, digits)
    show(frame, table, form)


def _plotted(title: str, frame: pl.DataFrame, by: Group, across: Across | None, file: Path) -> None:
    from janadesh.cli.plotting import plot_house
    from janadesh.errors import Impossible

    if across is None and by not in {Group.PARTY, Group.ALLIANCE}:
        raise Impossible("A house is drawn by party or alliance; leave out `--by`, or take `--by alliance`.")
    plot_house(title, frame, "won", file)


def _tallied(book: Record, election: str, by: Group, across: Across | None, as_of: str | None) -> pl.DataFrame:
    from janadesh.analysis.parties import alliance_results
    from janadesh.analysis.parties import party_results
    from janadesh.analysis.several_seats import several_seats
    from janadesh.analysis.tallies import gender_tallies
    from janadesh.analysis.tallies import place_tallies
    from janadesh.analysis.tallies import tallies_across

    if by is Group.PARTY:
        return party_results(book, election, as_of)
    if by is Group.ALLIANCE:
        return alliance_results(book, election, as_of)
    if by is Group.PERSON:
        return several_seats(book, election, as_of)
    if by is Group.GENDER:
        return gender_tallies(book, election, across, as_of)
    return tallies_across(book, election, by, across, as_of) if across else place_tallies(book, election, by, as_of)
