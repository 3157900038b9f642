"""Looking a pack over: what would be refused, and what a person may have forgotten."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from janadesh.sources.linting.lint import Linted
from janadesh.sources.linting.lint import lint_pack
from janadesh.sources.packs import pack_folder

CHANGED = Callable[..., Linted]
E25 = "ex-marrowby-2025"
WARD = "ex-marrowby-council.2021."
RESULT = {"known_at": "2025-05-16T15:30", "source": "result-2025"}


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Give a copy of the example council, which is free of faults and advice."""
    return shutil.copytree(pack_folder("example-council"), tmp_path / "council")


@pytest.fixture
def changed(council: Path) -> CHANGED:
    """Lint the council after rows of one table are changed or taken out."""

    def lint(table: str, where: pl.Expr, *, out: bool = False, **cells: Any) -> Linted:
        file = council / f"{table}.csv"
        rows = pl.read_csv(file, infer_schema_length=0)
        assert rows.filter(where).height
        changes = [
            pl.when(where).then(pl.lit(value)).otherwise(pl.col(name)).alias(name) for name, value in cells.items()
        ]
        (rows.filter(~where) if out else rows.with_columns(changes)).write_csv(file)
        return lint_pack(council)

    return lint


def problems(linted: Linted) -> list[str]:
    return [advice.problem for advice in linted.advice]


def test_a_whole_pack_has_nothing_against_it(council: Path) -> None:
    assert lint_pack(council) == Linted((), ())


@pytest.mark.parametrize("name", ["india", "jk-2024", "haryana-2024"])
def test_the_bundled_packs_would_be_taken_and_get_little_advice(name: str) -> None:
    linted = lint_pack(pack_folder(name))

    assert linted.faults == ()
    assert len(linted.advice) < 10


def test_a_fault_that_load_refuses_is_an_error_with_its_place(changed: CHANGED) -> None:
    linted = changed("candidacies", pl.col("name") == "Fay Quill", party="")

    assert [(f.file, f.row, f.column) for f in linted.faults] == [
        ("candidacies.csv", 6, "party"),
        ("candidacies.csv", 17, "party"),
    ]


def test_a_table_that_cannot_be_read_is_an_error_and_has_no_advice(changed: CHANGED) -> None:
    linted = changed("tallies", pl.col("total") == "455", total="many")

    assert {fault.value for fault in linted.faults} == {"many"}
    assert linted.advice == ()


def test_a_row_may_refer_to_ids_of_the_record_it_is_loaded_into(council: Path) -> None:
    (council / "parties.csv").unlink()
    described = json.loads((council / "datapackage.json").read_text())
    described["resources"] = [each for each in described["resources"] if each["name"] != "parties"]
    (council / "datapackage.json").write_text(json.dumps(described))
    held = {"parties": frozenset({"ex-lantern", "ex-harbour-league", "ex-orchard", "ex-independent"})}

    assert lint_pack(council).faults
    assert lint_pack(council, lambda table: held.get(table, frozenset())).faults == ()


def test_a_contest_without_result_is_told(changed: CHANGED) -> None:
    linted = changed("declarations", (pl.col("election") == E25) & (pl.col("constituency") == f"{WARD}4"), out=True)

    assert problems(linted) == [f"1 of 5 contests of {E25} have no result: {WARD}4"]


def test_a_winner_with_fewer_votes_than_another_is_told(changed: CHANGED) -> None:
    linted = changed("declarations", (pl.col("election") == E25) & (pl.col("constituency") == f"{WARD}4"), winner="2")

    assert problems(linted) == ["the winner has 410 votes, and another candidate has 530"]


def test_a_winner_who_does_not_stand_is_told(changed: CHANGED) -> None:
    linted = changed("declarations", (pl.col("election") == E25) & (pl.col("constituency") == f"{WARD}4"), winner="9")

    assert problems(linted) == ["no candidacy of the contest has this serial"]


def test_a_tie_wants_to_know_of_the_lot(changed: CHANGED) -> None:
    linted = changed("declarations", pl.col("by_lot") == "true", by_lot="false")

    assert problems(linted) == ["2 candidates have 455 votes each"]


