"""What the command line says to a person, on standard error, beside the data on standard output."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer


def say(words: str) -> None:
    """Say something on standard error."""
    typer.echo(words, err=True)


@contextmanager
def at_work(words: str) -> Iterator[None]:
    """Show that something longer is going on: moving on a terminal, one plain line elsewhere."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        say(words)
        yield
        return
    with console.status(words):
        yield


def counted(number: int, noun: str) -> str:
    """Write so many of something: `1 claim`, `2,140 claims`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
