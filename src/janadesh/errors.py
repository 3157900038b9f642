"""
What can go wrong, told to a person.

    JanadeshError
    ├── Refused          input that is refused whole, with every fault listed
    ├── Impossible       a request that nothing can meet: more seats than there are, a party twice
    ├── NotInRecord      a question about something that the record does not hold
    └── RecordUnusable   a record that cannot be opened, read or written

The command line prints the message and exits with `exit_code`; nothing below a face prints or exits.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_TOLD = 50
"""Faults that one message lists; the rest are counted, and `Refused.faults` has them all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one place of an input: file, row (the heading is row 1), column, value, and the cure."""

    file: str
    problem: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    cure: str | None = None
    key: str | None = None
    """In a file of settings, where a table has its column."""

    def __str__(self) -> str:
        """Say it in one line, the place first."""
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", column {self.column}"
        if self.key is not None:
            place += f", {self.key}"
        shown = "" if self.value is None else f" (found {_shortened(self.value)!r})"
        cure = f" {self.cure}" if self.cure else ""
        return f"{place}: {self.problem}{shown}.{cure}"


class JanadeshError(Exception):
    """The root of every error that a caller may catch."""

    exit_code = 1


class Refused(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """Input refused as a whole; the record is as it was. `faults` lists each place."""

    exit_code = 2

    def __init__(self, what: str, faults: list[Fault]) -> None:
        """Keep the faults beside the message that lists them."""
        self.what = what
        self.faults = tuple(faults)
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        lines = [f"{what} was refused, and nothing was loaded: {count}.", *map(str, faults[:MOST_TOLD])]
        if len(faults) > MOST_TOLD:
            lines.append(f"… and {len(faults) - MOST_TOLD} faults more.")
        super().__init__("\n".join(lines))


class Impossible(JanadeshError):  # noqa: N818
    """A request that nothing can meet, such as more seats for parties than the house has; the message says why."""

    exit_code = 2


class NotInRecord(JanadeshError):  # noqa: N818
    """A question about an election, constituency, party or person that the record does not hold."""

    exit_code = 3


class RecordUnusable(JanadeshError):  # noqa: N818
    """The record cannot be opened, read or written."""

    exit_code = 4


def _shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
