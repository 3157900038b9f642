"""Indices of an election: textbook examples, laws, and the election of 2024."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh.analysis.disproportionality import gallagher
from janadesh.analysis.disproportionality import loosemore_hanby
from janadesh.analysis.fractionalisation import effective_number
from janadesh.analysis.fractionalisation import fractionalisation
from janadesh.analysis.indices import indices
from janadesh.analysis.opposition_unity import opposition_unity
from janadesh.analysis.responsiveness import cube_law_power
from janadesh.analysis.responsiveness import cube_law_seats
from janadesh.analysis.responsiveness import partisan_bias
from janadesh.analysis.responsiveness import responsiveness
from janadesh.analysis.responsiveness import seat_share_at
from janadesh.analysis.volatility import volatility
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from tests.builders import Stood
from tests.builders import record_of_seat

NEW_ZEALAND_2005 = {
    "Labour": (41.10, 50),
    "National": (39.10, 48),
    "NZ First": (5.72, 7),
    "Greens": (5.30, 6),
    "Maori": (2.12, 4),
    "United Future": (2.67, 3),
    "ACT": (1.51, 2),
    "Progressives": (1.16, 1),
    "Destiny": (0.62, 0),
    "Legalise Cannabis": (0.25, 0),
    "Christian Heritage": (0.12, 0),
    "Alliance": (0.07, 0),
    "Family Rights": (0.05, 0),
    "Democrats": (0.05, 0),
    "Libertarianz": (0.04, 0),
    "Direct Democracy": (0.03, 0),
    "99 MP": (0.03, 0),
    "One New Zealand": (0.02, 0),
    "Republicans": (0.02, 0),
}
"""Party votes in per cent, and seats of 121."""

parts = st.lists(st.integers(0, 10**6), min_size=1, max_size=30).filter(any)
pairs = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 500)), min_size=1, max_size=30).filter(
    lambda rows: any(v for v, _ in rows) and any(s for _, s in rows)
)


def value(frame: pl.DataFrame, index: str) -> float:
    return float(frame.filter(pl.col("index") == index)["value"].item())


def test_gallagher_of_new_zealand_2005() -> None:
    """Gallagher's own list gives 1.13 (M. Gallagher, Election Indices, Trinity College Dublin)."""
    votes, seats = zip(*NEW_ZEALAND_2005.values(), strict=True)

    assert gallagher(votes, seats) == pytest.approx(1.13, abs=0.0051)


def test_two_parties_of_70_and_30_per_cent_are_in_effect_1_7() -> None:
    """The example of A. Lijphart, Patterns of Democracy (1999), chapter 5."""
    assert effective_number([70, 30]) == pytest.approx(1.7, abs=0.05)
    assert effective_number([1, 1, 1]) == pytest.approx(3)


def test_fractionalisation_of_two_equal_parties_is_a_half() -> None:
    """The example of Rae (1967): two equal parties give 0.5, one party 0."""
    assert fractionalisation([50, 50]) == pytest.approx(0.5)
    assert fractionalisation([100]) == 0


def test_loosemore_hanby_is_what_the_over_represented_have_too_much() -> None:
    assert loosemore_hanby([40, 35, 25], [60, 30, 10]) == pytest.approx(20)


def test_volatility_is_half_of_all_changes() -> None:
    """A party of 10% that disappears to another's gain is 10 points of volatility, not 20."""
    assert volatility({"A": 50, "B": 40, "C": 10}, {"A": 60, "B": 40}) == pytest.approx(10)


def test_opposition_unity_is_the_largest_opponents_part() -> None:
    assert opposition_unity([30, 15, 5]) == pytest.approx(60)
    assert opposition_unity([30]) == 100


def test_the_cube_law_gives_three_per_cent_of_seats_for_one_of_votes() -> None:
    """Kendall and Stuart (1950): at an equal vote one per cent more of it brings three of the seats."""
    assert cube_law_seats(0.5) == 0.5
    assert 100 * (cube_law_seats(0.51) - 0.5) == pytest.approx(3, abs=0.01)


