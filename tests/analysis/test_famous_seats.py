"""Seats that other software got wrong, counted as the law says."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from janadesh import model
from janadesh.analysis.ballots import ballot_results
from janadesh.analysis.contests import contest_results
from janadesh.analysis.parties import party_results
from janadesh.analysis.votes import candidate_votes
from tests import famous_seats as famous
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import record_of_seat


def test_nota_is_never_the_runner_up(tmp_path: Path) -> None:
    """In Indore NOTA got 218,674 votes, four times as many as the candidate who came second."""
    record = record_of_seat(tmp_path, "Indore", famous.INDORE, nota=famous.INDORE_NOTA)

    contest = contest_results(record, ELECTION).row(0, named=True)

    assert contest["runner_up"] == "SANJAY S/O LAKSHMAN SOLANKI"
    assert contest["margin"] == 1226751 - 51659
    assert contest["nota"] == 218674


def test_nota_has_no_place_no_margin_and_no_share_among_candidates(tmp_path: Path) -> None:
    """It is listed apart, in the last row, with the one share that the Commission prints."""
    record = record_of_seat(tmp_path, "Indore", famous.INDORE, nota=famous.INDORE_NOTA)

    last = ballot_results(record, ELECTION, "in-ls-indore").row(-1, named=True)

    assert (last["candidate"], last["serial"], last["counted"]) == ("NOTA", model.NOTA, 218674)
    assert (last["position"], last["margin"], last["share"], last["won"]) == (None, None, None, None)
    assert last["share_with_nota"] == pytest.approx(14.0, abs=0.01)


def test_candidates_are_counted_without_nota(tmp_path: Path) -> None:
    record = record_of_seat(tmp_path, "Indore", famous.INDORE, nota=famous.INDORE_NOTA)

    contest = contest_results(record, ELECTION).row(0, named=True)

    assert contest["candidates"] == 14
    assert contest["valid"] == 1343294


@pytest.mark.parametrize(
    ("name", "stood", "nota", "third", "kept"),
    [
        ("Kozhikode", famous.KOZHIKODE, famous.KOZHIKODE_NOTA, "M. T. RAMESH", 180666),
        ("Bolangir", famous.BOLANGIR, famous.BOLANGIR_NOTA, "MANOJ KUMAR MISHRA", 230874),
        ("Thanjavur", famous.THANJAVUR, famous.THANJAVUR_NOTA, "MURUGANANTHAM M", 170613),
    ],
)
def test_a_deposit_is_measured_without_nota(
    tmp_path: Path, name: str, stood: tuple[Stood, ...], nota: int, third: str, kept: int
) -> None:
    """The third in these seats has just over a sixth of the candidates' votes, and under a sixth with NOTA added."""
    record = record_of_seat(tmp_path, name, stood, nota=nota)
    valid = sum(candidate.total or 0 for candidate in stood)

    row = candidate_votes(record, ELECTION).filter(pl.col("candidate") == third).row(0, named=True)

    assert kept * 6 > valid
    assert kept * 6 <= valid + nota
    assert row["lost_deposit"] is False


def test_a_deposit_is_lost_at_exactly_one_sixth(tmp_path: Path) -> None:
    """The law returns it only to those with more than one sixth (section 158(4))."""
    stood = [Stood("A", "P", 500), Stood("B", "Q", 200), Stood("C", "R", 199), Stood("D", "S", 301)]
    record = record_of_seat(tmp_path, "Sixth", stood)

    lost = candidate_votes(record, ELECTION).filter(pl.col("lost_deposit"))["candidate"].to_list()

    assert sorted(lost) == ["B", "C"]


def test_the_elected_keeps_the_deposit_however_few_votes(tmp_path: Path) -> None:
    stood = [Stood(f"C{n}", f"P{n}", 100 if n else 101) for n in range(7)]
    record = record_of_seat(tmp_path, "Scattered", stood)

    rows = candidate_votes(record, ELECTION)

    assert rows.filter(pl.col("won"))["lost_deposit"].to_list() == [False]
    assert rows["lost_deposit"].sum() == 6


