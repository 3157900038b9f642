"""Assembly results by candidate as ECI tables give them, resolved against a record."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import UnreadableMoment
from janadesh.record.opening import open_record
from janadesh.sources.eci_assembly import read_eci_assembly
from janadesh.sources.known import known
from janadesh.sources.loading import load
from janadesh.sources.pack import read_pack
from tests.sources.conftest import MakePack
from tests.sources.conftest import changed

HEADING = "election_year,election_type,election_state,constituency,constituency_no,serial_no,candidate,party"
HEADING += ",evm_votes,postal_votes"
NC, PDP = "Jammu & Kashmir National Conference", "Jammu & Kashmir Peoples Democratic Party"
BUDGAM = [
    "2024,Assembly,JK,BUDGAM,27,1,OMAR ABDULLAH,Jammu & Kashmir National Conference,35804,206",
    "2024,Assembly,JK,BUDGAM,27,2,AGA SYED MUNTAZIR MEHDI,Jammu & Kashmir Peoples Democratic Party,17445,80",
    "2024,Assembly,JK,BUDGAM,27,3,NOTA,None of the Above,1299,8",
]
SEAT = "in-jk-assembly.2022.27"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.sqlite") as record:
        yield record


@pytest.fixture
def small(record: Record, make_pack: MakePack) -> Record:
    """A record that knows Budgam, two parties and the day of the count, but no result."""
    count = {"election": "in-jk-2024", "event": "count", "on_date": "2024-10-08"}
    schedule = [{**count, "known_at": "2024-08-31", "source": "eci"}]
    pack = make_pack(schedule=schedule, elections=changed("elections", 0, time_zone="Asia/Kolkata"))
    for table in ("candidacies", "tallies"):
        heading, *_ = (pack / f"{table}.csv").read_text().splitlines()
        (pack / f"{table}.csv").write_text(heading + "\n")
    record.load(read_pack(pack))
    return record


def table(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "results.csv"
    file.write_text("\n".join([HEADING, *lines]) + "\n")
    return file


def said(record: Record, file: Path, **options: Any) -> dict[type[model.Noun], pl.DataFrame]:
    return dict(read_eci_assembly(file, known(record), **options).frames)


def only_fault(record: Record, file: Path, **options: Any) -> Fault:
    with pytest.raises(Refused) as refused:
        read_eci_assembly(file, known(record), **options)
    (fault,) = refused.value.faults
    return fault


def test_a_table_gives_candidacies_votes_and_the_winner(small: Record, tmp_path: Path) -> None:
    load(small, table(tmp_path, *BUDGAM))

    assert small.frame(model.Candidacy).select("constituency", "serial", "name", "party").rows() == [
        (SEAT, 1, "OMAR ABDULLAH", "in-nc"),
        (SEAT, 2, "AGA SYED MUNTAZIR MEHDI", "in-pdp"),
    ]
    assert small.frame(model.Tally).select("serial", "evm", "postal", "total").sort("serial").rows() == [
        (0, 1299, 8, 1307),
        (1, 35804, 206, 36010),
        (2, 17445, 80, 17525),
    ]
    assert small.frame(model.Declaration).select("constituency", "status", "winner").rows() == [(SEAT, "declared", 1)]
    assert small.frame(model.Contest).select("election", "constituency").rows() == [("in-jk-2024", SEAT)]


def test_nota_is_a_tally_of_serial_0_and_no_candidacy(small: Record, tmp_path: Path) -> None:
    most_for_nota = BUDGAM[2].replace("1299", "99999")

    frames = said(small, table(tmp_path, *BUDGAM[:2], most_for_nota))

    assert "NOTA" not in frames[model.Candidacy]["name"].to_list()
    assert frames[model.Tally].filter(pl.col("serial") == model.NOTA)["evm"].to_list() == [99999]
    assert frames[model.Declaration]["winner"].to_list() == [1]


def test_results_are_known_from_the_end_of_the_counting_day(small: Record, tmp_path: Path) -> None:
    known_at = said(small, table(tmp_path, *BUDGAM))[model.Tally]["known_at"].unique().to_list()

    assert known_at == [dt.datetime(2024, 10, 8, 18, 29, 59, tzinfo=dt.UTC)]


def test_another_moment_of_publication_may_be_given(small: Record, tmp_path: Path) -> None:
    frames = said(small, table(tmp_path, *BUDGAM), known_at="2024-10-08T18:00")

    assert frames[model.Tally]["known_at"][0] == dt.datetime(2024, 10, 8, 12, 30, tzinfo=dt.UTC)
    with pytest.raises(UnreadableMoment):
        said(small, table(tmp_path, *BUDGAM), known_at="Tuesday")


def test_without_a_counting_day_one_has_to_be_given(record: Record, make_pack: MakePack, tmp_path: Path) -> None:
    record.load(read_pack(make_pack()))

    fault = only_fault(record, table(tmp_path, *BUDGAM))

    assert fault.cure == "Give the day, `--known-at 2024-11-23`, in Python `known_at`."
    assert model.Tally in said(record, table(tmp_path, *BUDGAM), known_at="2024-10-08")


def test_unknown_postal_votes_leave_total_and_winner_unknown(small: Record, tmp_path: Path) -> None:
    frames = said(small, table(tmp_path, BUDGAM[0].removesuffix("206"), *BUDGAM[1:]))

    assert frames[model.Tally].filter(pl.col("serial") == 1).select("evm", "postal", "total").rows() == [
        (35804, None, None)
    ]
    assert model.Declaration not in frames


def test_a_tie_has_no_winner_and_says_why(small: Record, tmp_path: Path) -> None:
    frames = said(small, table(tmp_path, BUDGAM[0], BUDGAM[1].replace("17445,80", "35804,206")))

    (declaration,) = frames[model.Declaration].to_dicts()
    assert declaration["winner"] is None
    assert "Serials 1, 2 are equal first with 36010 votes" in declaration["note"]


@pytest.mark.parametrize("votes", [",", "0,0"])
def test_an_uncontested_seat_has_a_winner_and_no_votes(small: Record, tmp_path: Path, votes: str) -> None:
    frames = said(small, table(tmp_path, BUDGAM[0].replace("35804,206", votes)))

    assert model.Tally not in frames
    assert frames[model.Candidacy]["status"].to_list() == ["uncontested"]
    assert frames[model.Declaration].select("status", "winner").rows() == [("uncontested", 1)]


def test_what_the_record_has_is_not_said_again_but_votes_are(
    record: Record, make_pack: MakePack, tmp_path: Path
) -> None:
    """A candidacy said again without its person would hide who stands."""
    record.load(read_pack(make_pack()))

    frames = said(record, table(tmp_path, *BUDGAM), known_at="2024-10-08")

    assert model.Candidacy not in frames
    assert model.Party not in frames
    assert frames[model.Tally].height == 3


def test_loading_a_table_twice_adds_nothing(small: Record, tmp_path: Path) -> None:
    assert load(small, table(tmp_path, *BUDGAM)) is not None
    assert load(small, table(tmp_path, *BUDGAM)) is None


def test_seats_are_made_new_where_the_record_has_none_of_the_house(
    record: Record, make_pack: MakePack, tmp_path: Path
) -> None:
    pack = make_pack()
    for name in ("constituencies", "candidacies", "tallies", "elections"):
        heading, *_ = (pack / f"{name}.csv").read_text().splitlines()
        (pack / f"{name}.csv").write_text(heading + "\n")
    record.load(read_pack(pack))
    akhnoor = "2024,Assembly,JK,AKHNOOR (SC),75,1,MOHAN LAL,Bharatiya Janata Party,49671,256"

    frames = said(record, table(tmp_path, akhnoor, akhnoor.replace("75,1", "75,2")), known_at="2024-10-08")

    (seat,) = frames[model.Constituency].to_dicts()
    assert (seat["id"], seat["name"], seat["reservation"]) == ("in-jk-assembly.2022.75", "Akhnoor", "SC")
    assert frames[model.Election]["id"].to_list() == ["in-jk-2024"]
    assert frames[model.Party].select("id", "abbreviation").rows() == [("in-bharatiya-janata-party", "BJP")]


@pytest.mark.parametrize(
    ("old", "new", "column", "value", "problem"),
    [
        ("35804", "-5", "evm_votes", "-5", "votes cannot be negative"),
        ("35804", "many", "evm_votes", "many", "not a whole number"),
        (",1,OMAR", ",0,OMAR", "serial_no", "0", "start at 1"),
        (",1,OMAR", ",,OMAR", "serial_no", None, "a value is needed"),
        ("OMAR ABDULLAH", "", "candidate", None, "a value is needed"),
        ("Assembly", "Parliament", "election_type", "Parliament", "no assembly election"),
    ],
)
def test_a_cell_at_fault_is_told_with_its_place(
    small: Record, tmp_path: Path, old: str, new: str, column: str, value: str | None, problem: str
) -> None:
    fault = only_fault(small, table(tmp_path, BUDGAM[1], BUDGAM[0].replace(old, new)))

    assert (fault.file, fault.row, fault.column, fault.value) == ("results.csv", 3, column, value)
    assert problem in fault.problem


@pytest.mark.parametrize(
    ("old", "new", "column", "problem"),
    [
        ("BUDGAM,27", "BUDGAM,91", "constituency_no", "no seat of this number"),
        ("BUDGAM,27", "RAJMAHAL,27", "constituency", "seat 27 is BUDGAM in the record"),
        ("JK", "XX", "election_state", "no state or union territory of this code"),
    ],
)
def test_a_table_of_another_place_is_told(
    small: Record, tmp_path: Path, old: str, new: str, column: str, problem: str
) -> None:
    fault = only_fault(small, table(tmp_path, BUDGAM[0].replace(old, new)), known_at="2024-10-08")

    assert (fault.row, fault.column) == (2, column)
    assert problem in fault.problem


def test_a_seat_spelt_otherwise_is_the_same_seat(small: Record, tmp_path: Path) -> None:
    frames = said(small, table(tmp_path, *[line.replace("BUDGAM", "Badgam (SC)") for line in BUDGAM]))

    assert frames[model.Tally]["constituency"].unique().to_list() == [SEAT]


def test_a_number_with_two_names_and_a_serial_twice_are_told(small: Record, tmp_path: Path) -> None:
    two_names = table(tmp_path, BUDGAM[0], BUDGAM[1].replace("BUDGAM", "BEERWAH"))
    assert "seat 27 is 'BUDGAM' in a row above" in only_fault(small, two_names).problem

    twice = table(tmp_path, BUDGAM[0], BUDGAM[1].replace("27,2", "27,1"))
    assert only_fault(small, twice).row == 3


def test_namesakes_in_one_seat_are_two_candidates(small: Record, tmp_path: Path) -> None:
    frames = said(small, table(tmp_path, BUDGAM[0], BUDGAM[1].replace("AGA SYED MUNTAZIR MEHDI", "OMAR ABDULLAH")))

    assert frames[model.Candidacy].select("serial", "name").rows() == [(1, "OMAR ABDULLAH"), (2, "OMAR ABDULLAH")]


def test_a_refused_table_leaves_the_record_as_it_was(small: Record, tmp_path: Path) -> None:
    before = small.entries()

    with pytest.raises(Refused):
        load(small, table(tmp_path, BUDGAM[0], BUDGAM[1].replace("17445", "-1")))

    assert small.entries() == before


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("bundled") / "record.sqlite") as record:
        load(record, "jk-2024")
        load(record, "india")
        yield record


@pytest.mark.parametrize(
    ("file", "seats", "candidates"),
    [("2024Assembly-JK", 90, 873), ("2024Assembly-JH", 81, 1211), ("2025Assembly-DL", 70, 699)],
)
def test_the_official_tables_fit_the_bundled_packs(
    bundled: Record, shared: Path, file: str, seats: int, candidates: int
) -> None:
    """Every vote of every row arrives, under the record's seats and parties; no party is made new."""
    path = shared / "data" / "eci-assembly" / f"{file}.csv"
    with path.open(newline="") as lines:
        given = {
            (int(row["constituency_no"]), 0 if row["candidate"] == "NOTA" else int(row["serial_no"])): (
                int(row["evm_votes"]),
                int(row["postal_votes"]),
            )
            for row in csv.DictReader(lines)
        }

    frames = said(bundled, path)

    tallies = frames[model.Tally]
    numbers = tallies["constituency"].str.split(".").list.last().cast(pl.Int64)
    arrived = dict(
        zip(zip(numbers, tallies["serial"], strict=True), tallies.select("evm", "postal").rows(), strict=True)
    )
    assert arrived == given
    assert tallies["constituency"].n_unique() == seats
    assert tallies.filter(pl.col("serial") != model.NOTA).height == candidates
    assert model.Party not in frames
    assert model.Constituency not in frames


def test_jammu_and_kashmirs_table_says_nothing_against_its_pack(bundled: Record, shared: Path) -> None:
    frames = said(bundled, shared / "data" / "eci-assembly" / "2024Assembly-JK.csv")

    assert set(frames) == {model.Source, model.Tally}
    compared = ["constituency", "serial", "evm", "postal", "total", "migrant", "status", "known_at"]
    packed = bundled.frame(model.Tally, election="in-jk-2024").select(compared).sort("constituency", "serial")
    assert frames[model.Tally].select(compared).sort("constituency", "serial").equals(packed)
