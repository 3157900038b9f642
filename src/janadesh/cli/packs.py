"""`janadesh packs`: which packs Janadesh brings."""

from __future__ import annotations

from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption

EXAMPLES = ("janadesh packs", "janadesh load example-council --record example.sqlite")


def packs(form: FormatOption = Format.TABLE) -> None:
    """
    List the election packs that Janadesh brings; `janadesh load` takes them by name.

    A new record of your own holds all of them but the examples, which are of places that do not exist.
    """
    import polars as pl

    from janadesh.cli.showing import show
    from janadesh.export.tables import Column
    from janadesh.export.tables import peoples_table
    from janadesh.sources.packs import all_packs

    rows = [(pack.name, pack.title, str(pack.folder), pack.is_example) for pack in all_packs()]
    schema = {**dict.fromkeys(("name", "title", "folder"), pl.String), "is_example": pl.Boolean}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    columns = (Column("name", "Pack"), Column("title", "What it holds"))
    show(frame, peoples_table("Bundled packs", frame, columns), form)
