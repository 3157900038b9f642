"""Seats, houses and shares of the vote."""

from __future__ import annotations

import datetime as dt

import pytest

from janadesh.claims.claim import Subject
from janadesh.claims.facts import Facts
from janadesh.claims.judging.judge import judge
from tests.claims.judging.readings import LOK_SABHA
from tests.claims.judging.readings import alliance
from tests.claims.judging.readings import party
from tests.claims.judging.readings import said
from tests.claims.judging.readings import the_election

LATER = dt.date(2024, 10, 20)
COUNT_DAY = dt.date(2024, 10, 8)


def test_final_seats_are_confirmed(facts: Facts) -> None:
    found = judge(facts, said("seats", 42, subject=party(facts, "NC")), COUNT_DAY)
    assert (found.verdict, found.official) == ("confirmed", 42)


def test_a_running_tally_is_past_even_where_it_ended_the_same(facts: Facts) -> None:
    reading = said("seats", 29, subject=party(facts, "BJP"), while_counting=True)
    found = judge(facts, reading, COUNT_DAY)
    assert (found.verdict, found.official) == ("superseded", 29)


def test_an_alliance_counts_its_members(facts: Facts) -> None:
    found = judge(facts, said("seats", 49, subject=alliance(facts, "INDIA")), LATER)
    assert found.why == "NC 42, INC 6 and CPI(M) 1 make 49."


def test_an_alliance_may_be_told_by_its_two_main_parties(facts: Facts) -> None:
    found = judge(facts, said("seats", 48, subject=alliance(facts, "INDIA")), LATER)
    assert found.verdict == "confirmed"
    assert found.why == "NC 42 and INC 6 make 48; with its other allies the alliance has 49."


def test_an_alliances_seats_are_not_its_largest_partys(facts: Facts) -> None:
    found = judge(facts, said("seats", 49, subject=party(facts, "NC")), LATER)
    assert found.verdict == "contradicted"
    assert found.why == "49 is the figure of INDIA together; the party won 42."


def test_the_seats_of_2014_are_told_apart_from_those_of_2024(facts: Facts) -> None:
    found = judge(facts, said("seats", 25, subject=party(facts, "BJP")), LATER)
    assert found.verdict == "contradicted"
    assert found.why == "25 is the figure of 2014; in 2024 it won 29."


def test_seats_of_one_region_are_a_part_of_all(facts: Facts) -> None:
    reading = said("seats", 42, subject=party(facts, "NC"), scope="region", scope_name="Kashmir")
    found = judge(facts, reading, LATER)
    assert (found.verdict, found.official) == ("partial", "42 in all, 35 in Kashmir")


def test_seats_lost_are_those_contested_and_not_won(facts: Facts) -> None:
    reading = said("seats", 1, side="lost", subject=party(facts, "NC"), election=LOK_SABHA)
    found = judge(facts, reading, LATER)
    assert found.official == "lost Baramulla, won Srinagar and Anantnag-Rajouri"


@pytest.mark.parametrize(("told", "verdict"), [(46, "confirmed"), (48, "confirmed"), (45, "contradicted")])
def test_the_majority_of_ninety_is_forty_six(facts: Facts, told: int, verdict: str) -> None:
    """Of 95 with the nominated members it is 48."""
    found = judge(facts, said("house", told, role="majority", subject=the_election()), LATER)
    assert found.verdict == verdict
    if verdict == "contradicted":
        assert found.why == "More than half of 90 is 46."


@pytest.mark.parametrize(("told", "verdict"), [(90, "confirmed"), (95, "confirmed"), (87, "contradicted")])
def test_the_house_has_ninety_elected_seats(facts: Facts, told: int, verdict: str) -> None:
    assert judge(facts, said("house", told, role="size", subject=the_election()), LATER).verdict == verdict


def test_the_house_had_another_size_before(facts: Facts) -> None:
    reading = said("history", 87, unit="seats", role="house", election="in-jk-2014", subject=the_election("in-jk-2014"))
    assert judge(facts, reading, LATER).verdict == "confirmed"


def test_a_phase_has_its_own_seats(facts: Facts) -> None:
    right = judge(facts, said("house", 24, role="at stake", phase=1, subject=the_election()), LATER)
    assert right.why == "The first phase covered 24 seats."
    wrong = judge(facts, said("house", 46, role="at stake", phase=3, subject=the_election()), LATER)
    assert (wrong.verdict, wrong.official) == ("contradicted", 40)


def test_a_small_number_of_seats_is_not_called_a_wrong_size(facts: Facts) -> None:
    """Twelve seats of a house of ninety are some of them; which ones, the words do not say."""
    assert judge(facts, said("house", 12, role="size", subject=the_election()), LATER).verdict == "unverifiable"


@pytest.mark.parametrize("told", [25.64, 25.6])
def test_a_share_is_printed_with_nota_in_the_base(facts: Facts, told: float) -> None:
    found = judge(facts, said("vote_share", told, unit="percent", subject=party(facts, "BJP")), LATER)
    assert (found.verdict, found.official) == ("confirmed", 25.64)


def test_a_share_without_nota_is_the_same_counted_otherwise(facts: Facts) -> None:
    found = judge(facts, said("vote_share", 26.03, unit="percent", subject=party(facts, "BJP")), LATER)
    assert found.verdict == "partial"
    assert found.why.startswith("The share without NOTA in the base")


def test_nota_has_a_share_though_it_is_no_candidate(facts: Facts) -> None:
    nota = Subject("party", "None of the Above")
    assert judge(facts, said("vote_share", 1.48, unit="percent", subject=nota), LATER).verdict == "confirmed"


def test_another_partys_share_is_named(facts: Facts) -> None:
    found = judge(facts, said("vote_share", 23.43, unit="percent", subject=party(facts, "BJP")), LATER)
    assert found.verdict == "contradicted"
    assert found.why.startswith("This is the share of NC")


def test_seats_of_a_part_of_the_record_decide_nothing_of_the_whole(facts: Facts) -> None:
    """The record has six seats of the Lok Sabha; what a party won in all 543 it cannot say."""
    reading = said("seats", 240, subject=party(facts, "BJP"), election=LOK_SABHA)
    assert judge(facts, reading, LATER).verdict == "unverifiable"
