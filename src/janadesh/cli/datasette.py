"""`janadesh datasette`: what Datasette needs to show a record with descriptions."""

from __future__ import annotations

from janadesh.cli.options import RecordOption

EXAMPLES = ("janadesh datasette --record election.sqlite > metadata.json",)


def datasette(record: RecordOption = None) -> None:
    """
    Print the metadata with which Datasette describes every table, view and column of a record.

    The views to look at first are `results`, `contests_now` and `standings`. How to start Datasette is said on
    standard error.
    """
    import json
    from pathlib import Path

    import typer

    from janadesh.cli.records import opened
    from janadesh.cli.talk import say
    from janadesh.record.readable import DATASETTE_SETTINGS
    from janadesh.record.readable import datasette_metadata
    from janadesh.record.transactions import reading

    with opened(record) as book:
        place = book.engine.url.database or "record"
        with reading(book.engine) as connection:
            metadata = datasette_metadata(connection, Path(place).stem)
    typer.echo(json.dumps(metadata, ensure_ascii=False, indent=2))
    settings = " ".join(f"--setting {name} {value}" for name, value in DATASETTE_SETTINGS.items())
    say(f"Keep this as metadata.json, then: datasette {place} --metadata metadata.json {settings}")
