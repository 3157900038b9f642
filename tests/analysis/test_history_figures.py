"""The figures that sixty years of results are compared by."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.analysis.effective_parties import effective_parties
from janadesh.analysis.lost_deposit import lost_deposit
from janadesh.analysis.turnout import turnout


def effective(*votes: int) -> float | None:
    frame = pl.DataFrame({"contest": ["one"] * len(votes), "votes": votes})
    found: float | None = frame.select(effective_parties(pl.col("votes"), ["contest"])).item(0, 0)
    return found


def test_two_equal_parties_are_two_effective_parties() -> None:
    assert effective(50, 50) == 2


def test_one_party_with_every_vote_is_one_effective_party() -> None:
    assert effective(100, 0, 0) == 1


def test_no_votes_give_no_effective_number() -> None:
    assert effective(0, 0) is None


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=40))
def test_effective_parties_lie_between_one_and_the_parties_there_are(votes: list[int]) -> None:
    found = effective(*votes)

    assert found is not None
    assert found + 1e-9 >= 1
    assert found <= len(votes) + 1e-9


@pytest.mark.parametrize(("votes", "lost"), [(100, True), (101, False)])
def test_a_deposit_is_lost_at_exactly_one_sixth(votes: int, lost: bool) -> None:
    frame = pl.DataFrame({"votes": [votes], "valid": [600]})

    assert frame.select(lost_deposit(pl.col("votes"), pl.col("valid"), Fraction(1, 6))).item() is lost


def test_turnout_without_electors_is_unknown() -> None:
    frame = pl.DataFrame({"valid": [10, 10, 10], "electors": [40, 0, None]})

    assert frame.select(turnout(pl.col("valid"), pl.col("electors"))).to_series().to_list() == [25.0, None, None]
