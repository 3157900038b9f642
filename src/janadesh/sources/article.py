"""
An article: a dated text that is checked against the record.

    UnreadableArticle
    ├── NoDate         it does not say when it was written
    ├── EmptyArticle   it has no text
    ├── TooLong        it has more characters than any article
    └── BrokenJson     it is no JSON, or has not the fields of an article
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from janadesh.errors import JanadeshError

MOST_CHARACTERS = 1_000_000
"""The length of the longest article that is checked: a live blog of a day has a third of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """
    A text with the day it was written on.

    `text` is the text as given; offsets of claims count its characters. `plain` has the same length
    and is what claims are looked for in: markup is replaced by blanks and line ends.
    """

    id: str
    written_on: dt.date
    text: str
    plain: str
    title: str | None = None
    url: str | None = None


class UnreadableArticle(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """A file or text that is no article that can be checked."""

    exit_code = 2


class NoDate(UnreadableArticle):
    """The article does not say when it was written."""

    def __init__(self, name: str, found: str | None = None) -> None:
        """Say what is missing, or what was found in its place."""
        problem = (
            "it does not say when it was written" if found is None else f"its date {found!r} cannot be read as one day"
        )
        super().__init__(
            f"{name}: {problem}, and whether a claim holds depends on when it was made. "
            "Give the day, `--date 2024-10-08`, in a program `written_on`, "
            "or write it before the text: date 2024-10-08, or date 8 October 2024."
        )


class EmptyArticle(UnreadableArticle):
    """The article has no text."""

    def __init__(self, name: str) -> None:
        """Say that nothing is there to be checked."""
        super().__init__(f"{name}: there is no text in it. Give the article's own text, or the page it stands on.")


class TooLong(UnreadableArticle):
    """The article has more characters than any article, so the file must hold something else, or many."""

    def __init__(self, name: str, characters: int, most: int) -> None:
        """Say how long it is, and how long it may be."""
        super().__init__(
            f"{name}: it has {characters:,} characters, and an article has at most {most:,}. "
            "Split it; many articles go into one file as JSON lines or in a WARC archive."
        )


class BrokenJson(UnreadableArticle):
    """The file is no JSON, or an object in it has not the fields of an article."""


def check_length(text: str, name: str, most: int = MOST_CHARACTERS) -> None:
    """
    Make sure that a text is no longer than an article may be.

    Raises: TooLong.
    """
    if len(text) > most:
        raise TooLong(name, len(text), most)
