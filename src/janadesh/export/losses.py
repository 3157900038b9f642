"""What an export cannot carry, counted from the record that is exported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One kind of thing that a format has no place for, and how many of these the record has."""

    table: str
    what: str
    count: int

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.table}, {self.what}: {self.count}"
