"""Claims that must not be laid at the wrong door: strangers, opponents, allies, and what was before."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Check
from tests.claims.conftest import told

AFTER = "2024-10-12"
NC = "Jammu & Kashmir National Conference"
OMAR = "OMAR ABDULLAH"


def test_a_brother_told_by_first_name_leaves_the_margin_nobodys(check: Check) -> None:
    text = (
        "Engineer Rashid, who had beaten Omar Abdullah in the Lok Sabha election, saw his brother Khursheed win "
        "Langate by 1,602 votes."
    )

    assert told(check(text, AFTER), "margin") == []


def test_a_full_name_that_is_nobodys_is_not_whom_the_sentence_before_named(check: Check) -> None:
    text = "Sajad Lone won in Handwara. Karamjeet Dhingra Walia has won Jammu again, by 21,949 votes."

    assert told(check(text, AFTER), "margin") == []


def test_seats_of_a_party_and_its_allies_are_the_alliances(check: Check) -> None:
    claims = check("In Jammu and Kashmir the National Conference and its allies ended up with 49 seats.", AFTER)

    assert [(name, value) for name, _, value in told(claims, "seats")] == [("INDIA", 49)]


def test_the_opponents_figure_is_not_the_subjects(check: Check) -> None:
    text = "In Budgam, Omar Abdullah polled 36,010 votes to her 17,525."

    assert (OMAR, "BUDGAM", 17525) not in told(check(text, AFTER), "votes")


def test_a_semicolon_closes_what_was_told_of_before(check: Check) -> None:
    text = (
        "Ravinder Raina lost Nowshera, a seat that he had held with 37,374 votes in 2014; "
        "the NC's Surinder Choudhary polled 35,069."
    )

    assert told(check(text, AFTER), "votes") == [("SURINDER KUMAR CHOUDHARY", "NOWSHERA", 35069)]


def test_a_difference_is_no_number_of_seats(check: Check) -> None:
    claims = check("The BJP won 29 seats in Jammu and Kashmir, four more than last time.", AFTER)

    assert [value for _, _, value in told(claims, "seats")] == [29]


def test_seats_won_of_those_fought_are_won(check: Check) -> None:
    claims = check("In Jammu and Kashmir the National Conference took 42 of the 56 seats it fought.", AFTER)

    assert told(claims, "seats") == [(NC, None, 42)]


def test_a_seat_that_could_not_be_saved_is_lost(check: Check) -> None:
    claims = check("Ravinder Raina could not save Nowshera.", AFTER)

    assert told(claims, "outcome") == [("RAVINDER RAINA", "NOWSHERA", None)]


def test_down_to_three_is_no_trend_of_the_count(check: Check) -> None:
    claims = check("In Jammu and Kashmir the PDP is down to three seats.", "2024-10-09")

    assert [c.verdict for c in claims if c.kind == "seats"] == ["confirmed"]


@pytest.mark.parametrize("name", ["S K Choudhary", "S.K. Choudhary"])
def test_initials_stand_for_names(name: str, check: Check) -> None:
    claims = check(f"{name} of the National Conference won Nowshera by 7,819 votes.", AFTER)

    assert told(claims, "margin") == [("SURINDER KUMAR CHOUDHARY", "NOWSHERA", 7819)]


def test_a_namesake_in_another_seat_is_not_the_winner_named_with_party_and_seat(check: Check) -> None:
    """A Nizamuddin Bhat stood in Dooru; the one of the Congress is written Nizam Uddin in the official result."""
    claims = check("Nizamuddin Bhat of the Congress won Bandipora with 20,391 votes.", AFTER)

    assert told(claims, "votes") == [("NIZAM UDDIN BHAT", "BANDIPORA", 20391)]


def test_the_strength_of_a_government_is_no_partys_tally(check: Check) -> None:
    text = "With the AAP's Mehraj Malik they take the government's strength to 54 in Jammu and Kashmir."

    assert told(check(text, AFTER), "seats") == []


def test_a_margin_that_came_from_one_figure_to_another_is_the_other(check: Check) -> None:
    text = "Sajad Lone's margin in Handwara has been slashed from 5,423 to 662."

    assert told(check(text, AFTER), "margin") == [("SAJAD GANI LONE", "HANDWARA", 662)]


def test_votes_put_on_since_an_earlier_election_are_nobodys_total(check: Check) -> None:
    text = "In Handwara, the NC's Chowdry Mohammad Ramzan put on almost 5,000 votes."

    assert told(check(text, AFTER), "votes") == []


def test_a_defeat_where_somebody_did_not_stand_is_of_another_election(check: Check) -> None:
    text = (
        "Omar Abdullah lost to Engineer Rashid in Baramulla by 2.04 lakh votes in June, but won Budgam by 18,485 votes."
    )
    claims = check(text, AFTER)

    assert told(claims, "margin") == [(OMAR, "BUDGAM", 18485)]
    assert [c.verdict for c in claims if c.kind == "outcome"] == ["confirmed"]


@pytest.mark.parametrize(
    "text",
    [
        "Sajad Lone held on to Handwara, slashing his margin from 5,423 to 662.",
        "Sajad Lone's margin in Handwara fell by more than 4,700 votes to 662.",
        "Sajad Lone won Handwara, his margin falling to 662 from 5,423.",
    ],
)
def test_only_the_later_figure_of_a_margin_that_changed_is_the_margin(text: str, check: Check) -> None:
    claims = [c for c in check(text, AFTER) if c.unit == "votes"]

    assert [(c.kind, c.value, c.subject and c.subject.name) for c in claims] == [("margin", 662, "SAJAD GANI LONE")]


def test_lost_it_this_time_is_told_of_now(check: Check) -> None:
    text = "Ravinder Raina won Nowshera by 9,503 votes in 2014 but lost it this time by 7,819 votes."

    assert [(c.kind, c.value) for c in check(text, AFTER) if c.unit == "votes"] == [("history", 9503), ("margin", 7819)]


def test_a_combined_tally_is_no_single_partys(check: Check) -> None:
    text = "In Jharkhand, the JMM and the Congress improved their combined tally from 46 to 50."

    assert told(check(text, "2024-11-25"), "seats") == []
