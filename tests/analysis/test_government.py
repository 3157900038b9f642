"""Who can govern: power indices against textbooks and brute force, coalitions, and the houses of 2014 and 2024."""

from __future__ import annotations

import itertools
import math
import time

import polars as pl
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh.analysis.coalitions import Bench
from janadesh.analysis.coalitions import minimal_winning
from janadesh.analysis.government import government
from janadesh.analysis.voting_power import banzhaf
from janadesh.analysis.voting_power import shapley_shubik
from janadesh.errors import Impossible
from janadesh.errors import NotInRecord
from janadesh.record.book import Record

houses = st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any)


def coalitions_of(seats: list[int], quota: int) -> list[tuple[int, ...]]:
    """Every minimal winning coalition, by trying all."""
    places = [place for place, held in enumerate(seats) if held]
    winning = [
        members
        for size in range(1, len(places) + 1)
        for members in itertools.combinations(places, size)
        if sum(seats[m] for m in members) >= quota
    ]
    return [w for w in winning if all(sum(seats[m] for m in w) - seats[m] < quota for m in w)]


def power_by_orders(seats: list[int], quota: int) -> list[float]:
    pivots = [0] * len(seats)
    for order in itertools.permutations(range(len(seats))):
        held = 0
        for member in order:
            if held < quota <= held + seats[member]:
                pivots[member] += 1
            held += seats[member]
    return [pivot / math.factorial(len(seats)) for pivot in pivots]


def swings_by_hand(seats: list[int], quota: int) -> list[float]:
    swings = [0] * len(seats)
    for chosen in itertools.product([0, 1], repeat=len(seats)):
        held = sum(s for s, c in zip(seats, chosen, strict=True) if c)
        for member, is_in in enumerate(chosen):
            if is_in and held >= quota > held - seats[member]:
                swings[member] += 1
    return [swing / sum(swings) if sum(swings) else 0.0 for swing in swings]


def test_a_member_with_one_vote_may_be_worth_as_much_as_one_with_49() -> None:
    """50, 49 and 1 votes, 51 win: Banzhaf 3/5, 1/5, 1/5 (Encyclopaedia Britannica, Voting power)."""
    assert banzhaf([50, 49, 1], 51) == pytest.approx([3 / 5, 1 / 5, 1 / 5])
    assert shapley_shubik([50, 49, 1], 51) == pytest.approx([2 / 3, 1 / 6, 1 / 6])


def test_luxembourg_was_a_dummy_in_the_council_of_1958() -> None:
    """Weights 4, 4, 4, 2, 2, 1, quota 12 (Brams, Rational Politics, 1985; Felsenthal and Machover 1998)."""
    weights = [4, 4, 4, 2, 2, 1]

    assert banzhaf(weights, 12) == pytest.approx([5 / 21] * 3 + [1 / 7] * 2 + [0])
    assert shapley_shubik(weights, 12) == pytest.approx([14 / 60] * 3 + [9 / 60] * 2 + [0])


def test_the_security_council_gives_the_permanent_nearly_everything() -> None:
    """Five with a veto and ten without: 19.6% each against 0.19% (Straffin, Game Theory and Strategy, 1993)."""
    power = shapley_shubik([7] * 5 + [1] * 10, 39)

    assert power[0] == pytest.approx(0.1963, abs=5e-5)
    assert power[-1] == pytest.approx(0.001865, abs=5e-7)


@settings(deadline=None)
@given(houses)
def test_power_is_that_of_all_orders_and_all_coalitions(seats: list[int]) -> None:
    quota = sum(seats) // 2 + 1

    assert shapley_shubik(seats, quota) == pytest.approx(power_by_orders(seats, quota))
    assert banzhaf(seats, quota) == pytest.approx(swings_by_hand(seats, quota))


@given(st.lists(st.integers(1, 60), min_size=1, max_size=75))
@settings(max_examples=20, deadline=None)
def test_powers_add_up_to_one_however_many_parties_there_are(seats: list[int]) -> None:
    quota = sum(seats) // 2 + 1

    for power in (banzhaf(seats, quota), shapley_shubik(seats, quota)):
        assert sum(power) == pytest.approx(1)
        assert min(power) >= 0
        ranked = [p for _, p in sorted(zip(seats, power, strict=True))]
        assert all(a <= b + 1e-12 for a, b in itertools.pairwise(ranked)), "more seats are never less power"


def test_nobody_has_power_where_nothing_is_enough() -> None:
    assert banzhaf([3, 2], 6) == [0, 0]
    assert shapley_shubik([3, 2], 6) == [0, 0]


