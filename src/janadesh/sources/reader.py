"""What a reader of official tables is, built in or of a plug-in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.sources.peek import Peek


@dataclass(frozen=True, slots=True)
class Reader:
    """
    A format of official tables.

    - `name`: what a user gives to `--format`.
    - `describes`: the format in one line, as lists of formats show it.
    - `matches`: tells the format from what is seen of a file, folder or archive.
    - `read`: makes statements of it, resolved against a record, published at a moment where it does not
      say when. It raises `errors.Refused` with every fault, and leaves the record as it is.
    - `is_of_india`: whether its places are India's, so that the record must know these before it is read.
    """

    name: str
    describes: str
    matches: Callable[[Peek], bool]
    read: Callable[[Path, Record, Moment | None], Statements]
    is_of_india: bool = False
