"""Polling-station results: three layouts, placed in the record's contests, and checked against their votes."""

from __future__ import annotations

import csv
import gzip
import io
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import typer
from typer.testing import CliRunner

from janadesh import model
from janadesh.analysis.stations import station_results
from janadesh.analysis.stations import station_sums
from janadesh.cli.stations import stations
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.booth import read_booths
from janadesh.sources.booth_files import matches
from janadesh.sources.booth_long import long_booths
from janadesh.sources.peek import peek
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import record_of

SRINAGAR = "in-lok-sabha.2022.U08-2"
SEAT = "in-lok-sabha.2008.S24-1"
FORM_20 = (
    "pc_no,pc_name,ac_no,ac_name,electors_in_segment,row_no,polling_station,ANN LEE,BOB RAY,"
    "total_valid,rejected,nota,total,tendered\n"
)
SEGMENT = """\
"Polling Station",,"Total No of Electors",,,,"Voters Turnout",,,,,,"Candidate ID and Name",,,
"Part No","Part Name",Male,Female,Other,"Total No. of electors",Male,Female,Other,Total,\
"No of voters identifying using EPIC","Tendered Voter","1 - ANN  LEE","2 - BOB RAY","3 - None of the Above",\
"Total Votes Secured"
1,"SCHOOL, ROOM 1",500,400,0,900,20,15,0,35,35,0,20,10,5,35
2,"SCHOOL, ROOM 2",500,400,0,900,20,15,0,35,35,1,20,10,5,36
3,"SCHOOL, ROOM 3",500,400,0,900,20,15,0,35,35,0,,,,
"""
LONG = "pc,pc_name,pc_reserved,ac,booth,candidate,party,votes\n"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Give a record of one Lok Sabha seat of 2019 with two candidates."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    where: dict[str, Any] = {"election": "in-ls-2019", "constituency": SEAT, **said}
    with record_of(
        tmp_path,
        ECI,
        model.Territory(id="in", name="India", status="country", **said),
        model.Territory(id="in-up", name="Uttar Pradesh", status="state", within="in", **said),
        model.House(id="in-lok-sabha", name="Lok Sabha", territory="in", kind="parliament", elected_seats=543, **said),
        model.Constituency(
            id=SEAT,
            house="in-lok-sabha",
            delimitation="2008",
            number=1,
            name="Saharanpur",
            official_name="Saharanpur",
            territory="in-up",
            **said,
        ),
        model.Party(id="in-ind", name="Independent", abbreviation="IND", kind="independent", **said),
        model.Election(id="in-ls-2019", name="Lok Sabha election, 2019", house="in-lok-sabha", year=2019, **said),
        model.Contest(**where),
        model.Candidacy(serial=1, name="Lee Ann", party="in-ind", **where),
        model.Candidacy(serial=2, name="Bob Ray", party="in-ind", **where),
        model.Tally(serial=1, evm=20, postal=1, total=21, **where),
        model.Tally(serial=2, evm=11, postal=1, total=12, **where),
        model.Tally(serial=model.NOTA, evm=5, postal=0, total=5, **where),
    ) as opened:
        yield opened


def written(folder: Path, name: str, table: str) -> Path:
    file = folder / name
    file.write_text(table, encoding="utf-8")
    return file


def form_20(folder: Path, *rows: str) -> Path:
    return written(folder, "form20-2019.csv", FORM_20 + "".join(f"1,SAHARANPUR,{row}\n" for row in rows))


def test_form_20_is_placed_by_the_constituencys_number_and_name(record: Record, tmp_path: Path) -> None:
    read = read_booths(form_20(tmp_path, "3,BEHAT,900,1,12A,20,11,31,0,5,36,2"), record)
    assert read.set_aside == ()
    assert read.frames[model.StationTally].select("constituency", "segment", "station", "serial", "votes").rows() == [
        (SEAT, 3, "12A", 1, 20),
        (SEAT, 3, "12A", 2, 11),
        (SEAT, 3, "12A", model.NOTA, 5),
    ]
    assert read.frames[model.PollingStation].select("rejected", "tendered").rows() == [(0, 2)]


def test_a_station_that_does_not_add_up_is_set_aside(record: Record, tmp_path: Path) -> None:
    file = form_20(tmp_path, "3,BEHAT,900,1,1,20,11,31,0,5,36,0", "3,BEHAT,900,2,2,20,11,32,0,5,37,0")
    read = read_booths(file, record)
    assert [(fault.row, fault.value) for fault in read.set_aside] == [(3, "segment 3, station 2")]
    assert read.frames[model.PollingStation]["station"].to_list() == ["1"]


