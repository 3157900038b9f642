"""`janadesh log`: what was loaded into the record, and when."""

from __future__ import annotations

from dataclasses import asdict

from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

EXAMPLES = ("janadesh log", "janadesh log --format csv | tail -1")


def log(record: RecordOption = None, form: FormatOption = Format.TABLE) -> None:
    """List the ledger: one entry for each load, oldest first."""
    import polars as pl

    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.export.tables import Column
    from janadesh.export.tables import peoples_table
    from janadesh.record.ledger import Entry

    with opened(record) as book:
        entries = book.entries()
    frame = pl.DataFrame([asdict(entry) for entry in entries], schema=list(Entry.__dataclass_fields__), orient="row")
    columns = (
        Column("entry", "Entry", is_number=True),
        Column("loaded_at", "Loaded"),
        Column("read_from", "From"),
        Column("statements", "Statements", is_number=True),
        Column("entry_hash", "Hash", writing=lambda entry_hash: entry_hash[:12]),
    )
    show(frame, peoples_table("What was loaded into the record", frame, columns), form)
