"""The shapes of what is known of an election besides its results."""

from __future__ import annotations

import datetime as dt

from janadesh.desk.api.shapes.envelope import Shape


class ElectionRow(Shape):
    """One election that the record holds."""

    id: str
    """The election's id, which stays the same for ever."""
    name: str
    house: str
    """The id of the house that is elected."""
    year: int
    kind: str
    """`general` or `by-election`."""
    polled_from: dt.date | None
    polled_to: dt.date | None
    counted_on: dt.date | None
    contests: int
    """Constituencies that the record has of the election."""
    declared: int
    """How many of them have a result, the uncontested among them."""
    previous: str | None
    """The election to the same house before this one."""


class House(Shape):
    """The house that an election fills."""

    house: str
    name: str
    elected: int
    """Seats that are elected."""
    nominated: int
    """Seats that are filled by nomination."""
    vacant: int
    """Seats won in the election that have fallen vacant since."""
    majority: int
    """More than half of the elected seats."""
    full_majority: int
    """More than half of the elected and nominated seats."""
    majority_now: int
    """More than half of the elected members who are left."""


class Election(ElectionRow):
    """One election, with the house that it fills."""

    time_zone: str
    """The zone in which its days are days."""
    territory: str | None
    """Where less than the whole territory of the house is in the record."""
    size: House | None
    """The house; null where the record does not know it."""


class Step(Shape):
    """One dated step of an election, on the day that stood at the moment."""

    event: str
    """`announcement`, `notification`, `nominations`, `scrutiny`, `withdrawal`, `poll`, `count` or `swearing-in`."""
    phase: int | None
    on_date: dt.date
    moved_from: dt.date | None
    """The day announced before, where the step was moved."""
    moved_on: dt.datetime | None
    """When the new day was announced."""
    known_at: dt.datetime
    source: str
    note: str | None


class Member(Shape):
    """A party's standing in an alliance for one election."""

    alliance: str
    alliance_name: str
    alliance_short: str
    party: str
    party_name: str
    party_short: str
    status: str
    """`talks`, `member` or `left`."""
    valid_from: dt.date | None
    known_at: dt.datetime
    source: str
    note: str | None


class SeatShare(Shape):
    """How many seats a deal gave to a partner."""

    alliance: str
    alliance_name: str
    party: str | None
    """Null for contests in which partners stand against each other."""
    party_name: str | None
    arrangement: str
    """`allotted`, `friendly` or `outside`."""
    seats: int
    known_at: dt.datetime
    source: str


class Rule(Shape):
    """A rule in force on the election's day, with the law that makes it."""

    kind: str
    says: str
    law: str
    since: dt.date | None
    until: dt.date | None


class Vacancy(Shape):
    """A seat won in the election that has fallen vacant since."""

    constituency: str
    number: int
    constituency_name: str
    on_date: dt.date
    reason: str
    """`other seat`, `resigned`, `died`, `disqualified` or `election void`."""
    person: str | None
    person_name: str | None
    known_at: dt.datetime
    source: str
