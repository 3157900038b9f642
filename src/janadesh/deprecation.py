"""What is going: things that a coming release takes away, said a release ahead by every face of Janadesh."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from packaging.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """
    One thing that is going.

    - `what`: as people write it: `janadesh tally`, `janadesh tally --plot`, `janadesh.analysis.margins.margins`,
      `GET /elections/{election}/tallies`.
    - `since`, `said_on`: the release that says so, and its day.
    - `until`: the release that no longer has it.
    - `instead`: a sentence that tells what to use.

    Raises `ValueError` where it would go in the release that says so, or earlier.
    """

    what: str
    since: str
    said_on: dt.date
    until: str
    instead: str

    def __post_init__(self) -> None:
        """Hold to the promise that what goes is said a release ahead."""
        if Version(self.until) <= Version(self.since):
            raise ValueError(f"{self.what} would go in {self.until}; it is said since {self.since} only")

    def __str__(self) -> str:
        """Tell it to who uses the thing."""
        return f"{self.what} goes in Janadesh {self.until}. {self.instead}"


GOING: tuple[Deprecation, ...] = ()
"""All that is going now; the command line and the interface tell it by themselves."""


def deprecation_of(what: str) -> Deprecation | None:
    """Give what is said of a command, option, name or route; none where it stays."""
    return next((going for going in GOING if going.what == what), None)
