"""Result pages brought into a record: where they belong, what they say together, and where they disagree."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
import zipfile
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from janadesh import model
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from janadesh.sources.archive import UnsafeArchive
from janadesh.sources.eci_assembly import read_eci_assembly
from janadesh.sources.eci_pages import PagesRead
from janadesh.sources.eci_pages import matches
from janadesh.sources.eci_pages import read_eci_pages
from janadesh.sources.eci_pages import read_pages
from janadesh.sources.known import known
from janadesh.sources.loading import load
from janadesh.sources.peek import Peek
from janadesh.sources.sniff import UnknownFormat
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import record_of
from tests.sources.eci_page_builder import BUDGAM
from tests.sources.eci_page_builder import LADAKH
from tests.sources.eci_page_builder import Row
from tests.sources.eci_page_builder import Shown
from tests.sources.eci_page_builder import cards_2024
from tests.sources.eci_page_builder import live_json
from tests.sources.eci_page_builder import party_wins
from tests.sources.eci_page_builder import partywise
from tests.sources.eci_page_builder import roundwise
from tests.sources.eci_page_builder import statewise_2024
from tests.sources.eci_page_builder import table_2014
from tests.sources.eci_page_builder import table_2019
from tests.sources.eci_page_builder import table_2024

SEAT = "in-jk-assembly.2022.27"
FOLDER = "AcResultGenOct2024/"
TABLE, CARDS, LIST = "ConstituencywiseU0827.htm", "candidateswise-U0827.htm", "statewiseU081.htm"
NC, PDP = BUDGAM[0].party, BUDGAM[1].party
LISTED = Row(
    seat="BUDGAM",
    number=27,
    leading="OMAR ABDULLAH",
    leading_party=NC,
    trailing="AGA SYED MUNTAZIR MEHDI",
    trailing_party=PDP,
    margin="18485",
    rounds="18/18",
)


@pytest.fixture(scope="module")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that knows Budgam, two parties and the day of the count, but nobody who stands."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    counted = dt.date(2024, 10, 8)
    house: dict[str, Any] = {"house": "in-jk-assembly", "territory": "in-jk"}
    folder = tmp_path_factory.mktemp("small")
    record_of(
        folder,
        ECI,
        model.Territory(id="in-jk", name="Jammu and Kashmir", status="union territory", code="U08", **said),
        model.House(id="in-jk-assembly", name="Assembly", territory="in-jk", kind="assembly", elected_seats=1, **said),
        model.Constituency(
            id=SEAT, delimitation="2022", number=27, name="Budgam", official_name="BUDGAM", **house, **said
        ),
        model.Party(id="in-nc", name=NC, abbreviation="JKNC", **said),
        model.Party(id="in-pdp", name=PDP, abbreviation="JKPDP", **said),
        model.Election(
            id="in-jk-2024", name="J&K, 2024", house="in-jk-assembly", year=2024, time_zone="Asia/Kolkata", **said
        ),
        model.ScheduleEntry(election="in-jk-2024", event="count", on_date=counted, **said),
    ).close()
    return folder / "record.sqlite"


@pytest.fixture
def small(small_file: Path, tmp_path: Path) -> Iterator[Record]:
    with open_record(shutil.copy(small_file, tmp_path / "record.sqlite")) as record:
        yield record


def pages(record: Record, files: Mapping[str, bytes], known_at: str | None = None) -> PagesRead:
    return read_pages("pages", ((FOLDER + name, page) for name, page in files.items()), record, known_at)


def told(statements: Statements) -> list[str]:
    return [str(fault) for fault in statements.set_aside]


def only_fault(record: Record, files: Mapping[str, bytes], known_at: str | None = None) -> str:
    with pytest.raises(Refused) as refused:
        pages(record, files, known_at)
    (fault,) = refused.value.faults
    return str(fault)


def budgam(lines: tuple[Shown, ...] = BUDGAM, **options: Any) -> bytes:
    return table_2024(27, "BUDGAM", "Jammu & Kashmir", lines, **options)


def cards(lines: tuple[Shown, ...] = BUDGAM, **options: Any) -> bytes:
    return cards_2024(27, "BUDGAM", "Jammu & Kashmir", lines, **options)


def the_list(*rows: Row, **options: Any) -> bytes:
    return statewise_2024("Jammu & Kashmir", rows or (LISTED,), **options)


def rounds(*of_rounds: tuple[int, int, int], **options: Any) -> bytes:
    who = [(line.name, line.party) for line in BUDGAM]
    each = [dict(zip(who, votes, strict=True)) for votes in of_rounds]
    return roundwise(27, "BUDGAM", "Jammu & Kashmir", each, **options)


def votes(frames: Mapping[type[model.Noun], pl.DataFrame]) -> list[tuple[Any, ...]]:
    return frames[model.Tally].select("serial", "evm", "postal", "total", "status").rows()


def test_a_folder_of_pages_gives_candidacies_votes_rounds_and_the_winner(small: Record, tmp_path: Path) -> None:
    folder = tmp_path / "AcResultGenOct2024"
    folder.mkdir()
    (folder / TABLE).write_bytes(budgam())
    (folder / LIST).write_bytes(the_list(updated="08:10 pm On 08/10/2024"))
    (folder / "style.css").write_text("body {}")

    load(small, folder)

    assert small.frame(model.Candidacy).select("constituency", "serial", "serial_kind", "name", "party").rows() == [
        (SEAT, 1, "ballot", "OMAR ABDULLAH", "in-nc"),
        (SEAT, 2, "ballot", "AGA SYED MUNTAZIR MEHDI", "in-pdp"),
    ]
    tallies = small.frame(model.Tally).sort("serial")
    assert tallies.select("serial", "evm", "postal", "total", "status", "round", "rounds").rows() == [
        (0, 1728, 29, 1757, "final", 18, 18),
        (1, 35804, 206, 36010, "final", 18, 18),
        (2, 17445, 80, 17525, "final", 18, 18),
    ]
    assert tallies["known_at"].unique().to_list() == [dt.datetime(2024, 10, 8, 14, 40, tzinfo=dt.UTC)]
    assert small.frame(model.Declaration).select("constituency", "status", "winner").rows() == [(SEAT, "declared", 1)]


def test_loading_the_same_pages_twice_adds_nothing(small: Record, tmp_path: Path) -> None:
    folder = tmp_path / "AcResultGenOct2024"
    folder.mkdir()
    (folder / TABLE).write_bytes(budgam())

    assert load(small, folder) is not None
    assert load(small, folder) is None


def test_a_page_loaded_again_that_only_says_a_later_time_adds_nothing(small: Record) -> None:
    small.load(pages(small, {TABLE: budgam(updated="02:10 pm On 08/10/2024")}).statements)

    again = pages(small, {TABLE: budgam(updated="02:15 pm On 08/10/2024")}).statements

    assert small.load(again) is None


def test_an_archive_of_pages_is_read_as_a_folder_is(small: Record, tmp_path: Path) -> None:
    file = tmp_path / "saved.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"results.eci.gov.in/{FOLDER}{TABLE}", budgam())

    load(small, file)

    assert small.frame(model.Tally).height == 3


def test_a_single_page_is_told_by_its_name_or_by_its_content(small: Record, tmp_path: Path) -> None:
    named, renamed = tmp_path / TABLE, tmp_path / "budgam.html"
    for file in (named, renamed):
        file.write_bytes(budgam())
        assert read_eci_pages(file, small).frames[model.Tally].height == 3
    load(small, renamed)

    (tmp_path / "news.html").write_text("<html><body>Budgam votes</body></html>")
    with pytest.raises(UnknownFormat):
        load(small, tmp_path / "news.html")


@pytest.mark.parametrize(
    ("name", "head", "is_page"),
    [
        ("saved.html", "<!-- saved from url=(0025)https://results.eci.gov.in/ --><!DOCTYPE html><html>", True),
        ("live.json", '{"S03": {"chartData": [["BJP", "S03", 1, "A", "#fff"]]}}', True),
        ("report.json", '{"@type": "ElectionResults.ElectionReport", "Notes": "https://results.eci.gov.in/"}', False),
        ("report.xml", "<?xml version='1.0'?><ElectionReport>results.eci.gov.in</ElectionReport>", False),
        ("story.html", "<html><body>Budgam votes today</body></html>", False),
        (TABLE, "", True),
    ],
)
def test_pages_are_told_from_files_that_only_name_the_site(name: str, head: str, is_page: bool) -> None:
    assert matches(Peek(Path(name), head=head)) == is_page


def test_an_archive_that_climbs_out_is_refused(small: Record, tmp_path: Path) -> None:
    file = tmp_path / "evil.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(TABLE, budgam())
        archive.writestr("../" + TABLE, budgam())

    with pytest.raises(UnsafeArchive):
        load(small, file)
    assert small.frame(model.Tally).is_empty()


def test_a_table_alone_on_the_day_of_the_count_is_not_final(small: Record) -> None:
    """It does not say whether more votes are to come, so that nobody is declared by it."""
    read = pages(small, {TABLE: budgam()}).statements

    assert {status for *_, status in votes(read.frames)} == {"interim"}
    assert model.Declaration not in read.frames


def test_days_after_the_count_a_table_is_final(small: Record) -> None:
    read = pages(small, {TABLE: budgam(updated=None)}, "2024-10-10T09:00").statements

    assert {status for *_, status in votes(read.frames)} == {"final"}
    assert read.frames[model.Declaration]["winner"].to_list() == [1]


def test_what_is_final_becomes_so_when_a_page_says_it(small: Record) -> None:
    """The table is of 20:10; that no more votes are to come was said at 20:12."""
    read = pages(small, {TABLE: budgam(), CARDS: cards(updated="08:12 pm On 08/10/2024")}).statements
    small.load(read)

    def status(as_of: str) -> list[str]:
        return small.frame(model.Tally, as_of)["status"].unique().to_list()

    assert status("2024-10-08T20:11") == ["interim"]
    assert status("2024-10-08T20:12") == ["final"]
    assert small.frame(model.Tally)["evm"].sort().to_list() == [1728, 17445, 35804]
    assert small.frame(model.Declaration)["known_at"].to_list() == [dt.datetime(2024, 10, 8, 14, 42, tzinfo=dt.UTC)]


def test_a_table_loaded_after_what_declared_it_stays_final(small: Record) -> None:
    small.load(pages(small, {TABLE: budgam(), CARDS: cards()}).statements)

    assert small.load(pages(small, {TABLE: budgam()}).statements) is None


def test_cards_alone_give_totals_and_leave_kinds_unknown(small: Record) -> None:
    read = pages(small, {CARDS: cards(rounds="18/18")}).statements

    assert votes(read.frames) == [
        (0, None, None, 1757, "final"),
        (1, None, None, 36010, "final"),
        (2, None, None, 17525, "final"),
    ]
    assert read.frames[model.Candidacy]["serial_kind"].unique().to_list() == ["list"]
    assert read.frames[model.Tally]["rounds"].unique().to_list() == [18]


def test_cards_do_not_take_back_the_kinds_that_the_record_has(small: Record) -> None:
    small.load(pages(small, {TABLE: budgam(updated="06:00 pm On 08/10/2024")}).statements)

    small.load(pages(small, {CARDS: cards()}).statements)

    tallies = small.frame(model.Tally).sort("serial")
    assert tallies["evm"].to_list() == [1728, 35804, 17445]
    assert tallies["status"].unique().to_list() == ["final"]


def test_cards_are_matched_to_the_ballot_by_name_and_party(small: Record) -> None:
    """Cards stand in the order of votes, the table in that of the ballot paper."""
    behind = (replace(BUDGAM[1], party=PDP), BUDGAM[0], BUDGAM[2])
    small.load(pages(small, {TABLE: budgam(behind, updated="06:00 pm On 08/10/2024")}).statements)

    read = pages(small, {CARDS: cards()}).statements

    assert read.frames[model.Declaration]["winner"].to_list() == [2]
    assert model.Candidacy not in read.frames


def test_namesakes_of_one_party_are_told_apart_by_number_and_by_votes(small: Record) -> None:
    namesakes = (BUDGAM[0], replace(BUDGAM[0], evm=100, postal=1), BUDGAM[2])

    read = pages(small, {TABLE: budgam(namesakes), CARDS: cards(namesakes)}).statements

    assert told(read) == []
    assert read.frames[model.Candidacy]["name"].to_list() == ["OMAR ABDULLAH", "OMAR ABDULLAH"]
    assert read.frames[model.Declaration]["winner"].to_list() == [1]


def test_cards_with_namesakes_that_nothing_tells_apart_are_set_aside(small: Record) -> None:
    namesakes = (BUDGAM[0], replace(BUDGAM[0], evm=100, postal=1), BUDGAM[2])
    small.load(pages(small, {TABLE: budgam(namesakes)}).statements)

    read = pages(small, {CARDS: cards(namesakes, updated="08:20 pm On 08/10/2024")}).statements

    assert model.Tally not in read.frames
    assert "OMAR ABDULLAH is not among the candidates" in told(read)[0]


def test_a_candidate_who_vanishes_from_a_page_sets_it_aside(small: Record) -> None:
    third = Shown(name="SAJAD AHMAD", party="Independent", evm=500, postal=5)
    small.load(pages(small, {TABLE: budgam((*BUDGAM, third), updated="01:00 pm On 08/10/2024")}).statements)

    read = pages(small, {TABLE: budgam()}).statements

    assert model.Tally not in read.frames
    assert "SAJAD AHMAD, whom the record has on the ballot, is not on the page" in told(read)[0]


@pytest.mark.parametrize(
    ("other", "page", "problem"),
    [
        (LIST, the_list(replace(LISTED, margin="18486")), "the margin is 18486 by it, and 18485 by"),
        (CARDS, cards((replace(BUDGAM[0], evm=35904), *BUDGAM[1:])), "OMAR ABDULLAH has 36110 total votes by it"),
        ("RoundwiseU0827.htm", rounds((30000, 17000, 1629), (5804, 446, 99)), "has 17446 evm votes by it, and 17445"),
        (
            "partywisewinresult-5U08.htm",
            party_wins([("BUDGAM", 27, "OMAR ABDULLAH", 36011, 18485)]),
            "OMAR ABDULLAH has 36011 total votes by it, and 36010 by",
        ),
    ],
)
def test_pages_of_one_moment_that_disagree_are_told_and_the_fuller_one_stands(
    small: Record, other: str, page: bytes, problem: str
) -> None:
    same_time = page.replace(b"08:12 pm", b"08:10 pm")

    read = pages(small, {TABLE: budgam(), other: same_time}, "2024-10-08T20:10").statements

    (fault,) = told(read)
    assert fault.startswith(FOLDER + other)
    assert problem in fault
    assert [line[1:] for line in votes(read.frames)][1] == (35804, 206, 36010, "interim")


def test_pages_of_different_minutes_of_a_running_count_may_differ(small: Record) -> None:
    early = tuple(replace(line, evm=(line.evm or 0) // 2, postal=None) for line in BUDGAM)
    running = replace(LISTED, status="Result in Progress", margin="9000")

    read = pages(small, {TABLE: budgam(early, updated="01:00 pm On 08/10/2024"), LIST: the_list(running)})

    assert told(read.statements) == []
    assert read.leads.select("constituency", "margin", "status").rows() == [(SEAT, 9000, "counting")]


def test_two_saves_of_a_page_are_two_moments_of_the_count(small: Record) -> None:
    early = tuple(replace(line, evm=(line.evm or 0) // 2, postal=None) for line in BUDGAM)
    files = {f"13/{TABLE}": budgam(early, updated="01:00 pm On 08/10/2024"), f"20/{TABLE}": budgam()}
    small.load(pages(small, files).statements)

    first = small.frame(model.Tally, "2024-10-08T14:00", serial=1).row(0, named=True)

    assert (first["evm"], first["postal"], first["total"]) == (17902, None, 17902)
    assert small.frame(model.Tally, serial=1)["total"].to_list() == [36010]


def test_two_pages_of_one_moment_with_other_votes_are_both_set_aside(small: Record) -> None:
    other = (replace(BUDGAM[0], evm=1), *BUDGAM[1:])

    read = pages(small, {f"a/{TABLE}": budgam(), f"b/{TABLE}": budgam(other)}).statements

    assert model.Tally not in read.frames
    assert [fault.split(":")[0] for fault in told(read)] == [f"{FOLDER}b/{TABLE}", f"{FOLDER}a/{TABLE}"]


def test_only_the_latest_round_becomes_votes_and_all_are_given_beside(small: Record) -> None:
    """A round's own time is not on the page, so that earlier ones cannot be dated."""
    read = pages(small, {"RoundwiseU0827.htm": rounds((5, 3, 1), (7, 4, 0), updated="10:10 am On 08/10/2024")})

    tallies = read.statements.frames[model.Tally]
    assert tallies.select("serial", "evm", "postal", "total", "round", "status").rows() == [
        (0, 1, None, None, 2, "interim"),
        (1, 12, None, None, 2, "interim"),
        (2, 7, None, None, 2, "interim"),
    ]
    assert read.rounds.select("round", "candidate", "of_round", "evm").rows()[:2] == [
        (1, "OMAR ABDULLAH", 5, 5),
        (1, "AGA SYED MUNTAZIR MEHDI", 3, 3),
    ]
    assert read.rounds.height == 6


