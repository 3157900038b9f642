"""Numbers in reports of elections: how they are written, what they count, how firmly."""

from __future__ import annotations

import pytest

from janadesh.names.numbers import Number
from janadesh.names.numbers import read_numbers


def only(text: str) -> Number:
    """Read the one number that a text has."""
    (number,) = read_numbers(text)
    return number


def values(text: str) -> list[float]:
    return [number.value for number in read_numbers(text)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,25,000", 125_000),
        ("125,000", 125_000),
        ("472481", 472_481),
        ("2,91,610", 291_610),
        ("1 234 567".replace(" ", "\u202f"), 1_234_567),
        ("1.25 lakh", 125_000),
        ("4.7 crore", 47_000_000),
        ("87.09 lakh", 8_709_000),
        ("1 crore 20 lakh", 12_000_000),
        ("1 lakh 25,000", 125_000),
        ("2.3 million", 2_300_000),
        ("3.5 thousand", 3_500),
        ("1.5 lakh crore", 1_500_000_000_000),
        ("06", 6),
        ("seven", 7),
        ("twenty-nine", 29),
        ("forty nine", 49),
        ("one hundred and five", 105),
        ("five thousand two hundred and six", 5_206),
        ("two and a half lakh", 250_000),
        ("a lakh", 100_000),
        ("half a million", 500_000),
        ("२,३४५", 2_345),
        ("तीन लाख", 300_000),
        ("डेढ़ करोड़", 15_000_000),
    ],
)
def test_an_amount_is_read_whole_and_in_plain_form(written: str, value: float) -> None:
    text = f"({written})"

    number = only(text)

    assert (text[number.start : number.end], number.value) == (written, value)


def test_a_figure_with_a_slipped_comma_is_still_one_figure() -> None:
    """A real report gave a lead as "27,62"."""
    assert values("trails by 27,62 after the count") == [2762]


def test_figures_listed_with_commas_and_blanks_stay_apart() -> None:
    assert values("wards won: 42, 29, 6") == [42, 29, 6]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("two-thirds of the House", 2 / 3),
        ("three-fourths of them", 0.75),
        ("one third of it", 1 / 3),
        ("a third of the voters", 1 / 3),
        ("2/3rd of the House", 2 / 3),
        ("half the seats", 0.5),
        ("nearly half", 0.5),
    ],
)
def test_a_fraction_is_read_as_one(written: str, value: float) -> None:
    number = only(f"It has {written}.")

    assert number.unit == "fraction"
    assert number.value == pytest.approx(value)


@pytest.mark.parametrize(
    "written", ["37.2%", "37.2 per cent", "37.2 percent", "37.2 pc", "37.2-percent", "37.2 प्रतिशत"]
)
def test_a_percentage_is_read_however_it_is_written(written: str) -> None:
    text = f"polled {written}."

    number = only(text)

    assert (number.unit, number.value, text[number.start : number.end]) == ("percent", 37.2, written)


def test_the_party_pc_is_no_percentage() -> None:
    assert only("won 18 PC workers over").unit == "count"


@pytest.mark.parametrize("written", ["2.5 percentage points", "2.5 points", "2.5 pp", "2.5% points"])
def test_percentage_points_are_no_percentage(written: str) -> None:
    assert only(f"a swing of {written}").unit == "points"


@pytest.mark.parametrize(
    ("written", "value"),
    [("third", 3), ("3rd", 3), ("twenty-first", 21), ("second runner-up", 3), ("runner-up", 2), ("nearest rival", 2)],
)
def test_a_place_is_a_rank(written: str, value: int) -> None:
    number = only(f"She was {written}.")

    assert (number.unit, number.value) == ("rank", value)


@pytest.mark.parametrize(
    ("written", "noun"),
    [("Phase 2", "phase"), ("phase two", "phase"), ("round six", "round"), ("third and final phase", "phase")],
)
def test_a_phase_or_round_with_its_number_is_a_rank(written: str, noun: str) -> None:
    number = only(f"In {written} it rained.")

    assert (number.unit, number.noun) == ("rank", noun)


