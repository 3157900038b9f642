"""What is read in sentences that no marked article holds, and what the record says of it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh.claims.checking import Checker
from janadesh.claims.claim import Claim
from janadesh.claims.reading import read_article
from tests.claims.conftest import Check

AFTER = "2024-10-12"
DURING = "2024-10-08"
BEFORE = "2024-08-20"


def one(claims: tuple[Claim, ...], kind: str) -> Claim:
    """Give the only claim of a kind."""
    found = [c for c in claims if c.kind == kind]
    assert len(found) == 1, found
    return found[0]


def test_a_vote_count_belongs_to_the_candidate_named_before_it(check: Check) -> None:
    claim = one(check("In Budgam, Omar Abdullah of the National Conference polled 36,010 votes.", AFTER), "votes")

    assert claim.subject is not None
    assert (claim.subject.name, claim.constituency) == ("OMAR ABDULLAH", "BUDGAM")
    assert (claim.value, claim.verdict) == (36010, "confirmed")


def test_the_runner_ups_votes_given_as_the_winners_are_explained(check: Check) -> None:
    claim = one(check("In Ganderbal, Omar Abdullah polled 22,153 votes.", AFTER), "votes")

    assert (claim.verdict, claim.official) == ("contradicted", 32727)
    assert "Bashir Ahmad Mir" in claim.why


def test_a_lakh_is_a_hundred_thousand(check: Check) -> None:
    text = "Engineer Rashid won the Baramulla Lok Sabha seat in June by 2.04 lakh votes."
    claim = one(check(text, "2024-06-08"), "margin")

    assert (claim.value, claim.verdict) == (204000, "confirmed")


def test_a_lead_told_while_votes_are_counted_is_superseded(check: Check) -> None:
    claim = one(check("Omar Abdullah is leading in Budgam by 8,600 votes, early trends show.", DURING), "lead")

    assert (claim.verdict, claim.official) == ("superseded", 18485)


def test_half_of_ninety_is_no_majority(check: Check) -> None:
    claim = one(check("The majority mark in the Jammu and Kashmir assembly is 45.", AFTER), "house")

    assert (claim.verdict, claim.official) == ("contradicted", 46)


def test_a_day_of_the_week_is_the_articles(check: Check) -> None:
    text = "Votes for the Jammu and Kashmir assembly were counted on Tuesday."
    claim = one(check(text, DURING), "schedule")

    assert (claim.value, claim.verdict) == ("2024-10-08", "confirmed")


def test_seats_in_a_list_belong_to_the_party_beside_them(check: Check) -> None:
    text = "Jammu and Kashmir: the NC won 42 seats, the BJP 29, the Congress six and the PDP three."
    seats = {c.subject.name: (c.value, c.verdict) for c in check(text, AFTER) if c.kind == "seats" and c.subject}

    assert seats == {
        "Jammu & Kashmir National Conference": (42, "confirmed"),
        "Bharatiya Janata Party": (29, "confirmed"),
        "Indian National Congress": (6, "confirmed"),
        "Jammu & Kashmir Peoples Democratic Party": (3, "confirmed"),
    }


def test_a_wrong_number_of_seats_is_contradicted_with_the_right_one(check: Check) -> None:
    claim = one(check("The final result in Jammu and Kashmir: the BJP won 31 seats.", AFTER), "seats")

    assert (claim.verdict, claim.official) == ("contradicted", 29)


def test_a_forecast_is_no_claim(check: Check) -> None:
    text = "An exit poll for Jammu and Kashmir gives the BJP 27 to 32 seats and the NC 46."

    assert not [c for c in check(text, "2024-10-05") if c.kind in ("seats", "lead", "outcome")]


def test_a_surname_is_the_person_named_before(check: Check) -> None:
    text = "Sajad Lone stood in Handwara for the People's Conference. Lone won there by 662 votes."
    claim = one(check(text, AFTER), "margin")

    assert claim.subject is not None
    assert (claim.subject.name, claim.verdict) == ("SAJAD GANI LONE", "confirmed")


def test_an_article_on_an_election_that_the_record_lacks_has_no_claims(check: Check) -> None:
    assert check("Labour won 411 seats in the House of Commons.", "1997-05-02") == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "5" * 3000, "(" * 2000, "46 " * 2000, "Omar Abdullah " * 500])
def test_no_text_breaks_the_check(text: str, check: Check) -> None:
    """Empty, endless and repeated texts are read in bounded time and without an error."""
    check(text, DURING)


WORDS = [
    *("Omar Abdullah", "Omar", "Congress", "NC", "the BJP", "Budgam", "उमर अब्दुल्ला", "chief minister", "alliance", "he"),
    *("won", "lost", "by", "votes", "leading", "in", "both", "seats", "per cent", "counted on", "phase", "more than"),
    *("18,485", "42", "29", "October 8", "2014", ".", ",", ";", "-", "(", ")"),
]


@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_quotes_lie_inside_the_text_whatever_it_says(words: list[str], checker: Checker) -> None:
    """Every reading of any jumble of words quotes a stretch of it."""
    text = " ".join(words)

    for reading in read_article(checker.vocabulary, text, dt.date(2024, 10, 8)):
        assert 0 <= reading.start < reading.end <= len(text)


def test_a_wrapped_line_is_one_sentence(check: Check) -> None:
    """A report wrapped at some width is read as if it were not."""
    text = (
        "In the Lok Sabha election of 2024 Omar Abdullah was defeated by Engineer Rashid\n"
        "by more than 1.25 lakh votes in Baramulla, said a report."
    )
    claim = one(check(text, "2024-06-08"), "margin")

    assert (claim.constituency, claim.verdict) == ("BARAMULLA", "partial")
