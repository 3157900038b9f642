"""Lok Sabha results of 2014, 2019 and 2024, each in its own layout, on the bundled packs."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from janadesh import model
from janadesh.analysis.contests import contest_results
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources import sniff
from janadesh.sources.eci_parliament import read_eci_parliament
from janadesh.sources.pack import read_pack
from janadesh.sources.packs import bundled_packs
from tests.builders import statements

HEADING_2024 = '"State";"Constituency";"Party";"Candidate";"Votes";"State ID";"Constituency ID"\n'
WriteTable = Callable[[str], Path]


@pytest.fixture
def of_2024(tmp_path: Path) -> WriteTable:
    """Write lines in the layout of 2024 under their heading."""

    def write(lines: str) -> Path:
        file = tmp_path / "2024.csv"
        file.write_text(HEADING_2024 + lines, encoding="utf-8")
        return file

    return write


def test_a_seat_is_found_by_name_since_its_number_is_cut(bundled: Record, of_2024: WriteTable) -> None:
    """Mandya is number 20 of Karnataka, in the file 2; a blank at its end does not count."""
    file = of_2024('"Karnataka";"Mandya ";"Janata Dal  (Secular)";"A";"9";"S10";"2"\n')

    read = read_eci_parliament(file, bundled)

    assert read.frames[model.Contest]["constituency"].to_list() == ["in-lok-sabha.2008.S10-20"]


def test_a_seat_that_is_nowhere_refuses_the_file(bundled: Record, of_2024: WriteTable) -> None:
    with pytest.raises(Refused, match="row 2: the record knows no Lok Sabha seat of this name in S10"):
        read_eci_parliament(of_2024('"Karnataka";"Atlantis";"Independent";"A";"9";"S10";"2"\n'), bundled)


def test_votes_that_are_no_number_refuse_the_file(bundled: Record, of_2024: WriteTable) -> None:
    with pytest.raises(Refused, match="row 2: the votes are no whole number"):
        read_eci_parliament(of_2024('"Karnataka";"Mandya";"Independent";"A";"many";"S10";"2"\n'), bundled)


def test_an_uncontested_seat_has_a_winner_and_no_votes(bundled: Record, of_2024: WriteTable) -> None:
    file = of_2024('"Gujarat";"Surat";"Bharatiya Janata Party";"MUKESH DALAL";"Unconteste";"S06";"2"\n')

    read = read_eci_parliament(file, bundled)

    assert read.frames[model.Tally].is_empty()
    assert read.frames[model.Declaration].select("status", "winner").rows() == [("uncontested", 1)]


def test_a_joiner_that_nobody_sees_is_left_out_of_a_name(bundled: Record, of_2024: WriteTable) -> None:
    read = read_eci_parliament(of_2024('"Karnataka";"Mandya";"Independent";"KU\u200dMAR";"9";"S10";"2"\n'), bundled)

    assert read.frames[model.Candidacy]["name"].to_list() == ["KUMAR"]


def test_seats_of_the_pack_keep_the_votes_by_kind(bundled: Record, of_2024: WriteTable) -> None:
    """Baramulla stands in the pack with EVM and postal votes; a total adds nothing to it."""
    file = of_2024('"Jammu and Kashmir";"BARAMULLA";"Independent";"ABDUL RASHID SHEIKH";"472481";"U08";"1"\n')

    read = read_eci_parliament(file, bundled)

    assert read.frames[model.Tally].is_empty()
    assert "is in the record by another source" in read.set_aside[0].problem


def test_votes_by_kind_are_added_to_a_seat_told_elsewhere_beside_a_seat_that_is_new(
    bundled_file: Path, tmp_path: Path
) -> None:
    """Kasaragod is in the record with totals, under another numbering; Arakkonam is not."""
    said: dict[str, Any] = {"known_at": dt.datetime(2019, 5, 23, tzinfo=dt.UTC), "source": "archive"}
    seat = {"election": "in-ls-2019", "constituency": "in-lok-sabha.2008.S11-1", "serial": 3, **said}
    held = statements(
        model.Source(id="archive", title="Totals", publisher="An archive", kind="archive"),
        model.Candidacy(name="B", party="in-ind", serial_kind="list", **seat),
        model.Tally(total=6, **seat),
    )
    row: dict[str, Any] = {"sl_no": "1", "candidate_name": "B", "party_name": "Independent"}
    row |= {"evm_votes": "5", "postal_votes": "1", "total_votes": "6"}
    arakkonam = row | {"state_name": "Tamil Nadu", "pc_name": "Arakkonam", "constituency_code": 7}
    kasaragod = row | {"state_name": "Kerala", "pc_name": "Kasaragod", "constituency_code": 1}
    file = tmp_path / "2019.json"
    file.write_text(json.dumps([[arakkonam], [kasaragod]]))

    with open_record(Path(shutil.copy(bundled_file, tmp_path))) as record:
        record.load(held)
        record.load(read_eci_parliament(file, record))
        tallies = record.frame(model.Tally, election="in-ls-2019", constituency=seat["constituency"])
        again = record.load(read_eci_parliament(file, record))

    assert tallies.select("serial", "evm", "postal", "total").rows() == [(3, 5, 1, 6)]
    assert again is None


def test_a_second_copy_of_a_seat_is_set_aside(bundled: Record, tmp_path: Path) -> None:
    """The file of 2019 has Arakkonam twice, and Kanniyakumari not at all."""
    row = {"state_name": "Tamil Nadu", "pc_name": "Arakkonam", "constituency_code": 7, "sl_no": "1"}
    row |= {"candidate_name": "A", "party_name": "Independent"}
    row |= {"evm_votes": "5", "postal_votes": "1", "total_votes": "6"}
    file = tmp_path / "2019.json"
    file.write_text(json.dumps([[row], [row]]))

    read = read_eci_parliament(file, bundled)

    assert read.frames[model.Tally].select("evm", "postal", "total").rows() == [(5, 1, 6)]
    assert [fault.row for fault in read.set_aside] == [2]


def test_each_layout_is_told_from_its_beginning(shared: Path, bundled: Record) -> None:
    file = shared / "data" / "eci-parliament" / "2024-parliament.csv.gz"

    assert sniff.read(file, bundled).read_from == "2024-parliament.csv.gz"


@pytest.fixture(scope="module")
def lok_sabhas(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of the bundled packs with the three real tables loaded."""
    where = tmp_path_factory.mktemp("parliament") / "record.sqlite"
    with open_record(where) as record:
        for pack in bundled_packs():
            record.load(read_pack(pack.folder))
        for name in ("2024-parliament.csv.gz", "2019-results_loksabha.json.gz", "2014-eci-candidate-wise.csv"):
            record.load(read_eci_parliament(shared / "data" / "eci-parliament" / name, record))
    return where


