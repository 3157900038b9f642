"""Votes, margins and leads: what a wrong-looking number is, told in words."""

from __future__ import annotations

import datetime as dt

import pytest

from janadesh.claims.claim import Subject
from janadesh.claims.facts import Facts
from janadesh.claims.judging.judge import judge
from tests.claims.judging.readings import LOK_SABHA
from tests.claims.judging.readings import of
from tests.claims.judging.readings import party
from tests.claims.judging.readings import said

LATER = dt.date(2024, 10, 20)
COUNT_DAY = dt.date(2024, 10, 8)


def test_evm_votes_are_true_of_a_part(facts: Facts) -> None:
    """A total without the postal votes is called that, with both numbers."""
    found = judge(facts, said("votes", 64443, **of(facts, "MOHMAD HANEEFA", "Ladakh", LOK_SABHA)), dt.date(2024, 6, 11))
    assert (found.verdict, found.official) == ("partial", 65259)
    assert found.why == "This is the EVM count; with 816 postal votes the official total is 65,259."


def test_a_verdict_shows_the_row_and_who_published_it(facts: Facts) -> None:
    found = judge(facts, said("votes", 65259, **of(facts, "MOHMAD HANEEFA", "Ladakh", LOK_SABHA)), LATER)
    assert found.verdict == "confirmed"
    assert "EVM 64,443, postal 816, total 65,259" in found.evidence[0].text
    assert found.evidence[0].publisher == "Election Commission of India"


def test_a_margin_of_evm_votes_is_true_of_a_part(facts: Facts) -> None:
    found = judge(facts, said("margin", 18359, **of(facts, "OMAR ABDULLAH", "Budgam")), COUNT_DAY)
    assert (found.verdict, found.official) == ("partial", 18485)
    assert found.why == "The margin in EVM votes; with postal votes it is 18,485."


def test_the_figures_of_the_other_seat_are_told_apart(facts: Facts) -> None:
    """Omar Abdullah stood in two seats; the votes of one are not those of the other."""
    votes = judge(facts, said("votes", 32727, **of(facts, "OMAR ABDULLAH", "Budgam")), LATER)
    assert votes.verdict == "contradicted"
    assert votes.why == "This is the figure of Ganderbal; in Budgam Omar Abdullah polled 36,010."
    margin = judge(facts, said("margin", 10574, **of(facts, "OMAR ABDULLAH", "Budgam")), LATER)
    assert margin.why == "This is the margin in Ganderbal; in Budgam the official margin is 18,485."


def test_the_runner_ups_votes_are_not_the_winners(facts: Facts) -> None:
    found = judge(facts, said("votes", 17525, **of(facts, "OMAR ABDULLAH", "Budgam")), LATER)
    assert found.verdict == "contradicted"
    assert found.why == "This is the figure of Aga Syed Muntazir Mehdi; Omar Abdullah polled 36,010."


def test_two_figures_that_changed_places_are_noticed(facts: Facts) -> None:
    found = judge(facts, said("votes", 36101, **of(facts, "OMAR ABDULLAH", "Budgam")), LATER)
    assert found.why == "The official total is 36,010."
    swapped = judge(facts, said("votes", 63010, **of(facts, "OMAR ABDULLAH", "Budgam")), LATER)
    assert swapped.why == "Two figures are swapped: Omar Abdullah polled 36,010."


def test_without_a_seat_the_votes_of_somebody_in_two_seats_are_open(facts: Facts) -> None:
    """Either seat's total is right where the words name none; another number decides nothing."""
    assert judge(facts, said("votes", 36010, **of(facts, "OMAR ABDULLAH")), LATER).verdict == "confirmed"
    assert judge(facts, said("votes", 35000, **of(facts, "OMAR ABDULLAH")), LATER).verdict == "unverifiable"


@pytest.mark.parametrize(
    ("told", "comparator", "verdict"),
    [
        (200_000, ">", "confirmed"),
        (125_000, ">", "partial"),
        (210_000, ">", "contradicted"),
        (200_000, "~", "partial"),
        (203_000, "~", "confirmed"),
        (204_000, "=", "confirmed"),
        (203_000, "=", "contradicted"),
        (250_000, "<", "confirmed"),
        (300_000, "<", "partial"),
    ],
)
def test_bounds_and_round_numbers_are_read_fairly(facts: Facts, told: int, comparator: str, verdict: str) -> None:
    """The official margin in Baramulla was 2,04,142."""
    words = of(facts, "ABDUL RASHID SHEIKH", "Baramulla", LOK_SABHA)
    assert judge(facts, said("margin", told, comparator=comparator, **words), LATER).verdict == verdict


