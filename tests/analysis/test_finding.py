"""What a person types finds what is meant, or says what is near."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from janadesh import model
from janadesh.analysis.contests import contest_results
from janadesh.analysis.found import candidates_named
from janadesh.analysis.found import the_constituency
from janadesh.analysis.found import the_election
from janadesh.analysis.found import the_party
from janadesh.analysis.territories import country_of
from janadesh.analysis.things import the_thing
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from tests import famous_seats as famous
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import record_of_seat
from tests.builders import seat


@pytest.fixture
def record(tmp_path: Path) -> Record:
    also = [("constituency", "in-ls-ladakh", "Leh-Ladakh"), ("election", ELECTION, "General election 2024")]
    names = [model.Name(noun=noun, of=of, name=name, known_at=BEFORE_ALL, source=ECI.id) for noun, of, name in also]
    ladakh = seat("Ladakh", famous.LADAKH, number=1)
    jajpur = seat("Jajpur", famous.JAJPUR, number=8)
    return record_of(tmp_path, *lok_sabha(), *parties(famous.LADAKH, famous.JAJPUR), *ladakh, *jajpur, *names)


@pytest.mark.parametrize("typed", ["in-ls-2024", " IN-LS-2024 ", "Lok Sabha election, 2024", "general ELECTION 2024"])
def test_an_election_is_found_by_id_and_by_name(record: Record, typed: str) -> None:
    assert the_election(record, typed).id == ELECTION


def test_an_unknown_election_names_the_nearest(record: Record) -> None:
    with pytest.raises(NotInRecord, match="Did you mean 'in-ls-2024'"):
        the_election(record, "in-ls-2014")


@pytest.mark.parametrize("typed", ["1", "ladakh", "Leh-Ladakh", "in-ls-ladakh"])
def test_a_constituency_is_found_by_number_name_other_name_and_id(record: Record, typed: str) -> None:
    assert the_constituency(record, ELECTION, typed)["name"] == "Ladakh"


def test_an_abbreviation_with_two_letters_swapped_names_the_one_meant(bundled: Record) -> None:
    with pytest.raises(NotInRecord, match="Did you mean 'BJP'"):
        the_party(bundled, "BPJ")


def test_an_abbreviation_finds_the_party_itself(record: Record) -> None:
    assert the_party(record, "bjp")["id"] == "bjp"


def test_a_national_party_goes_before_a_small_one_of_the_same_abbreviation(tmp_path: Path) -> None:
    named: dict[str, tuple[str, str]] = {
        "in-bjp": ("Bharatiya Janata Party", "national"),
        "in-bhartiya-jan-parishad": ("Bhartiya Jan Parishad", "registered"),
    }
    both = [
        model.Party(id=party, name=name, abbreviation="BJP", kind=kind, known_at=BEFORE_ALL, source=ECI.id)
        for party, (name, kind) in named.items()
    ]

    assert the_party(record_of(tmp_path, ECI, *both), "BJP")["id"] == "in-bjp"


def test_brackets_tell_abbreviations_of_the_same_letters_apart(tmp_path: Path) -> None:
    said: dict[str, Any] = {"kind": "registered", "known_at": BEFORE_ALL, "source": ECI.id}
    record = record_of(
        tmp_path,
        ECI,
        model.Party(id="athawale", name="Republican Party of India (Athawale)", abbreviation="RPI(A)", **said),
        model.Party(id="radical", name="Radical Party of India (Ambedkarist)", abbreviation="RPIA", **said),
    )

    assert [the_party(record, typed)["id"] for typed in ("RPI(A)", "rpi (a)", "RPIA")] == [
        "athawale",
        "athawale",
        "radical",
    ]
    with pytest.raises(NotInRecord, match="names several parties"):
        the_party(record, "R.P.I.A.")


@pytest.mark.parametrize("typed", ["Tsering Namgyal", "Namgyal Tsering", "TSERING NAMGYAAL"])
def test_a_candidate_is_found_however_the_name_is_turned_or_nearly_spelled(record: Record, typed: str) -> None:
    rows = candidates_named(record, candidate_votes(record, ELECTION), typed)

    assert rows["candidate"].to_list() == ["TSERING NAMGYAL"]


def test_a_stranger_is_no_candidate(record: Record) -> None:
    with pytest.raises(NotInRecord, match="no candidate here 'Mahendra Dhoni'"):
        candidates_named(record, candidate_votes(record, ELECTION), "Mahendra Dhoni")


def test_the_country_is_found_up_the_territories(record: Record) -> None:
    assert country_of(record, ELECTION) == "in"


def test_s01_is_not_u01(tmp_path: Path) -> None:
    """Number 1 of Andhra Pradesh (S01) is Araku, of the Andaman and Nicobar Islands (U01) it is the islands."""
    araku = [Stood("GUMMA THANUJA RANI", "YSRCP", 477005), Stood("KOTHAPALLI GEETHA", "BJP", 426425)]
    andaman = [Stood("BISHNU PADA RAY", "BJP", 102436), Stood("KULDEEP RAI SHARMA", "INC", 78040)]
    known = {"known_at": dt.datetime(2014, 6, 2, tzinfo=dt.UTC), "source": ECI.id}
    record = record_of(
        tmp_path,
        *lok_sabha(),
        model.Territory(id="in-ap", name="Andhra Pradesh", status="state", code="S01", **known),  # type: ignore[arg-type]
        model.Territory(id="in-an", name="Andaman", status="union territory", code="U01", **known),  # type: ignore[arg-type]
        *parties(araku, andaman),
        *seat("Araku", araku, number=1),
        *seat("Andaman", andaman, number=1),
    )

    winners = dict(contest_results(record, ELECTION).select("constituency_name", "winner").iter_rows())

    assert record.frame(model.Territory, code="U01")["id"].to_list() == ["in-an"]
    assert winners == {"Araku": "GUMMA THANUJA RANI", "Andaman": "BISHNU PADA RAY"}


def test_a_number_that_two_constituencies_share_is_not_guessed(tmp_path: Path) -> None:
    araku, andaman = [Stood("A", "BJP", 2), Stood("B", "INC", 1)], [Stood("C", "BJP", 2), Stood("D", "INC", 1)]
    record = record_of(
        tmp_path, *lok_sabha(), *parties(araku), *seat("Araku", araku, number=1), *seat("Andaman", andaman, number=1)
    )

    with pytest.raises(NotInRecord, match="several constituencies of in-ls-2024: in-ls-andaman, in-ls-araku"):
        the_constituency(record, ELECTION, "1")


def test_name_in_devanagari_is_taken_as_it_is_said(tmp_path: Path) -> None:
    """The record holds no name in Devanagari."""
    with record_of_seat(tmp_path, "Ganderbal", [Stood("A", "BJP", 10), Stood("B", "INC", 5)]) as record:
        assert the_thing(record, "गांदरबल").name == "Ganderbal"
        assert the_constituency(record, ELECTION, "गांदरबल")["name"] == "Ganderbal"
        with pytest.raises(NotInRecord):
            the_thing(record, "श्रीनगर")
