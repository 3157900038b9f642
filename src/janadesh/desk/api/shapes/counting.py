"""The shapes of where a count is going, and of where it contradicts itself."""

from __future__ import annotations

import datetime as dt

from janadesh.desk.api.shapes.envelope import Shape
from janadesh.desk.api.shapes.results import AllianceNamed
from janadesh.desk.api.shapes.results import PartyNamed


class ProjectedContest(Shape):
    """Where a contest is going, from what was known at the moment."""

    constituency: str
    number: int
    constituency_name: str
    leader: str
    leader_short: str
    leader_party: str
    chance: float
    """The leader's chance to win, 0 to 1."""
    rival: str | None
    """The likeliest other winner."""
    rival_short: str | None
    rival_chance: float | None
    low: int
    """The leader's final margin lies between `low` and `high` with the chance `level`; below 0 it is lost."""
    high: int


class _ProjectedSeats(Shape):
    low: int
    median: int
    high: int
    inside: float
    """The chance that the seats lie between `low` and `high`; of all ranges the one nearest to `level`."""
    mean: float
    majority: float | None
    """The chance of a majority, 0 to 1; null where the record does not know the house."""


class ProjectedParty(_ProjectedSeats, PartyNamed):
    """The seats that a party is going to have."""


class ProjectedAlliance(_ProjectedSeats, AllianceNamed):
    """The seats that an alliance is going to have; a party in none stands for itself."""


class Alarm(Shape):
    """Two observations of a count that conflict."""

    constituency: str
    number: int | None
    constituency_name: str | None
    rule: str
    """`total fell`, `votes above electors`, `candidate vanished` …"""
    serial: int | None
    """The candidacy it is about, where it is about one."""
    candidate: str | None
    raised_at: dt.datetime
    says: str
    """What conflicts, in a sentence with both figures."""
    earlier_value: float | None
    earlier_at: dt.datetime | None
    earlier_source: str | None
    later_value: float | None
    later_at: dt.datetime | None
    later_source: str | None
    standing: bool
    """Whether nothing has cleared it: no later update, no person, no final result from elsewhere."""
    status: str
    """`raised` or `cleared`."""
    cleared_by: str | None
    known_at: dt.datetime
    source: str
    note: str | None
