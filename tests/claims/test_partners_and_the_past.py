"""Who stands with whom, and what was before, as reports tell it; each a general rule."""

from __future__ import annotations

import pytest

from janadesh.claims.claim import Claim
from janadesh.claims.claim import Value
from tests.claims.conftest import Check

AFTER = "2024-10-12"
BEFORE = "2024-11-05"
NC = "Jammu & Kashmir National Conference"
CPIM = "Communist Party of India (Marxist)"
PDP = "Jammu & Kashmir Peoples Democratic Party"


def found(claims: tuple[Claim, ...], kind: str) -> list[tuple[str | None, Value]]:
    """List the claims of a kind: subject, value."""
    return [(c.subject.name if c.subject else None, c.value) for c in claims if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In Jharkhand the JMM, the Congress and the RJD are partners once more.", "Jharkhand Mukti Morcha"),
        ("In Jharkhand the JD(U) is back in the NDA.", "Janata Dal (United)"),
        ("In Jharkhand the RJD is part of the INDIA bloc.", "Rashtriya Janata Dal"),
        ("In Jharkhand the BJP and the AJSU Party are contesting together.", "AJSU Party"),
        ("The NDA in Jharkhand consists of the BJP, the AJSU Party and the JD(U).", "NDA"),
    ],
)
def test_partners_are_told_in_many_ways(text: str, subject: str, check: Check) -> None:
    claims = [c for c in check(text, BEFORE) if c.kind == "alliance"]

    assert [(c.subject.name if c.subject else None, c.verdict) for c in claims] == [(subject, "confirmed")]


def test_a_party_that_has_tied_up_with_nobody_has_no_partner(check: Check) -> None:
    assert found(check("In Jharkhand the JLKM has not tied up with anybody.", BEFORE), "alliance") == []


def test_together_with_ministers_is_no_alliance(check: Check) -> None:
    text = (
        "In Jammu and Kashmir the NC's leader will be sworn in on Wednesday together with the ministers of his choice."
    )

    assert found(check(text, AFTER), "alliance") == []


def test_a_member_told_by_its_alliance_keeps_its_seats(check: Check) -> None:
    text = "In Jammu and Kashmir the CPI(M), the third member of the INDIA bloc, has one seat."

    assert found(check(text, AFTER), "seats") == [(CPIM, 1)]


def test_what_partners_have_together_is_the_alliances(check: Check) -> None:
    text = "In Jammu and Kashmir the NC and the Congress have won 42 and six seats respectively. Together they have 48."

    assert ("INDIA", 48) in found(check(text, AFTER), "seats")


def test_parties_listed_with_all_have_no_seat_each(check: Check) -> None:
    text = "In Jammu and Kashmir, the Apni Party, the DPAP and the Panthers Party all failed to win a seat."

    assert [value for _, value in found(check(text, AFTER), "seats")] == [0, 0, 0]


def test_a_second_subject_with_a_past_keeps_its_number_of_now(check: Check) -> None:
    text = "In Jammu and Kashmir the NC rose to 42 seats, and the PDP, which had won 28 in 2014, now has three."
    claims = check(text, AFTER)

    assert found(claims, "history") == [(PDP, 28)]
    assert (PDP, 3) in found(claims, "seats")


def test_two_earlier_years_behind_a_semicolon_are_two_elections(check: Check) -> None:
    text = "The JMM won 34 seats in Jharkhand; in 2019 it had 30 and in 2014 just 19."
    claims = [c for c in check(text, "2024-11-25") if c.kind == "history"]

    assert [(c.election, c.value) for c in claims] == [("in-jh-2019", 30), ("in-jh-2014", 19)]


def test_the_words_after_an_earlier_year_told_in_passing_are_of_now(check: Check) -> None:
    text = "The JMM won 34 seats in Jharkhand; in 2019 it had 30. The Congress stayed at 16."

    assert ("Indian National Congress", 16) in found(check(text, "2024-11-25"), "seats")


def test_he_had_won_it_before_is_the_same_persons_past(check: Check) -> None:
    text = "Ravinder Raina lost Nowshera, which he had won in 2014, to Surinder Choudhary."
    past = [c for c in check(text, AFTER) if c.kind == "history"]

    assert [(c.subject and c.subject.name, c.constituency, c.election) for c in past] == [
        ("RAVINDER RAINA", "NOWSHERA", "in-jk-2014")
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is the National Conference's first defeat in Budgam since 1957.", 1957),
        ("Omar Abdullah has represented Ganderbal since 2008.", 2008),
        ("Budgam was a National Conference bastion since 1977.", 1977),
    ],
)
def test_firsts_and_seats_held_since_a_year_are_history(text: str, value: int, check: Check) -> None:
    assert value in [said for _, said in found(check(text, AFTER), "history")]


def test_a_figure_that_opens_a_line_counts_what_stands_behind_its_dash(check: Check) -> None:
    text = (
        "Delhi in numbers\n\n48 – Seats won by the BJP.\n\n"
        "4,089 – The margin by which Parvesh Verma beat Arvind Kejriwal in New Delhi.\n\n"
        "675 – Votes that separated Tarvinder Singh Marwah from Manish Sisodia in Jangpura.\n\n"
        "3,521 – Atishi's majority in Kalkaji.\n"
    )
    claims = check(text, "2025-02-09")

    assert found(claims, "seats") == [("Bharatiya Janata Party", 48)]
    assert [value for _, value in found(claims, "margin")] == [4089, 675, 3521]


@pytest.mark.parametrize(
    "text",
    [
        "The verdict leaves the BJP without a seat in the region.",
        "In Jammu and Kashmir the BJP won only two seats in the city.",
    ],
)
def test_seats_in_a_part_that_the_record_does_not_know_are_not_all_seats(text: str, check: Check) -> None:
    assert [c.verdict for c in check(text, AFTER) if c.kind == "seats"] == ["unverifiable"]
