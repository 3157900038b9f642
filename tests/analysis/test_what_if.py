"""What-ifs: laws that hold of any, brute force on small elections, and the election of 2024."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh import model
from janadesh.analysis.draws import draw
from janadesh.analysis.field import Field
from janadesh.analysis.field import field_of
from janadesh.analysis.past_shares import past_shares
from janadesh.analysis.past_units import past_units
from janadesh.analysis.scenario import Rate
from janadesh.analysis.scenario import Scenario
from janadesh.analysis.scenario import Swing
from janadesh.analysis.scenario import Withdrawal
from janadesh.analysis.supposed_votes import SupposedVotes
from janadesh.analysis.supposed_votes import supposed_votes
from janadesh.analysis.what_if import WhatIf
from janadesh.analysis.what_if import what_if
from janadesh.errors import Impossible
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from tests.builders import statements

PARTIES = ("A", "B", "C", "D")
houses = st.lists(st.lists(st.integers(1, 1000), min_size=4, max_size=4, unique=True), min_size=1, max_size=6)


def field(house: list[list[int]]) -> Field:
    """Make a field in which each seat's row has the votes of A, B, C and D."""
    order = [sorted(range(4), key=lambda p: -row[p]) for row in house]
    return Field(
        seats=tuple(f"seat {i}" for i in range(len(house))),
        parties=PARTIES,
        seat=np.repeat(np.arange(len(house)), 4),
        party=np.array([p for places in order for p in places]),
        serial=np.array([p + 1 for places in order for p in places]),
        votes=np.array([row[p] for row, places in zip(house, order, strict=True) for p in places], dtype=float),
        winner=np.arange(len(house)) * 4,
    )


def seats_of(house: list[list[int]], scenario: Scenario, **more: float) -> dict[str, int]:
    past = {(f"seat {i}", p): 25.0 for i in range(len(house)) for p in PARTIES}
    drawn = draw(supposed_votes(field(house), scenario, past), 3, 1, **more)
    assert (drawn.seats == drawn.seats[0]).all(), "nothing is uncertain"
    return dict(zip(drawn.parties, drawn.seats[0].tolist(), strict=True))


def by_hand(house: list[list[int]], rate: float, *, others: bool) -> dict[str, int]:
    """Let the weaker of A and B give way to the stronger in each seat, vote by vote."""
    won = dict.fromkeys(PARTIES, 0)
    for row in house:
        votes = dict(zip(PARTIES, map(float, row), strict=True))
        strong, weak = ("A", "B") if votes["A"] >= votes["B"] else ("B", "A")
        given_up = votes.pop(weak)
        rivals = {p: v for p, v in votes.items() if p != strong}
        votes[strong] += rate * given_up
        if others:
            for party, held in rivals.items():
                votes[party] += (1 - rate) * given_up * held / sum(rivals.values())
        won[max(votes, key=lambda p: votes[p])] += 1
    return won


@settings(deadline=None)
@given(houses)
def test_nothing_supposed_changes_nothing(house: list[list[int]]) -> None:
    assert seats_of(house, Scenario()) == field(house).seats_won()


@settings(deadline=None)
@given(houses, st.sampled_from(PARTIES))
def test_a_swing_of_nothing_changes_nothing(house: list[list[int]], party: str) -> None:
    actual = field(house).seats_won()

    assert seats_of(house, Scenario(swings={party: Swing(points=0)})) == actual
    assert seats_of(house, Scenario(swings={party: Swing(times=1)})) == actual


@settings(deadline=None)
@given(houses, st.sampled_from([0, 0.25, 0.5, 1]), st.booleans())
def test_an_alliance_is_what_it_is_by_hand(house: list[list[int]], rate: float, others: bool) -> None:
    scenario = Scenario(together=(("A", "B"),), transfer=Rate(rate), rest="others" if others else "home")

    assert seats_of(house, scenario) == by_hand(house, rate, others=others)


@settings(deadline=None)
@given(houses)
def test_an_alliance_whose_voters_all_follow_loses_no_seat(house: list[list[int]]) -> None:
    actual = field(house).seats_won()
    won = seats_of(house, Scenario(together=(("A", "B"),)))

    assert won["A"] + won["B"] >= actual["A"] + actual["B"]


@settings(deadline=None)
@given(houses)
def test_partners_without_common_votes_part_without_consequence(house: list[list[int]]) -> None:
    """Where no votes were handed over, none are taken back."""
    scenario = Scenario(apart=(("A", "B"),), transfer=Rate(0))

    assert seats_of(house, scenario) == field(house).seats_won()


def broken_up(past: dict[tuple[str, str], float]) -> SupposedVotes:
    """Let A and B break up in two seats in which A alone stood for both, by what is known of the past."""
    house = field([[100, 1, 2, 90], [100, 1, 2, 90]])
    both_for_a = replace(house, party=np.where(house.party == 1, 2, house.party))
    return supposed_votes(both_for_a, Scenario(apart=(("A", "B"),)), past, str.upper)


