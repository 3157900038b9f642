"""The example pack `example-council`: made up, loaded by name only, and a council election whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.conftest import client_of

import janadesh
from janadesh import model
from janadesh.analysis.alliances import alliances
from janadesh.analysis.contests import contest_results
from janadesh.analysis.parties import party_results
from janadesh.analysis.rebels import rebels
from janadesh.analysis.schedule import schedule
from janadesh.analysis.vacancies import vacancies
from janadesh.claims.checking import check_article
from janadesh.export.packs import packs_of
from janadesh.export.said import everything_said
from janadesh.export.table_files import pack_files
from janadesh.export.writing import write_folder
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.article import Article
from janadesh.sources.pack import read_pack
from janadesh.sources.packs import all_packs
from janadesh.sources.packs import bundled_packs

NAME = "example-council"
ELECTION = "ex-marrowby-2025"
WARD = "ex-marrowby-council.2021."


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("council") / "record.sqlite") as record:
        janadesh.load(record, NAME)
        yield record


def report(text: str, written_on: dt.date) -> Article:
    return Article(id="courier", written_on=written_on, text=text, plain=text)


def test_it_says_that_it_is_made_up_and_stays_out_of_a_new_record() -> None:
    pack = next(pack for pack in all_packs() if pack.name == NAME)

    assert "made-up" in pack.title
    assert NAME not in [pack.name for pack in bundled_packs()]


def test_written_as_a_pack_it_loads_into_the_same_record(council: Record, tmp_path: Path) -> None:
    (pack,) = packs_of(everything_said(council), name=NAME, title="Again", time_zone="Europe/London")
    write_folder(tmp_path / "again", pack_files([pack]))
    with open_record(tmp_path / "again.sqlite") as again:
        again.load(read_pack(tmp_path / "again"))
        for noun in model.NOUNS:
            assert again.history(noun).equals(council.history(noun))


def test_the_alliance_has_three_of_five_wards(council: Record) -> None:
    parties = party_results(council, ELECTION)
    members = alliances(council, ELECTION)["party"].to_list()

    won = dict(parties.select("party", "won").iter_rows())
    assert sum(won[member] for member in members) == 3


def test_a_tie_is_broken_by_lot_and_an_unopposed_seat_has_no_votes(council: Record) -> None:
    contests = {row["constituency"]: row for row in contest_results(council, ELECTION).iter_rows(named=True)}

    tied, unopposed = contests[f"{WARD}3"], contests[f"{WARD}2"]
    assert (tied["winner"], tied["margin"], tied["by_lot"]) == ("Fay Quill", 0, True)
    assert (unopposed["winner"], unopposed["status"], unopposed["margin"]) == ("Dee Norwood", "uncontested", None)


def test_who_withdrew_does_not_count_as_standing(council: Record) -> None:
    """Of four independents on the list, Ed Prior withdrew from Mill Lane."""
    contested = dict(party_results(council, ELECTION).select("party", "contested").iter_rows())

    assert contested["ex-independent"] == 3


def test_a_rebel_takes_a_ward_from_the_alliance(council: Record) -> None:
    broke = rebels(council, ELECTION)

    assert set(broke["candidate"]) == {"Hal Stone", "Cy Marsh"}


def test_the_poll_was_moved_by_a_week(council: Record) -> None:
    def polled(as_of: str) -> dt.date:
        steps = schedule(council, ELECTION, as_of)
        return dt.date.fromisoformat(str(dict(steps.select("event", "on_date").iter_rows())["poll"]))

    assert (polled("2025-04-27"), polled("2025-04-28")) == (dt.date(2025, 5, 8), dt.date(2025, 5, 15))


def test_a_member_who_resigned_is_followed_at_a_by_election(council: Record) -> None:
    assert vacancies(council, ELECTION)["constituency"].to_list() == [f"{WARD}5"]
    assert contest_results(council, "ex-marrowby-2025-riverside")["winner"].to_list() == ["Lee Wren"]


@pytest.mark.parametrize("ward", ["1", "2", "3"])
def test_the_desk_draws_its_pages(council: Record, ward: str) -> None:
    with client_of(council) as client:
        election = client.get(f"/elections/{ELECTION}")
        seat = client.get(f"/elections/{ELECTION}/constituencies/{ward}")

    assert (election.status_code, seat.status_code) == (200, 200)
    assert "Town Together" in election.text


def test_a_report_on_it_is_checked(council: Record) -> None:
    text = (
        "Ada Finch won Harbour by 172 votes. The Harbour League won one seat. "
        "Kit Vale won Riverside with 800 votes. Dee Norwood was elected unopposed in Mill Lane."
    )
    claims = check_article(council, report(text, dt.date(2025, 5, 17)))

    said = [(text[claim.start : claim.end], claim.verdict) for claim in claims]
    assert ("by 172 votes", "confirmed") in said
    assert ("800 votes", "contradicted") in said
    assert len([verdict for _, verdict in said if verdict == "confirmed"]) == len(said) - 1


def test_a_report_from_before_the_flood_is_superseded(council: Record) -> None:
    article = report("Marrowby will vote on 8 May.", dt.date(2025, 4, 1))

    assert [claim.verdict for claim in check_article(council, article)] == ["superseded"]


def test_a_desk_without_nota_or_law_of_deposits_shows_no_columns_for_them(council: Record) -> None:
    """No country has the example's code, so no law says when a deposit is lost."""
    with client_of(council) as client:
        seat = client.get(f"/elections/{ELECTION}/constituencies/1").text
        election = client.get(f"/elections/{ELECTION}").text

    assert [word for word in ("With NOTA", "None of the above", "eposit") if word in seat + election] == []
    assert "EVM" in seat
