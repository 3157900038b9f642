"""A party over all its elections has, in each, the figures that the election alone gives."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from janadesh import model
from janadesh.analysis.over_elections import alliance_over_elections
from janadesh.analysis.over_elections import party_over_elections
from janadesh.analysis.parties import alliance_results
from janadesh.analysis.parties import party_results
from janadesh.record.book import Record
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import RESULT_KNOWN
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat
from tests.builders import statements

LATER = dt.datetime(2024, 7, 1, tzinfo=dt.UTC)
PUNE = [Stood("A", "BJP", 60), Stood("B", "INC", 30), Stood("C", "INC", 30), Stood("D", "NCP", 10)]
LEH = [Stood("E", "NC", 50), Stood("F", "INC", 50), Stood("G", "BJP", None, evm=8)]


@pytest.fixture
def two_seats(tmp_path: Path) -> Record:
    seats = [*seat("Pune", PUNE, nota=7), *seat("Leh", LEH, number=2, nota=3, winner=2)]
    return record_of(tmp_path, *lok_sabha(), *parties(PUNE, LEH), *seats)


def assert_as_one_by_one(record: Record, party: str, as_of: str | None = None) -> None:
    """Compare with the results of every election, asked one after another."""
    every = record.frame(model.Candidacy, as_of, party=party)["election"].unique().to_list()
    found = party_over_elections(record, party, as_of)
    assert sorted(found["election"]) == sorted(every)
    for election in every:
        one = party_results(record, election, as_of).filter(pl.col("party") == party)
        assert_frame_equal(found.filter(pl.col("election") == election).drop("election"), one)


@pytest.mark.parametrize("party", ["in-bjp", "in-inc", "in-nc", "in-pdp", "in-ind"])
@pytest.mark.parametrize("as_of", [None, "2024-09-01", "2014-12-31"])
def test_figures_on_the_bundled_record_are_those_of_each_election(
    bundled: Record, party: str, as_of: str | None
) -> None:
    assert_as_one_by_one(bundled, party, as_of)


@pytest.mark.parametrize("party", ["bjp", "inc", "nc", "ncp"])
def test_equal_votes_votes_partly_known_and_nota_count_as_in_one_election(two_seats: Record, party: str) -> None:
    assert_as_one_by_one(two_seats, party)


def test_only_the_last_said_counts(two_seats: Record) -> None:
    """A candidate goes over to another party, a tally is corrected, and a seat is declared otherwise."""
    where: dict[str, Any] = {"election": ELECTION, "constituency": "in-ls-pune", "known_at": LATER, "source": ECI.id}
    two_seats.load(statements(model.Candidacy(**where, serial=3, name="C", party="ncp")))
    two_seats.load(
        statements(model.Tally(**where, serial=2, total=90), model.Declaration(**where, status="declared", winner=2))
    )
    for party in ("bjp", "inc", "ncp"):
        assert_as_one_by_one(two_seats, party)
        assert_as_one_by_one(two_seats, party, "2024-06-10")


def test_who_withdrew_does_not_stand_and_votes_of_nobody_are_not_counted(two_seats: Record) -> None:
    where: dict[str, Any] = {"election": ELECTION, "constituency": "in-ls-leh", "known_at": LATER, "source": ECI.id}
    two_seats.load(statements(model.Candidacy(**where, serial=3, name="G", party="bjp", status="withdrawn")))
    two_seats.load(statements(model.Tally(**where, serial=9, total=1000)))
    assert_as_one_by_one(two_seats, "nc")
    assert party_over_elections(two_seats, "bjp")["contested"].to_list() == [1]


def test_before_a_count_a_party_only_stands(two_seats: Record) -> None:
    before = party_over_elections(two_seats, "inc", RESULT_KNOWN - dt.timedelta(days=1))
    assert before.select("won", "votes", "contested").rows() == [(0, 0, 2)]


def test_a_party_that_never_stood_has_no_row(two_seats: Record) -> None:
    assert party_over_elections(two_seats, "nobody").is_empty()


@pytest.mark.parametrize("alliance", ["in-nda", "in-india"])
@pytest.mark.parametrize("as_of", [None, "2024-10-20"])
def test_an_alliance_and_its_parties_have_the_figures_of_each_election(
    bundled: Record, alliance: str, as_of: str | None
) -> None:
    named = bundled.frame(model.AllianceMember, as_of, alliance=alliance)
    found = alliance_over_elections(bundled, alliance, as_of)
    for election in named["election"].unique():
        there = found.filter(pl.col("election") == election).drop("election")
        together = alliance_results(bundled, election, as_of).filter(pl.col("alliance") == alliance)
        of_alliance = there.filter(pl.col("party").is_null()).drop("party")
        assert_frame_equal(of_alliance, together.select(of_alliance.columns))
        each = party_results(bundled, election, as_of).filter(pl.col("party").is_in(named["party"].to_list()))
        of_parties = there.filter(pl.col("party").is_not_null())
        assert_frame_equal(of_parties.sort("party"), each.select(of_parties.columns).sort("party"))


def test_an_alliance_of_which_nothing_is_told_stood_nowhere(two_seats: Record) -> None:
    assert alliance_over_elections(two_seats, "front").is_empty()
