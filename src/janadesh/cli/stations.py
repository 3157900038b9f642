"""`janadesh stations`: the polling stations of a contest, and whether they add up to its votes."""

from __future__ import annotations

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

    from janadesh.export.figures import Digits
    from janadesh.export.tables import PeoplesTable

EXAMPLES = (
    "janadesh stations in-ls-2024 Srinagar",
    "janadesh stations in-ls-2024 Srinagar --segment 17",
    "janadesh stations in-ls-2024 Srinagar --differences",
)


def stations(
    election: ElectionArgument,
    constituency: Annotated[str, typer.Argument(metavar="CONSTITUENCY", help="By number, name or id.")],
    segment: Annotated[int | None, typer.Option("--segment", help="Only this assembly segment, by number.")] = None,
    *,
    differences: Annotated[
        bool, typer.Option("--differences", help="Add the stations up, and compare with the contest's EVM votes.")
    ] = False,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
) -> None:
    """
    Show a contest's polling stations, or what they add up to.

    Votes are those on the machines of the station; postal votes belong to none. A dash is a figure that the
    record does not hold.
    """
    from janadesh.analysis.found import the_constituency
    from janadesh.analysis.found import the_election
    from janadesh.analysis.stations import station_results
    from janadesh.analysis.stations import station_sums
    from janadesh.analysis.territories import country_of
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.errors import NotInRecord
    from janadesh.export.figures import digits_of_country

    with opened(record) as book:
        held = the_election(book, election, as_of)
        place = the_constituency(book, held.id, constituency, as_of)
        digits = digits or digits_of_country(country_of(book, held.id, as_of))
        ask = station_sums if differences else station_results
        frame = ask(book, held.id, place["id"], as_of, segment=segment)
    where = [f"{place['number']} {place['name']}"] + ([] if segment is None else [f"segment {segment}"])
    if frame.is_empty():
        raise NotInRecord(
            f"The record has no polling stations of {', '.join(where)} in {held.name}. "
            "They are in no bundled pack; `janadesh load FILE` takes them from the tables that "
            "docs/reference/polling_stations.md lists."
        )
    title = titled(held.name, *where, as_of=as_of)
    show(frame, _sums(title, frame, digits) if differences else _stations(title, frame, digits), form)


def _stations(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    from janadesh.export.figures import grouped
    from janadesh.export.tables import Column
    from janadesh.export.tables import peoples_table
    from janadesh.export.tables import text

    number = partial(grouped, digits=digits)
    return peoples_table(
        title,
        frame,
        (
            Column("segment", "Segment", text, is_number=True),
            Column("station", "Station", text),
            Column("station_name", "Name", text),
            Column("electors", "Electors", number, is_number=True),
            Column("candidates_votes", "Votes", number, is_number=True),
            Column("nota", "NOTA", number, is_number=True),
            Column("first", "First", text),
            Column("first_votes", "Votes", number, is_number=True),
            Column("lead", "Lead", number, is_number=True),
        ),
    )


def _sums(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    from janadesh.export.figures import grouped
    from janadesh.export.tables import Column
    from janadesh.export.tables import peoples_table
    from janadesh.export.tables import text

    number = partial(grouped, digits=digits)
    return peoples_table(
        title,
        frame,
        (
            Column("serial", "No.", is_number=True),
            Column("name", "Candidate", text),
            Column("stations", "Stations", number, is_number=True),
            Column("stations_sum", "Stations together", number, is_number=True),
            Column("evm", "EVM votes", number, is_number=True),
            Column("total", "All votes", number, is_number=True),
            Column("difference", "Difference", number, is_number=True),
        ),
    )