def test_a_partner_without_earlier_votes_in_a_seat_keeps_all_and_it_is_told() -> None:
    supposed = broken_up({("seat 0", "A"): 30.0, ("seat 0", "B"): 10.0, ("seat 1", "B"): 5.0})

    assert supposed.unparted == ("seat 1",)
    assert supposed.moving[:, 0].tolist() == [-25, 0, 0, 0, 0, 0, 0, 0, 25]


def test_partners_of_whom_nothing_earlier_is_known_cannot_break_up() -> None:
    with pytest.raises(Impossible, match="No earlier votes of A and B are known in any seat"):
        broken_up({})


@settings(deadline=None)
@given(houses, st.floats(0.5, 30), st.sampled_from(PARTIES))
def test_a_swing_to_a_party_takes_no_seat_from_it(house: list[list[int]], points: float, party: str) -> None:
    actual = field(house).seats_won()

    assert seats_of(house, Scenario(swings={party: Swing(points=points)}))[party] >= actual[party]
    assert seats_of(house, Scenario(swings={party: Swing(times=1 + points)}))[party] >= actual[party]


@settings(deadline=None)
@given(houses)
def test_a_party_that_splits_wins_no_more(house: list[list[int]]) -> None:
    won = seats_of(house, Scenario(splits={"A": Rate(0.4)}))

    assert won["A"] + won["A (breakaway)"] <= field(house).seats_won()["A"]
    assert sum(won.values()) == len(house)


@settings(max_examples=20, deadline=None)
@given(houses, st.floats(0.2, 0.8))
def test_what_is_left_out_beforehand_changes_no_answer(house: list[list[int]], mean: float) -> None:
    """The same draws, reckoned candidate by candidate."""
    scenario = Scenario(together=(("A", "B"),), transfer=Rate(mean, 0.1), swings={"C": Swing(points=1, sd=3)})
    supposed = supposed_votes(field(house), scenario, {})
    drawn = draw(supposed, 200, 7)
    rng = np.random.default_rng(7)
    columns = []
    for what in supposed.drawn:
        if isinstance(what, Rate):
            both = what.mean * (1 - what.mean) / what.sd**2 - 1
            columns.append(rng.beta(what.mean * both, (1 - what.mean) * both, 200).astype(np.float32))
        else:
            columns.append((1 + 3 * rng.standard_normal(200)).astype(np.float32))
    votes = supposed.certain + np.stack(columns, axis=1).astype(float) @ supposed.moving.T
    expected = np.zeros((200, 4), dtype=int)
    clear = np.ones(200, dtype=bool)
    for seat in range(len(house)):
        here = np.flatnonzero(supposed.field.seat == seat)
        order = np.sort(votes[:, here], axis=1)
        clear &= order[:, -1] - order[:, -2] > 0.01
        winners = supposed.field.party[here][votes[:, here].argmax(axis=1)]
        expected[np.arange(200), winners] += 1
    assert (drawn.seats[clear] == expected[clear]).all()


def test_chances_of_a_seat_add_up_to_one() -> None:
    house = [[400, 390, 380, 10], [100, 99, 98, 97]]
    drawn = draw(supposed_votes(field(house), Scenario(), {}), 2000, 1, 3.0)

    assert drawn.chance.sum(axis=1) == pytest.approx([1, 1])
    assert (drawn.seats.sum(axis=1) == 2).all()
    assert 0.3 < drawn.chance[0, 0] < 0.9


def test_the_same_seed_draws_the_same() -> None:
    supposed = supposed_votes(field([[50, 40, 60, 1]]), Scenario(together=(("A", "B"),), transfer=Rate(0.2, 0.1)), {})

    assert (draw(supposed, 100, 5).seats == draw(supposed, 100, 5).seats).all()
    assert 0 < draw(supposed, 1000, 5).chance[0, 0] < 1


def test_a_rebel_withdrawn_gives_votes_to_the_one_named() -> None:
    """Of 30 votes two thirds are 20, which is what A lacked."""
    house = [[40, 30, 59, 1]]
    withdrawn = Scenario(withdrawals=(Withdrawal("seat 0", 2, "A"),), transfer=Rate(2 / 3))

    assert seats_of(house, withdrawn)["A"] == 1
    assert seats_of(house, Scenario(withdrawals=withdrawn.withdrawals, transfer=Rate(0.6)))["C"] == 1


def test_a_rate_of_a_pair_goes_before_that_of_all() -> None:
    house = [[40, 30, 59, 1]]
    scenario = Scenario(together=(("A", "B"),), transfer=Rate(0), transfers={("B", "A"): Rate(1)})

    assert seats_of(house, scenario)["A"] == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: Rate(1.2), "between 0 and 1"),
        (lambda: Rate(0.9, 0.5), "cannot be uncertain by ±0.5"),
        (lambda: Scenario(together=(("A", "B"), ("B", "C"))), "several groups"),
        (lambda: Scenario(together=(("A",),)), "takes two parties"),
        (lambda: Scenario(together=(("A", "B"),), apart=(("B", "A"),)), "together and apart"),
        (lambda: Scenario(rest="nowhere"), "goes `home` or to `others`"),
    ],
)
def test_what_cannot_be_is_refused(wrong: object, says: str) -> None:
    with pytest.raises(Impossible, match=says):
        wrong()  # type: ignore[operator]


