"""Which parties an alliance is counted as, and what is said where members may be missing from the record."""

from __future__ import annotations

from pathlib import Path

from janadesh import model
from janadesh.analysis.recorded_members import recorded_members
from janadesh.analysis.recorded_members import said_of_members
from janadesh.record.book import Record
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat

NORTH = [Stood("A", "One", 500), Stood("B", "Two", 300)]
SOUTH = [Stood("C", "Three", 400), Stood("D", "One", 100)]


def front(party: str, election: str = ELECTION, status: str = "member") -> model.AllianceMember:
    """Say of a party where it stands with the Front at an election."""
    return model.AllianceMember(
        alliance="front", party=party, election=election, status=status, known_at=BEFORE_ALL, source=ECI.id
    )


def house(folder: Path, *more: model.Noun) -> Record:
    """Make a record of two seats, the Front, and another election of which only its members are told."""
    return record_of(
        folder,
        *lok_sabha(),
        *parties(NORTH, SOUTH),
        *seat("North", NORTH),
        *seat("South", SOUTH, number=2),
        model.Alliance(id="front", name="Front", short_name="Front", known_at=BEFORE_ALL, source=ECI.id),
        model.Election(id="other", name="Other", house="in-ls", year=2019, known_at=BEFORE_ALL, source=ECI.id),
        *more,
    )


def test_an_alliance_is_counted_as_the_members_that_stood(tmp_path: Path) -> None:
    absent = model.Party(id="absent", name="Absent", abbreviation="Absent", known_at=BEFORE_ALL, source=ECI.id)
    record = house(tmp_path, absent, front("one"), front("two"), front("absent"))

    assert recorded_members(record, ELECTION).rows() == [("front", "Front", 3, ["One", "Two"], [])]
    assert said_of_members(record, ELECTION) == []


def test_one_recorded_member_is_told(tmp_path: Path) -> None:
    record = house(tmp_path, front("one"))

    assert said_of_members(record, ELECTION) == [
        "Front is counted as One alone, the one member that the record names here."
    ]


def test_a_winner_that_is_a_member_at_another_election_is_told(tmp_path: Path) -> None:
    record = house(tmp_path, front("one"), front("two"), front("three", "other"))

    assert said_of_members(record, ELECTION) == [
        "Front is counted as One and Two.",
        "Three, with it at another election, counts apart: the record does not name it here.",
    ]


def test_a_party_without_a_seat_is_not_missed(tmp_path: Path) -> None:
    record = house(tmp_path, front("one"), front("three"), front("two", "other"))

    assert said_of_members(record, ELECTION) == []


def test_a_party_that_is_known_to_have_left_is_not_missed(tmp_path: Path) -> None:
    record = house(tmp_path, front("one"), front("two"), front("three", "other"), front("three", status="left"))

    assert said_of_members(record, ELECTION) == []


def test_an_election_without_members_says_that_each_stands_for_itself(tmp_path: Path) -> None:
    record = house(tmp_path, front("three", "other"))

    assert said_of_members(record, ELECTION) == [
        "The record names no member of an alliance in this election, so each party stands for itself."
    ]


def test_an_election_that_nobody_stood_in_says_nothing_of_members(tmp_path: Path) -> None:
    assert said_of_members(house(tmp_path, front("one", "other")), "other") == []
