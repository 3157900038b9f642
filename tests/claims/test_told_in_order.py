"""Rows told "respectively" or "each": the first figure is the first name's, the second the second's."""

from __future__ import annotations

from janadesh.claims.claim import Claim
from janadesh.claims.claim import Value
from tests.claims.conftest import Check

AFTER = "2024-10-12"
NC = "Jammu & Kashmir National Conference"
CONGRESS = "Indian National Congress"
BJP = "Bharatiya Janata Party"
PDP = "Jammu & Kashmir Peoples Democratic Party"
OMAR = "OMAR ABDULLAH"
LONE = "SAJAD GANI LONE"


def told(claims: tuple[Claim, ...], kind: str) -> list[tuple[str | None, str | None, Value]]:
    """List the claims of a kind: subject, constituency, value."""
    return sorted(
        ((c.subject.name if c.subject else None, c.constituency, c.value) for c in claims if c.kind == kind), key=str
    )


def test_seats_told_respectively_are_each_partys_own(check: Check) -> None:
    claims = check("In J&K, the BJP, the NC and the Congress won 29, 42 and six seats respectively.", AFTER)

    assert told(claims, "seats") == [(BJP, None, 29), (CONGRESS, None, 6), (NC, None, 42)]


def test_a_row_of_figures_may_name_its_unit_each_time(check: Check) -> None:
    claims = check("The PDP and the CPI(M) won three seats and one seat respectively in Jammu and Kashmir.", AFTER)

    assert told(claims, "seats") == [("Communist Party of India (Marxist)", None, 1), (PDP, None, 3)]


def test_seats_to_contest_are_told_in_order_too(check: Check) -> None:
    text = "In Jammu and Kashmir, the NC and the Congress will contest 51 and 32 seats respectively."

    assert told(check(text, "2024-08-28"), "contest") == [(CONGRESS, None, 32), (NC, None, 51)]


def test_shares_take_the_unit_behind_the_last(check: Check) -> None:
    text = "In Jammu and Kashmir, the BJP and the NC polled 25.64 and 23.43 per cent of the votes respectively."

    assert told(check(text, AFTER), "vote_share") == [(BJP, None, 25.64), (NC, None, 23.43)]


def test_winners_seats_and_margins_are_three_rows(check: Check) -> None:
    text = (
        "NC vice-president Omar Abdullah and PC chairman Sajad Lone won Budgam and Handwara by 18,485 and 662 votes, "
        "respectively."
    )
    claims = check(text, AFTER)

    assert told(claims, "outcome") == [(OMAR, "BUDGAM", None), (LONE, "HANDWARA", None)]
    assert told(claims, "margin") == [(OMAR, "BUDGAM", 18485), (LONE, "HANDWARA", 662)]


def test_one_winner_may_have_two_seats(check: Check) -> None:
    text = "Omar Abdullah won by 18,485 and 10,574 votes in Budgam and Ganderbal respectively."

    assert told(check(text, AFTER), "margin") == [(OMAR, "BUDGAM", 18485), (OMAR, "GANDERBAL", 10574)]


def test_figures_in_the_wrong_order_accuse_nobody(check: Check) -> None:
    """Order alone tells whose they are, which is too little to call a report wrong."""
    claims = check("In Jammu and Kashmir the NC and the Congress won six and 42 seats respectively.", AFTER)

    assert [c.verdict for c in claims if c.kind == "seats"] == ["unverifiable", "unverifiable"]


def test_rows_of_unlike_length_are_not_told_apart(check: Check) -> None:
    claims = check("In J&K, the NC, the PDP and the Congress won 42 and six seats respectively.", AFTER)

    assert (PDP, None, 6) not in told(claims, "seats")


def test_districts_have_as_many_seats_each(check: Check) -> None:
    text = "In the first phase of the Jammu and Kashmir election, Kishtwar and Doda districts have three seats each."
    claims = check(text, "2024-09-18")

    assert told(claims, "house") == [("Doda district", None, 3), ("Kishtwar district", None, 3)]
    assert {c.verdict for c in claims if c.kind == "house"} == {"confirmed"}