def test_rounds_tell_the_round_of_a_table_with_the_same_evm_votes(small: Record) -> None:
    files = {TABLE: budgam(), "RoundwiseU0827.htm": rounds((35000, 17000, 1629), (804, 445, 99))}

    read = pages(small, files).statements

    assert read.frames[model.Tally].height == 3
    assert read.frames[model.Tally]["round"].unique().to_list() == [2]


def test_an_uncontested_seat_has_a_winner_and_no_votes(bundled: Record) -> None:
    alone = (Shown(name="MUKESHKUMAR CHANDRAKAANT DALAL", party="Bharatiya Janata Party"),)
    page = cards_2024(24, "SURAT", "Gujarat", alone, house="Parliamentary", when="June-2024", updated=None)
    files = [("PcResultGenJune2024/candidateswise-S0624.htm", page)]

    read = read_pages("pages", files, bundled, "2024-04-22T15:00").statements

    assert model.Tally not in read.frames
    seat = "in-lok-sabha.2008.S06-24"
    assert read.frames[model.Candidacy].select("constituency", "party", "status").rows() == [
        (seat, "in-bjp", "uncontested")
    ]
    assert read.frames[model.Declaration].select("constituency", "status", "winner").rows() == [
        (seat, "uncontested", 1)
    ]


