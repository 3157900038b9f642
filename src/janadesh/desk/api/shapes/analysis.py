"""The shapes of analysis: tallies by place, close contests, indices, and an election reckoned again."""

from __future__ import annotations

from janadesh.desk.api.shapes.envelope import Shape
from janadesh.desk.api.shapes.results import AllianceNamed
from janadesh.desk.api.shapes.results import Contest
from janadesh.desk.api.shapes.results import PartyNamed


class PlaceTally(Shape):
    """The seats of a state, region, district, phase or reservation."""

    place: str | None
    """What the seats have in common; null where the record does not say it."""
    seats: int
    declared: int
    """Contests with a result."""
    most_won_by: str | None
    """The short name of the party with most of the seats."""
    most_won: int | None
    candidates: int
    lost_deposits: int
    valid: int | None
    nota: int | None
    electors: int | None
    turnout: float | None
    """In per cent, where the record knows the electors."""
    median_margin: float | None
    nota_above_margin: int
    """Contests in which NOTA got more votes than lie between the first two."""


# fields stand in the order of the bases, the last one first
class _Placed(Shape):
    place: str | None
    """The region, district, phase, reservation or gender; null where the record does not say it."""


class _SplitTally(Shape):
    colour: str | None
    won: int
    leading: int
    contested: int
    second: int
    votes: int
    share: float | None
    """Per cent of the votes for candidates there."""
    share_with_nota: float | None
    strike_rate: float
    lost_deposits: int


class PartyTally(_SplitTally, PartyNamed, _Placed):
    """A party's seats and votes in one region, district, phase or reservation, or of one gender."""


class AllianceTally(_SplitTally, AllianceNamed, _Placed):
    """An alliance's seats and votes in one of them; a party in none stands for itself."""


class GenderTally(Shape):
    """The seats and votes of candidates of one gender."""

    gender: str | None
    """As declared, or as known of the person; null where neither is known."""
    candidates: int
    won: int
    leading: int
    contested: int
    second: int
    votes: int
    share: float | None
    share_with_nota: float | None
    strike_rate: float
    lost_deposits: int


class SeveralSeats(Shape):
    """One candidacy of a person who stands in several seats of the election."""

    person: str
    person_name: str
    constituency: str
    number: int
    constituency_name: str
    party: str
    party_short: str
    counted: int | None
    position: int | None
    margin: int | None
    won: bool | None


class MarginRow(Contest):
    """A contest with two candidates who have votes, by the votes between them."""

    nota_above_margin: bool | None
    """Whether NOTA got more votes than lie between the first two; null where its votes are unknown."""


class CloseContests(Shape):
    """How many contests one party won before another."""

    winner_party: str
    winner_short: str
    runner_up_party: str
    runner_up_short: str
    seats: int
    closest: int
    """The smallest margin among them."""


class ThreeWay(Shape):
    """How the votes of a seat lie between three sides, in per cent of the votes for candidates."""

    constituency: str
    number: int
    constituency_name: str
    first: str
    second: str
    third: str
    first_share: float
    """0 where the side did not stand."""
    second_share: float
    third_share: float
    others_share: float
    winner_party: str | None
    winner_short: str | None
    margin_share: float | None


class Index(Shape):
    """An index of an election."""

    index: str
    value: float | None
    about: str
    """What it is reckoned over: `parties`, `alliances` …"""
    source: str
    """Where its formula was published."""


class Station(Shape):
    """A polling station with the votes on its machines; null is unknown."""

    segment: int | None
    """The number of the assembly segment that it lies in."""
    station: str
    station_name: str | None
    electors: int | None
    voters: int | None
    rejected: int | None
    tendered: int | None
    candidates_votes: int | None
    """Votes for candidates, NOTA left out."""
    nota: int | None
    first: str | None
    first_votes: int | None
    lead: int | None


class StationSum(Shape):
    """What polling stations add up to for a candidate, or for NOTA, whose serial is 0."""

    serial: int
    name: str | None
    stations: int
    """How many stations have votes for them."""
    stations_sum: int
    evm: int | None
    """The contest's own votes on machines."""
    total: int | None
    difference: int | None
    """The sum less the votes on machines."""


class SupposedSeats(Shape):
    """The seats of a party, or a side, when an election is reckoned again."""

    id: str
    name: str
    short: str
    colour: str | None
    actual: int
    expected: float
    """The mean of all draws."""
    low: int
    """The 5th of a hundred draws."""
    middle: int
    high: int
    """The 95th of a hundred draws."""
    majority: float
    """The chance of a majority, 0 to 1."""


class SupposedSeat(Shape):
    """A seat of an election reckoned again."""

    constituency: str
    number: int
    constituency_name: str
    winner: str
    """The party that won it in fact."""
    winner_short: str
    likely: str
    """The party that would win it most often."""
    likely_short: str
    chance: float
    changed: bool


class Supposed(Shape):
    """An election reckoned again; it is arithmetic on votes cast, not a forecast."""

    majority_mark: int
    parties: list[SupposedSeats]
    sides: list[SupposedSeats]
    """Each alliance, and each party outside."""
    seats: list[SupposedSeat]
    unparted: list[str]
    """Constituencies in which partners break up and the one that stood has no earlier votes: it keeps all."""
