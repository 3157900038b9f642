"""Laws of reading numbers: what is written can be read back, anything can be read, and in linear time."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.names.dates import read_dates
from janadesh.names.numbers import read_numbers
from janadesh.names.word_pattern import listed

UNITS = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = ["", "", *listed("twenty thirty forty fifty sixty seventy eighty ninety")]


def in_indian_grouping(number: int) -> str:
    head, tail = divmod(number, 1000)
    if head == 0:
        return str(number)
    pairs = []
    while head >= 100:
        head, pair = divmod(head, 100)
        pairs.append(f"{pair:02}")
    return ",".join([str(head), *reversed(pairs), f"{tail:03}"])


def in_words(number: int, *, scales: tuple[tuple[int, str], ...]) -> str:
    parts = []
    for scale, name in scales:
        count, number = divmod(number, scale)
        if count:
            parts.append(f"{in_words(count, scales=scales)} {name}")
    if number >= 100:
        parts.append(f"{UNITS[number // 100]} hundred")
        number %= 100
        if number:
            parts.append("and")
    if number >= 20:
        parts.append(TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else ""))
    elif number or not parts:
        parts.append(UNITS[number])
    return " ".join(parts)


@given(st.integers(min_value=0, max_value=10**12))
def test_any_integer_in_indian_grouping_reads_back(number: int) -> None:
    text = f"polled {in_indian_grouping(number)} votes"

    (read,) = read_numbers(text)

    assert (read.value, read.noun) == (number, "vote")


@given(st.integers(min_value=0, max_value=10**12))
def test_any_integer_in_western_grouping_reads_back(number: int) -> None:
    (read,) = read_numbers(f"polled {number:,} votes")

    assert (read.value, read.noun) == (number, "vote")


@given(st.integers(min_value=0, max_value=99 * 10**7))
def test_any_integer_in_indian_words_reads_back(number: int) -> None:
    words = in_words(number, scales=((10**7, "crore"), (10**5, "lakh"), (1000, "thousand")))

    (read,) = read_numbers(f"polled {words} votes")

    assert read.value == number


@given(st.integers(min_value=0, max_value=10**9 - 1))
def test_any_integer_in_western_words_reads_back(number: int) -> None:
    words = in_words(number, scales=((10**6, "million"), (1000, "thousand")))

    (read,) = read_numbers(f"polled {words} votes")

    assert read.value == number


@given(st.integers(min_value=1, max_value=9999), st.sampled_from([("lakh", 10**5), ("crore", 10**7)]))
def test_any_decimal_of_a_lakh_or_crore_reads_back_exactly(hundredths: int, scale: tuple[str, int]) -> None:
    name, factor = scale

    (read,) = read_numbers(f"{hundredths / 100:.2f} {name} votes")

    assert read.value == hundredths * factor / 100


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2049, 12, 31)), st.integers(0, 4))
def test_any_day_reads_back_however_it_is_written(day: dt.date, form: int) -> None:
    written = [
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        day.isoformat(),
    ][form]

    (read,) = read_dates(f"Polled on {written}.", dt.date(2024, 10, 8))

    assert (read.first, read.last) == (day, day)


@given(st.text(alphabet=st.sampled_from(list("0123456789.,:-/%()' \nMay\u0966lakhtwo\u202f₹")), max_size=80))
def test_numbers_lie_inside_any_text_in_order_and_apart(text: str) -> None:
    end = 0
    for number in read_numbers(text):
        assert end <= number.start < number.end <= number.noun_end <= len(text)
        assert 0 <= number.comparator_start <= number.start
        end = number.end


@given(st.text(max_size=60), st.dates(min_value=dt.date(1900, 1, 10), max_value=dt.date(2100, 12, 1)))
def test_any_text_can_be_read(text: str, written_on: dt.date) -> None:
    read_numbers(text)
    for mention in read_dates(text, written_on):
        assert mention.first <= mention.last


ADVERSARIES = [
    "1 ",
    "1,",
    "11,",
    "1.",
    "1-",
    "1",
    "1 to ",
    "18, ",
    "18 and ",
    "twenty ",
    "one hundred and ",
    "1 million ",
    "half a ",
    "a ",
    "more than ",
    "1 assembly ",
    "October 1, ",
    "2014-",
    "5 am ",
    "will be ",
    "on Monday ",
    "ago ",
    "(",
    "लाख ",
]


@pytest.mark.parametrize("read", [read_numbers, lambda text: read_dates(text, dt.date(2024, 10, 8))])
@pytest.mark.parametrize("piece", ADVERSARIES)
def test_reading_time_grows_no_faster_than_the_text(piece: str, read: Callable[[str], object]) -> None:
    """Eight times the text may take eight times as long, not sixty-four; half of that is left for noise."""

    def seconds(times: int) -> float:
        text = piece * times
        spent = []
        for _ in range(3):
            begun = time.process_time()
            read(text)
            spent.append(time.process_time() - begun)
        return min(spent)

    assert seconds(4000) < 32 * seconds(500) + 0.02
