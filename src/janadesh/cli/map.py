"""`janadesh map`: draft the mapping of a table that no reader knows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from janadesh.cli.talk import say

EXAMPLES = (
    "janadesh map candidates.csv --out candidates.toml",
    "janadesh load candidates.csv --map candidates.toml     # once the lines ending in `# ?` are filled in",
)


def map(  # noqa: A001 - the command's name
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table of results, as CSV or XLSX.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to write the draft; else it is printed.")
    ] = None,
) -> None:
    """
    Draft a mapping file for a table of results that no reader knows.

    The draft guesses from the headings which column says what. Correct it, fill in the lines that end in
    `# ?`, and load the table with `janadesh load FILE --map MAPPING`.
    """
    from janadesh.sources.map_draft import drafted_map

    draft = drafted_map(file.expanduser())
    if out is None:
        typer.echo(draft, nl=False)
        return
    if out.exists():
        raise typer.BadParameter(f"{out} is there already; it may be one that you corrected", param_hint="--out")
    out.write_text(draft, encoding="utf-8")
    say(f"Wrote {out}. Fill in its {draft.count('# ?') - 1} lines that end in `# ?`, and check the others.")
