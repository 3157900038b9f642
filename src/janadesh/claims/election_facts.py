"""
One election as plain lookups: what was said of its contests, parties, alliances, schedule and figures.

`Facts` (in `facts.py`) makes these from the record, one election at a time, when first asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from typing import TypeVar

from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.names.spelling import spelling_key

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Membership:
    """One statement of a party's standing in an alliance: `talks`, `member` or `left`."""

    alliance: str
    party: str
    status: str
    known_at: dt.datetime
    source: str
    note: str | None


@dataclass(frozen=True, slots=True)
class DealTotal:
    """One statement of how many seats a deal gives a party (None: the friendly contests)."""

    alliance: str
    party: str | None
    arrangement: str
    seats: int
    known_at: dt.datetime
    source: str
    note: str | None


@dataclass(frozen=True, slots=True)
class DealSeat:
    """One seat that a deal gives to a party, or leaves to a friendly contest."""

    alliance: str
    party: str
    constituency: str
    arrangement: str


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of the day of a step of the election."""

    event: str
    phase: int | None
    on_date: dt.date
    known_at: dt.datetime
    source: str
    note: str | None


@dataclass(frozen=True, slots=True)
class FigureFact:
    """One statement of a number: electors, turnout, candidates …; `place` is `spelling_key` of the scope's id."""

    scope: str
    scope_id: str
    place: str
    measure: str
    value: float
    unit: str
    basis: str
    known_at: dt.datetime
    source: str
    note: str | None


@dataclass(frozen=True)
class ElectionFacts:
    """One election as known at a moment; statements of schedule, deals and figures with their whole history."""

    id: str
    name: str
    house: str
    house_name: str
    house_kind: str
    year: int
    kind: str
    previous: str | None
    zone: dt.tzinfo
    digits: str
    """How its country groups digits: `indian` or `international`."""
    elected_seats: int
    nominated_seats: int
    contests: dict[str, ContestFacts]
    memberships: tuple[Membership, ...]
    deal_totals: tuple[DealTotal, ...]
    deal_seats: tuple[DealSeat, ...]
    steps: tuple[Step, ...]
    figures: tuple[FigureFact, ...]
    house_known_at: dt.datetime | None = None
    house_source: str = ""
    backers: frozenset[tuple[str, int, str]] = field(default=frozenset())
    """(constituency, serial, party or alliance) of every endorsement."""

    def local_day(self, moment: dt.datetime) -> dt.date:
        """Give the day of a moment where the election is held."""
        return moment.astimezone(self.zone).date()

    @property
    def majority(self) -> int:
        """More than half of the elected seats."""
        return self.elected_seats // 2 + 1

    @property
    def full_majority(self) -> int:
        """More than half of all members, nominated ones included."""
        return (self.elected_seats + self.nominated_seats) // 2 + 1

    @cached_property
    def settled(self) -> bool:
        """Whether every contest on record has its result."""
        return bool(self.contests) and all(c.settled for c in self.contests.values())

    @cached_property
    def whole(self) -> bool:
        """Whether the record holds every seat that the house's election fills."""
        return self.kind == "general" and len(self.contests) >= self.elected_seats > 0

    @cached_property
    def by_party(self) -> dict[str, tuple[Standing, ...]]:
        """Give the candidates of each party."""
        return _grouped((s.party, s) for s in self.standings())

    @cached_property
    def by_person(self) -> dict[str, tuple[Standing, ...]]:
        """Give the candidacies of each person known across elections."""
        return _grouped((s.person, s) for s in self.standings() if s.person)

    @cached_property
    def by_name(self) -> dict[str, tuple[Standing, ...]]:
        """Give the candidacies by `spelling_key` of the name; namesakes stand under one key."""
        return _grouped((spelling_key(s.name), s) for s in self.standings())

    @cached_property
    def by_constituency_name(self) -> dict[str, str]:
        """Give the constituency's id by `spelling_key` of its names."""
        named = {spelling_key(c.official_name): c.constituency for c in self.contests.values()}
        return {**{spelling_key(c.name): c.constituency for c in self.contests.values()}, **named}

    @cached_property
    def votes(self) -> int:
        """Add up the votes for candidates in all contests."""
        return sum(c.valid for c in self.contests.values())

    @cached_property
    def nota(self) -> int:
        """Add up the NOTA votes that are known."""
        return sum(c.nota or 0 for c in self.contests.values())

    @cached_property
    def candidates(self) -> int:
        """Count the candidates of all contests."""
        return sum(len(c.standings) for c in self.contests.values())

    @cached_property
    def phases(self) -> tuple[int, ...]:
        """List the phases polled, in order."""
        return tuple(sorted({s.phase for s in self.steps if s.event == "poll" and s.phase is not None}))

    @cached_property
    def day_of_count(self) -> dt.date | None:
        """Give the day on which votes were counted, as it stands."""
        days = [s.on_date for s in self.standing_steps.values() if s.event == "count"]
        return max(days) if days else None

    @cached_property
    def last_poll(self) -> dt.date | None:
        """Give the last day of polling."""
        days = [s.on_date for s in self.standing_steps.values() if s.event == "poll"]
        return max(days) if days else None

    @cached_property
    def standing_steps(self) -> dict[tuple[str, int | None], Step]:
        """Give the step that stands for each event and phase: the last known."""
        return {(s.event, s.phase): s for s in self.steps}

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """Give the parties of each alliance, as it stands."""
        stands = {(m.alliance, m.party): m for m in self.memberships}
        return _grouped((m.alliance, m.party) for m in stands.values() if m.status == "member")

    @cached_property
    def alliances_of(self) -> dict[str, tuple[str, ...]]:
        """Give the alliances that each party is a member of, as it stands."""
        return _grouped((party, alliance) for alliance, parties in self.members.items() for party in parties)

    @cached_property
    def figures_by_measure(self) -> dict[str, tuple[FigureFact, ...]]:
        """Give the figures of each measure, oldest first."""
        return _grouped((f.measure, f) for f in self.figures)

    @cached_property
    def figures_by_scope(self) -> dict[tuple[str, str], tuple[FigureFact, ...]]:
        """Give the figures of each measure and scope, oldest first."""
        return _grouped(((f.measure, f.scope), f) for f in self.figures)

    def standings(self) -> Iterator[Standing]:
        """Go through every candidate of every contest."""
        for contest in self.contests.values():
            yield from contest.standings


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
