"""Feeds of a running count: their faults, their columns, and what becomes of them in the record."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from janadesh import model
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources import sniff
from janadesh.sources.count_feed import observe
from janadesh.sources.loading import load
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat

VOTES = (
    "s_u,st_code,pc_no,st_name,pc_name,candidate_name,party,evm_votes,postal_votes,total_votes,vote_percentage,"
    "timestamp,source_url,source_file\n"
)
LEADS = (
    "s_u,st_code,pc_no,st_name,pc_name,timestamp,margin,result_status,leading_candidate,leading_party,"
    "trailing_candidate,trailing_party,source_url\n"
)
SITE = "https://results.eci.gov.in/PcResultGenJune2024"
ARAKU = "in-lok-sabha.2008.S01-1"
WriteFeed = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> WriteFeed:
    """Write a feed's text to a file."""

    def to_file(text: str, name: str = "feed.csv") -> Path:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return to_file


def vote(
    candidate: str, total: str, time: str = "16:31:48", *, party: str = "Independent", seat: str = "S011", **more: str
) -> str:
    state = more.get("state", "ANDHRA PRADESH")
    postal, scrape = more.get("postal", "-"), more.get("scrape", "a.csv")
    return (
        f"S,1,1,{state},Araku,{candidate},{party},{total},{postal},{total},1.0,2024-06-04 {time},"
        f"{SITE}/Constituencywise{seat}.htm,{scrape}\n"
    )


def test_a_time_is_indian_and_a_dash_is_unknown(bundled: Record, write: WriteFeed) -> None:
    votes = observe(write(VOTES + vote("ANITA", "114533")), bundled).observed.votes

    assert votes["observed_at"].to_list() == [dt.datetime(2024, 6, 4, 11, 1, 48, tzinfo=dt.UTC)]
    assert votes.select("evm", "postal", "total").rows() == [(114533, None, 114533)]


def test_the_code_in_the_address_counts_over_the_state_that_is_named(bundled: Record, write: WriteFeed) -> None:
    """S01 is not U01: rows of Araku bear the name of the Andamans."""
    votes = observe(write(VOTES + vote("ANITA", "5", state="ANDAMAN & NICOBAR")), bundled).observed.votes

    assert votes.select("constituency", "printed_territory").rows() == [(ARAKU, "in-an")]


def test_nota_has_the_serial_0_and_no_candidacy(bundled: Record, write: WriteFeed) -> None:
    feed = observe(write(VOTES + vote("NOTA", "7", party="None of the Above") + vote("ANITA", "5")), bundled)

    assert sorted(feed.observed.votes["serial"]) == [0, 1]
    assert feed.foundation.frames[model.Candidacy].select("serial", "serial_kind", "name").rows() == [
        (1, "list", "ANITA")
    ]


def test_namesakes_of_one_party_are_told_apart_by_their_votes(bundled: Record, write: WriteFeed) -> None:
    lines = (
        vote("ANITA", "284")
        + vote("ANITA", "313")
        + vote("ANITA", "330", "16:40:00")
        + vote("ANITA", "300", "16:50:00")
    )

    votes = observe(write(VOTES + lines), bundled).observed.votes

    assert [g["total"].to_list() for _, g in votes.sort("observed_at").group_by("serial", maintain_order=True)] in (
        [[313, 330], [284, 300]],
        [[284, 300], [313, 330]],
    )


def test_candidates_of_the_record_keep_their_serials(tmp_path: Path, write: WriteFeed) -> None:
    stood = [Stood("BABU", "Beta"), Stood("Dr. ANITA  KUMARI", "Alpha")]
    at = {"election": ELECTION, "constituency": "in-ls-araku"}
    lines = [
        {"observed_at": "2024-06-04T16:31:48", "serial": serial, "total": 10 * serial, **at} for serial in (1, 2, 9)
    ]
    with record_of(tmp_path, *lok_sabha(), *parties(stood), *seat("Araku", stood, status=None)) as record:
        feed = observe(write("\n".join(map(json.dumps, lines)), "feed.jsonl"), record)

    assert feed.observed.votes.select("serial", "total").rows() == [(1, 10), (2, 20)]
    assert feed.observed.votes["observed_at"][0] == dt.datetime(2024, 6, 4, 11, 1, 48, tzinfo=dt.UTC)
    assert [fault.row for fault in feed.set_aside] == [3]


def test_an_uncontested_seat_is_a_lead_without_votes(bundled: Record, write: WriteFeed) -> None:
    feed = observe(write(VOTES + vote("MUKESH DALAL ( Uncontested )", "-", seat="S0624") + vote("ANITA", "5")), bundled)

    lead = feed.observed.leads.row(0, named=True)
    assert (lead["constituency"], lead["status"]) == ("in-lok-sabha.2008.S06-24", "uncontested")
    assert feed.observed.votes["constituency"].to_list() == [ARAKU]
    assert "MUKESH DALAL" in feed.foundation.frames[model.Candidacy]["name"].to_list()


