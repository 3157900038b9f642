"""One seat of an election as plain values: who stands, with how many votes, and how it ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """
    A candidate in a contest with the votes counted for it; None is unknown.

    `counted` is the total, or what is known of it; `position` is 1 for most votes, None before any count.
    """

    election: str
    constituency: str
    serial: int
    name: str
    party: str
    person: str | None
    evm: int | None
    postal: int | None
    migrant: int | None
    counted: int | None
    position: int | None
    won: bool
    status: str
    known_at: dt.datetime
    source: str


@dataclass(frozen=True, slots=True)
class ContestFacts:
    """
    One seat of an election with everybody who stands, most votes first.

    `settled` is whether the result is declared or final. `nota_evm` and `nota` are votes for none of the above.
    """

    election: str
    constituency: str
    name: str
    official_name: str
    number: int
    territory: str
    region: str | None
    district: str | None
    places: frozenset[str]
    """`spelling_key` of the region and district that the seat lies in."""
    within: str | None
    reservation: str
    phase: int | None
    settled: bool
    standings: tuple[Standing, ...]
    winner: Standing | None
    """The elected; None before the result."""
    valid: int
    """Votes for candidates, NOTA left out."""
    nota: int | None
    nota_evm: int | None
    known_at: dt.datetime
    source: str

    @property
    def runner_up(self) -> Standing | None:
        """Give the candidate next to the winner; never NOTA."""
        winner = self.winner
        return next((s for s in self.standings if s is not winner and s.counted is not None), None)

    @property
    def margin(self) -> int | None:
        """Give the votes between winner and runner-up."""
        return gap(self.winner, self.runner_up)

    def standing(self, serial: int) -> Standing | None:
        """Find a candidate by the number on the ballot."""
        return next((s for s in self.standings if s.serial == serial), None)


def gap(ahead: Standing | None, behind: Standing | None) -> int | None:
    """Give the votes between two candidates, or None where one is unknown."""
    if ahead is None or behind is None or ahead.counted is None or behind.counted is None:
        return None
    return ahead.counted - behind.counted


def evm_gap(ahead: Standing | None, behind: Standing | None) -> int | None:
    """Give the EVM votes between two candidates, or None where one is unknown."""
    if ahead is None or behind is None or ahead.evm is None or behind.evm is None:
        return None
    return ahead.evm - behind.evm
