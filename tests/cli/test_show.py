"""`janadesh show` tells what the record knows of a thing; `schedule`, `alliances` and `offices` tell one part."""

from __future__ import annotations

import csv
import io
import json

from tests.cli.conftest import Janadesh


def line_of(out: str, start: str) -> str:
    return next(line for line in out.splitlines() if line.startswith(start))


def test_an_election_says_that_its_count_was_moved(janadesh: Janadesh) -> None:
    count = line_of(janadesh("show", "in-jk-2024").out, "count ")

    assert "8 October 2024" in count
    assert "on 31 August from 4 October" in count


def test_before_the_move_the_count_was_on_the_fourth(janadesh: Janadesh) -> None:
    count = line_of(janadesh("schedule", "in-jk-2024", "--as-of", "2024-08-22").out, "count ")

    assert "4 October 2024" in count
    assert "from" not in count


def test_the_schedule_keeps_both_days_for_programs(janadesh: Janadesh) -> None:
    rows = json.loads(janadesh("schedule", "in-jk-2024", "--format", "json").out)
    count = next(row for row in rows if row["event"] == "count")

    assert (count["on_date"], count["moved_from"]) == ("2024-10-08", "2024-10-04")


def test_an_election_shows_its_house_and_what_a_majority_takes(janadesh: Janadesh) -> None:
    out = janadesh("show", "in-jk-2024").out

    assert line_of(out, "elected seats").split()[-1] == "90"
    assert line_of(out, "majority").split()[-1] == "46"


def test_partners_stand_together_from_the_day_it_was_said(janadesh: Janadesh) -> None:
    before = json.loads(janadesh("alliances", "in-jk-2024", "--as-of", "2024-08-21", "--format", "json").out)
    after = json.loads(janadesh("alliances", "in-jk-2024", "--format", "json").out)

    assert [row for row in before if row["status"] == "member" and row["alliance_short"] == "INDIA"] == []
    assert {row["party_short"] for row in after if row["alliance_short"] == "INDIA"} >= {"NC", "INC", "CPI(M)"}


def test_a_constituency_is_followed_back_across_the_delimitation(janadesh: Janadesh) -> None:
    out = janadesh("show", "Budgam").out

    assert "OMAR ABDULLAH" in line_of(out, "in-jk-2024")
    assert "changed" in line_of(out, "in-jk-2014")


def test_a_person_is_found_by_another_name_with_all_candidacies(janadesh: Janadesh) -> None:
    out = janadesh("show", "Engineer Rashid").out

    assert out.startswith("Abdul Rashid Sheikh (person)")
    assert "2,04,142" in line_of(out, "in-ls-2024")


def test_a_party_is_shown_with_its_results(janadesh: Janadesh) -> None:
    told = json.loads(janadesh("show", "PDP", "--format", "json").out)

    assert told["noun"] == "party"
    assert {row["election"]: row["won"] for row in told["results"]}["in-jk-2014"] == 28


def test_csv_has_one_cell_a_row(janadesh: Janadesh) -> None:
    cells = list(csv.DictReader(io.StringIO(janadesh("show", "Budgam", "--format", "csv").out)))

    assert {"section": "facts", "row": "5", "column": "value", "value": "Budgam"} in cells


def test_a_name_of_several_things_is_not_guessed(janadesh: Janadesh) -> None:
    answer = janadesh("show", "Ladakh")

    assert (answer.code, answer.out) == (3, "")
    assert "names several things" in answer.err
    assert "in-la (territory Ladakh)" in answer.err


def test_what_is_unknown_is_said(janadesh: Janadesh) -> None:
    assert janadesh("show", "Atlantis Island Republic").code == 3


def test_offices_are_those_held_on_the_day(janadesh: Janadesh) -> None:
    """Congress's president at the time of the talks was Mallikarjun Kharge."""
    rows = json.loads(janadesh("offices", "--on", "2024-08-22", "--format", "json").out)
    of_congress = [row for row in rows if row["of_name"] == "Indian National Congress"]

    assert ("party president", "Mallikarjun Kharge") in {(row["office"], row["person_name"]) for row in of_congress}


def test_an_office_of_a_territory_bears_the_territorys_name_not_that_of_a_party_with_its_id(janadesh: Janadesh) -> None:
    rows = json.loads(janadesh("offices", "--format", "json").out)

    assert "Rajasthan" in {row["of_name"] for row in rows if row["office"] == "chief minister"}


def test_elections_are_those_with_constituencies_unless_all_are_asked_for(janadesh: Janadesh) -> None:
    some = json.loads(janadesh("elections", "--format", "json").out)
    every = json.loads(janadesh("elections", "--all", "--format", "json").out)

    assert {"in-jk-2024", "in-ls-2024"} <= {row["id"] for row in some}
    assert len(every) > len(some)
    assert all(row["contests"] > 0 for row in some)
