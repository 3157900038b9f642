"""What is exported as a pack and loaded again gives the same record."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from janadesh import model
from janadesh.export.one_election import of_elections
from janadesh.export.packs import losses_of_packs
from janadesh.export.packs import packs_of
from janadesh.export.said import ENTRY
from janadesh.export.said import Said
from janadesh.export.said import everything_said
from janadesh.export.table_files import pack_files
from janadesh.export.writing import NotWritten
from janadesh.export.writing import write_folder
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.pack import read_pack
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat
from tests.builders import statements

LATER = dt.datetime(2024, 6, 5, tzinfo=dt.UTC)
TWO = [Stood("Asha", "Red", total=60), Stood("Bela", "Blue", total=40)]


def exported(said: Said, folder: Path) -> list[Path]:
    """Write statements as packs; give the folders to load, in order."""
    packs = packs_of(said, name="a test", title="A test", time_zone="Asia/Kolkata")
    write_folder(folder, pack_files(packs))
    return [folder] if len(packs) == 1 else sorted(folder.iterdir())


def loaded(folders: list[Path], file: Path) -> Record:
    record = open_record(file)
    for folder in folders:
        record.load(read_pack(folder))
    return record


@pytest.fixture(scope="module")
def again(bundled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a record made from an export of the bundled one."""
    folder = tmp_path_factory.mktemp("again")
    with open_record(bundled_file) as record:
        packs = exported(everything_said(record), folder / "pack")
    loaded(packs, folder / "record.sqlite").close()
    return folder / "record.sqlite"


@pytest.mark.parametrize("noun", model.NOUNS, ids=lambda noun: noun.TABLE)
def test_every_statement_comes_back_with_its_times(bundled: Record, again: Path, noun: type[model.Noun]) -> None:
    with open_record(again) as record:
        assert_frame_equal(record.history(noun), bundled.history(noun))


@pytest.mark.parametrize("moment", ["2024-08-22", "2024-08-31", "2024-10-08T12:00", "2026-01-01"])
def test_the_loaded_record_answers_the_same_as_of_any_moment(bundled: Record, again: Path, moment: str) -> None:
    with open_record(again) as record:
        for noun in model.NOUNS:
            assert_frame_equal(record.frame(noun, moment), bundled.frame(noun, moment))


def test_what_was_exported_is_exported_again_byte_for_byte(bundled: Record, again: Path) -> None:
    with open_record(again) as record:
        packs = [
            packs_of(everything_said(held), name="a", title="A", time_zone="Asia/Kolkata") for held in (bundled, record)
        ]
    assert dict(pack_files(packs[0])) == dict(pack_files(packs[1]))


def test_what_two_loads_said_at_one_time_is_kept_in_two_packs(tmp_path: Path) -> None:
    with record_of(tmp_path, *lok_sabha(), *parties(TWO), *seat("Delhi", TWO)) as record:
        candidacies = record.frame(model.Candidacy)
        renamed = candidacies.with_columns(name=pl.lit("Asha Rani")).head(1)
        tally = model.Tally(
            election="in-ls-2024", constituency="in-ls-delhi", serial=2, total=41, known_at=LATER, source=ECI.id
        )
        said_again: dict[type[model.Noun], pl.DataFrame] = {model.Candidacy: pl.concat([renamed, candidacies.tail(1)])}
        later = statements(tally)
        record.load(replace(later, frames={**later.frames, **said_again}))
        packs = exported(everything_said(record), tmp_path / "packs")

        assert [pack.name for pack in packs] == ["01", "02"]
        with loaded(packs, tmp_path / "again.sqlite") as same:
            for noun in model.NOUNS:
                assert_frame_equal(same.history(noun), record.history(noun))
                assert_frame_equal(same.frame(noun), record.frame(noun))


@cache
def extract_of(file: Path) -> dict[type[model.Noun], pl.DataFrame]:
    with open_record(file) as record:
        return of_elections(everything_said(record), ["in-jk-2024"])