def test_a_bound_far_off_says_how_far(facts: Facts) -> None:
    words = of(facts, "ABDUL RASHID SHEIKH", "Baramulla", LOK_SABHA)
    found = judge(facts, said("margin", 125_000, comparator=">", **words), LATER)
    assert found.why == "True as a bound but far off: the official margin was 2,04,142 votes."


def test_a_lead_is_past_and_the_final_margin_is_told(facts: Facts) -> None:
    words = of(facts, "OMAR ABDULLAH", "Budgam")
    found = judge(facts, said("lead", 8600, side="leading", while_counting=True, **words), COUNT_DAY)
    assert (found.verdict, found.official) == ("superseded", 18485)
    assert found.why == "A lead during the count; the final margin in Budgam was 18,485."


def test_a_lead_before_the_count_is_no_lead(facts: Facts) -> None:
    words = of(facts, "OMAR ABDULLAH", "Budgam")
    assert judge(facts, said("lead", 8600, side="leading", **words), dt.date(2024, 9, 8)).verdict == "unverifiable"


def test_a_lead_in_both_seats_ends_with_both_margins(facts: Facts) -> None:
    words = of(facts, "OMAR ABDULLAH")
    found = judge(facts, said("lead", 2, unit="seats", side="leading", while_counting=True, **words), COUNT_DAY)
    assert found.verdict == "superseded"
    assert "Budgam by 18485" in str(found.official)
    assert "Ganderbal by 10574" in str(found.official)


def test_votes_of_a_count_going_on_are_past(facts: Facts) -> None:
    words = of(facts, "OMAR ABDULLAH", "Budgam")
    found = judge(facts, said("votes", 32344, while_counting=True, **words), COUNT_DAY)
    assert (found.verdict, found.official) == ("superseded", 36010)


def test_fewer_votes_told_on_counting_day_are_not_called_wrong(facts: Facts) -> None:
    """Figures move until the last round; the same number is wrong two weeks later."""
    reading = said("votes", 35001, **of(facts, "OMAR ABDULLAH", "Budgam"))
    assert judge(facts, reading, COUNT_DAY).verdict == "superseded"
    assert judge(facts, reading, LATER).verdict == "contradicted"


def test_nota_is_never_the_runner_up(facts: Facts) -> None:
    """Margins and places leave NOTA out in every seat, also where it has more votes than a candidate."""
    election = facts.of(LOK_SABHA)
    assert election is not None
    for contest in election.contests.values():
        assert contest.winner is not None
        assert contest.runner_up is not None
        assert all(s.serial != 0 for s in contest.standings)


def test_somebody_unknown_decides_nothing(facts: Facts) -> None:
    reading = said("votes", 1, subject=Subject("candidate", "NOBODY AT ALL"))
    assert judge(facts, reading, LATER).verdict == "unverifiable"


def test_a_candidate_told_in_another_seat_is_not_called_wrong(facts: Facts) -> None:
    """Words about seats are easily misread, so the record only says where the person stood."""
    omar = of(facts, "OMAR ABDULLAH", "Budgam")
    election = facts.of("in-jk-2024")
    assert election is not None
    elsewhere = {**omar, "constituency": election.by_constituency_name["doda"]}
    elsewhere["subject"] = Subject("candidate", "OMAR ABDULLAH", omar["subject"].id)
    found = judge(facts, said("outcome", side="won", **elsewhere), LATER)
    assert found.verdict == "unverifiable"
    assert "not in Doda" in found.why


def test_the_wrong_winner_is_contradicted(facts: Facts) -> None:
    found = judge(facts, said("outcome", side="won", **of(facts, "OMAR ABDULLAH", "Baramulla", LOK_SABHA)), LATER)
    assert found.verdict == "contradicted"
    assert found.official == "ABDUL RASHID SHEIKH won Baramulla"


def test_a_place_is_confirmed_or_corrected(facts: Facts) -> None:
    mehdi = of(facts, "AGA SYED MUNTAZIR MEHDI", "Budgam")
    assert judge(facts, said("rank", 2, **mehdi), LATER).verdict == "confirmed"
    assert judge(facts, said("rank", 3, **mehdi), LATER).official == 2


def test_a_partys_votes_are_added_up(facts: Facts) -> None:
    found = judge(facts, said("votes", 1_462_225, subject=party(facts, "BJP")), LATER)
    assert found.verdict == "confirmed"