def side(told: WhatIf, short: str) -> dict[str, float]:
    found: dict[str, float] = told.sides.row(by_predicate=pl.col("short") == short, named=True)
    return found


def test_nothing_supposed_of_2024_gives_the_result(bundled: Record) -> None:
    told = what_if(bundled, "in-jk-2024", Scenario(), draws=10)

    assert told.majority_mark == 46
    assert (told.sides["actual"] == told.sides["expected"]).all()
    assert not told.seats["changed"].any()
    assert side(told, "INDIA")["majority"] == 1


def test_the_partners_of_2024_apart_have_no_majority(bundled: Record) -> None:
    """By what each had in 2014, the Conference and the Congress would have lost a dozen seats."""
    told = what_if(bundled, "in-jk-2024", Scenario(apart=(("in-nc", "in-inc"),), transfer=Rate(0.9, 0.05)), draws=500)

    assert side(told, "NC")["expected"] + side(told, "INC")["expected"] < 46
    assert side(told, "BJP" if "BJP" in told.sides["short"] else "NDA")["expected"] > 29


def test_a_party_without_votes_is_said(bundled: Record) -> None:
    with pytest.raises(NotInRecord, match="JMM has no votes in this election"):
        what_if(bundled, "in-jk-2024", Scenario(swings={"in-jmm": Swing(points=1)}))
    with pytest.raises(NotInRecord, match="held no votes of in-jk-2024"):
        what_if(bundled, "in-jk-2024", Scenario(), as_of="2024-10-01")


def test_a_seat_is_judged_by_the_nearest_place_that_is_known(bundled: Record) -> None:
    by_2014 = past_units(bundled, "in-jk-2024", "in-jk-2014").unique("constituency")
    by_lok_sabha = past_units(bundled, "in-jk-2024", "in-ls-2024")

    assert by_2014.height == 90
    assert set(by_2014["basis"]) == {"same name", "part", "parliamentary constituency"}
    assert by_lok_sabha["basis"].to_list() == ["parliamentary constituency"] * 90


def test_what_partners_won_together_is_parted_by_what_they_had_apart(bundled: Record) -> None:
    """In the Lok Sabha election of 2024 the Congress alone stood for both in Jammu."""
    partners = ["in-nc", "in-inc"]
    old, both = (
        past_shares(bundled, "in-jk-2024", elections, partners)
        for elections in (["in-jk-2014"], ["in-jk-2014", "in-ls-2024"])
    )
    seat = both.seats.index("in-jk-assembly.2022.74")

    assert both.shares[seat, :2].sum() > old.shares[seat, :2].sum()
    ratio_before, ratio = (told.shares[seat, 0] / told.shares[seat, :2].sum() for told in (old, both))
    assert ratio == pytest.approx(ratio_before)
    assert both.told[seat] == ("in-jk-2014 by the seat of that name; in-ls-2024 by its parliamentary constituency")


def test_votes_by_polling_station_speak_for_the_seat_itself(bundled_file: Path, tmp_path: Path) -> None:
    """Two stations of segment 18 (Ganderbal) of Srinagar: 60 for the Conference, 40 for the PDP."""
    place: dict[str, Any] = {"election": "in-ls-2024", "constituency": "in-lok-sabha.2022.U08-2"}
    said: dict[str, Any] = {"known_at": dt.datetime(2024, 6, 5, tzinfo=dt.UTC)}
    with open_record(shutil.copy(bundled_file, tmp_path / "record.sqlite")) as record:
        source = record.frame(model.Source)["id"][0]
        rows = record.frame(model.Candidacy, **place)
        serial = {party: rows.filter(pl.col("party") == party)["serial"].item() for party in ("in-nc", "in-pdp")}
        votes = [("1", "in-nc", 25), ("2", "in-nc", 35), ("1", "in-pdp", 40)]
        said["source"] = source
        record.load(
            statements(
                *(
                    model.StationTally(**place, segment=18, station=station, serial=serial[p], votes=number, **said)
                    for station, p, number in votes
                )
            )
        )
        shares = past_shares(record, "in-jk-2024", ["in-ls-2024"], ["in-nc", "in-pdp"])

    ganderbal, beside = (shares.seats.index(f"in-jk-assembly.2022.{number}") for number in (18, 17))
    assert shares.shares[ganderbal, :2] == pytest.approx([60, 40])
    assert shares.spread[ganderbal] == pytest.approx(10)
    assert shares.told[ganderbal] == "in-ls-2024 by its segment"
    assert shares.told[beside] == "in-ls-2024 by its parliamentary constituency"


def test_the_field_of_an_election_has_the_winner_of_each_seat_first(bundled: Record) -> None:
    won = field_of(bundled, "in-jk-2024").seats_won()

    assert {p: n for p, n in won.items() if n} == {
        "in-nc": 42,
        "in-bjp": 29,
        "in-ind": 7,
        "in-inc": 6,
        "in-pdp": 3,
        "in-jkpc": 1,
        "in-cpim": 1,
        "in-aap": 1,
    }
