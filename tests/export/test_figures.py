"""Figures are written as people read them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.export.figures import day_in_words
from janadesh.export.figures import digits_of_country
from janadesh.export.figures import grouped
from janadesh.export.figures import measured
from janadesh.export.figures import ordinal
from janadesh.export.figures import percent


@pytest.mark.parametrize(
    ("number", "indian", "international"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (36010, "36,010", "36,010"),
        (125000, "1,25,000", "125,000"),
        (5700000, "57,00,000", "5,700,000"),
        (970000000, "97,00,00,000", "970,000,000"),
        (-10574, "-10,574", "-10,574"),
    ],
)
def test_digits_are_grouped_as_each_readership_expects(number: int, indian: str, international: str) -> None:
    assert grouped(number, "indian") == indian
    assert grouped(number, "international") == international


@given(st.integers(), st.sampled_from(["indian", "international"]))
def test_grouping_only_adds_commas(number: int, digits: str) -> None:
    assert int(grouped(number, digits).replace(",", "")) == number


def test_an_unknown_figure_is_not_zero() -> None:
    assert grouped(None) == percent(None) == ordinal(None) == day_in_words(None) == "–"
    assert grouped(0) == "0"


@pytest.mark.parametrize(("country", "digits"), [("in", "indian"), ("gb", "international"), (None, "international")])
def test_a_country_has_its_grouping(country: str | None, digits: str) -> None:
    assert digits_of_country(country) == digits


def test_shares_and_places_and_days_are_written_out() -> None:
    assert percent(23.4312) == "23.43%"
    assert [ordinal(place) for place in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "112th",
    ]
    assert day_in_words(dt.date(2024, 10, 8)) == "8 October 2024"
    assert day_in_words(dt.date(2024, 10, 8), year=False) == "8 October"


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (23.43, "percent", "23.43%"),
        (125000, "votes", "1,25,000"),
        (125000.0, "votes", "1,25,000"),
        ("2024-10-08", "date", "8 October 2024"),
        ("won Budgam", "date", "won Budgam"),
        (None, "votes", ""),
    ],
)
def test_a_figure_is_written_with_its_unit(value: float | str | None, unit: str, written: str) -> None:
    assert measured(value, unit) == written