def test_a_candidate_of_a_counted_contest_without_votes_is_told(changed: CHANGED) -> None:
    linted = changed("tallies", pl.col("total") == "90", out=True)

    assert [(a.file, a.value) for a in linted.advice if a.file == "candidacies.csv"] == [
        ("candidacies.csv", "Pat Zell")
    ]


def test_a_turnout_that_votes_and_electors_do_not_make_is_told(changed: CHANGED) -> None:
    linted = changed("figures", (pl.col("value") == "52.91") & (pl.col("election") == E25), value="58.2")

    assert problems(linted) == [f"votes and electors of {WARD}3 make it 52.91 per cent"]


def test_an_election_without_day_of_count_is_told(changed: CHANGED) -> None:
    linted = changed("schedule", (pl.col("election") == E25) & (pl.col("event") == "count"), out=True)

    assert problems(linted) == [f"{E25} has no day of its count"]


def test_a_count_before_the_poll_is_told(changed: CHANGED) -> None:
    linted = changed("schedule", pl.col("on_date") == "2025-05-16", on_date="2025-05-14")

    assert problems(linted) == ["the count is before the poll, 2025-05-15"]


def test_a_step_that_was_moved_is_looked_at_as_it_stands_last(council: Path) -> None:
    """The count of 9 May lies before the poll of 15 May, but both were moved."""
    assert not [advice for advice in lint_pack(council).advice if advice.file == "schedule.csv"]


def test_seats_without_electors_are_told_once_an_election(changed: CHANGED) -> None:
    linted = changed(
        "figures", (pl.col("election") == E25) & pl.col("scope_id").is_in([f"{WARD}1", f"{WARD}3"]), out=True
    )

    assert problems(linted) == [f"2 of 4 counted contests of {E25} have no electors"]


def test_two_spellings_of_one_name_are_told(changed: CHANGED) -> None:
    linted = changed("constituencies", pl.col("number") == "2", region="north-bank")

    assert problems(linted) == ["this is nearly 'north-bank' in row 3"]


def test_an_id_that_means_a_party_and_an_alliance_is_told(changed: CHANGED) -> None:
    """An office or a backer is named by id alone, and could be either."""
    linted = changed("parties", pl.col("id") == "ex-harbour-league", id="ex-town-together")

    (told,) = [advice for advice in linted.advice if "in alliances.csv already" in advice.problem]
    assert (told.file, told.row, told.value) == ("parties.csv", 3, "ex-town-together")


def test_wings_of_a_party_are_no_spellings_of_each_other(changed: CHANGED) -> None:
    changed("parties", pl.col("id") == "ex-lantern", name="Council Front (Amber)")
    linted = changed("parties", pl.col("id") == "ex-orchard", name="Council Front (Green)")

    assert problems(linted) == []


def test_a_word_that_the_format_does_not_know_is_told_with_the_nearest(changed: CHANGED) -> None:
    linted = changed("schedule", pl.col("event") == "swearing-in", event="swearing in")

    assert [(a.value, a.cure) for a in linted.advice] == [("swearing in", "Did you mean swearing-in?")]


def test_an_alliance_without_members_is_told(changed: CHANGED) -> None:
    linted = changed("alliance_members", pl.col("alliance") == "ex-town-together", out=True)

    assert "no party belongs to this alliance" in problems(linted)


def test_an_election_that_could_name_the_one_before_is_told(changed: CHANGED) -> None:
    linted = changed("elections", pl.col("id") == E25, previous="")

    assert [(a.file, a.column) for a in linted.advice] == [("elections.csv", "previous")]


def test_a_house_of_which_a_seat_is_missing_is_told(changed: CHANGED) -> None:
    linted = changed("houses", pl.col("id") == "ex-marrowby-council", elected_seats="6")

    assert f"ex-marrowby-council has 6 elected seats, and 5 vote in {E25}" in problems(linted)


def test_a_source_that_nothing_names_is_told(changed: CHANGED) -> None:
    linted = changed("sources", pl.col("id") == "courier", id="gazette")

    assert linted.faults[0].value == "courier"
    assert "no row names this source" in problems(linted)


def test_a_seat_without_outline_is_told(council: Path) -> None:
    shapes = json.loads((council / "map.json").read_text())
    shapes["features"].pop()
    (council / "map.json").write_text(json.dumps(shapes))

    assert problems(lint_pack(council)) == [
        "seats of ex-marrowby-council (2021) have no outline, so the desk draws no map"
    ]