def test_a_house_of_543_with_40_parties_is_exact_within_a_second() -> None:
    seats = [240, 99, 37, 29, 22, 16, 12, 9, 8, 7, 7, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, 2, 2] + [1] * 15
    seats.append(543 - sum(seats))
    began = time.process_time()

    power = shapley_shubik(seats, 272)

    assert time.process_time() - began < 1
    assert len(seats) == 40
    assert sum(power) == pytest.approx(1)


@settings(deadline=None)
@given(houses, st.integers(1, 30))
def test_minimal_coalitions_are_all_that_there_are(seats: list[int], quota: int) -> None:
    benches = [Bench(str(place), held) for place, held in enumerate(seats)]

    found = {tuple(sorted(int(b.id) for b, _ in c.members)) for c in minimal_winning(benches, quota)}

    assert found == set(coalitions_of(seats, quota))


@settings(deadline=None)
@given(houses, st.integers(1, 6))
def test_members_alike_are_counted_and_not_listed_each(seats: list[int], alike: int) -> None:
    """Coalitions with three of seven Independents are one."""
    quota = (sum(seats) + alike) // 2 + 1
    benches = [Bench(str(place), held) for place, held in enumerate(seats)]

    counted = minimal_winning([*benches, Bench("single", 1, alike)], quota)
    expected = coalitions_of([*seats, *[1] * alike], quota)

    listed = {tuple(sorted(str(m) if m < len(seats) else "single" for m in members)) for members in expected}
    assert {tuple(sorted(b.id for b, n in c.members for _ in range(n))) for c in counted} == listed


@settings(deadline=None)
@given(houses, st.tuples(st.integers(0, 5), st.integers(0, 5)))
def test_enemies_are_never_together(seats: list[int], enemies: tuple[int, int]) -> None:
    quota = sum(seats) // 2 + 1
    benches = [Bench(str(place), held) for place, held in enumerate(seats)]
    pair = frozenset(map(str, enemies))

    free, bound = minimal_winning(benches, quota), minimal_winning(benches, quota, [pair])

    assert bound == [c for c in free if len(pair) == 1 or not pair <= {b.id for b, _ in c.members}]


def test_only_the_two_largest_could_govern_without_the_third_in_2014(bundled: Record) -> None:
    """The PDP with 28 and the BJP with 25 of 87 formed the government of 2015."""
    told = government(bundled, "in-jk-2014", by="party")

    assert (told.mark, told.members, told.vacant) == (44, 87, 0)
    assert told.coalitions.row(0, named=True) == {
        "coalition": "PDP + BJP",
        "seats": 53,
        "members": 2,
        "to_fall": 10,
    }


def test_the_house_of_2024_shrinks_with_the_seats_given_up(bundled: Record) -> None:
    """Omar Abdullah gave up Budgam on 21 October 2024, and the member for Nagrota died on the 31st."""
    days = ("2024-10-10", "2024-10-25", "2024-11-05")
    told = [government(bundled, "in-jk-2024", day) for day in days]

    assert [(g.members, g.mark, g.vacant) for g in told] == [(90, 46, 0), (89, 45, 1), (88, 45, 2)]
    assert [g.benches["seats"][0] for g in told] == [49, 48, 48]
    assert told[0].benches["banzhaf"][0] == 1, "with a majority of its own the alliance has all the power"
    assert told[0].benches["needed"].to_list() == [True] + [False] * 11


def test_five_nominated_members_move_the_mark(bundled: Record) -> None:
    """90 and 5: the mark is 48, and the alliance of 49 keeps its majority."""
    told = government(bundled, "in-jk-2024", "2024-10-10", nominated={"in-bjp": 5})

    assert (told.members, told.mark) == (95, 48)
    assert told.benches.filter(pl.col("short") == "NDA")["seats"].item() == 34


def test_each_independent_sits_alone(bundled: Record) -> None:
    benches = government(bundled, "in-jk-2024", by="party").benches

    assert benches.filter(pl.col("short") == "IND")["seats"].to_list() == [1] * 7


def test_what_the_house_cannot_be_is_refused(bundled: Record) -> None:
    with pytest.raises(Impossible, match="has 5 nominated members at most, and 6 were given"):
        government(bundled, "in-jk-2024", nominated={"in-bjp": 6})
    with pytest.raises(Impossible, match="BSP has no seat"):
        government(bundled, "in-jk-2024", never=[("in-bsp", "in-bjp")])
    with pytest.raises(Impossible, match="of one alliance sit together"):
        government(bundled, "in-jk-2024", never=[("in-nc", "in-inc")])
    with pytest.raises(NotInRecord, match="Nobody had been declared elected"):
        government(bundled, "in-jk-2024", "2024-10-01")
