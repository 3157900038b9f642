"""Ways in which reports tell results that the first readings missed or took wrongly; each a general rule."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Check
from tests.claims.conftest import told

AFTER = "2024-10-12"
DURING = "2024-10-08"
NC = "Jammu & Kashmir National Conference"
BJP = "Bharatiya Janata Party"
PDP = "Jammu & Kashmir Peoples Democratic Party"
OMAR = "OMAR ABDULLAH"
LONE = "SAJAD GANI LONE"


def test_an_apposition_is_not_the_subject(check: Check) -> None:
    """Sajad Lone won, and not the rival named in between."""
    text = "Sajad Lone, an old rival of Omar Abdullah, won in Handwara by 662 votes."

    assert told(check(text, AFTER), "margin") == [(LONE, "HANDWARA", 662)]


def test_two_seats_of_one_person_are_two_outcomes(check: Check) -> None:
    claims = check("Sajad Lone scraped through in Handwara by 662 votes but lost Kupwara.", AFTER)

    assert told(claims, "outcome") == [(LONE, "HANDWARA", None), (LONE, "KUPWARA", None)]
    assert told(claims, "margin") == [(LONE, "HANDWARA", 662)]


def test_each_margin_belongs_to_the_seat_named_behind_it(check: Check) -> None:
    text = (
        "Omar Abdullah won from Budgam by 18,485 votes against Aga Syed Muntazir Mehdi and from Ganderbal by "
        "10,574 votes against Bashir Ahmad Mir."
    )

    assert told(check(text, AFTER), "margin") == [(OMAR, "BUDGAM", 18485), (OMAR, "GANDERBAL", 10574)]


def test_votes_of_a_winner_are_not_the_losers_named_later(check: Check) -> None:
    text = "AAP's Mehraj Malik bagged 23,228 votes to win Doda, while the BJP's Gajay Singh Rana got 18,690."

    assert told(check(text, AFTER), "votes") == [
        ("MEHRAJ MALIK", "DODA", 23228),
        ("GAJAY SINGH RANA", "DODA", 18690),
    ]


def test_a_clause_about_an_earlier_election_is_set_apart(check: Check) -> None:
    """What the party won in 2014 is history; what it was reduced to is the result."""
    claims = check("In Jammu and Kashmir the PDP, which won 28 seats in 2014, was reduced to just three.", AFTER)

    assert told(claims, "history") == [(PDP, None, 28)]
    assert told(claims, "seats") == [(PDP, None, 3)]


def test_a_tally_that_fell_from_one_number_to_another_is_the_other(check: Check) -> None:
    claims = check("The PDP's tally fell from 28 to three in Jammu and Kashmir.", AFTER)

    assert told(claims, "seats") == [(PDP, None, 3)]


def test_others_are_counted_too(check: Check) -> None:
    claims = check("Jammu and Kashmir, party by party\nNC: 42\nBJP: 29\nOthers: 19", AFTER)

    assert told(claims, "seats") == [(NC, None, 42), (BJP, None, 29), ("Others", None, 19)]


def test_a_list_counts_what_its_heading_says(check: Check) -> None:
    claims = check("Who is contesting how many seats in Jammu and Kashmir\nNC: 56\nBJP: 62", AFTER)

    assert told(claims, "contest") == [(NC, None, 56), (BJP, None, 62)]


def test_a_blank_is_no_seat(check: Check) -> None:
    claims = check("The Panthers Party failed to open its account in Jammu and Kashmir.", AFTER)

    assert [value for _, _, value in told(claims, "seats")] == [0]


def test_nota_has_votes_of_its_own(check: Check) -> None:
    claims = check("In Budgam NOTA got 1,205 votes.", AFTER)

    assert [(subject, seat) for subject, seat, _ in told(claims, "votes")] == [("None of the Above", "BUDGAM")]


def test_one_verb_is_said_of_all_who_are_listed(check: Check) -> None:
    text = "Omar Abdullah, Sajad Lone and Mehraj Malik were among the leaders who won in Jammu and Kashmir."

    assert {subject for subject, _, _ in told(check(text, AFTER), "outcome")} == {OMAR, LONE, "MEHRAJ MALIK"}


def test_an_opponent_behind_a_preposition_does_not_join_the_winners(check: Check) -> None:
    text = "Sajad Lone held Handwara against Chowdry Mohammad Ramzan, and Mehraj Malik was another winner."

    assert "CHOWDRY MOHAMMAD RAMZAN" not in {subject for subject, _, _ in told(check(text, AFTER), "outcome")}


def test_edged_past_is_a_lead_while_votes_are_counted_and_a_win_afterwards(check: Check) -> None:
    text = "In Inderwal, Payare Lal Sharma edged past Ghulam Mohammad Saroori by 643 votes."

    assert told(check(text, AFTER), "margin") == [("PAYARE LAL SHARMA", "INDERWAL", 643)]
    assert told(check(f"Early trends: {text}", DURING), "lead")


def test_how_far_the_count_is_is_no_turnout(check: Check) -> None:
    claims = check("With 60% of the votes counted, Omar Abdullah leads in Budgam.", DURING)

    assert told(claims, "turnout") == []


def test_a_rise_in_turnout_is_no_turnout(check: Check) -> None:
    claims = check("Turnout in Jammu and Kashmir saw a drop of 1.64 per cent.", AFTER)

    assert told(claims, "turnout") == []


def test_the_place_of_a_dateline_is_not_the_subject(check: Check) -> None:
    text = (
        "Srinagar: The first phase of the Jammu and Kashmir assembly elections passed off peacefully on Wednesday, "
        "with 61 per cent of the electorate turning out."
    )

    assert told(check(text, "2024-09-18"), "turnout") == [("in-jk-2024", None, 61)]


def test_an_age_is_no_number_of_seats(check: Check) -> None:
    claims = check("Sajad Lone of the Peoples Conference, 57, got 29,812 votes in Handwara.", AFTER)

    assert told(claims, "seats") == []


def test_somebody_the_record_lacks_is_taken_as_the_report_names_him(check: Check) -> None:
    """The record has six seats of the Lok Sabha; of the others it can decide nothing."""
    text = "In the Lok Sabha election, BJP's Smriti Irani lost the Amethi seat to Kishori Lal Sharma of the Congress."
    claims = check(text, "2024-06-05")

    assert ("Smriti Irani", "Amethi", None) in told(claims, "outcome")
    assert {c.verdict for c in claims} <= {"unverifiable", "superseded"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The BJP returned to power in Delhi after 27 years.", 27),
        ("The BJP has been out of power in Delhi for 26 years.", 26),
        ("AAP has ruled Delhi since 2015.", 2015),
    ],
)
def test_how_long_a_party_was_in_or_out_of_office_is_history(text: str, value: int, check: Check) -> None:
    assert value in [said for _, _, said in told(check(text, "2025-02-09"), "history")]


def test_seats_that_a_party_contested_are_not_seats_it_won(check: Check) -> None:
    claims = check("In Jammu and Kashmir, the National Conference, which contested 56 seats, won 42.", AFTER)

    assert told(claims, "contest") == [(NC, None, 56)]
    assert told(claims, "seats") == [(NC, None, 42)]


def test_the_first_phase_is_no_first_election_in_years(check: Check) -> None:
    text = "September 18 is fixed as the date for the first phase of the Assembly election in Jammu and Kashmir."

    assert told(check(text, "2024-08-17"), "history") == []


def test_somebody_elses_kin_is_not_whom_the_sentence_before_named(check: Check) -> None:
    """A name that the record lacks takes nobody else's place."""
    text = "Sajad Lone won in Handwara. There was more to cheer: his cousin Firdaus, who fought elsewhere, lost."

    assert told(check(text, AFTER), "outcome") == [(LONE, "HANDWARA", None)]


def test_a_second_subject_has_its_own_margin(check: Check) -> None:
    text = "Sajad Lone won Handwara by 662 votes and Omar Abdullah had a margin of 18,485 in Budgam."

    assert told(check(text, AFTER), "margin") == [(LONE, "HANDWARA", 662), (OMAR, "BUDGAM", 18485)]
