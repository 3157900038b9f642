"""Lok Sabha votes by assembly segment, read from JSON."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from janadesh import model
from janadesh.analysis.segment_votes import segment_votes
from janadesh.analysis.stations import station_sums
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.booth_segments import segments_table
from janadesh.sources.loading import load
from janadesh.sources.loading import read_statements
from tests.builders import statements


def seat(*candidates: dict[str, Any]) -> dict[str, Any]:
    return {"JK-02": {"constituencyName": "SRINAGAR", "constituencyNo": 2, "candidates": list(candidates)}}


def stood(name: str, party: str, **segments: int) -> dict[str, Any]:
    parts = [{"acName": name.replace("_", " "), "votes": votes} for name, votes in segments.items()]
    return {"name": name, "party": party, "votes": sum(segments.values()), "acWiseVotes": parts}


@pytest.fixture
def record(bundled_file: Path, tmp_path: Path) -> Record:
    return open_record(shutil.copy(bundled_file, tmp_path / "record.sqlite"))


def written(folder: Path, content: Any) -> Path:
    (folder / "ls-2024").mkdir()
    file = folder / "ls-2024" / "JK.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def test_segments_are_found_by_name_within_their_seat(record: Record, tmp_path: Path) -> None:
    """Channapora is printed CHANAPORA, and migrants' stations are no assembly constituency."""
    file = written(tmp_path, seat(stood("AGHA SYED RUHULLAH MEHDI", "JKN", GANDERBAL=9, CHANAPORA=7, SPS_1_SRINAGAR=5)))
    with record:
        read = read_statements(record, file)
        rows = read.frames[model.StationTally].select("segment", "station", "votes").rows()

    assert sorted(rows, key=lambda row: row[2]) == [(None, "SPS 1 SRINAGAR", 5), (23, "all", 7), (18, "all", 9)]
    assert [fault.value for fault in read.set_aside if "no assembly constituency" in fault.problem] == [
        "SPS 1 SRINAGAR"
    ]


def test_a_segment_held_without_a_number_keeps_none_when_its_constituency_is_known_later(
    record: Record, tmp_path: Path
) -> None:
    """Its votes are in the record under its name; under a number they would be there twice."""
    file = written(tmp_path, seat(stood("AGHA SYED RUHULLAH MEHDI", "JKN", GANDERBAL=9, SPS_1_SRINAGAR=5)))
    with record:
        record.load(read_statements(record, file))
        ganderbal = record.frame(model.Constituency, id="in-jk-assembly.2022.18").row(0, named=True)
        new = {
            "id": "in-jk-assembly.2022.91",
            "number": 91,
            "name": "SPS 1 Srinagar",
            "official_name": "SPS 1 SRINAGAR",
        }
        record.load(statements(model.Constituency(**{**ganderbal, **new})))

        assert record.load(read_statements(record, file)) is None


def test_stations_of_a_segment_go_before_its_sum(record: Record, tmp_path: Path) -> None:
    file = written(tmp_path, seat(stood("AGHA SYED RUHULLAH MEHDI", "JKN", GANDERBAL=9)))
    with record:
        read = read_statements(record, file)
        record.load(read)
        whole = record.frame(model.StationTally).row(0, named=True)
        assert segment_votes(record, "in-jk-2024", "in-ls-2024")["counted"].to_list() == [9]
        station = model.StationTally(**{**whole, "station": "12", "votes": 4})
        record.load(statements(station))
        assert segment_votes(record, "in-jk-2024", "in-ls-2024")["counted"].to_list() == [4]


def test_votes_told_by_stations_and_by_their_segment_are_added_once(record: Record, tmp_path: Path) -> None:
    """Ganderbal has a station of its own; Channapora only its sum, which is no station."""
    file = written(tmp_path, seat(stood("AGHA SYED RUHULLAH MEHDI", "JKN", GANDERBAL=9, CHANAPORA=7)))
    with record:
        read = read_statements(record, file)
        whole = read.frames[model.StationTally].row(by_predicate=pl.col("segment") == 18, named=True)
        record.load(read)
        record.load(statements(model.StationTally(**{**whole, "station": "12", "votes": 4})))
        sums = station_sums(record, "in-ls-2024", whole["constituency"])
    assert sums.select("stations", "stations_sum").rows() == [(1, 11)]


@pytest.mark.parametrize(
    "content", ["[]", "{", '{"JK-01": {"acWiseVotes": 1}}', '{"a": {"candidates": [{"name": "A"}]}}']
)
def test_what_is_no_table_of_segments_is_refused(content: str) -> None:
    with pytest.raises(Refused):
        segments_table("JK.json", content.encode())


def test_segments_of_jammu_and_kashmir_have_the_numbers_that_were_found_by_hand(shared: Path, record: Record) -> None:
    """Every vote of 72 seats; Udhampur's 18 are not in the file."""
    data = shared / "data"
    with record:
        load(record, data / "eci-parliament/2024-parliament.csv.gz")
        load(record, data / "ls-2024-by-segment/JK.json")
        votes = segment_votes(record, "in-jk-2024", "in-ls-2024")
    ours = votes.select(ac_no=pl.col("constituency").str.extract(r"(\d+)$").cast(pl.Int64), votes="counted")
    by_hand = pl.read_csv(data / "jk-2024/ls2024_by_segment.csv").filter(
        pl.col("ac_no").is_not_null(), pl.col("party") != "NOTA"
    )

    assert ours["ac_no"].n_unique() == 72
    assert ours.sort("ac_no", "votes").equals(by_hand.select("ac_no", votes="evm_votes").sort("ac_no", "votes"))
