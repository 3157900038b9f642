"""What the command line says of the members that sums by alliance rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from janadesh.cli.talk import say

if TYPE_CHECKING:
    from janadesh.record.book import Record


def say_who_is_counted(book: Record, election: str, as_of: str | None) -> None:
    """Say where an alliance is counted as few members, or where a member at other elections is counted apart."""
    from janadesh.analysis.recorded_members import said_of_members

    for sentence in said_of_members(book, election, as_of):
        say(sentence)
