"""The first line of an election's page: who has won, who is ahead, or when it is held, in neutral words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.desk.blocks import Block
from janadesh.export.figures import day_in_words


@dataclass(frozen=True, slots=True)
class Seats:
    """How many seats are filled in an election, how many of them are declared or counting, and a majority of them."""

    total: int
    declared: int
    counting: int
    majority: int | None
    """None where the election fills only part of the house, so that a majority of its seats means nothing."""

    @property
    def is_over(self) -> bool:
        """Whether every seat is declared."""
        return self.total > 0 and self.declared == self.total

    @property
    def has_begun(self) -> bool:
        """Whether any seat is declared or being counted."""
        return self.declared + self.counting > 0


@dataclass(frozen=True, slots=True)
class Headline:
    """A line and the sentence under it."""

    line: str
    below: str


def headline(seats: Seats, blocks: Sequence[Block], count_on: dt.date | None, today: dt.date) -> Headline:
    """
    Say how an election stands.

    Args:
        seats: how far it has come.
        blocks: as `blocks_of` gives them.
        count_on: the day set for the count, as announced by the moment.
        today: the moment's day, where the election is held.
    """
    if not seats.has_begun or not blocks:
        return _without_results(seats, count_on, today)
    if seats.majority is None:
        return _part_of_a_house(seats, blocks)
    return _over(seats, blocks) if seats.is_over else _counting(seats, blocks)


def _without_results(seats: Seats, count_on: dt.date | None, today: dt.date) -> Headline:
    is_past = count_on is not None and count_on < today
    if count_on is None:
        when = "No day of the count is on the record."
    else:
        when = f"The count {'was on' if is_past else 'is set for'} {day_in_words(count_on)}."
    if not seats.total:
        return Headline("No constituencies on the record at this moment", when)
    if is_past:
        return Headline(f"{_seats(seats.total)}: no results on the record", when)
    majority = f" A majority takes {seats.majority}." if seats.majority else ""
    return Headline(f"{_seats(seats.total)} to be filled; no results yet", when + majority)


def _over(seats: Seats, blocks: Sequence[Block]) -> Headline:
    first, majority = blocks[0], seats.majority or 0
    level = [block.name for block in blocks if block.won == first.won and not block.is_independents]
    if first.won >= majority:
        line = f"{_as_subject(first)} wins {first.won} of {_seats(seats.total)}"
    elif len(level) > 1:
        line = f"No majority: {_joined(level)} are level at {first.won} of {_seats(seats.total)}"
    elif first.is_independents:
        line = f"No majority: independents have {first.won} of {_seats(seats.total)}"
    else:
        line = f"No majority: {_lowered(_as_subject(first))} is largest with {first.won} of {_seats(seats.total)}"
    return Headline(line, f"A majority takes {majority}.{_others(blocks[1:])}")


def _counting(seats: Seats, blocks: Sequence[Block]) -> Headline:
    first = blocks[0]
    line = f"{_as_subject(first)} has won or leads in {first.seats} of {_seats(seats.total)}"
    said = f"{seats.declared} declared, {seats.counting} still counting. A majority takes {seats.majority}."
    return Headline(line, said + _others(blocks[1:]))


def _part_of_a_house(seats: Seats, blocks: Sequence[Block]) -> Headline:
    verb = "won" if seats.is_over else "won or leading"
    by_block = ", ".join(f"{block.short} {block.seats}" for block in blocks)
    return Headline(f"{_seats(seats.total)}: {by_block}", f"Seats {verb}. These are not all the seats of the house.")


def _as_subject(block: Block) -> str:
    return block.name if len(block.parties) == 1 else f"The {block.name}"


def _lowered(subject: str) -> str:
    return "the" + subject.removeprefix("The") if subject.startswith("The ") else subject


def _others(blocks: Sequence[Block]) -> str:
    return " " + ", ".join(f"{block.short} {block.seats}" for block in blocks) + "." if blocks else ""


def _seats(count: int) -> str:
    return "1 seat" if count == 1 else f"{count} seats"


def _joined(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + f" and {names[-1]}"
