"""The ledger shows whoever changes the past."""

from __future__ import annotations

import pytest

from janadesh.record.ledger import FIRST
from janadesh.record.opening import open_record
from tests import famous_seats as famous
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import seat
from tests.builders import statements
from tests.record.conftest import NewPlace

ONE_TALLY_MORE = """
INSERT INTO tallies (entry, election, constituency, serial, total, status, known_at, source)
VALUES (2, 'in-ls-2024', 'in-ls-ladakh', 3, 9, 'final', '2025-01-01T00:00:00Z', 'eci')
"""
A_PARTY_OF_NO_ENTRY = """
INSERT INTO parties (entry, id, name, abbreviation, kind, known_at, source)
VALUES (9, 'x', 'X', 'X', 'state', '2024-01-01T00:00:00Z', 'eci')
"""


@pytest.fixture
def place(new_place: NewPlace) -> str:
    """Give a record of three loads: the election, Ladakh, Jajpur."""
    place = new_place()
    with open_record(place) as record:
        record.load(statements(*lok_sabha(), *parties(famous.LADAKH, famous.JAJPUR), read_from="election"))
        record.load(statements(*seat("Ladakh", famous.LADAKH, nota=famous.LADAKH_NOTA), read_from="ladakh"))
        record.load(statements(*seat("Jajpur", famous.JAJPUR, number=2), read_from="jajpur"))
    return place


def by_hand(place: str, statement: str) -> None:
    """Change the database past Janadesh, as nobody should, with its safeguards off."""
    with open_record(place) as record, record.engine.connect() as connection:
        raw = connection.connection.cursor()
        is_sqlite = connection.dialect.name == "sqlite"
        raw.execute("PRAGMA foreign_keys = OFF" if is_sqlite else "SET session_replication_role = replica")
        raw.execute(statement)
        connection.connection.commit()


def first_altered(place: str) -> tuple[str, str]:
    with open_record(place) as record:
        entry, what_is_wrong = record.altered()[0]
    return entry.read_from, what_is_wrong


def test_an_untouched_record_is_as_it_was_loaded(place: str) -> None:
    with open_record(place) as record:
        assert record.altered() == []
        assert [entry.entry for entry in record.entries()] == [1, 2, 3]


def test_each_entry_follows_from_the_one_before(place: str) -> None:
    with open_record(place) as record:
        entries = record.entries()

    assert [entry.previous_hash for entry in entries] == [FIRST, entries[0].entry_hash, entries[1].entry_hash]


@pytest.mark.parametrize(
    ("tampering", "entry", "said"),
    [
        ("UPDATE tallies SET total = total + 1 WHERE total = 65259", "ladakh", "a row was changed"),
        ("DELETE FROM tallies WHERE total = 534239", "jajpur", "a row was changed, removed"),
        ("UPDATE tallies SET known_at = '2024-06-03T00:00:00Z' WHERE total = 65259", "ladakh", "a row was changed"),
        (ONE_TALLY_MORE, "ladakh", "removed or added"),
        ("UPDATE ledger SET read_from = 'leh' WHERE entry = 2", "leh", "own line in the ledger"),
        ("UPDATE ledger SET loaded_at = '2024-01-01T00:00:00Z' WHERE entry = 3", "jajpur", "own line in the ledger"),
        ("DELETE FROM ledger WHERE entry = 2", "jajpur", "an entry was removed"),
        (A_PARTY_OF_NO_ENTRY, "nowhere", "no line in the ledger"),
    ],
)
def test_verifying_names_the_altered_entry(place: str, tampering: str, entry: str, said: str) -> None:
    by_hand(place, tampering)

    read_from, what_is_wrong = first_altered(place)

    assert read_from == entry
    assert said in what_is_wrong