def test_ladakh_2024_meets_the_candidates_that_the_record_has(bundled: Record) -> None:
    """The page lists by ballot number, the record by votes; Haneefa stays who he is."""
    page = table_2024(1, "LADAKH", "Ladakh", LADAKH, house="Parliamentary", when="June-2024", updated=None)

    read = read_pages("x", [("PcResultGenJune2024/ConstituencywiseU091.htm", page)], bundled, "2024-06-07").statements

    said = read.frames[model.Tally].select("constituency", "serial", "evm", "postal", "total", "status")
    packed = bundled.frame(model.Tally, constituency="in-lok-sabha.2019.U09-1", election="in-ls-2024")
    assert said.sort("serial").rows() == packed.select(said.columns).sort("serial").rows()
    assert (1, 64443, 816, 65259) in said.select("serial", "evm", "postal", "total").rows()
    assert model.Candidacy not in read.frames
    assert model.Declaration not in read.frames


def test_mumbai_north_west_is_won_by_48_postal_votes_against_the_evm_count(bundled: Record) -> None:
    lines = (
        Shown(name="AMOL GAJANAN KIRTIKAR", party="Shiv Sena (Uddhav Balasaheb Thackrey)", evm=451095, postal=1501),
        Shown(name="RAVINDRA DATTARAM WAIKAR", party="Shiv Sena", evm=451094, postal=1550),
    )
    place: dict[str, Any] = {"house": "Parliamentary", "when": "June-2024", "updated": "11:00 pm On 04/06/2024"}
    files = [
        ("ConstituencywiseS1327.htm", table_2024(27, "Mumbai North West", "Maharashtra", lines, **place)),
        ("candidateswise-S1327.htm", cards_2024(27, "Mumbai North West", "Maharashtra", lines, **place)),
    ]

    read = read_pages("pages", files, bundled).statements

    (declared,) = read.frames[model.Declaration].to_dicts()
    assert (declared["election"], declared["constituency"]) == ("in-ls-2024", "in-lok-sabha.2008.S13-27")
    winner = read.frames[model.Candidacy].filter(serial=declared["winner"])["name"].to_list()
    assert winner == ["RAVINDRA DATTARAM WAIKAR"]


