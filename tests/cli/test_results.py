"""`janadesh results` gives the official figures, as a table, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_at
from tests.builders import seat
from tests.cli.conftest import Janadesh


def seats(out: str) -> dict[str, int]:
    return {row["party_short"]: row["won"] for row in json.loads(out) if row["won"]}


def test_an_election_has_the_official_seats_by_party(janadesh: Janadesh) -> None:
    answer = janadesh("results", "in-jk-2024", "--format", "json")

    assert seats(answer.out) == {
        "NC": 42,
        "BJP": 29,
        "INC": 6,
        "PDP": 3,
        "PC": 1,
        "CPI(M)": 1,
        "AAP": 1,
        "IND": 7,
    }


def test_the_table_ends_in_the_sum_and_in_nota(janadesh: Janadesh) -> None:
    lines = janadesh("results", "in-jk-2024").out.splitlines()

    assert lines[-2].split() == ["Total", "90", "56,17,927", "100.00%"]
    assert lines[-1].split() == ["NOTA", "(no", "candidate)", "84,397", "1.48%"]


def test_the_commissions_share_has_nota_in_its_base(janadesh: Janadesh) -> None:
    """The Commission printed 25.64% for the BJP; of the votes for candidates it is 26.03%."""
    bjp = next(line for line in janadesh("results", "in-jk-2024").out.splitlines() if line.startswith("Bharatiya"))

    assert bjp.split()[-2:] == ["26.03%", "25.64%"]


@pytest.mark.parametrize(
    ("constituency", "votes", "margin"), [("Budgam", "36,010", "18,485"), ("18", "32,727", "10,574")]
)
def test_omar_abdullah_won_both_his_seats(janadesh: Janadesh, constituency: str, votes: str, margin: str) -> None:
    out = janadesh("results", "in-jk-2024", "--constituency", constituency).out
    omar = next(line for line in out.splitlines() if "OMAR ABDULLAH" in line)

    assert f" {votes} " in omar
    assert f" {margin} " in omar
    assert omar.split()[-1] == "won"


def test_a_candidate_is_found_in_every_seat(janadesh: Janadesh) -> None:
    answer = janadesh("results", "in-jk-2024", "--candidate", "Omar Abdullah", "--format", "json")

    assert [(row["constituency_name"], row["total"]) for row in json.loads(answer.out)] == [
        ("Ganderbal", 32727),
        ("Budgam", 36010),
    ]


def test_a_candidate_is_found_by_another_name(janadesh: Janadesh) -> None:
    answer = janadesh("results", "in-ls-2024", "--candidate", "Engineer Rashid", "--format", "json")

    assert [row["candidate"] for row in json.loads(answer.out)] == ["ABDUL RASHID SHEIKH"]


def test_ladakh_has_its_three_official_totals(janadesh: Janadesh) -> None:
    answer = janadesh("results", "in-ls-2024", "--constituency", "Ladakh", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(answer.out)))

    assert [row["total"] for row in rows[:3]] == ["65259", "37397", "31956"]


def test_nota_comes_last_and_apart_in_every_format(janadesh: Janadesh) -> None:
    """In Gulmarg and elsewhere NOTA has more votes than some candidates; it is listed after all of them."""
    where = ("results", "in-jk-2024", "--constituency", "Budgam")
    table = janadesh(*where).out.splitlines()
    as_json = json.loads(janadesh(*where, "--format", "json").out)
    as_csv = list(csv.DictReader(io.StringIO(janadesh(*where, "--format", "csv").out)))

    assert table[-1].split()[0] == "NOTA"
    assert table[-2].strip() == ""
    assert (as_json[-1]["candidate"], as_json[-1]["serial"], as_json[-1]["position"]) == ("NOTA", 0, None)
    assert (as_csv[-1]["candidate"], as_csv[-1]["position"]) == ("NOTA", "")


def test_a_partys_results_are_all_the_seats_it_stood_in(janadesh: Janadesh) -> None:
    rows = json.loads(janadesh("results", "in-jk-2024", "--party", "CPI(M)", "--format", "json").out)

    assert [(row["constituency_name"], row["won"]) for row in rows] == [("Kulgam", True)]


def test_an_abbreviation_shared_by_two_parties_means_the_one_that_officially_has_it(janadesh: Janadesh) -> None:
    """PDP is the party of 80 candidates, not the "Peoples Democratic Party" with one."""
    rows = json.loads(janadesh("results", "in-jk-2024", "--party", "PDP", "--format", "json").out)

    assert len(rows) == 80


def test_seats_by_alliance_count_for_the_alliance_of_the_day(janadesh: Janadesh) -> None:
    rows = json.loads(janadesh("results", "in-jk-2024", "--by", "alliance", "--format", "json").out)

    assert {row["alliance_short"]: row["won"] for row in rows if row["won"] > 7} == {"INDIA": 49, "NDA": 29}


def test_every_constituency_is_one_row(janadesh: Janadesh) -> None:
    rows = list(
        csv.DictReader(io.StringIO(janadesh("results", "in-jk-2024", "--by", "constituency", "--format", "csv").out))
    )

    assert [row["number"] for row in rows] == [str(number) for number in range(1, 91)]


def test_before_the_count_nothing_is_won(janadesh: Janadesh) -> None:
    rows = json.loads(janadesh("results", "in-jk-2024", "--as-of", "2024-10-07", "--format", "json").out)

    assert sum(row["won"] + row["leading"] for row in rows) == 0


@pytest.mark.parametrize(("digits", "votes"), [("indian", "56,17,927"), ("international", "5,617,927")])
def test_digits_are_grouped_as_asked(janadesh: Janadesh, digits: str, votes: str) -> None:
    assert votes in janadesh("results", "in-jk-2024", "--digits", digits).out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("results", "in-jk-2023"), 3, "or 'in-jk-2024'?"),
        (("results", "in-jk-2024", "--as-of", "2024-08-15"), 3, "it was announced later"),
        (("results", "in-jk-2024", "-c", "Atlantis"), 3, "no constituency of in-jk-2024 'Atlantis'"),
        (("results", "in-jk-2024", "-p", "Whigs"), 3, "no party 'Whigs'"),
        (("results", "in-jk-2024", "--candidate", "Mahendra Dhoni"), 3, "no candidate here"),
        (("results", "in-jk-2024", "-c", "Budgam", "-p", "BJP"), 3, "no candidacy of Budgam, Bharatiya Janata Party"),
        (("results", "in-jk-2024", "-p", "BJP", "--by", "party"), 2, "is of a whole election"),
        (("results", "in-jk-2024", "--as-of", "last Tuesday"), 2, "is not a moment"),
    ],
)
def test_what_cannot_be_answered_is_said_on_standard_error(
    janadesh: Janadesh, words: tuple[str, ...], code: int, said: str
) -> None:
    answer = janadesh(*words)

    assert (answer.code, answer.out) == (code, "")
    assert said in " ".join(answer.err.replace("│", " ").split())


def test_a_seat_without_a_rival_is_not_told_as_won_by_votes(janadesh: Janadesh, tmp_path: Path) -> None:
    """Surat, 2024: one candidate, elected unopposed."""
    alone = [Stood("Mukesh Dalal", "BJP")]
    place = tmp_path / "record.sqlite"
    record_at(place, *lok_sabha(), *parties(alone), *seat("Surat", alone, winner=1, status="uncontested")).close()

    out = janadesh("results", "in-ls-2024", "--constituency", "1", "--record", str(place)).out

    assert "unopposed" in out


def test_a_table_without_rows_says_that_there_is_nothing(janadesh: Janadesh) -> None:
    answer = janadesh("alarms", "in-jk-2024")

    assert answer.out.splitlines()[1:] == ["None."]
