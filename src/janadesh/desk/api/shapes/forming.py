"""The shapes of what could be: seats shared among partners, and governments formed in a house."""

from __future__ import annotations

from janadesh.desk.api.shapes.envelope import Shape


class SharingPlan(Shape):
    """One way to share the seats."""

    plan: str
    """`proposed`, `agreed` (seat by seat), `announced` (in numbers) or `each alone`."""
    seats: dict[str, int | None]
    """Seats that each partner stands in, by its id."""
    friendly: int | None
    """Seats in which all of them stand."""
    expected: float | None
    """Seats that they win together in expectation; null where only numbers were announced."""
    majority: float | None
    """The chance of a majority, 0 to 1."""


class AllottedSeat(Shape):
    """Which partner is proposed for a seat, and why."""

    constituency: str
    number: int
    constituency_name: str
    choice: str
    """The partner's id, or `friendly` where all stand against each other."""
    chance: float
    """The chance that the partners win it, 0 to 1."""
    second_short: str
    """The next best choice."""
    second_chance: float
    agreed_short: str | None
    """Who was given it in fact; null where the record knows of no deal."""
    own: float
    """Per cent of earlier votes of who is to stand."""
    partners: float
    """Per cent of earlier votes of the other partners."""
    rival_short: str
    rival: float
    """Per cent of earlier votes of the strongest rival."""
    based_on: str
    why: str


class SharedSeats(Shape):
    """The best way to share the seats of an election among partners, beside others."""

    plans: list[SharingPlan]
    seats: list[AllottedSeat]
    proved: bool
    """Whether it is proved that no allotment that meets the wishes wins more."""
    gap: float
    """By how many seats another might win more where it is not proved."""
    majority_mark: int
    parts: dict[str, float]
    """Each partner's fair part of the seats, 0 to 1, where fairness is asked for."""


class Bench(Shape):
    """Who sits together in a house, with what power; each Independent is a bench."""

    id: str
    name: str
    short: str
    colour: str | None
    seats: int
    banzhaf: float
    """The part of all swings that are its own, 0 to 1."""
    shapley: float
    """The part of all orders of joining in which it brings the majority, 0 to 1."""
    missing: int
    """Seats that it is short of a majority."""
    needed: bool
    """Whether some coalition of which every member is needed has it."""


class MinimalCoalition(Shape):
    """A coalition with a majority of which every member is needed."""

    coalition: str
    seats: int
    members: int
    to_fall: int
    """How many have to leave until it has no majority."""


class House(Shape):
    """The arithmetic of the house that an election filled."""

    mark: int
    """Members who make a majority."""
    members: int
    vacant: int
    undeclared: int
    """Seats of which no winner is known."""
    benches: list[Bench]
    coalitions: list[MinimalCoalition]
    """Those of fewest members first."""
    cut: bool
    """Whether there are more coalitions than are listed."""