def test_stations_that_are_not_the_contests_evm_votes_are_told_and_loaded(record: Record, tmp_path: Path) -> None:
    read = read_booths(form_20(tmp_path, "3,BEHAT,900,1,1,20,9,29,0,5,34,0"), record)
    assert [(fault.value, "11 EVM votes" in fault.problem) for fault in read.set_aside] == [("9", True)]
    record.load(read)
    sums = station_sums(record, "in-ls-2019", SEAT)
    assert sums.select("serial", "name", "stations_sum", "evm", "difference").rows() == [
        (1, "Lee Ann", 20, 20, 0),
        (2, "Bob Ray", 9, 11, -2),
        (model.NOTA, "NOTA", 5, 5, 0),
    ]


def test_a_segment_has_no_votes_to_compare_with(record: Record, tmp_path: Path) -> None:
    record.load(read_booths(form_20(tmp_path, "3,BEHAT,900,1,1,20,11,31,0,5,36,0"), record))
    assert station_sums(record, "in-ls-2019", SEAT, segment=3)["difference"].to_list() == [None] * 3
    assert station_sums(record, "in-ls-2019", SEAT, segment=4).is_empty()


def test_the_first_of_a_station_is_never_nota(record: Record, tmp_path: Path) -> None:
    record.load(
        read_booths(form_20(tmp_path, "3,BEHAT,900,1,1,5,3,8,0,90,98,0", "3,BEHAT,900,2,2,0,0,0,0,1,1,0"), record)
    )
    results = station_results(record, "in-ls-2019", SEAT)
    assert results.select("station", "first", "first_votes", "lead", "nota").rows() == [
        ("1", "Lee Ann", 5, 2, 90),
        ("2", None, None, None, 1),
    ]


def test_segments_files_are_placed_by_who_stands_in_them(record: Record, tmp_path: Path) -> None:
    """The files name neither the constituency nor the party."""
    folder = tmp_path / "uttar-pradesh-2019"
    folder.mkdir()
    written(folder, "3.csv", SEGMENT)
    written(folder, "4.csv", SEGMENT.replace("20,10,5,35\n", "20,11,4,35\n"))
    assert matches(peek(folder))
    read = read_booths(folder, record)
    assert read.frames[model.PollingStation].select("constituency", "segment", "station", "electors").rows() == [
        (SEAT, 3, "1", 900),
        (SEAT, 4, "1", 900),
    ]
    problems = [(fault.file, fault.row) for fault in read.set_aside if "set aside" in fault.problem]
    assert problems == [("3.csv", 5), ("3.csv", 4), ("4.csv", 5), ("4.csv", 4)]


