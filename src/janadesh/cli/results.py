"""`janadesh results`: seats and votes of an election, a constituency, a party or a candidate."""

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
    from janadesh.model import Election
    from janadesh.record.book import Record

EXAMPLES = (
    "janadesh results in-jk-2024",
    "janadesh results in-jk-2024 --by alliance",
    "janadesh results in-jk-2024 --constituency Budgam",
    'janadesh results in-jk-2024 --party "CPI(M)"',
    'janadesh results in-jk-2024 --candidate "Omar Abdullah" --format json',
    "janadesh results in-jk-2024 --by constituency --format csv > seats.csv",
    "janadesh results in-jk-2024 --by alliance --plot house.svg",
    "janadesh results in-jk-2024 --between NC,BJP,PDP --plot triangle.svg",
)


class By(StrEnum):
    """What the results of a whole election are listed by."""

    PARTY = "party"
    ALLIANCE = "alliance"
    CONSTITUENCY = "constituency"


def results(
    election: ElectionArgument,
    constituency: Annotated[
        str | None, typer.Option("--constituency", "-c", help="Only this one, by number, name or id.")
    ] = None,
    party: Annotated[str | None, typer.Option("--party", "-p", help="Only this party's candidates.")] = None,
    candidate: Annotated[str | None, typer.Option("--candidate", help="Only candidates of this name.")] = None,
    by: Annotated[By | None, typer.Option("--by", help="What to list a whole election by. [default: party]")] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
    between: Annotated[
        str | None,
        typer.Option(
            "--between", metavar="A,B,C", help="How each seat's votes lie between three parties or alliances."
        ),
    ] = None,
    plot: PlotOption = None,
) -> None:
    """
    Show the results of an election, or of one constituency, party or candidate in it.

    Shares are of the votes for candidates; "share with NOTA" is the one that the Election Commission of
    India prints. A dash is a figure that the record does not hold, which is not the same as none.
    A margin below zero is the distance to the winner. A plot of a whole election is a half-circle of seats, by
    constituency a map of tiles, and with --between a triangle.
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.territories import country_of
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.export.figures import digits_of_country

    some = bool(constituency or party or candidate)
    for given, option in ((by, "--by"), (between, "--between"), (plot, "--plot")):
        if given is not None and some:
            raise typer.BadParameter(
                "is of a whole election; leave out --constituency, --party and --candidate", param_hint=option
            )
    if by is not None and between is not None:
        raise typer.BadParameter("lists constituencies; leave out --by", param_hint="--between")
    with opened(record) as book:
        held = the_election(book, election, as_of)
        digits = digits or digits_of_country(country_of(book, held.id, as_of))
        if between is not None:
            frame, table = _between(book, held, between, as_of, plot)
        elif constituency and not (party or candidate):
            frame, table = _of_constituency(book, held, constituency, as_of, digits)
        elif constituency or party or candidate:
            frame, table = _of_some(book, held, (constituency, party, candidate), as_of, digits)
        else:
            frame, table = _of_election(book, held, by or By.PARTY, as_of, digits)
            if plot is not None:
                _plotted(book, table.title, frame, by or By.PARTY, plot)
    show(frame, table, form)


def _of_election(
    book: Record, election: Election, by: By, as_of: str | None, digits: Digits
) -> tuple[pl.DataFrame, PeoplesTable]:
    from janadesh.analysis.contests import contest_results
    from janadesh.analysis.parties import alliance_results
    from janadesh.analysis.parties import party_results
    from janadesh.cli.result_tables import contests_table
    from janadesh.cli.result_tables import seats_table
    from janadesh.cli.showing import titled

    contests = contest_results(book, election.id, as_of)
    title = titled(election.name, as_of=as_of)
    if by is By.CONSTITUENCY:
        return contests, contests_table(title, contests, digits)
    ask = party_results if by is By.PARTY else alliance_results
    frame = ask(book, election.id, as_of)
    nota = int(contests["nota"].sum()) if contests["nota"].count() else None
    return frame, seats_table(title, frame, nota, digits)


def _plotted(book: Record, title: str, frame: pl.DataFrame, by: By, file: Path) -> None:
    import polars as pl

    from janadesh.cli import plotting

    if by is By.CONSTITUENCY:
        plotting.plot_tiles(book, title, frame, ("winner_party", "winner_short"), file)
    else:
        # while votes are counted, a seat is drawn for who is ahead
        plotting.plot_house(title, frame.with_columns(seats=pl.col("won") + pl.col("leading")), "seats", file)


def _between(
    book: Record, election: Election, sides: str, as_of: str | None, file: Path | None
) -> tuple[pl.DataFrame, PeoplesTable]:
    from janadesh.analysis.found import short_of_side
    from janadesh.analysis.found import the_side
    from janadesh.analysis.three_way import three_way
    from janadesh.cli.result_tables import three_way_table
    from janadesh.cli.showing import titled

    ids = [the_side(book, name.strip(), as_of) for name in sides.split(",") if name.strip()]
    if len(set(ids)) != 3:
        raise typer.BadParameter("takes three, such as NC,BJP,PDP", param_hint="--between")
    frame = three_way(book, election.id, ids, as_of)
    names = tuple(short_of_side(book, side, as_of) for side in ids)
    title = titled(election.name, f"between {names[0]}, {names[1]} and {names[2]}", as_of=as_of)
    if file is not None:
        from janadesh.cli.plotting import plot_triangle

        plot_triangle(book, title, frame, names, file)
    return frame, three_way_table(title, frame, names)


def _of_constituency(
    book: Record, election: Election, constituency: str, as_of: str | None, digits: Digits
) -> tuple[pl.DataFrame, PeoplesTable]:
    from janadesh.analysis.ballots import ballot_results
    from janadesh.analysis.found import the_constituency
    from janadesh.cli.result_tables import ballot_table
    from janadesh.cli.showing import titled

    place = the_constituency(book, election.id, constituency, as_of)
    frame = ballot_results(book, election.id, place["id"], as_of)
    return frame, ballot_table(titled(election.name, f"{place['number']} {place['name']}", as_of=as_of), frame, digits)


def _of_some(
    book: Record,
    election: Election,
    wanted: tuple[str | None, str | None, str | None],
    as_of: str | None,
    digits: Digits,
) -> tuple[pl.DataFrame, PeoplesTable]:
    import polars as pl

    from janadesh.analysis.found import candidates_named
    from janadesh.analysis.found import the_constituency
    from janadesh.analysis.found import the_party
    from janadesh.analysis.margins import with_margins
    from janadesh.analysis.votes import candidate_votes
    from janadesh.cli.result_tables import candidacies_table
    from janadesh.cli.showing import titled
    from janadesh.errors import NotInRecord

    constituency, party, candidate = wanted
    frame = with_margins(candidate_votes(book, election.id, as_of))
    about = []
    if constituency:
        place = the_constituency(book, election.id, constituency, as_of)
        frame = frame.filter(pl.col("constituency") == place["id"])
        about.append(place["name"])
    if party:
        row = the_party(book, party, as_of)
        frame = frame.filter(pl.col("party") == row["id"])
        about.append(row["name"])
    if candidate:
        frame = candidates_named(book, frame, candidate, as_of)
        about.append(candidate)
    if frame.is_empty():
        raise NotInRecord(f"The record has no candidacy of {', '.join(about)} in {election.name}.")
    return frame, candidacies_table(titled(election.name, *about, as_of=as_of), frame, digits)
