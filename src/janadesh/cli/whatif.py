"""`janadesh whatif`: an election under other alliances, swings and candidates."""

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
    "janadesh whatif in-jk-2024 --together NC,INC,PDP --transfer 0.8±0.1",
    "janadesh whatif in-jk-2024 --apart NC,INC --transfer 0.9±0.05",
    "janadesh whatif in-jk-2024 --swing BJP=+2±1 --swing NC=-1 --local 2",
    "janadesh whatif in-jk-2024 --swing BJP=x1.1 --by constituency --plot seats.svg",
    "janadesh whatif in-jk-2024 --split NC=0.2±0.05",
    'janadesh whatif in-jk-2024 --withdraw "Banihal:Vikar Rasool Wani>NC" --transfer 0.6',
    "janadesh whatif in-jk-2024 --together NC,INC,PDP --transfer 'NC>PDP=0.5±0.1,PDP>NC=0.8' --rest others",
)


class Rest(StrEnum):
    """Where votes go that do not follow the party."""

    HOME = "home"
    OTHERS = "others"


class ByWhat(StrEnum):
    """What the answer is listed by."""

    ALLIANCE = "alliance"
    PARTY = "party"
    CONSTITUENCY = "constituency"


def whatif(
    election: ElectionArgument,
    together: Annotated[
        list[str] | None, typer.Option("--together", metavar="A,B", help="Parties whose strongest stands for all.")
    ] = None,
    apart: Annotated[
        list[str] | None, typer.Option("--apart", metavar="A,B", help="Partners who stand against each other.")
    ] = None,
    transfer: Annotated[
        list[str] | None,
        typer.Option(
            "--transfer", metavar="RATE", help="Share of votes that follows: 0.9±0.05, or NC>INC=0.8 for a pair."
        ),
    ] = None,
    rest: Annotated[Rest, typer.Option("--rest", help="Where the other votes go: nowhere, or to all others.")] = (
        Rest.HOME
    ),
    swing: Annotated[
        list[str] | None,
        typer.Option("--swing", metavar="PARTY=SWING", help="In points (BJP=+2±1), or a factor (BJP=x1.1)."),
    ] = None,
    withdraw: Annotated[
        list[str] | None,
        typer.Option("--withdraw", metavar="SEAT:CANDIDATE>PARTY", help="A candidate (a rebel, say) gives way."),
    ] = None,
    split: Annotated[
        list[str] | None,
        typer.Option("--split", metavar="PARTY=SHARE", help="A breakaway takes this share of its votes."),
    ] = None,
    local: Annotated[
        float, typer.Option("--local", min=0, help="Luck of each candidate in each seat, in points (1 sd).")
    ] = 0.0,
    earlier: Annotated[
        str | None, typer.Option("--from", metavar="ELECTION,…", help="What partners are told apart by.")
    ] = None,
    by: Annotated[ByWhat, typer.Option("--by", help="What to list the answer by.")] = ByWhat.ALLIANCE,
    draws: Annotated[int, typer.Option("--draws", min=1, help="How often the uncertain is drawn.")] = 10_000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same answer.")] = 1,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    plot: PlotOption = None,
) -> None:
    """
    Reckon an election again under other alliances, swings and candidates, seat by seat.

    A rate with ± is drawn anew each time (Beta), a swing too (normal); what is shown is the mean of all draws,
    and the 5th and 95th of a hundred. A partner who breaks away takes back its part of the joint votes, by the
    earlier election. It is arithmetic on votes cast, not a forecast.
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.supposing import read_scenario
    from janadesh.analysis.what_if import what_if
    from janadesh.cli.government_tables import supposed_seats_table
    from janadesh.cli.government_tables import supposed_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.cli.talk import say
    from janadesh.sources.linting.given import listed

    with opened(record) as book:
        found = the_election(book, election, as_of)
        scenario = read_scenario(
            book,
            found.id,
            as_of,
            together=together or (),
            apart=apart or (),
            transfer=transfer or (),
            rest=rest.value,
            swing=swing or (),
            withdraw=withdraw or (),
            split=split or (),
            local=local,
        )
        before = [the_election(book, e.strip(), as_of).id for e in earlier.split(",")] if earlier else []
        told = what_if(book, found.id, scenario, as_of, draws=draws, seed=seed, earlier=before)
        title = titled(found.name, f"what if, {draws:,} draws, {told.majority_mark} make a majority", as_of=as_of)
        if plot is not None:
            from janadesh.cli.plotting import plot_tiles

            plot_tiles(book, f"{found.name}, what if", told.seats, ("likely", "likely_short"), plot)
    if told.unparted:
        say(f"The partner that stood has no earlier votes in {listed(list(told.unparted))}, and keeps all there.")
    if by is ByWhat.CONSTITUENCY:
        show(told.seats, supposed_seats_table(title, told.seats), form)
        return
    frame = told.parties if by is ByWhat.PARTY else told.sides
    show(frame, supposed_table(title, frame), form)