def test_an_archive_of_segments_is_read_as_the_folder_is(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "2019-uttar-pradesh.tar.gz"
    with tarfile.open(file, "w:gz") as archive:
        member = tarfile.TarInfo("inner/3.csv")
        member.size = len(SEGMENT.encode())
        archive.addfile(member, io.BytesIO(SEGMENT.encode()))
    assert matches(peek(file))
    assert read_booths(file, record).frames[model.PollingStation]["segment"].to_list() == [3]


def test_an_archive_that_blows_up_is_refused(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "2019.tar.gz"
    with tarfile.open(file, "w:gz") as archive:
        member = tarfile.TarInfo("3.csv")
        member.size = 21_000_000
        archive.addfile(member, io.BytesIO(bytes(member.size)))
    with pytest.raises(Refused, match="unpacks to too much"):
        read_booths(file, record)


def test_a_table_without_parties_makes_no_candidates(record: Record, tmp_path: Path) -> None:
    file = form_20(tmp_path, "3,BEHAT,900,1,1,20,11,31,0,5,36,0").rename(tmp_path / "form20-2024.csv")
    read = read_booths(file, record)
    assert model.Candidacy not in read.frames
    assert model.StationTally not in read.frames
    assert ["does not name parties" in fault.problem for fault in read.set_aside] == [True]


def test_a_long_table_makes_the_candidates_that_the_record_lacks(record: Record, tmp_path: Path) -> None:
    rows = "1,Saharanpur,GEN,3,1,Ann Lee,Janata Dal,7\n1,Saharanpur,GEN,3,1,Bob Ray,Independent,9\n"
    read = read_booths(written(tmp_path, "booths-2014.csv", LONG + rows), record)
    assert read.frames[model.Candidacy].select("serial", "serial_kind", "name", "party").rows() == [
        (1, "list", "Ann Lee", "in-janata-dal"),
        (2, "list", "Bob Ray", "in-ind"),
    ]
    record.load(read)
    assert record.load(read_booths(tmp_path / "booths-2014.csv", record)) is None


def test_two_stations_of_one_number_stay_two() -> None:
    rows = "".join(f"1,A,GEN,3,232,{name},X,{votes}\n" for votes in (7, 8) for name in ("Ann", "Bob"))
    table = long_booths("long.csv", (LONG + rows).encode())
    assert table.stations["station"].to_list() == ["232", "232 (2)"]
    assert table.votes["votes"].to_list() == [7, 7, 8, 8]
    assert len(table.told) == 1


def test_a_station_that_is_there_twice_is_kept_once() -> None:
    rows = "1,A,GEN,3,232,Ann,X,7\n1,A,GEN,3,232,Bob,X,8\n"
    table = long_booths("long.csv", (LONG + rows + rows).encode())
    assert table.votes["votes"].to_list() == [7, 8]
    assert [fault.row for fault in table.told] == [4]


def test_a_station_with_a_cell_that_is_no_number_is_set_aside_whole() -> None:
    rows = "1,A,GEN,3,1,Ann,X,7 Page 10\n1,A,GEN,3,1,Bob,X,8\n1,A,GEN,3,2,Ann,X,1\n"
    table = long_booths("long.csv", (LONG + rows).encode())
    assert table.stations["station"].to_list() == ["2"]
    assert table.votes["votes"].to_list() == [1]


def test_srinagars_2161_stations_add_up_to_page_1_and_to_the_official_result(
    shared: Path, bundled_file: Path, tmp_path: Path
) -> None:
    """Form 20 of 4 June 2024: each candidate in each segment, and EVM votes of the whole constituency."""
    file = shared / "data/booth/2024-loksabha-jk-srinagar-form20.csv"
    with open_record(shutil.copy(bundled_file, tmp_path)) as record:
        read = read_booths(file, record)
        assert read.set_aside == ()
        record.load(read)
        sums = station_sums(record, "in-ls-2024", SRINAGAR)
        names = dict(record.frame(model.Candidacy, constituency=SRINAGAR).select("serial", "name").iter_rows())
        votes = record.frame(model.StationTally, constituency=SRINAGAR)
    assert sums.height == 25
    assert set(sums["stations"]) == {2161}
    assert set(sums["difference"]) == {0}
    added = votes.group_by("segment", "serial").agg(pl.col("votes").sum())
    by_place = {(segment, serial): total for segment, serial, total in added.iter_rows()}
    page_1 = file.with_name("2024-loksabha-jk-srinagar-form20-segments.csv")
    with page_1.open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["ac_no"]:
                segment = int(row["ac_no"])
                assert by_place[segment, model.NOTA] == int(row["nota"])
                assert all(by_place[segment, serial] == int(row[name]) for serial, name in names.items())


def test_gujarats_half_million_rows_are_read(shared: Path) -> None:
    packed = shared / "data/booth/2014-loksabha-gujarat.csv.gz"
    table = long_booths(packed.name, gzip.decompress(packed.read_bytes()))
    assert table.stations.height == 41_048
    assert table.votes.height == 526_352
    assert len(table.ballots) == 24
    assert len(table.told) == 60


def test_the_command_shows_stations_and_what_they_add_up_to(record: Record, tmp_path: Path) -> None:
    record.load(read_booths(form_20(tmp_path, "3,BEHAT,900,1,1,20,9,29,0,5,34,0"), record))
    app = typer.Typer()
    app.command()(stations)
    at = ["in-ls-2019", "Saharanpur", "--record", str(tmp_path / "record.sqlite")]
    assert "Lee Ann" in CliRunner().invoke(app, at).stdout
    answer = CliRunner().invoke(app, [*at, "--differences", "--format", "csv"]).stdout
    assert f"{SEAT},2,Bob Ray,1,9,11,12,-2" in answer


def test_a_record_without_stations_says_so(record: Record, tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(stations)
    answer = CliRunner().invoke(app, ["in-ls-2019", "Saharanpur", "--record", str(tmp_path / "record.sqlite")])
    assert "no polling stations" in str(answer.exception)
