"""What is made of a record at one moment and holds at others."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.instants import Part
from janadesh.record.sharing import Kind
from janadesh.record.sharing import Sharing
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.builders import statements

TALLIES: Kind[list[int]] = Kind((), (model.Tally,))
SOURCES: Kind[list[int]] = Kind((model.Source,))
FEW: Kind[list[int]] = Kind((), (model.Tally,), most=3, weight=len)


def learn(record: Record, day: int) -> None:
    """Load a tally known from a day of July 2024."""
    said = model.Tally(
        election=ELECTION,
        constituency="in-ls-leh",
        serial=1,
        total=10 + day,
        known_at=dt.datetime(2024, 7, day, tzinfo=dt.UTC),
        source=ECI.id,
    )
    record.load(statements(said))


def made(sharing: Sharing, moment: str, election: str = ELECTION, kind: Kind[list[int]] = TALLIES) -> list[int]:
    """Ask for what is new each time it is made."""
    return sharing.at(moment).made(kind, lambda: [1, 2], election)


def counted(tmp_path: Path) -> Record:
    record = record_of_seat(tmp_path, "Leh", [Stood("A", "NC", 10), Stood("B", "INC", 5)])
    for day in (3, 9, 12):
        learn(record, day)
    return record


def test_it_holds_until_something_is_said_of_the_election(tmp_path: Path) -> None:
    with counted(tmp_path) as record:
        sharing = Sharing(record)
        assert made(sharing, "2024-07-03") is made(sharing, "2024-07-08")
        assert made(sharing, "2024-07-03") is not made(sharing, "2024-07-09")


def test_what_is_said_of_an_election_leaves_another_as_it_is(tmp_path: Path) -> None:
    with counted(tmp_path) as record:
        sharing = Sharing(record)
        assert made(sharing, "2024-07-03", "another") is made(sharing, "2024-07-09", "another")
        assert made(sharing, "2024-07-03", "another") is not made(sharing, "2024-07-03")


def test_only_the_part_asked_for_is_looked_at(tmp_path: Path) -> None:
    of_others: Kind[list[int]] = Kind((Part(model.Tally, "constituency", "in-ls-kargil"),))
    with counted(tmp_path) as record:
        sharing = Sharing(record)
        assert made(sharing, "2024-07-03", kind=of_others) is made(sharing, "2024-07-09", kind=of_others)


def test_sources_are_known_at_any_moment(tmp_path: Path) -> None:
    with counted(tmp_path) as record:
        sharing = Sharing(record)
        assert made(sharing, "2024-07-03", kind=SOURCES) is made(sharing, "2024-07-09", kind=SOURCES)


def test_those_asked_for_longest_ago_are_let_go(tmp_path: Path) -> None:
    """Each weighs two, so that the second is one too many."""
    with counted(tmp_path) as record:
        sharing = Sharing(record)
        first = made(sharing, "2024-07-03", kind=FEW)
        assert made(sharing, "2024-07-03", kind=FEW) is first
        second = made(sharing, "2024-07-09", kind=FEW)
        assert made(sharing, "2024-07-09", kind=FEW) is second
        assert made(sharing, "2024-07-03", kind=FEW) is not first
