"""Articles from the files and folders that a command names; what cannot be read is told, the rest is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from janadesh.cli.talk import say
from janadesh.errors import JanadeshError

if TYPE_CHECKING:
    from janadesh.sources.article import Article


class NothingInFolder(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """A folder that was named holds no file."""

    exit_code = 2


def articles_in(named: Iterable[Path], written_on: dt.date | None, unread: list[int]) -> Iterator[Article]:
    """
    Read articles from files, and from all files of folders, by name, hidden ones left out.

    Args:
        named: files and folders.
        written_on: the day the articles were written on, whatever they say.
        unread: gets the exit code of each file, page or item that could not be read.
    """
    from janadesh.sources.articles import each_article

    def set_aside(error: JanadeshError) -> None:
        say(str(error))
        unread.append(error.exit_code)

    for path in named:
        try:
            for file in _files(path):
                try:
                    yield from each_article(file, written_on, set_aside)
                except JanadeshError as error:
                    # the other files are checked all the same
                    set_aside(error)
        except NothingInFolder as error:
            set_aside(error)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = [
        file
        for file in sorted(path.rglob("*"))
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts)
    ]
    if not found:
        raise NothingInFolder(f"{path.name}: there is no file in this folder. Name one that holds articles.")
    return found
