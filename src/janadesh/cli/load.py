"""`janadesh load`: put packs and official tables into the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import RecordOption
from janadesh.cli.talk import at_work
from janadesh.cli.talk import say
from janadesh.errors import JanadeshError

if TYPE_CHECKING:
    from janadesh.errors import Fault
    from janadesh.record.book import Record
    from janadesh.record.ledger import Entry
    from janadesh.record.statements import Statements

EXAMPLES = (
    "janadesh load jk-2024                      # a bundled pack, by name",
    "janadesh load my-election/                 # a pack of your own, by folder",
    "janadesh load results.csv more.csv.gz      # official tables, several at once",
    "janadesh load results.csv --known-at 2024-10-08T18:30 --record election.sqlite",
    "janadesh load candidates.csv --map candidates.toml   # any table; `janadesh map` drafts the mapping",
)

MOST_SHOWN = 10
"""Rows set aside that are shown of one file; the rest are counted."""


def load(
    what: Annotated[list[str], typer.Argument(metavar="WHAT...", help="A bundled pack's name, a folder, or a file.")],
    known_at: Annotated[
        str | None,
        typer.Option("--known-at", metavar="MOMENT", help="When the tables were published, where they do not say."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="The tables' format, if not told from how they begin: eci-pages, eci-assembly, eci-assembly-json, "
            "eci-parliament, eci-report, booths, lokdhaba, lokdhaba-segments, nist-json, nist-xml, count-feed, or a "
            "plug-in's.",
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="A mapping file, for a table that no reader knows; see `map`."),
    ] = None,
    set_aside: Annotated[
        Path | None,
        typer.Option("--set-aside", metavar="FILE", help="A CSV file to list every row in that could not be placed."),
    ] = None,
    record: RecordOption = None,
) -> None:
    """
    Load packs and official tables into the record.

    Each is loaded whole or not at all: a fault is told with its file, row and column, and the record
    is then as it was before. Rows of a table that cannot be placed are set aside and told.
    """
    from janadesh.cli.records import opened
    from janadesh.sources.loading import read_statements

    if set_aside is not None and set_aside.exists():
        raise typer.BadParameter(f"{set_aside} is there already; name another file", param_hint="--set-aside")
    refused: list[int] = []
    left_out: list[Fault] = []
    _refuse_what_is_nowhere(what)
    with opened(record, create=True) as book:
        for item in what:
            try:
                with at_work(f"Loading {item}"):
                    statements = (
                        _mapped(item, mapping, book)
                        if mapping is not None
                        else read_statements(book, item, format=form, known_at=known_at)
                    )
                    entry = book.load(statements)
            except JanadeshError as error:
                # the others are loaded all the same; each says how it went
                say(str(error))
                refused.append(error.exit_code)
            else:
                _tell(item, entry, statements)
                left_out += statements.set_aside
    if set_aside is not None:
        _list(left_out, set_aside)
    if refused:
        raise typer.Exit(refused[0])


def _refuse_what_is_nowhere(what: list[str]) -> None:
    """Leave before a record is made, where nothing that was named is there."""
    from janadesh.sources.packs import NoSuchPack
    from janadesh.sources.packs import pack_folder

    missing: list[NoSuchPack] = []
    for item in what:
        try:
            if not Path(item).expanduser().is_file():
                pack_folder(item)
        except NoSuchPack as error:
            missing.append(error)
    if len(missing) == len(what):
        for one in missing:
            say(str(one))
        raise typer.Exit(missing[0].exit_code)


def _mapped(item: str, mapping: Path, book: Record) -> Statements:
    from janadesh.sources.mapped_table import read_mapped_table
    from janadesh.sources.mapping import read_map

    return read_mapped_table(Path(item).expanduser(), read_map(mapping), book)


def _tell(item: str, entry: Entry | None, statements: Statements) -> None:
    set_aside = statements.set_aside
    for fault in set_aside[:MOST_SHOWN]:
        say(f"Set aside: {fault}")
    if len(set_aside) > MOST_SHOWN:
        say(f"Set aside: {len(set_aside) - MOST_SHOWN} rows more; `--set-aside FILE` lists all of them.")
    if entry is not None:
        say(f"{item}: entry {entry.entry}, {entry.statements} statements, {len(set_aside)} rows set aside.")
    elif any(frame.height for frame in statements.frames.values()):
        say(f"{item}: the record already held every statement of it; nothing was added.")
    else:
        say(f"{item}: there was nothing in it that could be placed; nothing was added.")


def _list(set_aside: list[Fault], file: Path) -> None:
    import polars as pl

    from janadesh.export.tables import as_csv
    from janadesh.export.writing import write_file

    columns = {"file": pl.String, "row": pl.Int64, "column": pl.String, "value": pl.String, "problem": pl.String}
    rows = [{name: getattr(fault, name) for name in columns} for fault in set_aside]
    write_file(file, as_csv(pl.DataFrame(rows, schema=columns)).encode())
