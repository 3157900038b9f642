"""Which election a report is about: never one on record where all that it names is strange to the record."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Check
from tests.claims.conftest import told

AFTER = "2024-10-12"
OMAR = "OMAR ABDULLAH"
NC = "Jammu & Kashmir National Conference"
BJP = "Bharatiya Janata Party"
PDP = "Jammu & Kashmir Peoples Democratic Party"
CONGRESS = "Indian National Congress"


def test_a_report_from_a_country_that_is_not_on_record_is_unverifiable(check: Check) -> None:
    text = (
        "Mark Carney's Liberals fell short of a majority in the 343-seat House of Commons. Pierre Poilievre lost his "
        "own seat of Carleton to Bruce Fanjoy by more than 4,500 votes. Turnout was 68.7 per cent."
    )
    claims = check(text, "2024-10-09")

    assert {c.kind for c in claims} == {"house", "turnout"}
    assert {(c.verdict, c.election) for c in claims} == {("unverifiable", None)}


def test_a_report_that_names_nothing_is_of_the_election_at_hand(check: Check) -> None:
    claims = check("Counting will be on October 8.", "2024-10-01")

    assert [(c.kind, c.verdict, c.election) for c in claims] == [("schedule", "confirmed", "in-jk-2024")]


def test_he_is_still_the_one_the_sentence_began_with(check: Check) -> None:
    text = (
        "National Conference vice president Omar Abdullah won from Budgam and Ganderbal. He defeated the PDP's Aga "
        "Syed Muntazir Mehdi by 18,485 votes in Budgam, where he polled 36,010 votes. In Ganderbal he got 32,727 votes."
    )
    claims = check(text, AFTER)

    assert told(claims, "votes") == [(OMAR, "BUDGAM", 36010), (OMAR, "GANDERBAL", 32727)]
    assert {c.verdict for c in claims} == {"confirmed"}


def test_somebody_who_did_not_stand_and_is_told_behind_the_verb_leaves_the_winner_his_seat(check: Check) -> None:
    text = "Tanvir Sadiq won Zadibal by 16,173 votes, congratulated by Narendra Modi."

    assert told(check(text, AFTER), "outcome") == [("TANVIR SADIQ", "ZADIBAL", None)]
    assert told(check(text, AFTER), "margin") == [("TANVIR SADIQ", "ZADIBAL", 16173)]


def test_whom_a_seat_was_taken_from_did_not_get_the_winners_votes(check: Check) -> None:
    text = "The NC's Surinder Choudhary took Nowshera from Ravinder Raina with 35,069 votes against 27,250."

    assert told(check(text, AFTER), "votes") == [
        ("SURINDER KUMAR CHOUDHARY", "NOWSHERA", 35069),
        ("RAVINDER RAINA", "NOWSHERA", 27250),
    ]


def test_what_a_party_was_a_decade_ago_is_of_then(check: Check) -> None:
    text = (
        "In Jammu and Kashmir the PDP, the single largest party a decade ago with 28 seats, was decimated, "
        "winning only three."
    )
    claims = check(text, AFTER)

    assert told(claims, "history") == [(PDP, None, 28)]
    assert told(claims, "seats") == [(PDP, None, 3)]


def test_what_is_as_before_leaves_the_next_sentence_of_now(check: Check) -> None:
    text = "In Jammu and Kashmir the CPI(M) won one seat, the same as in 2014. The BJP won 29."

    claims = check(text, AFTER)

    assert [c.election for c in claims if c.kind == "seats"] == ["in-jk-2024", "in-jk-2024"]


def test_its_share_is_the_partys_that_the_sentence_is_about(check: Check) -> None:
    text = (
        "The National Conference formed the government in Jammu and Kashmir. The party won 42 seats to the BJP's 29, "
        "though its vote share, 23.43 per cent, was below the BJP's 25.64."
    )

    assert told(check(text, AFTER), "vote_share") == [(NC, None, 23.43), (BJP, None, 25.64)]


@pytest.mark.parametrize(
    "text",
    [
        "The BJP contested 62 seats in Jammu and Kashmir and had a strike rate of 47 per cent.",
        "In Jammu and Kashmir, of the ten seats decided by fewer than 3,000 votes the BJP took six.",
        "As many as 40 Congress candidates forfeited their deposits in Jammu and Kashmir.",
        "Omar Abdullah won Budgam. Turnout fell to just under 64 per cent in Jammu and Kashmir.",
    ],
)
def test_figures_of_something_else_are_no_share_seats_margin_or_defeat(check: Check, text: str) -> None:
    claims = check(text, AFTER)

    assert not [c for c in claims if c.kind in ("vote_share", "margin") or (c.kind == "seats" and c.value == 6)]
    assert not [c for c in claims if c.kind == "contest" and c.value == 40]
    assert len([c for c in claims if c.kind == "outcome"]) == text.count("won Budgam")


def test_a_report_of_two_counts_is_about_the_house_it_opens_with(check: Check) -> None:
    text = "At 11 am the BJP led in 48 seats of the 90-member Haryana Assembly. In Jammu and Kashmir it led in 27."

    assert check(text, "2024-10-08")[0].election == "in-hr-2024"


@pytest.mark.parametrize(
    "text",
    [
        "Counting in Jammu and Kashmir was moved from October 4 to October 8.",
        "The count in Jammu and Kashmir was first fixed for October 4 and then moved to October 8.",
    ],
)
def test_a_day_told_as_moved_is_not_called_wrong(check: Check, text: str) -> None:
    assert [(c.value, c.verdict) for c in check(text, AFTER)] == [("2024-10-08", "confirmed")]


def test_an_election_not_yet_announced_is_not_what_a_report_is_about(check: Check) -> None:
    text = "The five seats of Jammu and Kashmir polled 58.58 per cent; the NC and the BJP won two each."

    assert [c.verdict for c in check(text, "2024-06-06") if c.kind == "turnout"] == ["confirmed"]


def test_the_margin_of_a_party_in_a_seat_is_told_with_the_seat_between(check: Check) -> None:
    claims = check("The NC's margin in Pattan was a mere 603.", AFTER)

    assert told(claims, "margin") == [(NC, "PATTAN", 603)]
