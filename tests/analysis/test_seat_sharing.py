"""Seat-sharing: allotments against brute force, what partners insist on, and the partners of 2024."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
import polars as pl
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh.analysis.allotment import FRIENDLY
from janadesh.analysis.allotment import Demands
from janadesh.analysis.allotment import allot
from janadesh.analysis.fair_parts import shapley_values
from janadesh.analysis.past_shares import PastShares
from janadesh.analysis.scenario import Rate
from janadesh.analysis.seat_sharing import SeatSharing
from janadesh.analysis.seat_sharing import Wishes
from janadesh.analysis.seat_sharing import seat_sharing
from janadesh.analysis.win_chances import win_chances
from janadesh.errors import Impossible
from janadesh.errors import NotInRecord
from janadesh.record.book import Record

ELECTION, EARLIER = "in-jk-2024", ["in-jk-2014", "in-ls-2024"]
PARTNERS = ("in-nc", "in-inc", "in-cpim")
chance = st.integers(0, 100).map(lambda percent: percent / 100)
tables = st.integers(1, 5).flatmap(
    lambda seats: st.lists(st.lists(chance, min_size=4, max_size=4), min_size=seats, max_size=seats)
)


def brute_force(table: npt.NDArray[np.float64], demands: Demands) -> float | None:
    """Try every allotment."""
    seats, options = table.shape
    best = None
    for choice in itertools.product(range(options), repeat=seats):
        held = [choice.count(option) for option in range(options)]
        if any(held[p] < least for p, least in demands.minimum.items()):
            continue
        if any(choice[seat] != partner for seat, partner in demands.must.items()):
            continue
        given_out = seats - held[-1]
        if any(abs(held[p] - part * given_out) > demands.tolerance + 1e-9 for p, part in demands.fair.items()):
            continue
        if demands.friendly is not None and held[-1] > demands.friendly:
            continue
        value = sum(table[seat, option] - (0.005 if option == options - 1 else 0) for seat, option in enumerate(choice))
        best = value if best is None else max(best, value)
    return best


@settings(max_examples=60, deadline=None)
@given(
    tables,
    st.dictionaries(st.integers(0, 2), st.integers(0, 3), max_size=2),
    st.dictionaries(st.integers(0, 4), st.integers(0, 2), max_size=2),
    st.booleans(),
    st.sampled_from([None, 0, 1]),
)
def test_the_program_finds_what_trying_all_finds(
    rows: list[list[float]], minimum: dict[int, int], must: dict[int, int], fair: bool, friendly: int | None
) -> None:
    table = np.array(rows)
    demands = Demands(
        minimum=minimum,
        must={seat: partner for seat, partner in must.items() if seat < len(rows)},
        fair={0: 0.5, 1: 0.3, 2: 0.2} if fair else {},
        friendly=friendly,
    )
    expected = brute_force(table, demands)
    names = ("A", "B", "C")

    if expected is None:
        with pytest.raises(Impossible):
            allot(table[:, :-1], table[:, -1], demands, names)
        return
    made = allot(table[:, :-1], table[:, -1], demands, names)
    assert made.proved
    assert made.bound == pytest.approx(made.value)
    assert made.value - 0.005 * (made.choice == FRIENDLY).sum() == pytest.approx(expected, abs=1e-6)


def past(shares: list[list[float]], spread: float = 0.0) -> PastShares:
    seats = tuple(f"seat {i}" for i in range(len(shares)))
    return PastShares(seats, ("A", "B", "R"), np.array(shares), np.full(len(seats), spread), ("",) * len(seats))


def test_partners_win_together_what_neither_wins_alone() -> None:
    told = win_chances(past([[30, 25, 45]]), ("A", "B"), {("A", "B"): Rate(1), ("B", "A"): Rate(1)}, 1)

    assert told.chances.tolist() == [[1, 1]]
    assert told.friendly.tolist() == [0]


def test_it_matters_whose_votes_follow() -> None:
    """A's 30 with half of B's 25 are 42; B's 25 with all of A's are 55."""
    told = win_chances(past([[30, 25, 45]]), ("A", "B"), {("A", "B"): Rate(1), ("B", "A"): Rate(0.5)}, 1)

    assert told.chances.tolist() == [[0, 1]]


def test_a_party_that_had_nothing_stays_without_a_chance() -> None:
    told = win_chances(past([[0, 30, 40]], 15.0), ("A", "B"), {("A", "B"): Rate(0), ("B", "A"): Rate(0)}, 1)

    assert told.chances[0, 0] == 0
    assert 0.1 < told.chances[0, 1] < 0.5


def test_the_shapley_value_of_the_glove_game() -> None:
    """Two left gloves and a right one: 1/6, 1/6 and 2/3 (Osborne and Rubinstein, A Course in Game Theory)."""
    worth = {"left", "other", "right"}

    values = shapley_values(sorted(worth), lambda members: float("right" in members and len(members) > 1))

    assert values == pytest.approx({"left": 1 / 6, "other": 1 / 6, "right": 2 / 3})


def shared(record: Record, wishes: Wishes | None = None, parties: tuple[str, ...] = PARTNERS) -> SeatSharing:
    return seat_sharing(record, ELECTION, parties, EARLIER, wishes)


def plan(told: SeatSharing, name: str) -> dict[str, float]:
    found: dict[str, float] = told.plans.row(by_predicate=pl.col("plan") == name, named=True)
    return found


def test_the_proposal_wins_more_than_what_was_agreed_and_than_each_alone(bundled: Record) -> None:
    """Together they won 49 in the end; the seats that they agreed on are reckoned at about as many."""
    told = shared(bundled)

    proposed, agreed, alone = (plan(told, name)["expected"] for name in ("proposed", "agreed", "each alone"))
    assert told.proved
    assert told.gap == 0
    assert proposed > agreed > alone
    assert agreed == pytest.approx(49, abs=4)


def test_what_was_announced_stands_beside_it(bundled: Record) -> None:
    """51 for the Conference, 32 for the Congress, one for the CPI(M), five friendly."""
    announced = plan(shared(bundled), "announced")

    assert (announced["NC"], announced["INC"], announced["CPI(M)"], announced["friendly"]) == (51, 32, 1, 5)


def test_every_seat_goes_to_somebody_with_a_reason(bundled: Record) -> None:
    seats = shared(bundled).seats

    assert seats.height == 90
    assert set(seats["choice"]) <= {*PARTNERS, "friendly"}
    assert (seats["why"] != "").all()
    assert seats["based_on"].str.contains("in-jk-2014 by").all()
    assert seats["based_on"].str.contains("in-ls-2024 by its parliamentary constituency").all()


def test_what_a_partner_insists_on_is_kept(bundled: Record) -> None:
    sopore = "in-jk-assembly.2022.7"
    told = shared(bundled, Wishes(minimum={"in-inc": 40}, must={sopore: "in-nc"}, keep_incumbents=True))

    assert plan(told, "proposed")["INC"] >= 40
    row = told.seats.row(by_predicate=pl.col("constituency") == sopore, named=True)
    assert row["choice"] == "in-nc"
    assert row["why"].startswith("NC insists, at ")
    assert told.seats["why"].str.contains("CPI(M) holds it", literal=True).sum() == 1, "Kulgam, by another number"


@pytest.mark.parametrize("fair", ["votes", "shapley"])
def test_a_fair_part_is_kept_within_a_seat(bundled: Record, fair: str) -> None:
    told = shared(bundled, Wishes(fair=fair))

    proposed = plan(told, "proposed")
    given_out = 90 - proposed["friendly"]
    assert sum(told.parts.values()) == pytest.approx(1)
    for short, party in (("NC", "in-nc"), ("INC", "in-inc"), ("CPI(M)", "in-cpim")):
        assert abs(proposed[short] - told.parts[party] * given_out) <= 1 + 1e-6


def test_a_majority_is_no_less_likely_where_it_is_the_aim(bundled: Record) -> None:
    by_seats, by_majority = (shared(bundled, Wishes(aim=aim)) for aim in ("seats", "majority"))

    assert plan(by_majority, "proposed")["majority"] >= plan(by_seats, "proposed")["majority"]


def test_where_votes_do_not_follow_partners_stand_against_each_other(bundled: Record) -> None:
    """Without any transfer a friendly contest has two chances instead of one."""
    told = shared(bundled, Wishes(transfer=Rate(0)))
    none = shared(bundled, Wishes(transfer=Rate(0), friendly=0))

    assert plan(told, "proposed")["friendly"] > 5
    assert told.seats.filter(pl.col("choice") == "friendly")["why"].str.starts_with("votes that do not follow").all()
    assert plan(none, "proposed")["friendly"] == 0
    assert plan(told, "proposed")["expected"] > plan(none, "proposed")["expected"]


@pytest.mark.parametrize(
    ("wishes", "says"),
    [
        (Wishes(minimum={"in-nc": 60, "in-inc": 40}), "60 for NC and 40 for INC make 100"),
        (Wishes(minimum={"in-nc": 85}, fair="votes"), "No allotment of the 90 seats meets all demands"),
        (Wishes(minimum={"in-bjp": 1}), "BJP is no partner here"),
    ],
)
def test_impossible_wishes_are_told_apart(bundled: Record, wishes: Wishes, says: str) -> None:
    with pytest.raises(Impossible, match=says):
        shared(bundled, wishes)


def test_requests_that_cannot_be_met_say_why(bundled: Record) -> None:
    with pytest.raises(NotInRecord, match=r"JKNPP.I. had no votes"):
        shared(bundled, parties=("in-nc", "in-jknpp-india"))
    with pytest.raises(Impossible, match="two partners or more"):
        shared(bundled, parties=("in-nc",))
    with pytest.raises(Impossible, match="cannot speak for itself"):
        seat_sharing(bundled, ELECTION, PARTNERS, [ELECTION])
    with pytest.raises(Impossible, match="nobody is incumbent"):
        seat_sharing(bundled, ELECTION, PARTNERS[:2], ["in-ls-2024"], Wishes(keep_incumbents=True))
