"""Candidates of a second source are found among those that the record has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from janadesh.sources.candidates_by_name import Printed
from janadesh.sources.candidates_by_name import serials_of

NAMES = ("Ann Lee", "Bob Ray", "Chandra Shekhar", "Devi Lal", "Farooq Abdullah", "Gita Mehta")


def test_whoever_alone_has_a_number_of_votes_is_the_same() -> None:
    held = {1: Printed("Haji Haneefa Jan", 65259), 2: Printed("Tsering Namgyal", 37397)}
    assert serials_of([Printed("TSERING NAMGYAL", 37397), Printed("MOHMAD HANEEFA", 65259)], held) == [2, 1]


def test_a_number_of_votes_that_another_has_by_chance_does_not_mislead() -> None:
    """Corrected by four votes, one candidate comes to have the votes that the other had."""
    held = {1: Printed("Satish Ashok Patil", 149), 2: Printed("Rakesh Ingalagi", 153)}
    assert serials_of([Printed("SATISH ASHOK PATIL", 153), Printed("RAKESH INGALAGI", 160)], held) == [1, 2]


def test_initials_may_be_joined_and_words_swapped() -> None:
    held = {1: Printed("M.Y.PATIL"), 2: Printed("Naik Anand Asnotikar")}
    assert serials_of([Printed("Anand Asnotikar Naik"), Printed("M Y Patil")], held) == [2, 1]


def test_namesakes_are_told_apart_by_party_then_by_the_nearest_votes() -> None:
    by_party = {1: Printed("Raja Ram Singh", None, "a"), 2: Printed("Raja Ram Singh", None, "b")}
    assert serials_of([Printed("Raja Ram Singh", None, "b"), Printed("Raja Ram Singh", None, "a")], by_party) == [2, 1]
    by_votes = {1: Printed("Raja Ram Singh", 380_581), 2: Printed("Raja Ram Singh", 21_383)}
    assert serials_of([Printed("Raja Ram Singh", 21_300), Printed("Raja Ram Singh", 379_000)], by_votes) == [2, 1]


def test_somebody_else_is_nobody_held() -> None:
    assert serials_of([Printed("Gita Mehta", 5)], {1: Printed("Bob Ray", 6)}) == [None]


@given(st.permutations(NAMES))
def test_the_order_of_a_source_does_not_matter(names: list[str]) -> None:
    held = {serial: Printed(name) for serial, name in enumerate(NAMES, start=1)}
    assert serials_of([Printed(name) for name in names], held) == [NAMES.index(name) + 1 for name in names]


@given(st.lists(st.builds(Printed, st.sampled_from(NAMES), st.integers(0, 3)), max_size=8))
def test_no_serial_is_given_twice(printed: list[Printed]) -> None:
    held = {serial: Printed(name, serial) for serial, name in enumerate(NAMES, start=1)}
    found = [serial for serial in serials_of(printed, held) if serial is not None]
    assert len(found) == len(set(found))
