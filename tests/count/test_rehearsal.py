"""A rehearsal is a made-up count that ends in the official result, and that no other record takes for real."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from janadesh import model
from janadesh.analysis.contests import contest_results
from janadesh.analysis.found import the_election
from janadesh.count import replaying
from janadesh.count.rehearsal import Rehearsal
from janadesh.count.rehearsal import as_lines
from janadesh.count.rehearsal import rehearsal
from janadesh.errors import Impossible
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.count_feed import observe
from janadesh.sources.loading import load

ELECTION = "ex-marrowby-2025"
NIGHT = "rehearsal-ex-marrowby-2025"


@pytest.fixture
def council(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "council.sqlite") as record:
        load(record, "example-council")
        yield record


@pytest.fixture
def rehearsed(council: Record) -> Rehearsal:
    return rehearsal(council, the_election(council, ELECTION), rounds=4)


@pytest.fixture
def night(rehearsed: Rehearsal, tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "night.sqlite") as record:
        for statements in rehearsed.before:
            record.load(statements)
        yield record


def feed(rehearsed: Rehearsal, folder: Path) -> Path:
    file = folder / "made-up-count.jsonl.gz"
    with gzip.open(file, "wt", encoding="utf-8") as written:
        written.writelines(json.dumps(line) + "\n" for line in as_lines(rehearsed))
    return file


def played(record: Record, file: Path) -> None:
    recorded = observe(file, record)
    assert recorded.set_aside == ()
    for _ in replaying.replay(record, recorded, replaying.begin(record, recorded)):
        pass


def test_before_the_count_nothing_is_known_of_its_end(night: Record) -> None:
    assert night.frame(model.Tally, election=NIGHT).is_empty()
    assert night.frame(model.Candidacy, election=NIGHT).height == 13
    assert "won" not in set(contest_results(night, NIGHT)["status"])


def test_the_made_up_count_ends_in_the_official_result(
    council: Record, night: Record, rehearsed: Rehearsal, tmp_path: Path
) -> None:
    played(night, feed(rehearsed, tmp_path))

    final = ["constituency", "serial", "evm", "postal", "total"]
    counted = night.frame(model.Tally, election=NIGHT).select(final).sort(final)
    assert counted.equals(council.frame(model.Tally, election=ELECTION).select(final).sort(final))
    winners = ["constituency", "winner_serial"]
    assert contest_results(night, NIGHT).select(winners).equals(contest_results(council, ELECTION).select(winners))
    assert night.frame(model.Alarm).is_empty()


def test_votes_only_rise_from_round_to_round(rehearsed: Rehearsal) -> None:
    votes = rehearsed.lines.filter(pl.col("serial").is_not_null()).sort("round")
    risen = votes.select(pl.col("total").diff().over("constituency", "serial").drop_nulls())

    assert risen["total"].min() >= 0  # type: ignore[operator]
    assert votes["round"].max() == 4


def test_the_election_says_that_it_is_made_up(night: Record) -> None:
    (name,) = night.frame(model.Election).filter(id=NIGHT)["name"]

    assert name == "Rehearsal, made up: Marrowby Town Council election, 2025"


def test_no_other_record_takes_the_made_up_count_for_real(
    council: Record, rehearsed: Rehearsal, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="no such contest"):
        observe(feed(rehearsed, tmp_path), council)


def test_what_was_not_counted_cannot_be_rehearsed(night: Record) -> None:
    with pytest.raises(Impossible, match="no votes of"):
        rehearsal(night, the_election(night, NIGHT))
