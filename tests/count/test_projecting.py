"""What the record knows of a count is what the projection is asked with, on the real day of 4 June 2024."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import sqlalchemy as sa

from janadesh import model
from janadesh.count.observations import batches
from janadesh.count.projecting import known_at
from janadesh.count.projecting import projection_of
from janadesh.count.replaying import begin
from janadesh.count.replaying import replay
from janadesh.count.replaying import split_at
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.count_feed import observe
from janadesh.sources.observations import Feed
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import RESULT_KNOWN
from tests.builders import statements
from tests.cli.conftest import Janadesh
from tests.cli.conftest import janadesh as janadesh
from tests.count import counted
from tests.count.counted import small_record

ELECTION = "in-ls-2024"
AT_FOUR = dt.datetime(2024, 6, 4, 10, 30, tzinfo=dt.UTC)
"""16:00 in India."""


@pytest.fixture(scope="module")
def by_four(shared: Path, bundled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Give a record of the real count to 16:30; what came after 16:00 must not matter."""
    place = shutil.copy(bundled_file, tmp_path_factory.mktemp("projecting") / "record.sqlite")
    with open_record(place) as record:
        whole = observe(shared / "data" / "count-feed-2024-06-04", record)
        observed, _ = split_at(whole.observed, AT_FOUR + dt.timedelta(minutes=30))
        feed = Feed(read_from=whole.read_from, foundation=whole.foundation, observed=observed)
        for _ in replay(record, feed, begin(record, feed), batches(observed, 20_000)):
            pass
        yield record


def test_the_real_count_is_projected_from_the_record(by_four: Record) -> None:
    known = known_at(by_four, ELECTION, AT_FOUR)
    projection = projection_of(known)

    assert known.hours == 8.0
    assert known.contests.height > 480
    assert projection is not None
    chances = projection.candidates.group_by("contest").agg(pl.col("chance").sum())
    assert chances["chance"].round(9).unique().to_list() == [1.0]
    bjp = projection.seats(0.9).row(0, named=True)
    assert bjp["party"] == "in-bjp"
    assert bjp["low"] < bjp["median"] < bjp["high"]


def test_nothing_known_later_is_looked_at(by_four: Record) -> None:
    """The record goes on to 16:30, of which what is known at 16:00 has nothing."""
    known, later = known_at(by_four, ELECTION, AT_FOUR), known_at(by_four, ELECTION, AT_FOUR + dt.timedelta(minutes=30))
    assert known.history.height < later.history.height
    assert known.history["at"].max() <= AT_FOUR  # type: ignore[operator]
    assert known.contests.filter("declared").height < later.contests.filter("declared").height


def test_projection_asked_again_is_the_same(by_four: Record) -> None:
    known = known_at(by_four, ELECTION, AT_FOUR)
    one, other = projection_of(known), projection_of(known)
    assert one is not None
    assert other is not None
    assert (one.party_draws == other.party_draws).all()


def test_before_anything_was_shown_nothing_is_projected(tmp_path: Path) -> None:
    with small_record(tmp_path) as record:
        known = known_at(record, ELECTION, counted.moment(0))
        assert projection_of(known) is None
        assert known.unseen == 3


def five_years_before() -> list[model.Noun]:
    """Give an earlier election in Araku: Alpha 60, Beta 30, an independent 10, NOTA 5, by two segments."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    where: dict[str, Any] = {"election": "in-ls-2019", "constituency": counted.place("Araku")}
    house: dict[str, Any] = {"house": "in-ls", "time_zone": "Asia/Kolkata", "source": ECI.id}
    votes = {1: ("alpha", 60), 2: ("beta", 30), 3: ("independent", 10)}
    nouns: list[model.Noun] = [
        model.Election(id="in-ls-2019", name="2019", year=2019, known_at=BEFORE_ALL, **house),
        model.Election(
            id=ELECTION, name="2024", year=2024, previous="in-ls-2019", known_at=BEFORE_ALL + dt.timedelta(1), **house
        ),
        model.Contest(**where, **said),
        model.Tally(**where, serial=model.NOTA, total=5, **said),
    ]
    for serial, (party, total) in votes.items():
        nouns.append(model.Candidacy(**where, serial=serial, name=party.upper(), party=party, **said))
        nouns.append(model.Tally(**where, serial=serial, total=total, **said))
        nouns += [
            model.StationTally(**where, segment=segment, station=str(station), serial=serial, votes=total // 5, **said)
            for segment, station in ((1, 1), (1, 2), (2, 1))
        ]
    return nouns


def test_the_result_before_is_that_of_the_very_same_seat_without_nota(tmp_path: Path) -> None:
    with small_record(tmp_path) as record:
        record.load(statements(*five_years_before()), loaded_at=RESULT_KNOWN)
        known = known_at(record, ELECTION, counted.moment(0))
    araku = counted.place("Araku")
    assert sorted(known.previous.rows(), key=str) == sorted(
        [(araku, "alpha", 60.0), (araku, "beta", 30.0), (araku, None, 10.0)], key=str
    )
    first = known.segments.filter(pl.col("segment") == "1").sort("votes", descending=True)
    assert first.rows() == [(araku, "1", "alpha", 24.0), (araku, "1", "beta", 12.0), (araku, "1", None, 4.0)]


def test_without_an_election_before_nothing_is_known_of_it(tmp_path: Path) -> None:
    with small_record(tmp_path) as record:
        known = known_at(record, ELECTION, counted.moment(0))
    assert known.previous.is_empty()
    assert known.segments.is_empty()
    assert known.without_previous == known.contests.height


def test_nothing_is_asked_of_the_record_twice(tmp_path: Path) -> None:
    """In a record of all of India each question takes its time; a projection puts the same ones in several places."""
    asked: list[tuple[str, str]] = []
    with small_record(tmp_path) as record:

        @sa.event.listens_for(record.engine, "before_cursor_execute")
        def note(*about: Any) -> None:
            _, _, words, values, *_ = about
            asked.append((words, str(values)))

        known_at(record, ELECTION, counted.moment(0))
    questions = [question for question in asked if question[0].startswith("SELECT")]
    assert len(questions) > 10
    assert len(questions) == len(set(questions))


def test_command_names_its_method_and_limits(by_four: Record, janadesh: Janadesh) -> None:
    place = str(by_four.engine.url.database)
    answer = janadesh("project", ELECTION, "--as-of", "2024-06-04T16:00", "--by", "alliance", "--record", place)
    assert answer.code == 0, answer.err
    assert "A majority is 272 seats." in answer.err
    assert "Method:" in answer.err
    assert "Limits:" in answer.err
    assert "contests have no previous result in the record" in answer.err
    assert "National Democratic Alliance" in answer.out


def test_contests_are_listed_with_an_interval_of_the_margin(by_four: Record, janadesh: Janadesh) -> None:
    place = str(by_four.engine.url.database)
    words = ("--by", "constituency", "--as-of", "2024-06-04T16:00", "--format", "csv", "--record", place)
    answer = janadesh("project", ELECTION, *words)
    assert answer.code == 0, answer.err
    rows = pl.read_csv(answer.out.encode())
    assert rows.filter(pl.col("low") > pl.col("high")).is_empty()
    assert rows["chance"].is_between(0, 1).all()
