"""`janadesh show`: what the record knows of an election, a constituency, a party, a person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import DigitsOption
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

if TYPE_CHECKING:
    import polars as pl

    from janadesh.cli.portraits import Section

EXAMPLES = (
    "janadesh show in-jk-2024",
    "janadesh show in-jk-2024 --as-of 2024-08-22",
    "janadesh show Budgam",
    'janadesh show "Engineer Rashid"',
    "janadesh show PDP --format json",
)


def show(
    thing: Annotated[
        str, typer.Argument(metavar="THING", help="An id or name: of an election, constituency, party, person …")
    ],
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
) -> None:
    """
    Show what the record knows of a thing by that name.

    For an election: its schedule, with days that were moved, and its alliances. For a constituency: its
    contests, followed back across delimitations. For a party: its alliances and results. For a person:
    offices and candidacies. As CSV, each cell is a row of its own: section, row, column, value.
    """
    import json

    from janadesh.analysis.territories import home_country
    from janadesh.analysis.things import the_thing
    from janadesh.cli.portraits import Asked
    from janadesh.cli.portraits import portrait
    from janadesh.cli.records import opened
    from janadesh.cli.showing import draw
    from janadesh.export.figures import digits_of_country
    from janadesh.export.tables import as_csv
    from janadesh.export.tables import rows_for_json

    with opened(record) as book:
        found = the_thing(book, thing, as_of)
        digits = digits or digits_of_country(home_country(book, as_of))
        sections = portrait(Asked(book, as_of, digits), found)
    if form is Format.JSON:
        told = {section.name: rows_for_json(section.frame) for section in sections}
        typer.echo(json.dumps({"noun": found.noun, "id": found.id} | told, ensure_ascii=False, indent=2))
    elif form is Format.CSV:
        typer.echo(as_csv(_cells(sections)), nl=False)
    else:
        draw(*(section.table for section in sections))


def _cells(sections: list[Section]) -> pl.DataFrame:
    import polars as pl

    from janadesh.export.tables import rows_for_json

    cells = [
        (section.name, number, column, None if value is None else str(value))
        for section in sections
        for number, row in enumerate(rows_for_json(section.frame), start=1)
        for column, value in row.items()
    ]
    schema = {"section": pl.String, "row": pl.Int64, "column": pl.String, "value": pl.String}
    return pl.DataFrame(cells, schema=schema, orient="row")
