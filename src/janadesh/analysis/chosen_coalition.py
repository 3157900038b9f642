"""A coalition that somebody chose in a house: whether it has a majority, and who could end it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from janadesh.errors import Impossible


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenCoalition:
    """
    What a coalition comes to.

    `over` is its seats less the majority mark, below 0 where it is short. `pivotal` are the members without whom it
    would lose the majority that it has, and `to_fall` is how many single members have to leave before it does (None
    without a majority). `is_minimal` says that every member is needed.
    """

    seats: int
    over: int
    pivotal: tuple[str, ...]
    to_fall: int | None
    is_minimal: bool

    @property
    def wins(self) -> bool:
        """Whether it has a majority."""
        return self.over >= 0


def chosen_coalition(members: Mapping[str, int], mark: int) -> ChosenCoalition:
    """
    Reckon a coalition.

    Args:
        members: seats by the id of a party; of single members alike, who need not stay together, by an id for each.
        mark: seats that make a majority.

    Raises: Impossible, where somebody has less than no seats.
    """
    if any(seats < 0 for seats in members.values()):
        raise Impossible("Nobody has less than no seats.")
    held = sum(members.values())
    wins = held >= mark
    pivotal = tuple(member for member, seats in members.items() if wins and seats and held - seats < mark)
    return ChosenCoalition(
        seats=held,
        over=held - mark,
        pivotal=pivotal,
        to_fall=held - mark + 1 if wins else None,
        is_minimal=wins and all(member in pivotal for member, seats in members.items() if seats),
    )
