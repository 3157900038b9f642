"""Searching many things by name."""

from __future__ import annotations

import polars as pl
import pytest

from janadesh import model
from janadesh.analysis.name_search import searchable
from janadesh.analysis.name_search import searched
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record

PEOPLE = {"o": "Omar Abdullah", "f": "Farooq Abdullah", "a": "Abdul Rashid Sheikh", "m": "Mehbooba Mufti"}


@pytest.fixture
def names() -> pl.DataFrame:
    return pl.DataFrame({"id": list(PEOPLE), "key": list(map(spelling_key, PEOPLE.values()))})


def found(names: pl.DataFrame, text: str) -> list[str]:
    return searched(names, text)["id"].to_list()


def test_spelled_alike_goes_first(names: pl.DataFrame) -> None:
    more = pl.concat([names, pl.DataFrame({"id": ["other"], "key": [spelling_key("Omar Abdullah Khan")]})]).reverse()
    assert found(more, "omar abdullah") == ["o", "other"]


def test_a_beginning_goes_before_a_word_within(names: pl.DataFrame) -> None:
    assert found(names, "abdul") == ["a", "o", "f"]


def test_words_may_stand_in_any_order(names: pl.DataFrame) -> None:
    assert found(names, "Abdullah, Farooq") == ["f"]


def test_name_in_devanagari_finds_who_is_said_like_it(names: pl.DataFrame) -> None:
    assert found(names, "उमर अब्दुल्ला") == ["o"]
    assert found(names, "महबूबा मुफ़्ती") == ["m"]


def test_spelled_nearly_alike_is_found_where_nothing_else_is(names: pl.DataFrame) -> None:
    assert found(names, "Omer Abdulah") == ["o"]


def test_what_is_like_nothing_is_not_found(names: pl.DataFrame) -> None:
    assert found(names, "zzzzzz") == []


@pytest.mark.parametrize("text", ["", "  ", "?!", "%_"])
def test_nothing_typed_finds_nothing(names: pl.DataFrame, text: str) -> None:
    assert found(names, text) == []


def test_letters_with_a_meaning_in_patterns_are_only_letters(names: pl.DataFrame) -> None:
    assert found(names, "om.*r") == []


def test_abbreviations_and_other_names_are_searched_too(bundled: Record) -> None:
    names = searchable(bundled, model.Party, "party")
    assert found(names, "BJP")[0] == "in-bjp"
    assert "in-nc" in found(names, "नेशनल कॉन्फ्रेंस") or "in-nc" in found(names, "National Conference")
