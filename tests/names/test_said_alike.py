"""Names in Devanagari find those in Latin letters that are said like them."""

from __future__ import annotations

import pytest

from janadesh.names.said_alike import said_alike
from janadesh.names.spelling import spelling_key

NAMES = ("Omar Abdullah", "Farooq Abdullah", "Budgam", "Ganderbal", "Mohamad Yousuf Tarigami", "Srinagar")
KEYS = [spelling_key(name) for name in NAMES]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("उमर अब्दुल्ला", "Omar Abdullah"),
        ("ओमर अब्दुल्लाह", "Omar Abdullah"),
        ("बडगाम", "Budgam"),
        ("गांदरबल", "Ganderbal"),
        ("श्रीनगर", "Srinagar"),
    ],
)
def test_whole_name_is_found_as_it_is_said(typed: str, first: str) -> None:
    alike = said_alike(typed, KEYS)
    assert NAMES[max(alike, key=alike.__getitem__)] == first
    assert max(alike.values()) > 100


def test_one_word_finds_every_name_that_has_it() -> None:
    assert {NAMES[place] for place in said_alike("अब्दुल्ला", KEYS)} == {"Omar Abdullah", "Farooq Abdullah"}


@pytest.mark.parametrize("typed", ["", "Omar Abdullah", "आ", "दिल्ली"])
def test_what_is_said_like_no_name_finds_none(typed: str) -> None:
    assert said_alike(typed, KEYS) == {}