@pytest.mark.parametrize(
    ("year", "seats", "won"),
    [
        (2024, 543, {"BJP": 240, "INC": 99, "SP": 37, "AITC": 29, "DMK": 22}),
        # without Vellore, where no poll was held in May, and Kanniyakumari, which the file lacks
        (2019, 541, {"BJP": 303, "INC": 51, "DMK": 23, "AITC": 22}),
        (2014, 543, {"BJP": 282, "INC": 44, "AIADMK": 37, "AITC": 34}),
    ],
)
def test_seats_won_are_the_official_ones(lok_sabhas: Path, year: int, seats: int, won: dict[str, int]) -> None:
    with open_record(lok_sabhas) as record:
        contests = contest_results(record, f"in-ls-{year}")

    assert contests.height == seats
    assert won.items() <= dict(contests["winner_short"].value_counts().iter_rows()).items()


def test_the_election_is_of_the_whole_country_from_the_count_on(lok_sabhas: Path) -> None:
    """Before, the record had the seats of Jammu and Kashmir and Ladakh only, and says so."""
    with open_record(lok_sabhas) as record:
        before = record.frame(model.Election, dt.date(2024, 6, 3), id="in-ls-2024")
        after = record.frame(model.Election, dt.date(2024, 6, 4), id="in-ls-2024")

    assert before["territory"].to_list() == ["in-jk"]
    assert after["territory"].to_list() == [None]


def test_mumbai_north_west_was_won_by_48_votes(lok_sabhas: Path) -> None:
    with open_record(lok_sabhas) as record:
        contests = contest_results(record, "in-ls-2024")

    assert contests.filter(pl.col("margin") == 48)["constituency_name"].to_list() == ["Mumbai North West"]
