"""A load is whole or not at all, and nothing is held twice."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh import model
from janadesh.errors import RecordUnusable
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from tests import famous_seats as famous
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import RESULT_KNOWN
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_at
from tests.builders import seat
from tests.builders import statements
from tests.record.conftest import NewPlace

LADAKH = [*lok_sabha(), *parties(famous.LADAKH), *seat("Ladakh", famous.LADAKH, nota=famous.LADAKH_NOTA)]


def held(record: Record) -> dict[str, list[dict[str, object]]]:
    """Give all that a record holds, superseded statements included."""
    return {noun.TABLE: record.history(noun).to_dicts() for noun in model.NOUNS}


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with record_at(place, *LADAKH) as record:
        yield record


def test_loading_the_same_twice_changes_nothing(record: Record) -> None:
    before = held(record), record.entries()

    assert record.load(statements(*LADAKH)) is None
    assert (held(record), record.entries()) == before


def test_only_what_is_new_is_added(record: Record) -> None:
    recount = model.Tally(
        election=ELECTION,
        constituency="in-ls-ladakh",
        serial=1,
        total=31957,
        known_at=RESULT_KNOWN + dt.timedelta(days=1),
        source=ECI.id,
    )

    entry = record.load(statements(*LADAKH, recount))

    assert entry is not None
    assert entry.statements == 1


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), repeats=st.integers(1, 3))
def test_neither_order_nor_repetition_of_loads_changes_the_answers(
    new_place: NewPlace, seed: int, repeats: int
) -> None:
    """Seats loaded one by one, shuffled and over again, hold what one load of all of them holds."""
    base = [*lok_sabha(), *parties(famous.LADAKH, famous.JAJPUR, famous.SURAT)]
    seats = [
        seat("Ladakh", famous.LADAKH, nota=famous.LADAKH_NOTA),
        seat("Jajpur", famous.JAJPUR, number=2),
        seat("Surat", famous.SURAT, number=3, winner=1, status="uncontested"),
    ]
    at_once = open_record(new_place())
    at_once.load(statements(*base, *(noun for one in seats for noun in one)))
    one_by_one = open_record(new_place())
    one_by_one.load(statements(*base))
    shuffled = seats * repeats
    random.Random(seed).shuffle(shuffled)
    for one in shuffled:
        one_by_one.load(statements(*one))

    for noun in (model.Contest, model.Candidacy, model.Tally, model.Declaration):
        assert one_by_one.frame(noun).sort(pl.all()).equals(at_once.frame(noun).sort(pl.all()))


def tally(**changed: object) -> model.Tally:
    plain = model.Tally(
        election=ELECTION, constituency="in-ls-ladakh", serial=1, total=31956, known_at=RESULT_KNOWN, source=ECI.id
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (tally(total=-5), "column total: votes cannot be negative (found '-5')"),
        (tally(constituency="in-ls-atlantis"), "column constituency: no constituency has this id"),
        (tally(election="in-ls-1924"), "column election: no election has this id"),
        (tally(evm=31505, postal=451, total=31957), "the total is not EVM and postal votes together, 31956"),
        (tally(source="hearsay"), "column source: no source has this id"),
    ],
    ids=["negative votes", "unknown constituency", "unknown election", "wrong sum", "unknown source"],
)
def test_a_fault_is_told_with_its_place_and_leaves_the_record_as_it_was(
    record: Record, wrong: model.Tally, said: str
) -> None:
    before = held(record), record.entries()
    good = tally(serial=2, total=37398, known_at=RESULT_KNOWN + dt.timedelta(days=1))

    with pytest.raises(Refused) as refused:
        record.load(statements(good, wrong))

    assert said in str(refused.value)
    assert "row 3" in str(refused.value)
    assert (held(record), record.entries()) == before


def test_a_party_named_two_ways_is_refused(record: Record) -> None:
    """Two ids with one name would count one party as two."""
    said: dict[str, Any] = {"abbreviation": "JD(S)", "known_at": RESULT_KNOWN, "source": ECI.id}
    first = model.Party(id="jds", name="Janata Dal (Secular)", **said)
    second = model.Party(id="jd-s", name="Janata Dal  (Secular)", **said)

    with pytest.raises(Refused, match="named two ways"):
        record.load(statements(first, second))


def test_a_tally_needs_a_candidacy(place: str) -> None:
    record = open_record(place)

    with pytest.raises(Refused, match="no candidacy has this serial number in in-ls-ladakh in in-ls-2024"):
        record.load(statements(*LADAKH, tally(serial=17)))


def test_every_fault_is_listed_at_once(record: Record) -> None:
    with pytest.raises(Refused) as refused:
        record.load(statements(tally(total=-1), tally(serial=2, total=-2), tally(serial=3, total=-3)))

    assert len(refused.value.faults) == 3


def test_a_file_of_something_else_is_no_record(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8\xff\xe0 this is no database" * 100)

    with pytest.raises(RecordUnusable, match=r"photo\.jpg"):
        open_record(file)


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = file.read_bytes()

    with pytest.raises(RecordUnusable, match="something else"):
        open_record(file)
    with sqlite3.connect(file) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    assert before[:16] == file.read_bytes()[:16]


def test_a_record_that_does_not_exist_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(RecordUnusable, match="There is no record at"):
        open_record(tmp_path / "none.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []
