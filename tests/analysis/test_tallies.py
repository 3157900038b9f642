"""Tallies: strike rates, close contests, and seats by region, phase, reservation and gender."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from janadesh.analysis.close_contests import by_margin
from janadesh.analysis.close_contests import close_matrix
from janadesh.analysis.close_contests import closer_than
from janadesh.analysis.parties import party_results
from janadesh.analysis.several_seats import several_seats
from janadesh.analysis.tallies import gender_tallies
from janadesh.analysis.tallies import place_tallies
from janadesh.analysis.tallies import tallies_across
from janadesh.analysis.three_way import three_way
from janadesh.record.book import Record
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import record_of_seat


@pytest.mark.parametrize(
    ("party", "won", "contested", "rate"),
    [("NC", 42, 56, 75.0), ("BJP", 29, 62, 46.77), ("INC", 6, 39, 15.38), ("PDP", 3, 80, 3.75)],
)
def test_strike_rates_of_jammu_and_kashmir_2024(
    bundled: Record, party: str, won: int, contested: int, rate: float
) -> None:
    """As newspapers printed them after the count: the Conference won 42 of 56, the BJP 29 of 62."""
    row = party_results(bundled, "in-jk-2024").row(by_predicate=pl.col("party_short") == party, named=True)

    assert (row["won"], row["contested"], round(row["strike_rate"], 2)) == (won, contested, rate)


def test_a_state_counts_once_though_its_status_changed(bundled: Record) -> None:
    """Jammu and Kashmir was a state until 2019 and is a union territory since: two statements, five seats."""
    states = place_tallies(bundled, "in-ls-2024", "state")

    assert states.select("state", "seats").rows() == [("Jammu and Kashmir", 5), ("Ladakh", 1)]
    split = tallies_across(bundled, "in-ls-2024", "state")
    of_bjp = split.row(
        by_predicate=(pl.col("state") == "Jammu and Kashmir") & (pl.col("party_short") == "BJP"), named=True
    )
    assert (of_bjp["won"], of_bjp["contested"]) == (2, 2)


def test_the_closest_and_the_largest_margin_of_2024(bundled: Record) -> None:
    """Tral by 460 votes, Nagrota by 30,472."""
    contests = by_margin(bundled, "in-jk-2024")

    assert contests.select("constituency_name", "margin").row(0) == ("Tral", 460)
    assert contests.select("constituency_name", "margin").row(-1) == ("Nagrota", 30472)


def test_seven_seats_were_won_by_less_than_a_thousand(bundled: Record) -> None:
    contests = by_margin(bundled, "in-jk-2024")

    assert closer_than(contests, votes=1000).height == 7
    assert closer_than(contests, votes=460).is_empty(), "under means under"
    assert closer_than(contests, percent=1.0)["constituency_name"].to_list() == ["Kishtwar", "Pattan", "Handwara"]


def test_the_matrix_of_close_contests_counts_each_once(bundled: Record) -> None:
    contests = by_margin(bundled, "in-jk-2024")
    matrix = close_matrix(contests)

    assert matrix["seats"].sum() == 90
    of_nc_and_bjp = matrix.filter(pl.col("winner_short") == "BJP", pl.col("runner_up_short") == "NC")
    assert of_nc_and_bjp["closest"].item() == 521


def test_nota_above_the_margin(bundled: Record) -> None:
    above = by_margin(bundled, "in-jk-2024").filter(pl.col("nota_above_margin"))

    assert above.height == 7
    assert (above["nota"] > above["margin"]).all()


def test_nota_below_or_equal_to_the_margin_is_not_above_it(tmp_path: Path) -> None:
    with record_of_seat(tmp_path, "Here", [Stood("A", "X", 100), Stood("B", "Y", 90)], nota=10) as record:
        assert by_margin(record, ELECTION)["nota_above_margin"].to_list() == [False]


def test_an_unopposed_seat_has_no_margin(tmp_path: Path) -> None:
    with record_of_seat(tmp_path, "Surat", [Stood("A", "X")], status="uncontested") as record:
        assert by_margin(record, ELECTION).is_empty()
        assert place_tallies(record, ELECTION, "reservation")["declared"].to_list() == [1]


def test_seats_by_region_add_up_to_the_house(bundled: Record) -> None:
    """43 seats of Jammu and 47 of Kashmir; the BJP won its 29 in Jammu, the Conference 35 in Kashmir."""
    regions = place_tallies(bundled, "in-jk-2024", "region")

    assert regions.select("region", "seats", "most_won_by", "most_won").rows() == [
        ("Jammu", 43, "BJP", 29),
        ("Kashmir", 47, "NC", 35),
    ]
    assert regions["candidates"].sum() == 873


def test_candidates_by_phase_are_those_announced(bundled: Record) -> None:
    """219, 239 and 415."""
    phases = place_tallies(bundled, "in-jk-2024", "phase")

    assert phases["candidates"].to_list() == [219, 239, 415]
    assert phases["turnout"].to_list() == [None, None, None], "not every seat's electors are known"


def test_turnout_of_a_group_is_known_where_it_is_known_of_every_seat(bundled: Record) -> None:
    old = place_tallies(bundled, "in-jk-2014", "reservation")

    assert old["turnout"].null_count() == 0
    assert old["turnout"].is_between(60, 70 + 10).all()


def test_shares_across_a_region_add_up_to_all_its_votes(bundled: Record) -> None:
    across = tallies_across(bundled, "in-jk-2024", "region")

    assert across.group_by("region").agg(pl.col("share").sum())["share"].to_list() == pytest.approx([100, 100])
    assert across["won"].sum() == 90
    in_jammu = across.filter(pl.col("region") == "Jammu", pl.col("party_short") == "BJP")
    assert in_jammu["won"].item() == 29


def test_the_alliance_across_reserved_seats(bundled: Record) -> None:
    """The BJP won all seven seats reserved for Scheduled Castes."""
    across = tallies_across(bundled, "in-jk-2024", "reservation", "alliance")

    reserved = across.filter(pl.col("reservation") == "SC", pl.col("alliance_short") == "NDA")
    assert (reserved["won"].item(), reserved["contested"].item()) == (7, 7)


def test_three_women_were_elected(bundled: Record) -> None:
    """Sakina Masood, Shamima Firdous and Shagun Parihar."""
    women = gender_tallies(bundled, "in-jk-2024").filter(pl.col("gender") == "F")

    assert women["won"].item() == 3
    assert gender_tallies(bundled, "in-jk-2024")["candidates"].sum() == 873


def test_omar_abdullah_stood_in_two_seats_and_won_both(bundled: Record) -> None:
    omar = several_seats(bundled, "in-jk-2024").filter(pl.col("person_name") == "Omar Abdullah")

    assert omar.select("constituency_name", "won").rows() == [("Ganderbal", True), ("Budgam", True)]


def test_a_group_that_there_is_not_is_refused(bundled: Record) -> None:
    with pytest.raises(ValueError, match="but by state, region, district, phase, reservation"):
        place_tallies(bundled, "in-jk-2024", "colour")
    with pytest.raises(ValueError, match="split by party or alliance"):
        tallies_across(bundled, "in-jk-2024", "region", "person")


def test_a_seat_lies_between_three_sides_by_their_shares(bundled: Record) -> None:
    """In Banihal the Conference beat the Congress, a partner, in a friendly contest."""
    table = three_way(bundled, "in-jk-2024", ("in-nc", "in-inc", "in-pdp"))
    banihal = table.row(by_predicate=pl.col("constituency_name") == "Banihal", named=True)

    assert banihal["winner_short"] == "NC"
    assert banihal["first_share"] - banihal["second_share"] == pytest.approx(banihal["margin_share"], abs=8)
    shares = [pl.col(f"{side}_share") for side in ("first", "second", "third", "others")]
    assert table.select((pl.sum_horizontal(shares) - 100).abs().max()).item() < 1e-9


def test_without_names_the_three_sides_are_the_largest(bundled: Record) -> None:
    row = three_way(bundled, "in-jk-2024").row(0, named=True)

    assert (row["first"], row["second"], row["third"]) == ("in-india", "in-nda", "in-pdp")