def test_migrant_votes_of_2019_are_counted_apart(bundled: Record) -> None:
    held = bundled.frame(model.Candidacy, election="in-ls-2019", constituency="in-lok-sabha.1995.S09-6")
    names = dict(bundled.frame(model.Party).select("id", "name").iter_rows())
    lines = tuple(
        Shown(name=name, party=names[party], evm=1000 * serial, migrant=10, postal=serial)
        for serial, name, party in held.sort("serial").select("serial", "name", "party").iter_rows()
    )
    content = table_2019("Jammu & Kashmir", "Jammu", lines, seats={"S09": {6: "JAMMU"}})

    read = read_pages("x", [("pc/en/constituencywise/ConstituencywiseS096.htm", content)], bundled).statements

    first = read.frames[model.Tally].filter(pl.col("serial") == 1).row(0, named=True)
    assert (first["election"], first["constituency"]) == ("in-ls-2019", "in-lok-sabha.1995.S09-6")
    assert (first["evm"], first["migrant"], first["postal"], first["total"]) == (1000, 10, 1, 1011)


def test_pages_of_2014_have_totals_in_list_order(bundled: Record) -> None:
    lines = (
        Shown(name="PRABHUNATH PRASAD", party="Janata Dal  (United)", total=52276),
        Shown(name="SHIVESH KUMAR", party="Bharatiya Janata Party", total=37572),
    )
    files = [("AcResultGenNov2015/ConstituencywiseS04195.htm", table_2014("Bihar", "Agiaon", lines))]

    read = read_pages("pages", files, bundled, "2015-11-11").statements

    assert votes(read.frames) == [(1, None, None, 52276, "final"), (2, None, None, 37572, "final")]
    assert read.frames[model.Candidacy].select("serial_kind", "party").rows() == [
        ("list", "in-jdu"),
        ("list", "in-bjp"),
    ]
    assert read.frames[model.Constituency].select("id", "name").rows() == [("in-br-assembly.2008.195", "Agiaon")]


