"""`janadesh people`: one person across elections; `link` finds who is one, `show` tells a career."""

from __future__ import annotations

from typing import Annotated

import typer

from janadesh.cli.going import TellingCommand
from janadesh.cli.options import AsOfOption
from janadesh.cli.options import DigitsOption
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption
from janadesh.cli.plain_errors import PlainErrors
from janadesh.cli.talk import at_work
from janadesh.cli.talk import say

EXAMPLES = (
    "janadesh people link --dry-run",
    "janadesh people link --territory in-jk",
    'janadesh people show "Engineer Rashid"',
)

people = typer.Typer(
    name="people",
    cls=PlainErrors,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="Link the candidacies of one person across elections, and show careers.",
    epilog="\n".join(["Examples:", "", "```", *EXAMPLES, "```"]),
)


@people.command("link", cls=TellingCommand)
def link(
    territory: Annotated[
        str | None,
        typer.Option("--territory", "--state", metavar="ID", help="Only candidacies of this state, by its id (in-jk)."),
    ] = None,
    record: RecordOption = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the links and leave the record as it is.")] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """
    Find candidacies of one person, and load the links into the record.

    The links are statements of their own source, `same-person`, known from now on: asked as of an earlier
    moment, the record is without them. A candidacy that already has a person keeps it.
    """
    from janadesh import model
    from janadesh.analysis.careers import link_statements
    from janadesh.analysis.careers import links
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show as show_table
    from janadesh.export.tables import Column
    from janadesh.export.tables import peoples_table
    from janadesh.export.tables import text

    with opened(record) as book:
        _refuse_unknown(book.frame(model.Territory)["id"].to_list(), territory)
        with at_work("Comparing candidacies"):
            found = links(book, territory=territory)
        entry = None if dry_run else book.load(link_statements(book, found))
    shown = found.sort("person", "when").select("person", "name", "election", "constituency", "serial", "is_new")
    columns = (
        Column("person", "Person"),
        Column("name", "Candidate", text),
        Column("election", "Election"),
        Column("constituency", "Constituency"),
    )
    if dry_run or form is not Format.TABLE:
        show_table(shown, peoples_table("Candidacies that gain a person", shown, columns), form)
    new = found.filter("is_new")["person"].n_unique()
    say(f"{found.height} candidacies gain a person; new persons: {new}.")
    if entry is not None:
        say(f"Loaded as entry {entry.entry}.")
    elif not dry_run:
        say("Nothing was added to the record.")


@people.command("show", cls=TellingCommand)
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The person's id or any of the names.")],
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    digits: DigitsOption = None,
) -> None:
    """Show every candidacy of a person, latest first."""
    from janadesh.analysis.careers import career
    from janadesh.analysis.territories import home_country
    from janadesh.cli.records import opened
    from janadesh.cli.result_tables import candidacies_table
    from janadesh.cli.showing import show as show_table
    from janadesh.cli.showing import titled
    from janadesh.export.figures import digits_of_country

    with opened(record) as book:
        frame = career(book, name, as_of)
        digits = digits or digits_of_country(home_country(book, as_of))
    table = candidacies_table(titled(name, as_of=as_of), frame, digits, with_election=True)
    show_table(frame, table, form)


def _refuse_unknown(known: list[str], territory: str | None) -> None:
    from janadesh.errors import NotInRecord

    if territory is not None and territory not in known:
        states = ", ".join(sorted(set(known)))
        raise NotInRecord(f"The record has no territory {territory!r}. It has {states}.")
