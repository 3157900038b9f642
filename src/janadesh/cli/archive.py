"""`janadesh check --out`: any number of articles checked side by side, and their claims written as Parquet."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from janadesh.cli.article_files import files_in
from janadesh.cli.records import opened
from janadesh.cli.records import users_record
from janadesh.cli.talk import counted
from janadesh.cli.talk import say
from janadesh.errors import JanadeshError

if TYPE_CHECKING:
    from janadesh.corpus.run import Progress

_SECONDS = 10
"""How often progress is told where it does not move on a terminal."""


class NoArchiveParts(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """The parts that check archives are not installed."""

    exit_code = 2


def check_to_file(
    named: Iterable[Path],
    out: Path,
    *,
    record: str | None,
    as_of: str | None,
    written_on: dt.date | None,
    workers: int | None,
    ray: str | None,
) -> None:
    """
    Check the articles of files and folders, write their claims to a Parquet file, and tell how far it is.

    Raises: NoArchiveParts, NoCluster, BrokenOff.
    """
    if out.suffix.lower() != ".parquet":
        raise typer.BadParameter(
            f"{out.name} does not end in .parquet, and claims are written as Parquet.", param_hint="--out"
        )
    try:
        from janadesh.corpus.plan import Task
        from janadesh.corpus.plan import check_portions
        from janadesh.corpus.run import check_archive
        from janadesh.corpus.run import parts_folder
        from janadesh.corpus.run import set_aside_file
        from janadesh.corpus.run import state_of
    except ImportError:
        raise NoArchiveParts(
            "Archives are checked by parts that are not installed: run `pip install 'janadesh[corpus]'`."
        ) from None
    unread: list[int] = []
    with opened(record) as book:
        book.moment(as_of)
        against = state_of(book, as_of, written_on)
    out = out.absolute()
    task = Task(_everywhere(record), as_of, written_on, against, parts_folder(out))
    files = files_in(named, unread)
    told = _told(check_archive(files, out, against, lambda portions: check_portions(portions, task, workers, ray)))
    claims, articles = counted(told.claims, "claim"), counted(told.articles, "article")
    say(f"{claims} of {articles} {'is' if told.claims == 1 else 'are'} in {out.name}.")
    if told.set_aside:
        documents = counted(told.set_aside, "document")
        were = "was" if told.set_aside == 1 else "were"
        say(f"{documents} {were} set aside; {set_aside_file(out).name} gives the reasons.")
    if unread or told.set_aside:
        raise typer.Exit(unread[0] if unread else 2)


def _everywhere(record: str | None) -> str:
    """Name the record so that a process in another folder finds it."""
    if record is None:
        return str(users_record().absolute())
    return record if "://" in record else str(Path(record).absolute())


def _told(steps: Iterator[Progress]) -> Progress:
    from rich.console import Console

    console = Console(stderr=True)
    progress = next(steps)
    if progress.done:
        say(f"{progress.done:,} of {progress.of:,} portions were finished before.")
    if console.is_terminal:
        with console.status(_words(progress)) as status:
            for progress in steps:
                status.update(_words(progress))
        return progress
    last = time.monotonic()
    for progress in steps:
        if time.monotonic() - last >= _SECONDS:
            say(_words(progress))
            last = time.monotonic()
    return progress


def _words(progress: Progress) -> str:
    found = f"{progress.articles:,} articles, {progress.claims:,} claims, {progress.set_aside:,} set aside"
    return f"{progress.done:,} of {progress.of:,} portions: {found}"