def test_one_election_takes_along_all_that_it_refers_to(bundled_file: Path) -> None:
    kept = extract_of(bundled_file)

    ids = {noun.TABLE: set(frame["id"]) for noun, frame in kept.items() if "id" in frame.columns}
    dangling = {
        (table, column): set(kept[model.NOUN_OF_TABLE[table]][column].drop_nulls()) - ids[target]
        for (table, column), target in model.REFERENCES.items()
    }
    assert {place: missing for place, missing in dangling.items() if missing} == {}
    assert set(kept[model.Tally]["election"]) == {"in-jk-2024"}


def test_the_extract_of_one_election_loads_by_itself_and_answers_the_same(
    bundled: Record, bundled_file: Path, tmp_path: Path
) -> None:
    packs = exported(extract_of(bundled_file), tmp_path / "pack")

    with loaded(packs, tmp_path / "one.sqlite") as record:
        for noun in (model.Tally, model.Candidacy, model.SeatShare, model.Declaration, model.ScheduleEntry):
            for moment in ("2024-08-22", "2024-10-09"):
                assert_frame_equal(
                    record.frame(noun, moment, election="in-jk-2024"),
                    bundled.frame(noun, moment, election="in-jk-2024"),
                )


def test_other_names_and_offices_of_those_who_stand_come_along(bundled: Record, bundled_file: Path) -> None:
    kept = extract_of(bundled_file)

    persons = kept[model.Person]["id"].unique().to_list()
    assert kept[model.Office].filter(pl.col("person") == "omar-abdullah").height > 0
    assert_frame_equal(
        kept[model.Name].filter(noun="person").select("of", "name"),
        bundled.history(model.Name, noun="person", of=persons).select("of", "name"),
        check_row_order=False,
    )


def test_a_vacancy_comes_along_with_its_seat_unless_it_is_of_another_election(tmp_path: Path) -> None:
    said: dict[str, Any] = {"constituency": "in-ls-delhi", "reason": "died", "known_at": LATER, "source": ECI.id}
    other = replace(next(n for n in lok_sabha() if isinstance(n, model.Election)), id="in-ls-2019", year=2019)
    vacancies = [
        model.Vacancy(on_date=dt.date(2025, 1, day), election=election, **said)
        for day, election in enumerate((None, "in-ls-2024", "in-ls-2019"), start=1)
    ]
    nouns = [*lok_sabha(), other, *parties(TWO), *seat("Delhi", TWO), *vacancies]
    with record_of(tmp_path, *nouns) as record:
        kept = of_elections(everything_said(record), ["in-ls-2024"])

    assert kept[model.Vacancy]["election"].to_list() == [None, "in-ls-2024"]


def test_an_export_as_of_a_moment_leaves_out_what_was_known_later(bundled: Record) -> None:
    said = everything_said(bundled, "2024-08-22")

    assert_frame_equal(
        said[model.ScheduleEntry].drop(ENTRY),
        bundled.history(model.ScheduleEntry, "2024-08-22"),
        check_row_order=False,
    )


def test_texts_that_a_pack_cannot_tell_from_unknown_ones_are_counted(tmp_path: Path) -> None:
    alliance = model.Alliance(id="a", name="A", short_name="A", colour="", known_at=BEFORE_ALL, source=ECI.id)
    with record_of(tmp_path, *lok_sabha(), alliance) as record:
        losses = losses_of_packs(everything_said(record))

    assert [(loss.table, loss.count) for loss in losses] == [("alliances", 1)]


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "thesis.txt").write_text("mine")

    with pytest.raises(NotWritten, match="--force"):
        write_folder(tmp_path / "pack", [("tallies.csv", b"")])
    with pytest.raises(NotWritten, match=r"thesis\.txt"):
        write_folder(tmp_path / "pack", [("tallies.csv", b"")], force=True)
    assert [file.name for file in tmp_path.rglob("*")] == ["pack", "thesis.txt"]


def test_an_export_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def files() -> object:
        yield "tallies.csv", b"election"
        raise RuntimeError("interrupted")

    with pytest.raises(RuntimeError):
        write_folder(tmp_path / "pack", files())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
