"""`janadesh packs`: which packs Janadesh brings."""

from __future__ import annotations

from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption

EXAMPLES = ("janadesh packs", "janadesh load haryana-2024", "janadesh load example-council --record example.sqlite")


def packs(form: FormatOption = Format.TABLE) -> None:
    """
    List the election packs that Janadesh brings; `janadesh load` takes them by name.

    A new record of your own holds those that are marked so; the others are loaded by name. Examples are of places
    that do not exist.
    """
    import polars as pl

    from janadesh.cli.showing import show
    from janadesh.export.tables import Column
    from janadesh.export.tables import peoples_table
    from janadesh.sources.packs import all_packs

    rows = [(p.name, p.title, str(p.folder), p.is_example, not p.by_name_only) for p in all_packs()]
    schema = dict.fromkeys(("name", "title", "folder"), pl.String)
    frame = pl.DataFrame(rows, schema={**schema, "is_example": pl.Boolean, "in_a_new_record": pl.Boolean}, orient="row")
    columns = (
        Column("name", "Pack"),
        Column("title", "What it holds"),
        Column("in_a_new_record", "In a new record", _said),
    )
    show(frame, peoples_table("Bundled packs", frame, columns), form)


def _said(held: bool) -> str:  # noqa: FBT001 - a cell of the table
    return "yes" if held else "by name"