def test_a_by_election_is_not_the_general_election(bundled: Record) -> None:
    """Two seats of J&K polled again in November 2025; Budgam was one."""
    files = [(f"ResultAcByeNov2025/{TABLE}", budgam(when=None, updated="05:00 pm On 14/11/2025"))]

    read = read_pages("pages", files, bundled).statements

    assert read.frames[model.Tally]["election"].unique().to_list() == ["in-jk-2025-by"]


def test_a_page_is_placed_by_its_date_where_nothing_names_the_election(small: Record) -> None:
    page = table_2019("Jammu & Kashmir", "BUDGAM", BUDGAM, updated="05:00 pm On 08/10/2024")

    read = read_pages("pages", [(TABLE, page)], small).statements

    assert read.frames[model.Tally]["election"].unique().to_list() == ["in-jk-2024"]


def test_without_any_sign_of_the_election_a_page_is_refused(bundled: Record) -> None:
    page = table_2019("Jammu & Kashmir", "BUDGAM", BUDGAM, updated=None)

    with pytest.raises(Refused, match="neither its name nor the page tells the election") as refused:
        read_pages("pages", [(TABLE, page)], bundled, "2024-12-24")
    assert "Keep the page in a folder named as on the site" in str(refused.value)


def test_a_page_without_a_time_needs_one_to_be_given(small: Record) -> None:
    fault = only_fault(small, {TABLE: budgam(updated=None)})

    assert "does not say when it was last updated" in fault
    assert "--known-at" in fault


