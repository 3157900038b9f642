"""Articles from the files and folders that a command names; what cannot be read is told, the rest is read."""

from __future__ import annotations

import datetime as dt
import glob
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from janadesh.cli.talk import say
from janadesh.errors import JanadeshError

if TYPE_CHECKING:
    from janadesh.sources.article import Article


class NothingNamed(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """A folder that was named holds no file, or a pattern fits none."""

    exit_code = 2


def articles_in(named: Iterable[Path], written_on: dt.date | None, unread: list[int]) -> Iterator[Article]:
    """
    Read articles from files, and from all files of folders, by name, hidden ones left out.

    Args:
        named: files, folders, and patterns of names (`archive/*.warc.gz`), as a shell that was kept from
            opening them hands them over.
        written_on: the day the articles were written on, whatever they say.
        unread: gets the exit code of each file, page or item that could not be read.
    """
    from janadesh.sources.articles import each_article

    def set_aside(error: JanadeshError) -> None:
        say(str(error))
        unread.append(error.exit_code)

    for file in files_in(named, unread):
        try:
            yield from each_article(file, written_on, set_aside)
        except JanadeshError as error:
            # the other files are checked all the same
            set_aside(error)


def files_in(named: Iterable[Path], unread: list[int]) -> Iterator[Path]:
    """
    List files, the files of folders and those that patterns fit, by name.

    Args:
        named: files, folders and patterns; `articles_in` says more.
        unread: gets the exit code of each folder or pattern that gives no file.
    """
    for path in named:
        try:
            yield from _files(path)
        except NothingNamed as error:
            say(str(error))
            unread.append(error.exit_code)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.is_file() and not _is_hidden(file.relative_to(path)))
        if not found:
            raise NothingNamed(f"{path.name}: there is no file in this folder. Name one that holds articles.")
        return found
    if glob.has_magic(str(path)) and not path.exists():
        fitting = map(Path, glob.glob(str(path), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        found = sorted(file for file in fitting if file.is_file())
        if not found:
            raise NothingNamed(f"{path}: no file has such a name. Name one that is there, or a folder.")
        return found
    return [path]


def _is_hidden(file: Path) -> bool:
    return any(part.startswith(".") for part in file.parts)
