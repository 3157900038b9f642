"""`janadesh packs`: which packs Janadesh brings."""

from __future__ import annotations

from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption

EXAMPLES = ("janadesh packs", "janadesh load jk-2024 --record election.sqlite")


def packs(form: FormatOption = Format.TABLE) -> None:
    """List the election packs that Janadesh brings; `janadesh load` takes them by name."""
    import polars as pl

    from janadesh.cli.showing import show
    from janadesh.export.tables import Column
    from janadesh.export.tables import peoples_table
    from janadesh.sources.packs import bundled_packs

    bundled = [{"name": pack.name, "title": pack.title, "folder": str(pack.folder)} for pack in bundled_packs()]
    frame = pl.DataFrame(bundled, schema=dict.fromkeys(("name", "title", "folder"), pl.String))
    columns = (Column("name", "Pack"), Column("title", "What it holds"))
    show(frame, peoples_table("Bundled packs", frame, columns), form)