@pytest.mark.parametrize(
    ("name", "page", "problem"),
    [
        ("ConstituencywiseS0827.htm", budgam(), "the record knows no state or union territory of this code"),
        (TABLE, table_2024(27, "RAJMAHAL", "Jammu & Kashmir", BUDGAM), "seat 27 is BUDGAM in the record"),
        (TABLE, budgam()[:-30], "it is cut off"),
        (TABLE, b"", "it is empty"),
        (TABLE, b"<html><body><h1>403 Forbidden</h1></body></html>", "it is an error page"),
    ],
)
def test_a_page_that_cannot_be_used_is_told_with_its_name(small: Record, name: str, page: bytes, problem: str) -> None:
    fault = only_fault(small, {name: page})

    assert fault.startswith(FOLDER + name)
    assert problem in fault


def test_one_bad_page_among_good_ones_is_set_aside(small: Record) -> None:
    read = pages(small, {TABLE: budgam(), "ConstituencywiseU0828.htm": b""}).statements

    assert read.frames[model.Tally].height == 3
    assert told(read) == [f"{FOLDER}ConstituencywiseU0828.htm: it is empty. Fetch the page again, or leave it out."]


def test_a_list_of_seats_declares_whom_the_record_knows(small: Record) -> None:
    small.load(pages(small, {TABLE: budgam(updated="06:00 pm On 08/10/2024")}).statements)

    read = pages(small, {LIST: the_list()}).statements

    assert read.frames[model.Declaration].select("constituency", "winner").rows() == [(SEAT, 1)]


