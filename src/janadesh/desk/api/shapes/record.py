"""The shapes of what the record says of itself: who said what, and what was loaded when."""

from __future__ import annotations

import datetime as dt

from janadesh.desk.api.shapes.envelope import Shape


class Source(Shape):
    """Who said it: a gazette, a results page, a press note, a newspaper, an archive."""

    id: str
    title: str
    publisher: str
    kind: str
    """`official`, `agency`, `press`, `archive` or `derived` (reasoned from others)."""
    published: dt.date | None
    url: str | None
    note: str | None


class CitedSource(Shape):
    """A source of figures, with how many of them it gave."""

    source: str
    """The source's id."""
    title: str
    publisher: str
    kind: str
    published: dt.date | None
    url: str | None
    statements: int
    """How many statements stand on it."""


class LedgerEntry(Shape):
    """One load into the record; each carries the hash of the one before."""

    entry: int
    loaded_at: dt.datetime
    read_from: str
    statements: int
    content_hash: str
    previous_hash: str
    entry_hash: str


class Changed(Shape):
    """What one load said of an election."""

    entry: int
    """The number of the ledger entry."""
    loaded_at: dt.datetime
    tables: str
    """Which tables it added to, with blanks between."""
    constituencies: str | None
    """Of which constituencies, by their ids with blanks between; null where it spoke of the election as a whole."""


class Change(Shape):
    """What one load said of an election, as an event of the stream tells it."""

    entry: int
    """The number of the ledger entry, which is the event's id, too."""
    loaded_at: dt.datetime
    election: str
    tables: tuple[str, ...]
    constituencies: tuple[str, ...]
    """Empty where it spoke of the election as a whole."""


class Thing(Shape):
    """Something that the record knows by name."""

    noun: str
    """`election`, `constituency`, `party`, `alliance`, `person`, `territory` or `house`."""
    id: str
    name: str