@pytest.mark.parametrize(
    ("written", "years"),
    [("a decade", 10), ("two decades", 20), ("ten years", 10), ("a century", 100), ("thirty years", 30)],
)
def test_spans_of_years_come_in_years(written: str, years: int) -> None:
    number = only(f"after {written} of peace")

    assert (number.unit, number.value, number.noun) == ("years", years, "year")


@pytest.mark.parametrize("written", ["54-year-old leader", "leader aged 54", "leader, 54 years old"])
def test_an_age_is_told_from_other_years(written: str) -> None:
    number = only(f"The {written}")

    assert (number.value, number.unit, number.noun) == (54, "years", "year-old")


@pytest.mark.parametrize("written", ["Rs 500 crore", "₹500 crore", "£10m", "50 lakh rupees"])
def test_money_is_told_from_votes(written: str) -> None:
    assert only(f"It cost {written}.").unit == "money"


@pytest.mark.parametrize(("written", "value"), [("twice", 2), ("thrice", 3), ("three times", 3), ("double", 2)])
def test_multiples_are_times(written: str, value: int) -> None:
    number = only(f"That is {written} the lead.")

    assert (number.unit, number.value) == ("times", value)


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        ("more than 5,000", ">"),
        ("over 5,000", ">"),
        ("at least 5,000", ">"),
        ("upwards of 5,000", ">"),
        ("a little over 5,000", ">"),
        ("5,000-plus", ">"),
        ("5,000+", ">"),
        ("5,000 or more", ">"),
        ("fewer than 5,000", "<"),
        ("just under 5,000", "<"),
        ("up to 5,000", "<"),
        ("no more than 5,000", "<"),
        ("nearly 5,000", "~"),
        ("about 5,000", "~"),
        ("some 5,000", "~"),
        ("close to 5,000", "~"),
        ("an estimated 5,000", "~"),
        ("5,000-odd", "~"),
        ("5,000 or so", "~"),
        ("as many as 5,000", "="),
        ("5,000", "="),
    ],
)
def test_words_around_a_number_bound_it(written: str, sign: str) -> None:
    text = f"won with {written} votes"

    number = only(text)

    assert (number.comparator, number.noun) == (sign, "vote")


def test_the_words_of_a_bound_are_located() -> None:
    text = "won by more than 1.25 lakh votes"

    number = only(text)

    assert text[number.comparator_start : number.noun_end] == "more than 1.25 lakh votes"


@pytest.mark.parametrize("text", ["spread over three phases", "which adds up to 56", "is upset about five MLAs"])
def test_a_preposition_that_belongs_to_a_verb_bounds_nothing(text: str) -> None:
    assert only(text).comparator == "="


@pytest.mark.parametrize(
    ("text", "noun", "whole"),
    [
        ("64,443 votes", "vote", "64,443 votes"),
        ("90 Assembly seats", "seat", "90 Assembly seats"),
        ("five Lok Sabha seats", "seat", "five Lok Sabha seats"),
        ("1.26 lakh registered voters", "voter", "1.26 lakh registered voters"),
        ("seven Anantnag seats", "seat", "seven Anantnag seats"),
        ("5,060 polling stations", "polling station", "5,060 polling stations"),
        ("603 men", "man", "603 men"),
        ("46-seat mark", "seat", "46-seat"),
        ("90-member House", "member", "90-member"),
        ("4,089-vote win", "vote", "4,089-vote"),
        ("50-odd seats", "seat", "50-odd seats"),
        ("90 सीटें", "seat", "90 सीटें"),
        ("18,359 वोटों के अंतर से", "vote", "18,359 वोटों"),
    ],
)
def test_the_counted_noun_is_named_in_the_singular(text: str, noun: str, whole: str) -> None:
    number = only(text)

    assert (number.noun, text[number.start : number.noun_end]) == (noun, whole)


@pytest.mark.parametrize("text", ["42 for the NC", "25, the PDP", "42\n\nSeats at a glance", "49 and a House"])
def test_a_number_that_stands_alone_has_no_noun(text: str) -> None:
    number = only(text)

    assert (number.noun, number.noun_end) == (None, number.end)


