"""Lok Dhaba's votes by segment: whose they are, where a segment lies, and what cannot be placed."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from janadesh import model
from janadesh.analysis.segment_votes import segment_votes
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.sources import lokdhaba
from janadesh.sources import lokdhaba_segment_table
from janadesh.sources.lokdhaba_segments import read_lokdhaba_segments
from janadesh.sources.lokdhaba_within import is_alike
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import record_of
from tests.builders import statements

WriteFile = Callable[..., Path]
COUNTED = dt.datetime(2019, 5, 23, 18, 29, 59, tzinfo=dt.UTC)
SEAT = "in-lok-sabha.2008.S11-1"
WHERE: dict[str, Any] = {"election": "in-ls-2019", "constituency": SEAT}
ROW: dict[str, object] = {
    "State_Name": "Kerala",
    "Assembly_No": 17,
    "Constituency_No": 1,
    "Poll_No": 0,
    "Year": 2019,
    "PC_Name": "KASARAGOD",
    "PC_No": 1,
    "Constituency_Name": "MANJESHWAR",
    "CandID": 1,
    "Candidate": "RAJMOHAN UNNITHAN",
    "Party": "INC",
    "Votes": 60,
    "DelimID": 4,
}


@pytest.fixture
def write_file(tmp_path: Path) -> WriteFile:
    """Write a file with the rows given; each names only what differs from `ROW`."""

    def write(*rows: dict[str, object]) -> Path:
        file = tmp_path / "Kerala_GA.csv"
        with file.open("w", newline="", encoding="utf-8") as out:
            writer = csv.DictWriter(out, list(ROW))
            writer.writeheader()
            writer.writerows({**ROW, **row} for row in rows)
        return file

    return write


def kasaragod(stood: Sequence[tuple[str, int]] = (("Rajmohan Unnithan", 200), ("K P Sathish", 90))) -> list[model.Noun]:
    """Give the contest of 2019, and two assembly constituencies of which nothing says what they are within."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    state: dict[str, Any] = {"territory": "in-kl", "delimitation": "2008", **said}
    return [
        ECI,
        model.Territory(id="in", name="India", status="country", **said),
        model.Territory(id="in-kl", name="Kerala", status="state", within="in", **said),
        model.House(id="in-lok-sabha", name="Lok Sabha", territory="in", kind="parliament", elected_seats=543, **said),
        model.House(
            id="in-kl-assembly", name="Assembly", territory="in-kl", kind="assembly", elected_seats=140, **said
        ),
        model.Constituency(
            id=SEAT, house="in-lok-sabha", number=1, name="Kasaragod", official_name="KASARAGOD", **state
        ),
        *(
            model.Constituency(
                id=f"in-kl-assembly.2008.{number}",
                house="in-kl-assembly",
                number=number,
                name=name,
                official_name=name.upper(),
                **state,
            )
            for number, name in ((1, "Manjeshwar"), (2, "Kasaragod"))
        ),
        model.Party(id="in-ind", name="Independent", abbreviation="IND", kind="independent", **said),
        model.Election(
            id="in-ls-2019", name="Lok Sabha, 2019", house="in-lok-sabha", year=2019, time_zone="Asia/Kolkata", **said
        ),
        model.Election(
            id="in-kl-2021", name="Kerala, 2021", house="in-kl-assembly", year=2021, time_zone="Asia/Kolkata", **said
        ),
        model.Contest(**WHERE, **said),
        model.Contest(election="in-kl-2021", constituency="in-kl-assembly.2008.1", **said),
        *(
            noun
            for serial, (name, total) in enumerate(stood, 1)
            for noun in (
                model.Candidacy(**WHERE, serial=serial, name=name, party="in-ind", **said),
                model.Tally(**WHERE, serial=serial, total=total, known_at=COUNTED, source=ECI.id),
            )
        ),
    ]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return record_of(tmp_path, *kasaragod())


def votes(record: Record, file: Path) -> list[tuple[int, str, int, int]]:
    frame = read_lokdhaba_segments(file, record).frames[model.StationTally]
    return frame.select("segment", "station", "serial", "votes").rows()


def test_a_segment_is_one_large_station_of_the_contest(record: Record, write_file: WriteFile) -> None:
    file = write_file({}, {"Constituency_No": 2, "Constituency_Name": "KASARAGOD", "Votes": 50})

    assert votes(record, file) == [(1, "all", 1, 60), (2, "all", 1, 50)]


