"""Seats moved by hand: what an allotment is worth beside the best."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.analysis.moved_seats import chances_of_seats
from janadesh.analysis.moved_seats import moved_seats
from janadesh.analysis.seat_sharing import SeatSharing
from janadesh.analysis.win_chances import WinChances
from janadesh.errors import Impossible

SEATS = ("one", "two", "three")


def sharing(wins: list[list[list[int]]], choice: list[int], mark: int = 2) -> SeatSharing:
    """Give a proposal over three seats between two partners; `wins` by draw, seat and option (A, B, friendly)."""
    return SeatSharing(
        plans=pl.DataFrame(),
        seats=pl.DataFrame(),
        proved=True,
        gap=0.0,
        majority_mark=mark,
        parts={},
        told=WinChances(("a", "b"), np.array(wins, dtype=bool)),
        order=SEATS,
        choice=np.array(choice),
    )


TWO_DRAWS = [
    [[1, 0, 0], [1, 1, 0], [0, 1, 0]],
    [[1, 0, 1], [0, 1, 0], [0, 0, 0]],
]


def test_nothing_moved_is_the_proposal_at_no_cost() -> None:
    told = moved_seats(sharing(TWO_DRAWS, [0, 1, 1]), {})
    assert dict(told.to) == {"one": "a", "two": "b", "three": "b"}
    assert (told.expected, told.cost, told.majority) == (2.5, 0.0, 1.0)


def test_a_moved_seat_is_counted_where_it_goes_and_costs_what_it_loses() -> None:
    told = moved_seats(sharing(TWO_DRAWS, [0, 1, 1]), {"one": "b", "two": "a"})
    assert dict(told.seats) == {"a": 1, "b": 2, "friendly": 0}
    assert (told.expected, told.cost, told.majority) == (1.0, 1.5, 0.5)


def test_a_seat_may_be_moved_to_a_friendly_contest() -> None:
    told = moved_seats(sharing(TWO_DRAWS, [0, 1, 1]), {"one": "friendly"})
    assert told.seats["friendly"] == 1
    assert told.cost == 0.5


def test_moving_a_seat_leaves_the_proposal_as_it_was() -> None:
    held = sharing(TWO_DRAWS, [0, 1, 1])
    moved_seats(held, {"one": "b"})
    assert held.choice.tolist() == [0, 1, 1]


def test_no_seat_is_moved_to_a_stranger() -> None:
    with pytest.raises(Impossible, match="'c' is no partner here"):
        moved_seats(sharing(TWO_DRAWS, [0, 1, 1]), {"one": "c"})


def test_no_seat_is_moved_that_is_none_of_the_election() -> None:
    with pytest.raises(Impossible, match="'four' is no constituency"):
        moved_seats(sharing(TWO_DRAWS, [0, 1, 1]), {"four": "a"})


def test_chances_are_given_for_each_way_a_seat_may_go() -> None:
    assert chances_of_seats(sharing(TWO_DRAWS, [0, 1, 1]))["one"] == {"a": 1.0, "b": 0.0, "friendly": 0.5}


@given(
    st.lists(st.lists(st.lists(st.integers(0, 1), min_size=3, max_size=3), min_size=3, max_size=3), min_size=1),
    st.dictionaries(st.sampled_from(SEATS), st.sampled_from(("a", "b", "friendly"))),
)
def test_expected_seats_are_the_sum_of_the_chances(wins: list[list[list[int]]], moves: dict[str, str]) -> None:
    held = sharing(wins, [0, 1, 1])
    told, chances = moved_seats(held, moves), chances_of_seats(held)
    assert told.expected == pytest.approx(sum(chances[seat][to] for seat, to in told.to.items()))
    assert sum(told.seats.values()) == len(SEATS)
