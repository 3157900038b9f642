"""`janadesh swing`: what changed from one election to the next."""

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

    from janadesh.export.figures import Digits
    from janadesh.export.tables import PeoplesTable
    from janadesh.record.book import Record

EXAMPLES = (
    "janadesh swing in-jk-2024",
    "janadesh swing in-jk-2024 --from in-jk-2008 --by alliance",
    "janadesh swing in-jk-2024 --by constituency --between NC,BJP",
    "janadesh swing in-jk-2024 --by constituency --plot arrows.svg",
    "janadesh swing in-jk-2024 --by gains --plot flow.svg",
    "janadesh swing in-jk-2024 --by incumbent --format csv > stood-again.csv",
    "janadesh swing in-ls-2024 --by rebel",
)


class Change(StrEnum):
    """What change is listed by."""

    PARTY = "party"
    ALLIANCE = "alliance"
    CONSTITUENCY = "constituency"
    GAINS = "gains"
    SEAT = "seat"
    INCUMBENT = "incumbent"
    REBEL = "rebel"


def swing(
    election: ElectionArgument,
    earlier: Annotated[
        str | None, typer.Option("--from", metavar="ELECTION", help="The earlier one. [default: the one before]")
    ] = None,
    by: Annotated[Change, typer.Option("--by", help="What to list the change by.")] = Change.PARTY,
    between: Annotated[
        str | None,
        typer.Option(
            "--between",
            metavar="A,B",
            help="The two parties or alliances of the swing, with `--by constituency`. [default: the two largest]",
        ),
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
    plot: PlotOption = None,
) -> None:
    """
    Show what changed between two elections: votes and seats, swing, seats that changed hands, who stood again.

    Seats are compared across a delimitation only where the record says which one carries on which, and
    "boundaries" says how surely. An alliance is, at both elections, the parties it has at the later one.
    Swing is Butler's, and Steed's beside it; it is positive where it goes to the first side.
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.found import the_election_before
    from janadesh.analysis.territories import country_of
    from janadesh.cli.counted_members import say_who_is_counted
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.export.figures import digits_of_country

    with opened(record) as book:
        now = the_election(book, election, as_of)
        then = the_election_before(book, now, earlier, as_of)
        digits = digits or digits_of_country(country_of(book, now.id, as_of))
        title = titled(now.name, f"from {then.name}", as_of=as_of)
        frame, table = _asked(book, by, (now.id, then.id, between), as_of, (title, digits))
        if by is Change.ALLIANCE:
            say_who_is_counted(book, now.id, as_of)
        if plot is not None:
            years = (str(then.year), str(now.year)) if then.year != now.year else (then.name, now.name)
            _plotted(book, by, (title, *years), frame, plot)
    show(frame, table, form)


def _asked(
    book: Record,
    by: Change,
    asked: tuple[str, str, str | None],
    as_of: str | None,
    shown: tuple[str, Digits],
) -> tuple[pl.DataFrame, PeoplesTable]:
    from janadesh.analysis.changed_hands import changed_hands
    from janadesh.analysis.changed_hands import gains
    from janadesh.analysis.changes import alliance_changes
    from janadesh.analysis.changes import party_changes
    from janadesh.analysis.found import short_of_side
    from janadesh.analysis.rebels import rebels
    from janadesh.analysis.standing_again import standing_again
    from janadesh.analysis.swing import swings
    from janadesh.cli import change_tables as tables
    from janadesh.cli.talk import say

    now, then, between = asked
    title, digits = shown
    if by is Change.CONSTITUENCY:
        frame = swings(book, now, then, _two(book, between, as_of), as_of)
        first, second = (short_of_side(book, frame[side][0], as_of) for side in ("first", "second"))
        return frame, tables.swings_table(title, frame, (first, second))
    if by is Change.REBEL:
        frame = rebels(book, now, as_of)
        return frame, tables.rebels_table(title, frame, digits)
    if by is Change.INCUMBENT:
        frame = standing_again(book, now, then, as_of)
        return frame, tables.standing_again_table(title, frame, digits)
    if by in {Change.GAINS, Change.SEAT}:
        hands = changed_hands(book, now, then, as_of)
        if by is Change.SEAT:
            return hands, tables.hands_table(title, hands)
        frame = gains(hands)
        left_out = hands.height - int(frame["seats"].sum())
        if left_out:
            say(f"Left out are {left_out} of {hands.height} seats: they carry on no earlier one, or one had no winner.")
        return frame, tables.gains_table(title, frame)
    ask = party_changes if by is Change.PARTY else alliance_changes
    frame = ask(book, now, then, as_of)
    return frame, tables.changes_table(title, frame, digits)


def _plotted(book: Record, by: Change, names: tuple[str, str, str], frame: pl.DataFrame, file: Path) -> None:
    from janadesh.analysis.found import short_of_side
    from janadesh.cli import plotting
    from janadesh.errors import Impossible

    title, before, now = names
    if by is Change.CONSTITUENCY:
        first, second = (short_of_side(book, frame[side][0]) for side in ("first", "second"))
        plotting.plot_swings(book, title, frame, (first, second), file)
    elif by is Change.SEAT:
        plotting.plot_tiles(book, title, frame, ("to_party", "to_short"), file)
    elif by is Change.GAINS:
        plotting.plot_flow(book, f"{title}, {frame['seats'].sum()} seats compared", frame, (before, now), file)
    elif by in {Change.PARTY, Change.ALLIANCE}:
        plotting.plot_changes(title, frame, file)
    else:
        raise Impossible("Change is drawn by party, alliance, constituency, seat or gains.")


def _two(book: Record, between: str | None, as_of: str | None) -> tuple[str, str] | None:
    from janadesh.analysis.found import the_side

    if between is None:
        return None
    names = [name.strip() for name in between.split(",") if name.strip()]
    if len(names) != 2:
        raise typer.BadParameter("takes two, such as NC,BJP", param_hint="--between")
    return the_side(book, names[0], as_of), the_side(book, names[1], as_of)