def test_a_list_of_a_partys_wins_declares_without_one_candidates_votes_alone(small: Record) -> None:
    """The others' votes are not on it, and one number would look like the whole count."""
    small.load(pages(small, {TABLE: budgam(updated="06:00 pm On 08/10/2024")}).statements)
    wins = party_wins([("BUDGAM", 27, "OMAR ABDULLAH", 36999, 18485)], updated="09:00 pm On 08/10/2024")

    read = pages(small, {"partywisewinresult-5U08.htm": wins}).statements

    assert read.frames[model.Declaration].select("constituency", "winner").rows() == [(SEAT, 1)]
    assert model.Tally not in read.frames


def test_a_tie_that_is_declared_was_decided_by_lot(small: Record) -> None:
    tied = (BUDGAM[0], replace(BUDGAM[1], evm=BUDGAM[0].evm, postal=BUDGAM[0].postal), BUDGAM[2])

    read = pages(small, {TABLE: budgam(tied), CARDS: cards(tied)}).statements

    assert read.frames[model.Declaration].select("winner", "by_lot").rows() == [(1, True)]


def test_a_list_of_seats_whose_candidates_nobody_knows_is_told(small: Record) -> None:
    read = pages(small, {LIST: the_list()})

    assert model.Declaration not in read.statements.frames
    assert "OMAR ABDULLAH of seat 27 is no candidate that is known there" in told(read.statements)[0]
    assert read.leads.select("candidate", "party", "margin", "round").rows() == [("OMAR ABDULLAH", NC, 18485, 18)]


