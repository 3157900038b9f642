"""`janadesh rehearse`: a made-up count of a finished election, to try a desk with before the night."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import RecordOption
from janadesh.cli.talk import at_work
from janadesh.cli.talk import say

EXAMPLES = ("janadesh rehearse in-jk-2024 night", "janadesh rehearse in-jk-2024 short-night --rounds 5")


def rehearse(
    election: ElectionArgument,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to make.")],
    rounds: Annotated[int, typer.Option("--rounds", min=2, max=60, help="Rounds in each contest.")] = 15,
    record: RecordOption = None,
) -> None:
    """
    Make up a count of a finished election, to rehearse an election night with.

    The folder gets a record of what was known before the count, and a feed of made-up rounds that end in the
    official result. `replay` plays it, and `desk` shows it. The election's name says that it is made up, and
    its id is one that no other record has.
    """
    import gzip
    import json

    from janadesh.analysis.found import the_election
    from janadesh.cli.records import opened
    from janadesh.count.rehearsal import as_lines
    from janadesh.count.rehearsal import rehearsal
    from janadesh.record.opening import open_record

    folder = folder.expanduser()
    if folder.exists():
        raise typer.BadParameter(f"{folder} is there already, and nothing is written over", param_hint="FOLDER")
    with opened(record) as book, at_work("Making up a count"):
        rehearsed = rehearsal(book, the_election(book, election), rounds)
    folder.mkdir(parents=True)
    own, feed = folder / "record.sqlite", folder / "made-up-count.jsonl.gz"
    with open_record(own) as before, at_work("Writing what was known before it"):
        for statements in rehearsed.before:
            before.load(statements)
    with gzip.open(feed, "wt", encoding="utf-8") as written:
        written.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in as_lines(rehearsed))
    minutes = (rehearsed.ends - rehearsed.begins).total_seconds() / 60
    say(f"Wrote {folder}: {rehearsed.lines.height} made-up lines of {rehearsed.election}, {minutes / 60:.1f} hours.")
    say(f"Look at it while it is played, which takes {minutes / 60:.0f} minutes:")
    say(f"    janadesh desk --record {own}")
    say(f"    janadesh replay {feed} --record {own} --speed 60")
