"""`janadesh government`: who can govern after an election."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import PlotOption
from janadesh.cli.options import RecordOption

EXAMPLES = (
    "janadesh government in-jk-2024",
    "janadesh government in-jk-2024 --by party --coalitions",
    "janadesh government in-jk-2014 --by party --coalitions --never BJP+NC --never PDP+NC",
    "janadesh government in-jk-2024 --plot house.png",
    "janadesh government in-jk-2024 --as-of 2024-10-20 --nominated BJP=5",
)


class Together(StrEnum):
    """What sits together."""

    ALLIANCE = "alliance"
    PARTY = "party"


def government(
    election: ElectionArgument,
    by: Annotated[Together, typer.Option("--by", help="What sits together.")] = Together.ALLIANCE,
    never: Annotated[
        list[str] | None, typer.Option("--never", metavar="A+B", help="Two who do not govern together.")
    ] = None,
    nominated: Annotated[
        list[str] | None,
        typer.Option("--nominated", metavar="PARTY=N", help="Nominated members, by the party they sit with."),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="So many coalitions are listed.")] = 100,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    plot: PlotOption = None,
    *,
    coalitions: Annotated[
        bool, typer.Option("--coalitions", help="List coalitions of which every member is needed.")
    ] = False,
) -> None:
    """
    Show who can govern in the house that an election filled: the majority mark, power, and coalitions.

    Members who left their seats are counted no more. Each Independent sits alone. Power is the part of all
    coalitions, or orders of joining them, in which a bench brings the majority (Banzhaf, Shapley and Shubik).
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.found import the_party
    from janadesh.analysis.found import the_side
    from janadesh.analysis.government import government as reckoned
    from janadesh.analysis.supposing import read_pairs
    from janadesh.cli.counted_members import say_who_is_counted
    from janadesh.cli.government_tables import benches_table
    from janadesh.cli.government_tables import coalitions_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.cli.talk import say

    pairs = [_two(text) for text in never or ()]
    counts = [(name, _count(value)) for name, value in read_pairs(nominated or (), "nominated")]
    with opened(record) as book:
        found = the_election(book, election, as_of)
        told = reckoned(
            book,
            found.id,
            as_of,
            by=by.value,
            nominated={the_party(book, name, as_of)["id"]: number for name, number in counts},
            never=[(the_side(book, one, as_of), the_side(book, other, as_of)) for one, other in pairs],
            most=most,
        )
        if by is Together.ALLIANCE:
            say_who_is_counted(book, found.id, as_of)
    gone = f", {told.vacant} vacant" if told.vacant else ""
    title = titled(found.name, f"{told.mark} of {told.members} members make a majority{gone}", as_of=as_of)
    if plot is not None:
        from janadesh.cli.plotting import plot_house

        plot_house(title, told.benches, "seats", plot, told.mark)
    if told.undeclared:
        say(f"Of {told.undeclared} seats no winner is known, and the house is reckoned without them.")
    if coalitions:
        if told.cut:
            say(f"There are more coalitions than the {most} listed; --most lists more.")
        show(told.coalitions, coalitions_table(title, told.coalitions), form)
        return
    show(told.benches, benches_table(title, told.benches), form)


def _two(text: str) -> tuple[str, str]:
    names = [name.strip() for name in text.split("+")]
    if len(names) != 2 or not all(names):
        raise typer.BadParameter(f"takes two, such as BJP+PDP, and not {text!r}", param_hint="--never")
    return names[0], names[1]


def _count(text: str) -> int:
    if not text.isdigit():
        raise typer.BadParameter(
            f"takes PARTY=NUMBER, and {text!r} is no number of members (0, 1, 2 …)", param_hint="--nominated"
        )
    return int(text)
