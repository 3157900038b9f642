"""The options that commands share, each declared once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from janadesh.export.figures import Digits


class Format(StrEnum):
    """How a reading command writes its answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


RecordOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        envvar="JANADESH_RECORD",
        metavar="PATH-or-URL",
        help="The record: a SQLite file, or a postgresql:// URL. Without it, the one in your user data folder.",
    ),
]

AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="MOMENT",
        help="Answer with what was known then: a day (2024-08-22) or a time (2024-10-08T14:05).",
    ),
]

FormatOption = Annotated[Format, typer.Option("--format", help="How to write the answer.")]

DigitsOption = Annotated[
    Digits | None,
    typer.Option("--digits", help="Commas in tables: 1,25,000 or 125,000. Without it, as the election's country does."),
]

PlotOption = Annotated[
    Path | None,
    typer.Option(
        "--plot", metavar="FILE", help="Draw the answer too, into a file that ends in .svg, or .png (extra `plots`)."
    ),
]

ElectionArgument = Annotated[
    str, typer.Argument(metavar="ELECTION", help="The election's id or name; `janadesh elections` lists them.")
]

AlertKindsOption = Annotated[
    str | None, typer.Option("--on", metavar="KINDS", help="Alerts to raise: lead-change,declared,majority,alarm.")
]

AlertsOption = Annotated[
    str | None,
    typer.Option(
        "--alerts",
        metavar="FILE-or-URL",
        help="Where alerts go: a file of JSON lines, or a webhook (signed with JANADESH_WEBHOOK_SECRET). "
        "Without it, standard output.",
    ),
]
