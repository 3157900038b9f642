"""The first line of an election's page, in each state that an election can be in."""

from __future__ import annotations

import datetime as dt

from janadesh.desk.blocks import Block
from janadesh.desk.blocks import PartySeats
from janadesh.desk.headline import Headlines
from janadesh.desk.headline import Seats
from janadesh.desk.language import texts_in
from janadesh.desk.names_shown import Naming

DAY = dt.date(2024, 9, 1)

headline = Headlines(texts_in("en"), Naming("en", lambda _: {})).of


def party(short: str, won: int = 0, leading: int = 0) -> Block:
    seats = PartySeats(party=short, name=f"{short} Party", short=short, colour="", won=won, leading=leading)
    return Block(short, f"{short} Party", short, "", is_independents=False, parties=(seats,))


def independents(won: int) -> Block:
    seats = PartySeats(party="ind", name="Independent", short="IND", colour="", won=won, leading=0)
    return Block("ind", "Independents", "Independents", "", is_independents=True, parties=(seats,))


def over(*, total: int, majority: int | None) -> Seats:
    return Seats(total=total, declared=total, counting=0, majority=majority)


def test_majority_is_said_to_win() -> None:
    made = headline(over(total=10, majority=6), [party("A", 6), party("B", 4)], None, DAY)
    assert made.line == "A Party wins 6 of 10 seats"
    assert made.below == "A majority takes 6. B 4."


def test_half_of_the_seats_is_no_majority() -> None:
    made = headline(over(total=10, majority=6), [party("A", 5), party("B", 3), independents(2)], None, DAY)
    assert made.line == "No majority: A Party is largest with 5 of 10 seats"


def test_parties_level_at_the_top_are_both_named() -> None:
    made = headline(over(total=10, majority=6), [party("A", 5), party("B", 5)], None, DAY)
    assert made.line == "No majority: A Party and B Party are level at 5 of 10 seats"


def test_independents_together_win_nothing() -> None:
    """Seven independents are seven people: the largest party is named even where they are more."""
    made = headline(over(total=10, majority=6), [party("A", 3), independents(7)], None, DAY)
    assert made.line == "No majority: A Party is largest with 3 of 10 seats"


def test_leads_are_not_said_to_be_won() -> None:
    seats = Seats(total=10, declared=2, counting=8, majority=6)
    made = headline(seats, [party("A", 1, 6), party("B", 1, 2)], None, DAY)
    assert made.line == "A Party has won or leads in 7 of 10 seats"
    assert made.below.startswith("2 declared, 8 still counting.")


def test_before_the_count_its_day_is_said() -> None:
    made = headline(Seats(total=10, declared=0, counting=0, majority=6), [], dt.date(2024, 10, 4), DAY)
    assert made.line == "10 seats to be filled; no results yet"
    assert made.below == "The count is set for 4 October 2024. A majority takes 6."


def test_count_that_is_over_without_results_is_not_said_to_come() -> None:
    """The record may hold an election's candidates and not its votes."""
    made = headline(Seats(total=70, declared=0, counting=0, majority=36), [], dt.date(2024, 8, 8), DAY)
    assert made.line == "70 seats: no results on the record"
    assert made.below == "The count was on 8 August 2024."


def test_election_of_which_only_the_name_is_known_says_so() -> None:
    made = headline(Seats(total=0, declared=0, counting=0, majority=None), [], None, DAY)
    assert made.line == "No constituencies on the record at this moment"


def test_part_of_a_house_has_no_winner() -> None:
    made = headline(over(total=3, majority=None), [party("A", 2), party("B", 1)], None, DAY)
    assert made.line == "3 seats: A 2, B 1"


def test_one_seat_is_one_seat() -> None:
    made = headline(over(total=1, majority=None), [party("A", 1)], None, DAY)
    assert made.line == "1 seat: A 1"