def test_leads_name_the_candidates_of_the_votes(bundled: Record, write: WriteFeed, tmp_path: Path) -> None:
    folder = tmp_path / "both"
    folder.mkdir()
    (folder / "votes.csv").write_text(VOTES + vote("ANITA", "50") + vote("BABU", "40", party="Bharatiya Janata Party"))
    lead = "S,1,1,ANDHRA PRADESH,Araku (ST),2024-06-04 16:40:00,10,Result Declared,ANITA,Independent,BABU,"
    (folder / "leads.csv").write_text(LEADS + f"{lead}Bharatiya Janata Party,{SITE}/statewiseS011.htm\n")

    observed = observe(folder, bundled).observed

    serials = dict(observed.votes.select("total", "serial").iter_rows())
    assert observed.leads.select("leading", "trailing", "margin", "status").rows() == [
        (serials[50], serials[40], 10, "declared")
    ]


def test_rows_in_another_order_are_read_as_the_same(bundled: Record, write: WriteFeed) -> None:
    lines = [
        vote(name, str(total), time)
        for name, total, time in (("A", 5, "16:00:00"), ("B", 6, "16:00:00"), ("A", 9, "17:00:00"))
    ]

    one = observe(write(VOTES + "".join(lines), "one.csv"), bundled).observed.votes
    other = observe(write(VOTES + "".join(reversed(lines)), "other.csv"), bundled).observed.votes

    assert one.equals(other)


def test_rows_that_cannot_be_placed_are_set_aside_and_listed(bundled: Record, write: WriteFeed) -> None:
    lines = (
        vote("ANITA", "5") + vote("BABU", "many") + vote("CHITRA", "7", seat="S99" + "1") + vote("DEV", "8", "later")
    )

    feed = observe(write(VOTES + lines), bundled)

    assert feed.observed.votes["total"].to_list() == [5]
    assert sorted(fault.row or 0 for fault in feed.set_aside) == [3, 4, 5]


def test_a_feed_without_a_row_that_can_be_placed_is_refused(bundled: Record, write: WriteFeed) -> None:
    with pytest.raises(Refused, match="row 2"):
        observe(write(VOTES + vote("ANITA", "5", seat="S991")), bundled)


def test_columns_go_by_other_names_too(bundled: Record, write: WriteFeed) -> None:
    """Another scraper of another year: JSON times, Indian commas, rounds, semicolons."""
    heading = "Scraped At;State Code;PC No;Candidate;Party;EVM;Postal;Votes;Round\n"
    line = "2024-06-04T16:31:48+05:30;S01;1;ANITA;Independent;1,14,500;33;1,14,533;5/18\n"

    votes = observe(write(heading + line), bundled).observed.votes

    assert votes.select("constituency", "evm", "postal", "total", "round", "rounds").rows() == [
        (ARAKU, 114500, 33, 114533, 5, 18)
    ]


def test_a_feed_of_whole_pages_is_told_from_one_of_changes(bundled: Record, write: WriteFeed) -> None:
    whole = "".join(
        vote(name, str(total), time) for time in ("16:00:00", "17:00:00") for name, total in (("A", 5), ("B", 6))
    )

    assert observe(write(VOTES + whole), bundled).observed.votes["is_whole"].all()
    assert not observe(write(VOTES + whole + vote("A", "9", "18:00:00")), bundled).observed.votes["is_whole"].any()


def test_a_feed_is_loaded_as_dated_statements(write: WriteFeed, tmp_path: Path) -> None:
    file = write(VOTES + vote("ANITA", "5") + vote("ANITA", "9", "17:00:00"))
    packed = tmp_path / "feed.csv.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    with open_record(tmp_path / "record.sqlite") as record:
        for pack in ("india", "jk-2024"):
            load(record, pack)
        assert sniff.read(packed, record).read_from == "feed.csv.gz"
        load(record, packed)

        before = record.frame(model.Tally, "2024-06-04T16:45", election="in-ls-2024", constituency=ARAKU)
        after = record.frame(model.Tally, "2024-06-04T17:00", election="in-ls-2024", constituency=ARAKU)

        assert (before["total"].to_list(), after["total"].to_list()) == ([5], [9])
        assert load(record, packed) is None


def test_the_real_feed_is_read_whole(shared: Path, bundled: Record) -> None:
    """113,859 rows, one of them Surat's; namesakes, single rows and wrong state names among them."""
    feed = observe(shared / "data" / "count-feed-2024-06-04", bundled)

    votes = feed.observed.votes
    assert feed.set_aside == ()
    assert (votes.height, feed.observed.leads.height) == (113_858, 13_284)
    assert votes["constituency"].n_unique() == 541
    assert votes.filter(pl.col("constituency") == ARAKU)["printed_territory"].unique().to_list() == ["in-an"]
    in_one_second = votes.filter(pl.struct("constituency", "serial", "observed_at").is_duplicated())
    assert in_one_second["constituency"].unique().to_list() == ["in-lok-sabha.2008.S24-45"]