@pytest.mark.parametrize(
    "text",
    ["24 of the 90 seats", "24 of 90 seats", "24 out of the 90 seats", "24 of the state's 90 seats", "24/90 seats"],
)
def test_a_part_shares_the_noun_of_its_whole(text: str) -> None:
    part, whole = read_numbers(text)

    assert (part.value, part.noun, whole.value, whole.noun) == (24, "seat", 90, "seat")


@pytest.mark.parametrize("text", ["both seats", "both its seats", "both of its seats", "both the seats"])
def test_both_is_two_where_it_counts(text: str) -> None:
    number = only(f"It lost {text}.")

    assert (number.value, number.noun) == (2, "seat")


def test_both_is_no_number_where_it_only_joins() -> None:
    assert values("by defeating both the Congress and BJP candidates") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a seat each for the two", [1, 2]),
        ("a member apiece", [1]),
        ("a lone legislator", [1]),
        ("did not win a single seat", [0]),
        ("did not get one seat", [0]),
        ("there was none for the Congress", [0]),
        ("won no seats", [0]),
    ],
)
def test_one_and_none_are_read_without_figures(text: str, value: list[float]) -> None:
    assert values(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("a dozen seats", 12), ("half a dozen seats", 6), ("a couple of seats", 2), ("scores of seats", 20)],
)
def test_round_words_are_marked_as_approximate(text: str, value: int) -> None:
    number = only(text)

    assert (number.value, number.approximate_words, number.noun or "seat") == (value, True, "seat")


@pytest.mark.parametrize("text", ["40-48 seats", "between 40 and 48 seats", "40 to 48 seats", "40 – 48 seats"])
def test_a_range_has_two_ends_that_know_each_other(text: str) -> None:
    low, high = read_numbers(text)

    assert (low.value, low.comparator, low.range_with, low.noun) == (40, ">", 1, "seat")
    assert (high.value, high.comparator, high.range_with, high.noun) == (48, "<", 0, "seat")


def test_the_lower_end_of_a_range_shares_lakh_and_per_cent() -> None:
    assert values("2-3 lakh votes") == [200_000, 300_000]
    assert [number.unit for number in read_numbers("25 to 30 per cent")] == ["percent", "percent"]


@pytest.mark.parametrize(
    "text", ["51-32", "from 303 to 240", "from 15 to 42", "16 to 8", "32,344 to 16,050", "62,215 to 62,216", "7-7"]
)
def test_a_score_or_a_change_is_no_range(text: str) -> None:
    assert [(number.range_with, number.comparator) for number in read_numbers(text)] == [(None, "=")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Article 370",
        "Articles 370 and 371",
        "Section 144",
        "Form 17C",
        "ward 12",
        "NH-44",
        "Covid-19",
        "T20 and 4G",
        "Counting day 7K done",
        "polls open 24x7",
        "#1",
        "version 2.0.1",
        "J&K 2024",
        "in 2014 and 2019",
        "the 2024 Lok Sabha elections",
        "2009-14",
        "the 1990s",
        "'24 polls",
        "September 18, 25, and October 1",
        "18 and 25 September",
        "8/10/2024",
        "at 9.40 am",
        "3:30 pm",
        "11:20",
        "till 5 in the evening",
        "7 to 11 am",
        "1500 hrs",
        "no one",
        "one another",
        "first of all",
        "at first",
        "third gender",
        "a painful one",
        "the halfway line",
        "second to none",
        "1" * 40,
    ],
)
def test_what_only_looks_like_a_number_is_not_read(text: str) -> None:
    assert values(text) == []


def test_a_count_that_looks_like_a_year_is_read_where_votes_follow() -> None:
    assert values("2014 votes, a margin of 1998, and 2,014 more") == [2014, 1998, 2014]


def test_one_can_be_told_as_a_word() -> None:
    one, three = read_numbers("one of the 3 seats")

    assert (one.word, three.word) == (True, False)


def test_offsets_hold_in_text_with_curly_quotes_dashes_and_capitals_that_grow() -> None:
    text = "\u0130stanbul\u2019s \u201cresult\u201d \u2013 Twenty\u2011nine seats"

    number = only(text)

    assert text[number.start : number.end] == "Twenty\u2011nine"


def test_a_line_that_was_wrapped_keeps_number_and_noun_together() -> None:
    assert only("won 42\nseats in all").noun == "seat"