def test_the_tally_by_party_is_held_against_the_list_of_seats(small: Record) -> None:
    wrong = partywise("Jammu & Kashmir", {f"{NC} - JKN": (0, 0), f"{PDP} - JKPDP": (1, 0)})

    read = pages(small, {LIST: the_list(), TABLE: budgam(), "partywiseresult-U08.htm": wrong}, "2024-10-08")

    assert f"{FOLDER}partywiseresult-U08.htm: {NC} has 0 seats by it, and 1 by the" in told(read.statements)[0]
    assert read.parties.select("party", "won").rows() == [(NC, 0), (PDP, 1)]


def test_the_live_map_gives_leads_and_no_votes(small: Record) -> None:
    content = live_json({"U08": [("JKN", 27, "OMAR ABDULLAH")]})

    read = pages(small, {"election-json-U08-live.json": content}, "2024-10-08T11:00")

    assert read.statements.frames == {}
    assert read.leads.select("constituency", "candidate", "party").rows() == [(SEAT, "OMAR ABDULLAH", "JKN")]


def test_a_record_that_has_one_seat_takes_another_beside_it(bundled: Record) -> None:
    """Who stands in the one is not said again, and the other's candidates are new."""
    new = Shown(name="SOMEBODY NEW", party="Independent", evm=5, postal=0)
    held = bundled.frame(model.Candidacy, election="in-jk-2024", constituency=SEAT)
    names = dict(bundled.frame(model.Party).select("id", "name").iter_rows())
    lines = tuple(
        Shown(name=name, party=names[party], evm=10, postal=0)
        for name, party in held.select("name", "party").iter_rows()
    )
    read = read_pages("pages", [(FOLDER + TABLE, budgam((*lines, new)))], bundled).statements

    assert told(read) == []
    said = read.frames[model.Candidacy]
    assert said.filter(pl.col("source") == "eci-pages-in-jk-2024")["name"].to_list() == ["SOMEBODY NEW"]


@pytest.mark.parametrize("zip_them", [False, True])
def test_pages_made_of_the_official_table_give_what_the_table_gives(
    bundled: Record, shared: Path, tmp_path: Path, zip_them: bool
) -> None:
    """Thirty seats of J&K in 2024: every vote by kind, under the same candidates, by another way."""
    table = shared / "data" / "eci-assembly" / "2024Assembly-JK.csv"
    with table.open(newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if int(row["constituency_no"]) % 3 == 0]
    files = dict(_made_of(rows))
    if zip_them:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        path = tmp_path / "jk.zip"
        path.write_bytes(out.getvalue())
    else:
        path = tmp_path / "saved"
        (path / FOLDER).mkdir(parents=True)
        for name, content in files.items():
            (path / name).write_bytes(content)

    read = read_eci_pages(path, bundled)

    columns = ["election", "constituency", "serial", "evm", "postal", "total", "status"]
    by_table = read_eci_assembly(table, known(bundled)).frames[model.Tally].select(columns)
    given = read.frames[model.Tally].select(columns).sort(columns)
    assert read.set_aside == ()
    assert given["constituency"].n_unique() == 30
    assert given.equals(by_table.join(given, on=columns[:3], how="semi").sort(columns))
    assert model.Party not in read.frames
    assert model.Candidacy not in read.frames


def _made_of(rows: list[dict[str, str]]) -> Iterator[tuple[str, bytes]]:
    numbers = sorted({int(row["constituency_no"]) for row in rows})
    for number in numbers:
        of_seat = [row for row in rows if int(row["constituency_no"]) == number]
        lines = tuple(
            Shown(
                name=row["candidate"],
                party=row["party"],
                evm=int(row["evm_votes"]),
                postal=int(row["postal_votes"]),
            )
            for row in of_seat
        )
        seat = of_seat[0]["constituency"]
        yield f"{FOLDER}ConstituencywiseU08{number}.htm", table_2024(number, seat, "Jammu & Kashmir", lines)
        yield f"{FOLDER}candidateswise-U08{number}.htm", cards_2024(number, seat, "Jammu & Kashmir", lines)
