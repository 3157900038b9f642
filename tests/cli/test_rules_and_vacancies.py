"""`janadesh rules`, `vacancies` and `datasette`."""

from __future__ import annotations

import json

from tests.cli.conftest import Janadesh


def test_rules_are_told_with_their_law(janadesh: Janadesh) -> None:
    rows = {row["kind"]: row for row in json.loads(janadesh("rules", "in-jk-2024", "--format", "json").out)}

    assert "section 158(4)" in rows["lost deposit"]["law"]
    assert rows["tie"]["says"].endswith("one vote more.")


def test_vacancies_tell_the_seat_the_day_and_the_reason(janadesh: Janadesh) -> None:
    out = janadesh("vacancies", "in-jk-2024").out

    assert "Budgam" in out
    assert "other seat" in out
    assert "21 October 2024" in out


def test_vacancies_are_told_as_of_a_moment(janadesh: Janadesh) -> None:
    rows = json.loads(janadesh("vacancies", "in-jk-2024", "--as-of", "2024-10-25", "--format", "json").out)

    assert [row["constituency_name"] for row in rows] == ["Budgam"]


def test_an_election_shows_its_vacant_seats(janadesh: Janadesh) -> None:
    now = janadesh("show", "in-jk-2024").out
    then = janadesh("show", "in-jk-2024", "--as-of", "2024-10-20").out

    assert "vacant seats" in now
    assert "vacant seats" not in then


def test_datasette_gets_its_metadata_as_json_and_its_command_beside_it(janadesh: Janadesh) -> None:
    answer = janadesh("datasette")
    (database,) = json.loads(answer.out)["databases"].values()

    assert database["tables"]["results"]["description"].startswith("Every candidate's votes")
    assert "--metadata metadata.json" in answer.err