def test_the_power_of_the_cube_law_is_three() -> None:
    assert cube_law_power((60, 40), (27 * 8, 8 * 8)) == pytest.approx(3)
    assert cube_law_power((50, 50), (10, 12)) is None
    assert cube_law_power((60, 40), (10, 0)) is None


def test_a_side_that_wastes_votes_in_strongholds_has_a_bias_against_it() -> None:
    """At an equal vote, seats of 90-10, 40-60 and 20-80 move by nothing: the second side wins two of three."""
    first, second, nobody = np.array([90.0, 40, 20]), np.array([10.0, 60, 80]), np.zeros(3)

    assert partisan_bias(first, second, nobody) == pytest.approx(100 * (1 / 3 - 1 / 2))


def test_a_third_that_is_ahead_of_both_keeps_its_seat() -> None:
    first, second, others = np.array([40.0, 30]), np.array([30.0, 25]), np.array([10.0, 45])

    assert seat_share_at(first, second, others, 40 / 125 + 30 / 125) == 1


@settings(deadline=None)
@given(pairs)
def test_disproportionality_lies_between_0_and_100(rows: list[tuple[int, int]]) -> None:
    votes, seats = zip(*rows, strict=True)

    least_squares, absolute = gallagher(votes, seats), loosemore_hanby(votes, seats)

    assert least_squares is not None
    assert absolute is not None
    assert 0 <= least_squares <= absolute + 1e-9 <= 100 + 2e-9


@settings(deadline=None)
@given(parts)
def test_parties_in_effect_are_at_least_one_and_at_most_all(votes: list[int]) -> None:
    number = effective_number(votes)

    assert number is not None
    assert 1 - 1e-9 <= number <= len(votes) + 1e-9
    assert fractionalisation(votes) == pytest.approx(1 - 1 / number)


@settings(deadline=None)
@given(parts, st.integers(2, 1000))
def test_indices_do_not_depend_on_the_size_of_the_vote(votes: list[int], times: int) -> None:
    assert effective_number([v * times for v in votes]) == pytest.approx(effective_number(votes))
    assert gallagher([v * times for v in votes], votes) == pytest.approx(0, abs=1e-6)


@settings(deadline=None)
@given(parts)
def test_an_election_held_again_is_not_volatile(votes: list[int]) -> None:
    held = {str(i): float(v) for i, v in enumerate(votes)}

    assert volatility(held, held) == 0
    assert volatility(held, {"new": 1.0}) == pytest.approx(100)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 10**5), st.integers(1, 10**5)), min_size=2, max_size=40))
def test_more_votes_never_take_seats_away(rows: list[tuple[int, int]]) -> None:
    first, second = (np.array(side, dtype=float) for side in zip(*rows, strict=True))

    slope = responsiveness(first, second, np.zeros(len(rows)))

    assert slope is not None
    assert slope >= 0


def test_jammu_and_kashmir_2024(bundled: Record) -> None:
    """By hand from the official totals: Gallagher of 42, 29, 7, 6, 3, 1, 1, 1 seats on their shares of the vote."""
    frame = indices(bundled, "in-jk-2024")

    assert value(frame, "disproportionality, least squares") == pytest.approx(19.05, abs=0.01)
    assert value(frame, "seats of the two largest sides") == pytest.approx(100 * 49 / 78)
    assert frame.filter(pl.col("index") == "volatility")["about"].item() == "points, from in-jk-2014"
    assert frame["source"].null_count() == 0


def test_independents_are_no_party_of_their_own(tmp_path: Path) -> None:
    """Three Independents with a quarter each and a party with a quarter are four in effect, not two."""
    stood = [Stood(name, party, 100) for name, party in zip("ABCD", ["Independent"] * 3 + ["X"], strict=True)]
    with record_of_seat(tmp_path, "Somewhere", stood) as record:
        frame = indices(record, "in-ls-2024")

    assert value(frame, "effective parties by votes") == pytest.approx(4)


def test_an_election_before_its_count_has_no_indices(bundled: Record) -> None:
    with pytest.raises(NotInRecord, match="held no votes of Jammu and Kashmir"):
        indices(bundled, "in-jk-2024", as_of="2024-10-01")