def test_votes_by_segment_are_known_when_the_contests_are(record: Record, write_file: WriteFile) -> None:
    frames = read_lokdhaba_segments(write_file({}), record).frames

    assert frames[model.StationTally]["known_at"].to_list() == [COUNTED]


def test_a_name_that_the_file_cuts_is_found_all_the_same(record: Record, write_file: WriteFile) -> None:
    assert votes(record, write_file({"Candidate": "RAJMOHAN UNNITH"})) == [(1, "all", 1, 60)]


def test_nota_has_its_own_serial(record: Record, write_file: WriteFile) -> None:
    assert votes(record, write_file({"Candidate": "NOTA", "Party": "NOTA", "CandID": 3, "Votes": 4})) == [
        (1, "all", model.NOTA, 4)
    ]


def test_a_candidate_that_the_record_lacks_is_told(record: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba_segments(write_file({}, {"Candidate": "ZZ", "CandID": 7, "Votes": 3}), record)

    assert read.frames[model.StationTally]["serial"].to_list() == [1]
    assert [(fault.row, fault.value) for fault in read.set_aside][:1] == [(3, "ZZ, KASARAGOD 2019")]


def test_segments_with_more_votes_than_the_contest_are_told(record: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba_segments(write_file({"Votes": 201}), record)

    assert "the record has 200 votes in all" in read.set_aside[0].problem


def test_missing_segments_are_told(record: Record, write_file: WriteFile) -> None:
    assert "some are missing" in read_lokdhaba_segments(write_file({}), record).set_aside[0].problem


def test_without_the_results_there_is_nothing_to_add_segments_to(bundled: Record, write_file: WriteFile) -> None:
    with pytest.raises(Refused, match=r"Load the Lok Sabha results first"):
        read_lokdhaba_segments(write_file({}), bundled)


def test_a_row_of_a_by_election_is_told(record: Record, write_file: WriteFile) -> None:
    read = read_lokdhaba_segments(write_file({}, {"Poll_No": 1}), record)

    assert read.frames[model.StationTally].height == 1
    assert read.set_aside[0].row == 3


def test_an_assembly_seat_is_within_the_seat_that_counted_its_votes(record: Record, write_file: WriteFile) -> None:
    record.load(read_lokdhaba_segments(write_file({}), record))

    assert segment_votes(record, "in-kl-2021", "in-ls-2019").rows() == [
        ("in-kl-assembly.2008.1", 1, "in-ind", 60),
    ]


def test_a_segment_of_another_name_is_not_the_seat_of_that_number(record: Record, write_file: WriteFile) -> None:
    """Segments of migrants have numbers too."""
    frames = read_lokdhaba_segments(write_file({"Constituency_Name": "DelhiUdhampurJammu"}), record).frames

    assert model.Constituency not in frames


def test_loading_again_changes_nothing(record: Record, write_file: WriteFile) -> None:
    file = write_file({})
    record.load(read_lokdhaba_segments(file, record))

    assert record.load(read_lokdhaba_segments(file, record)) is None


@pytest.mark.parametrize(("name", "alike"), [("Manjeswar", True), ("MANJESHWARAM", True), ("Uduma", False)])
def test_spellings_of_a_seat_are_alike_and_other_seats_are_not(name: str, *, alike: bool) -> None:
    assert is_alike(name, ["Manjeshwar"]) is alike


def test_a_file_by_segment_is_told_from_one_by_constituency(write_file: WriteFile) -> None:
    heading = write_file().read_text()

    assert lokdhaba_segment_table.matches(heading)
    assert not lokdhaba.matches(heading)


def test_stations_go_before_the_sum_of_another_source(record: Record, write_file: WriteFile) -> None:
    record.load(read_lokdhaba_segments(write_file({}), record))
    said: dict[str, Any] = {"known_at": COUNTED, "source": ECI.id}
    stations = [model.StationTally(**WHERE, segment=1, station=str(n), serial=1, votes=29, **said) for n in (1, 2)]
    record.load(statements(*stations))

    assert segment_votes(record, "in-kl-2021", "in-ls-2019").select("counted").to_series().to_list() == [58]
