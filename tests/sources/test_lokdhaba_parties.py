"""Which party an abbreviation of Lok Dhaba means, where several may be meant."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl
import pytest

from janadesh import model
from janadesh.record.statements import frame_of
from janadesh.sources.lokdhaba_parties import with_parties


def party(name: str, abbreviation: str, since: int, **more: Any) -> model.Party:
    """Make a party whose id is its name."""
    known_at = dt.datetime(since, 1, 1, tzinfo=dt.UTC)
    return model.Party(id=name, name=name, abbreviation=abbreviation, known_at=known_at, source="a-source", **more)


def short(of: str, name: str) -> model.Name:
    known_at = dt.datetime(2004, 1, 1, tzinfo=dt.UTC)
    return model.Name(noun="party", of=of, name=name, kind="short", known_at=known_at, source="a-source")


def meant(code: str, year: int, *nouns: model.Noun, loaded: str | None = None) -> str | None:
    """Give the party that a candidacy of a year is of, by the id that the record has then."""
    parties = frame_of(model.Party, [noun for noun in nouns if isinstance(noun, model.Party)])
    names = frame_of(model.Name, [noun for noun in nouns if isinstance(noun, model.Name)])
    who = {"election": ["an-election"], "constituency": ["a-seat"], "serial": [1]}
    row = pl.DataFrame(who | {"party_code": [code], "party_number": ["1605"], "year": [year], "is_nota": [False]})
    before = pl.DataFrame(who | {"party": [loaded]}, schema_overrides={"party": pl.String})
    found: str | None = with_parties(row, parties, names, before if loaded else before.clear())["party"].item()
    return found


BJP = party("Bharatiya Janata Party", "BJP", 1980, kind="national")
PARISHAD = party("Bhartiya Jan Parishad", "BJP", 2010)
"""A small party of an official table, which prints no abbreviations: the initials are made up."""


@pytest.mark.parametrize("kind", ["national", "state"])
def test_initials_made_up_never_stand_in_a_known_partys_way(kind: str) -> None:
    known = party("Bharatiya Janata Party", "BJP", 1980, kind=kind)

    assert meant("BJP", 2019, PARISHAD, known) == "Bharatiya Janata Party"


def test_a_name_that_a_source_uses_goes_before_initials_made_up() -> None:
    conference = party("Jammu & Kashmir People Conference", "JKPC", 1978)
    council = party("Jana Party Council", "JPC", 2001)

    assert meant("JPC", 2014, council, conference, short(conference.id, "JPC")) == conference.id


def test_a_small_partys_abbreviation_that_is_more_than_its_initials_goes_before_initials() -> None:
    desam = party("Telugu Desam", "TDP", 1982)

    assert meant("TDP", 2016, party("Tamil Desiya Party", "TDP", 2011), desam) == desam.id


def test_two_small_parties_of_one_abbreviation_leave_it_open() -> None:
    other = party("Bahujan Jan Party", "BJP", 2010)

    assert meant("BJP", 2019, PARISHAD, other) == "in-code-bjp-1605"


def test_a_namesake_of_a_later_year_leaves_nothing_open() -> None:
    """Of two small parties with the same initials only the one known by then can be meant."""
    assert meant("BJP", 2019, PARISHAD, party("Bahujan Jan Party", "BJP", 2024)) == PARISHAD.id


def test_before_a_known_party_was_founded_its_abbreviation_is_of_another() -> None:
    assert meant("BJP", 1972, BJP, PARISHAD) == "in-code-bjp-1605"


def test_a_number_is_a_party_of_its_own_where_none_has_a_name() -> None:
    """PSP without a number and PSP with one may be two: that does not hang on which file was loaded first."""
    nameless = party("PSP (abbreviation only)", "PSP (abbreviation only)", 1962)

    assert meant("PSP", 1967, nameless) == "in-code-psp-1605"


@pytest.mark.parametrize("loaded", ["in-code-bjp-1605", PARISHAD.id])
def test_a_candidacy_keeps_the_party_that_an_earlier_load_took_its_abbreviation_for(loaded: str) -> None:
    """Else the same file loaded again would say something else, where the record knows more by then."""
    assert meant("BJP", 2019, BJP, PARISHAD, loaded=loaded) == loaded


def test_a_corrected_abbreviation_is_heeded() -> None:
    assert meant("BJP", 2019, BJP, party("Indian National Congress", "INC", 1885), loaded=BJP.id) == BJP.id
    assert meant("BJP", 2019, BJP, loaded="in-code-inc-2") == BJP.id
