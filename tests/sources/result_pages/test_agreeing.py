"""Result pages of one seat: what they say together, from when, and where they disagree."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from janadesh import model
from janadesh.record.book import Record
from tests.sources.eci_page_builder import BUDGAM
from tests.sources.eci_page_builder import Shown
from tests.sources.eci_page_builder import party_wins
from tests.sources.eci_page_builder import partywise
from tests.sources.result_pages.budgam import CARDS
from tests.sources.result_pages.budgam import FOLDER
from tests.sources.result_pages.budgam import LIST
from tests.sources.result_pages.budgam import LISTED
from tests.sources.result_pages.budgam import NC
from tests.sources.result_pages.budgam import PDP
from tests.sources.result_pages.budgam import SEAT
from tests.sources.result_pages.budgam import TABLE
from tests.sources.result_pages.budgam import budgam
from tests.sources.result_pages.budgam import cards
from tests.sources.result_pages.budgam import pages
from tests.sources.result_pages.budgam import rounds
from tests.sources.result_pages.budgam import the_list
from tests.sources.result_pages.budgam import told
from tests.sources.result_pages.budgam import votes


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
