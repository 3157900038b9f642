"""A coalition somebody chose: its majority, and who could end it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.analysis.chosen_coalition import chosen_coalition
from janadesh.analysis.coalitions import Bench
from janadesh.analysis.coalitions import minimal_winning
from janadesh.errors import Impossible


def test_seats_over_the_mark_are_counted() -> None:
    told = chosen_coalition({"NC": 41, "INC": 6, "CPI(M)": 1}, 45)
    assert (told.seats, told.over, told.to_fall, told.wins) == (48, 3, 4, True)


def test_only_those_are_pivotal_without_whom_the_majority_is_lost() -> None:
    told = chosen_coalition({"NC": 41, "INC": 6, "CPI(M)": 1}, 45)
    assert told.pivotal == ("NC", "INC")
    assert not told.is_minimal


def test_nobody_is_pivotal_where_there_is_no_majority_to_lose() -> None:
    told = chosen_coalition({"BJP": 28}, 45)
    assert (told.over, told.pivotal, told.to_fall, told.wins) == (-17, (), None, False)


def test_a_coalition_just_at_the_mark_falls_with_one_member() -> None:
    assert chosen_coalition({"A": 30, "B": 15}, 45).to_fall == 1


def test_nobody_at_all_is_a_whole_majority_short() -> None:
    assert chosen_coalition({}, 45).over == -45


def test_nobody_has_less_than_no_seats() -> None:
    with pytest.raises(Impossible):
        chosen_coalition({"A": -1}, 1)


@given(st.lists(st.integers(1, 20), min_size=1, max_size=6))
def test_coalitions_in_which_all_are_needed_are_those_called_minimal(seats: list[int]) -> None:
    mark = sum(seats) // 2 + 1
    benches = [Bench(str(place), held) for place, held in enumerate(seats)]
    for coalition in minimal_winning(benches, mark):
        assert chosen_coalition({bench.id: bench.seats for bench, _ in coalition.members}, mark).is_minimal
