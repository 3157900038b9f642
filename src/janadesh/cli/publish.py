"""`janadesh publish`: the desk as static files."""

from __future__ import annotations

import time
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import RecordOption
from janadesh.cli.talk import say

if TYPE_CHECKING:
    from janadesh.desk.publishing.folder import Counts
    from janadesh.desk.publishing.walk import Tell

EXAMPLES = (
    "janadesh publish site --election in-jk-2024",
    "janadesh publish site --base-url https://results.example/2024/",
    "janadesh publish site --every 30",
)

_PLAIN_EVERY = 10.0
"""Where no terminal shows progress, it is told after so many seconds."""


def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write; made where it is not there.")],
    election: Annotated[
        list[str] | None,
        typer.Option("--election", metavar="ID", help="Publish this election; may be given again. Without it, all."),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="Where DIR will be served; needed for the sitemap, for previews on other sites, and for cards.",
        ),
    ] = None,
    every: Annotated[
        int | None,
        typer.Option(
            "--every", metavar="SECONDS", min=1, help="Go on publishing what changes, looking so often, until Ctrl-C."
        ),
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
) -> None:
    """Write the desk as static files for any web host; what was written before is only touched where it changed."""
    from janadesh.cli.records import opened
    from janadesh.desk.publishing.publish import Asked
    from janadesh.desk.publishing.publish import Publisher

    asked = Asked(elections=tuple(election or ()), base_url=base_url, as_of=as_of)
    with opened(record) as book:
        publisher = Publisher(book, folder, asked)
        published = ""
        while True:
            state = publisher.state()
            begun = time.monotonic()
            if state != published:
                with _progress() as tell:
                    counts = publisher.publish(tell)
                published = state
                say(_told(counts, folder, time.monotonic() - begun))
            if every is None:
                return
            time.sleep(max(0.0, every - (time.monotonic() - begun)))


def _told(counts: Counts, folder: Path, seconds: float) -> str:
    parts = [f"{counts.written} written", f"{counts.unchanged} as they were", f"{counts.removed} taken away"]
    left = f" Left, since somebody changed them: {', '.join(counts.left)}." if counts.left else ""
    return f"Published into {folder} in {seconds:.1f} s: {', '.join(parts)}.{left}"


@contextmanager
def _progress() -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import BarColumn
    from rich.progress import MofNCompleteColumn
    from rich.progress import Progress
    from rich.progress import TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        say("Drawing.")
        yield now_and_then(time.monotonic)
        return
    columns = (TextColumn("Drawing"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("")
        yield lambda done, known: bar.update(task, completed=done, total=known)


def now_and_then(clock: Callable[[], float]) -> Tell:
    """Give what says, in a plain line every ten seconds by a clock, how much is drawn."""
    said_at = clock()

    def tell(done: int, known: int) -> None:
        nonlocal said_at
        if clock() - said_at >= _PLAIN_EVERY:
            said_at = clock()
            say(f"{done} of {known} drawn.")

    return tell
