"""How columns tell results: two seats by their order, defeats handed out, records, lists, and what was before."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Check
from tests.claims.conftest import told

AFTER = "2024-10-12"
OMAR = "OMAR ABDULLAH"
LONE = "SAJAD GANI LONE"
RASHID = "ABDUL RASHID SHEIKH"
BJP = "Bharatiya Janata Party"


def test_the_first_and_the_second_are_the_two_seats_just_named(check: Check) -> None:
    text = (
        "Sajad Lone, who contested both Handwara and Kupwara, won the first by 662 votes and came third in the second."
    )
    claims = check(text, AFTER)

    assert told(claims, "outcome") == [(LONE, "HANDWARA", None)]
    assert told(claims, "margin") == [(LONE, "HANDWARA", 662)]
    assert told(claims, "rank") == [(LONE, "KUPWARA", 3)]
    assert {c.verdict for c in claims} <= {"confirmed", "unverifiable"}


def test_a_defeat_handed_to_somebody_is_his(check: Check) -> None:
    text = (
        "Jailed leader Engineer Rashid handed former chief minister Omar Abdullah a crushing defeat in Baramulla, "
        "polling 4.72 lakh votes to Abdullah's 2.68 lakh."
    )
    claims = check(text, "2024-06-05")

    assert told(claims, "outcome") == [(RASHID, "BARAMULLA", None)]
    assert told(claims, "votes") == [(RASHID, "BARAMULLA", 472000), (OMAR, "BARAMULLA", 268000)]
    assert {c.verdict for c in claims} == {"confirmed"}


def test_the_widest_win_is_told_by_its_margin(check: Check) -> None:
    text = (
        "Tanvir Sadiq had the widest win in Srinagar, 16,173 in Zadibal, though the largest margin of the NC in the "
        "Valley was Omar Abdullah's 18,485 in Budgam."
    )

    assert told(check(text, AFTER), "margin") == [("TANVIR SADIQ", "ZADIBAL", 16173), (OMAR, "BUDGAM", 18485)]


def test_a_winner_whom_the_record_does_not_know_leaves_his_votes_nobodys(check: Check) -> None:
    text = "Tanvir Sadiq won Zadibal. Nazir Gurezi won Gurez, with 8,378 votes."

    assert told(check(text, AFTER), "votes") == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Ashok Bhat came second in Habba Kadal; nobody has finished runner-up with fewer votes.", "rank", 2),
        ("Tariq Karra took Central Shalteng with 18,933 votes, 14,395 more than the next man's 4,538.", "votes", 4538),
        ("Tral, Kupwara and Pulwama: in Jammu and Kashmir the BJP lost all three.", "seats", 3),
        ("The PDP, with 28 members in the last house, has three in this one in Jammu and Kashmir.", "seats", 28),
    ],
)
def test_what_is_said_in_passing_is_nobodys_of_now(check: Check, text: str, kind: str, value: int) -> None:
    claims = check(text, AFTER)

    of_it = [c for c in claims if c.value == value]
    assert [c for c in of_it if c.kind == kind and c.subject and c.subject.name != "ASHOK KUMAR BHAT"] == []
    assert "contradicted" not in {c.verdict for c in claims}


def test_votes_by_which_somebody_was_unseated_are_the_winners(check: Check) -> None:
    text = "In Nowshera Surinder Choudhary took 35,069 votes to unseat Ravinder Raina."

    assert told(check(text, AFTER), "votes") == [("SURINDER KUMAR CHOUDHARY", "NOWSHERA", 35069)]


def test_a_tally_bettered_is_of_before_and_the_rest_of_now(check: Check) -> None:
    text = (
        "Ravinder Raina had won Nowshera in 2014. The BJP recorded its best performance in J&K, winning 29 seats in "
        "the Jammu region, where it bettered its 2014 tally by four."
    )
    claims = check(text, AFTER)

    assert told(claims, "seats") == [(BJP, None, 29)]
    assert "contradicted" not in {c.verdict for c in claims}


def test_the_overall_turnout_in_a_box_is_not_that_of_the_seat_above_it(check: Check) -> None:
    text = "460 – The smallest margin, by Rafiq Naik in Tral\n63.88 – The overall turnout in per cent\n"

    turnout = next(c for c in check(text, AFTER) if c.kind == "turnout")
    assert (turnout.constituency, turnout.verdict) == (None, "confirmed")


def test_a_long_line_is_a_paragraph_which_what_was_before_does_not_leave(check: Check) -> None:
    text = (
        "Omar Abdullah won Budgam. He had lost the Lok Sabha election from Baramulla only in June, by over two lakh "
        "votes, to Engineer Rashid.\n"
        "The polls drew 63.88 per cent of voters in Jammu and Kashmir, and the People's Conference won one seat.\n"
    )
    claims = check(text, AFTER)

    assert [c.election for c in claims if c.kind == "turnout"] == ["in-jk-2024"]
    assert "contradicted" not in {c.verdict for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "In Budgam, Omar Abdullah's 18,485 was the biggest margin of the NC.",
        "Omar Abdullah won Budgam, where his majority came down to 18,485.",
    ],
)
def test_a_figure_that_is_said_to_be_a_margin_is_one(check: Check, text: str) -> None:
    claims = check(text, AFTER)

    assert told(claims, "margin") == [(OMAR, "BUDGAM", 18485)]
    assert told(claims, "votes") == []


def test_a_seat_that_somebody_had_won_before_was_not_won_now(check: Check) -> None:
    claims = check("Ravinder Raina lost Nowshera, which he had won in winter, by 7,819 votes.", AFTER)

    assert told(claims, "outcome") == [("RAVINDER RAINA", "NOWSHERA", None)]
    assert "contradicted" not in {c.verdict for c in claims}


def test_a_partys_votes_are_not_those_in_the_seat_of_the_sentence_before(check: Check) -> None:
    text = "Omar Abdullah won Budgam with 36,010 votes. The BJP polled more votes, 14,62,225, and has 29 seats."

    assert "contradicted" not in {c.verdict for c in check(text, AFTER)}


def test_where_he_finished_third_is_the_seat_just_named(check: Check) -> None:
    text = "Sajad Lone beat Choudhary Ramzan in Handwara by 662 votes but lost Kupwara, where he finished third."
    claims = check(text, AFTER)

    assert told(claims, "rank") == [(LONE, "KUPWARA", 3)]


def test_a_majority_somebody_has_is_not_the_mark(check: Check) -> None:
    assert "contradicted" not in {
        c.verdict for c in check("In Jammu and Kashmir Omar Abdullah has a majority of 8.", AFTER)
    }


def test_seats_given_to_a_partner_are_no_seats_won(check: Check) -> None:
    claims = check("In Jammu and Kashmir the Congress, given 32 seats by the NC, won six.", AFTER)

    assert [c.value for c in claims if c.kind == "seats"] == [6]


def test_of_two_states_each_sentence_keeps_the_one_it_opened_with(check: Check) -> None:
    text = (
        "In Haryana the BJP won 48 seats of 90.\n"
        "In Jammu and Kashmir the NC won 42 seats. The Congress got six seats.\n"
        "In Haryana the Congress got 37 seats."
    )

    assert [c.election for c in check(text, AFTER) if c.kind == "seats"] == [
        "in-hr-2024",
        "in-jk-2024",
        "in-jk-2024",
        "in-hr-2024",
    ]


def test_each_of_a_list_has_his_own_margin(check: Check) -> None:
    text = "Javed Rana won Mendhar by 14,906 votes, Javid Dar Rafiabad by 9,202."

    assert told(check(text, AFTER), "margin") == [
        ("JAVED AHMED RANA", "MENDHAR(ST)", 14906),
        ("JAVID AHMAD DAR", "RAFIABAD", 9202),
    ]


def test_a_question_is_never_called_wrong(check: Check) -> None:
    claims = check("Did Shakti Raj Parihar lose Doda West? He won it by 3,453 votes.", AFTER)

    assert "contradicted" not in {c.verdict for c in claims}
    assert told(claims, "margin") == [("SHAKTI RAJ PARIHAR", "DODA WEST", 3453)]


def test_a_majority_goes_on_for_the_next_one(check: Check) -> None:
    text = "Omar Abdullah has a majority of 18,485 in Budgam and Tanvir Sadiq, his adviser, 16,173 in Zadibal."

    assert told(check(text, AFTER), "margin") == [(OMAR, "BUDGAM", 18485), ("TANVIR SADIQ", "ZADIBAL", 16173)]


def test_small_figures_of_close_seats_are_no_partys_seats(check: Check) -> None:
    text = (
        "The closest seats in Jammu and Kashmir were Tral (460), won by the PDP, Kishtwar (521) and Pattan (603), "
        "where the NC hung on."
    )

    assert told(check(text, AFTER), "seats") == []
    assert told(check(text, AFTER), "votes") == []


def test_by_how_much_a_party_won_a_seat_is_no_number_of_seats(check: Check) -> None:
    assert told(check("In Jammu and Kashmir, Tral was won by the PDP by 46.", AFTER), "seats") == []


def test_each_phase_has_its_own_turnout(check: Check) -> None:
    text = "In J&K turnout in the first phase was 61.38 per cent, in the second 57.31 and in the third 69.69."

    assert [(c.value, c.verdict) for c in check(text, AFTER)] == [
        (61.38, "confirmed"),
        (57.31, "confirmed"),
        (69.69, "confirmed"),
    ]


def test_figures_behind_a_colon_are_told_in_the_order_of_names(check: Check) -> None:
    text = "In Nowshera the BJP lost Ravinder Raina to the NC's Surinder Choudhary: 27,250 votes to 35,069."

    assert told(check(text, AFTER), "votes") == [
        ("RAVINDER RAINA", "NOWSHERA", 27250),
        ("SURINDER KUMAR CHOUDHARY", "NOWSHERA", 35069),
    ]


def test_what_two_won_together_neither_won(check: Check) -> None:
    claims = check("The NC and the Congress together won 48 of the 90 seats in Jammu and Kashmir.", AFTER)

    assert told(claims, "seats") == []


def test_a_place_of_somebody_unknown_is_not_that_of_the_name_before(check: Check) -> None:
    text = "Sajad Lone beat Choudhary Ramzan in Handwara by 662 votes; Karamjeet Dhingra Walia was third."

    assert told(check(text, AFTER), "rank") == []


def test_votes_behind_after_a_second_place_are_the_margin(check: Check) -> None:
    text = "Ravinder Raina came second in the seat of Nowshera, 7,819 votes behind."

    assert [(c.kind, c.verdict) for c in check(text, AFTER) if c.value == 7819] == [("margin", "confirmed")]
