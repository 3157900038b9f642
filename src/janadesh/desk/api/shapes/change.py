"""The shapes of change between two elections."""

from __future__ import annotations

from janadesh.desk.api.shapes.envelope import Shape
from janadesh.desk.api.shapes.results import AllianceNamed
from janadesh.desk.api.shapes.results import PartyNamed


class _Change(Shape):
    colour: str | None
    won: int
    won_before: int
    won_change: int
    contested: int
    contested_before: int
    contested_change: int
    votes: int
    votes_before: int
    votes_change: int
    share: float | None
    """Per cent of the votes for candidates."""
    share_before: float | None
    share_change: float | None
    """In points."""


class PartyChange(_Change, PartyNamed):
    """What changed for a party."""


class AllianceChange(_Change, AllianceNamed):
    """What changed for an alliance, which at both elections is the parties that it has at the later one."""


class SeatSwing(Shape):
    """The swing between two sides in a seat; the row without a constituency is all votes."""

    constituency: str | None
    number: int | None
    constituency_name: str | None
    before: str | None
    """The constituency of the earlier election that it is compared with."""
    before_name: str | None
    basis: str | None
    """How surely it carries on that one."""
    first: str
    second: str
    first_share: float | None
    first_before: float | None
    second_share: float | None
    second_before: float | None
    butler: float | None
    """Butler's swing to the first side, in points."""
    steed: float | None
    """Steed's: of the votes for the two alone."""


class SeatHands(Shape):
    """Who had a seat, and who has it."""

    constituency: str
    number: int
    constituency_name: str
    before: str | None
    """The constituency of the earlier election that it is compared with; null where the record knows none."""
    before_name: str | None
    basis: str | None
    from_party: str | None
    from_short: str | None
    to_party: str | None
    to_short: str | None
    how: str
    """`held`, `gained`, `not won` or `no earlier seat`."""


class SeatFlow(Shape):
    """How many seats went from one party to another, or stayed with it."""

    from_party: str
    from_short: str
    to_party: str
    to_short: str
    seats: int


class StandingAgain(Shape):
    """A person who stood at both elections."""

    person: str
    person_name: str
    constituency: str
    constituency_name: str
    party: str
    party_short: str
    counted: int | None
    won: bool | None
    before: str
    """The constituency that they stood in before."""
    before_name: str
    party_before: str
    party_before_short: str
    won_before: bool | None
    incumbent: bool | None
    same_seat: bool | None
    turncoat: bool | None
    """Whether they stand for another party."""


class Rebel(Shape):
    """A rebel beside the candidate of the side that they broke with."""

    constituency: str
    number: int
    constituency_name: str
    candidate: str
    rebel_of: str
    rebel_of_short: str
    counted: int | None
    position: int | None
    won: bool | None
    side_candidate: str | None
    side_party: str | None
    side_short: str | None
    side_votes: int | None
    behind: int | None
    """Votes that the side's candidate was behind the winner."""
    winner: str | None
    winner_party: str | None
    cost: str | None
    """What the rebel cost the side, in words."""