@pytest.mark.parametrize(
    ("name", "stood", "ahead_in_the_machines", "elected", "margin"),
    [
        ("Mumbai North West", famous.MUMBAI_NORTH_WEST, "AMOL GAJANAN KIRTIKAR", "RAVINDRA DATTARAM WAIKAR", 48),
        ("Jajpur", famous.JAJPUR, "SARMISTHA SETHI", "RABINDRA NARAYAN BEHERA", 1587),
    ],
)
def test_the_leader_in_the_machines_is_not_the_winner(
    tmp_path: Path, name: str, stood: tuple[Stood, ...], ahead_in_the_machines: str, elected: str, margin: int
) -> None:
    """Postal votes turned two seats in 2024."""
    record = record_of_seat(tmp_path, name, stood)

    contest = contest_results(record, ELECTION).row(0, named=True)
    by_machine = candidate_votes(record, ELECTION).sort("evm", descending=True)["candidate"][0]

    assert by_machine == ahead_in_the_machines
    assert (contest["winner"], contest["runner_up"]) == (elected, ahead_in_the_machines)
    assert contest["margin"] == margin


def test_unknown_postal_votes_are_unknown(tmp_path: Path) -> None:
    """Five candidates of Ladakh's count had no postal figure at some time; none of them had 0."""
    stood = [Stood("MOHMAD HANEEFA", "Independent", evm=64443), Stood("TSERING NAMGYAL", "INC", evm=35770)]
    record = record_of_seat(tmp_path, "Ladakh", stood, status=None)

    rows = candidate_votes(record, ELECTION)

    assert rows["postal"].to_list() == [None, None]
    assert rows["total"].to_list() == [None, None]
    assert rows["counted"].to_list() == [64443, 35770]
    assert rows["lost_deposit"].to_list() == [None, None]


def test_ladakh_has_its_three_official_totals(tmp_path: Path) -> None:
    record = record_of_seat(tmp_path, "Ladakh", famous.LADAKH, nota=famous.LADAKH_NOTA)

    assert candidate_votes(record, ELECTION)["total"].to_list() == [65259, 37397, 31956]


def test_an_uncontested_seat_has_no_votes(tmp_path: Path) -> None:
    """Surat 2024 elected its only candidate without a poll: no votes, no margin, no NOTA, and a seat for the party."""
    record = record_of_seat(tmp_path, "Surat", famous.SURAT, status="uncontested", winner=1)

    contest = contest_results(record, ELECTION).row(0, named=True)
    party = party_results(record, ELECTION).row(0, named=True)

    assert (contest["status"], contest["winner"]) == ("uncontested", "MUKESHKUMAR CHANDRAKAANT DALAL")
    assert (contest["winner_votes"], contest["margin"], contest["nota"]) == (None, None, None)
    assert (party["won"], party["votes"], party["share"]) == (1, 0, None)


def test_namesakes_in_one_seat_stay_two_candidates(tmp_path: Path, shared: Path) -> None:
    """MUDASIR AHMAD BHAT stood twice in Bandipora, as number 10 for a party and as number 19 on his own."""
    table = pl.read_csv(shared / "data/eci-assembly/2024Assembly-JK.csv").filter(pl.col("constituency_no") == 15)
    stood = [
        Stood(
            row["candidate"],
            row["party"],
            row["evm_votes"] + row["postal_votes"],
            row["evm_votes"],
            row["postal_votes"],
        )
        for row in table.sort("serial_no").iter_rows(named=True)
        if row["candidate"] != "NOTA"
    ]
    record = record_of_seat(tmp_path, "Bandipora", stood)

    both = candidate_votes(record, ELECTION).filter(pl.col("candidate") == "MUDASIR AHMAD BHAT").sort("serial")

    assert both["serial"].to_list() == [10, 19]
    assert both["total"].to_list() == [1762, 1441]


def test_a_tie_broken_by_lot_elects_the_one_drawn(tmp_path: Path) -> None:
    """Equal votes leave two in the first place; only the declaration says who is elected (section 65)."""
    record = record_of_seat(tmp_path, "Tied", [Stood("A", "P", 700), Stood("B", "Q", 700)], winner=2)

    contest = contest_results(record, ELECTION).row(0, named=True)

    assert (contest["winner"], contest["runner_up"], contest["margin"]) == ("B", "A", 0)
    assert candidate_votes(record, ELECTION)["position"].to_list() == [1, 1]
