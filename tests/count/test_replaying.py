"""However a count is replayed, twice, shuffled, doubled, cut or killed, the record ends the same."""

from __future__ import annotations

import os
import random
import shutil
import time
from pathlib import Path

import polars as pl
import pytest

from janadesh import model
from janadesh.count.observations import batches
from janadesh.count.pacing import paced
from janadesh.count.replaying import begin
from janadesh.count.replaying import checkpoint
from janadesh.count.replaying import replay
from janadesh.count.replaying import split_at
from janadesh.count.replaying import take_in
from janadesh.count.resuming import state_of
from janadesh.count.scene import contests_of
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.count_feed import observe
from janadesh.sources.observations import Feed
from janadesh.sources.observations import Observations
from tests.count.counted import feed
from tests.count.counted import moment
from tests.count.counted import observed
from tests.count.counted import shown
from tests.count.counted import small_record
from tests.count.replays_to_kill import long_feed
from tests.count.replays_to_kill import replay_slowly
from tests.record.processes import start

COUNTED = (model.Tally, model.HeldTally, model.Lead, model.Alarm, model.Declaration)
KILLS = 100 if os.environ.get("CI") == "true" else 10
"""A kill takes half a second of processor time."""


def play(record: Record, count: Feed, about: int = 10**6) -> None:
    for _ in replay(record, count, begin(record, count), batches(count.observed, about)):
        pass


def ends_as(record: Record) -> list[pl.DataFrame]:
    """Give all that the record holds of the count, in one order."""
    return [record.history(noun).sort(*noun.KEY, "known_at", nulls_last=True) for noun in COUNTED]


def same(one: list[pl.DataFrame], other: list[pl.DataFrame]) -> bool:
    return all(a.equals(b) for a, b in zip(one, other, strict=True))


@pytest.fixture
def plain(tmp_path: Path) -> list[pl.DataFrame]:
    """Give what a record holds after the count was played once."""
    folder = tmp_path / "plain"
    folder.mkdir()
    with small_record(folder) as record:
        play(record, long_feed())
        return ends_as(record)


def test_a_count_replayed_twice_adds_nothing(tmp_path: Path, plain: list[pl.DataFrame]) -> None:
    with small_record(tmp_path) as record:
        play(record, long_feed())
        entries = len(record.entries())
        play(record, long_feed(), about=50)

        assert len(record.entries()) == entries
        assert same(ends_as(record), plain)


def test_a_count_shuffled_and_doubled_ends_the_same(tmp_path: Path, plain: list[pl.DataFrame]) -> None:
    count = long_feed()
    mixed = Observations(
        votes=pl.concat([count.observed.votes] * 2).sample(fraction=1, shuffle=True, seed=7),
        leads=pl.concat([count.observed.leads] * 2).sample(fraction=1, shuffle=True, seed=8),
    )
    with small_record(tmp_path) as record:
        play(record, feed(mixed), about=60)

        assert same(ends_as(record), plain)


def test_a_count_cut_and_resumed_ends_the_same(tmp_path: Path, plain: list[pl.DataFrame]) -> None:
    count = long_feed()
    with small_record(tmp_path) as record:
        play(record, feed(split_at(count.observed, moment(17))[0]), about=30)
        assert checkpoint(record, count) == moment(17)
        play(record, count)

        assert same(ends_as(record), plain)


def test_a_replay_killed_at_random_points_and_resumed_ends_the_same(tmp_path: Path, plain: list[pl.DataFrame]) -> None:
    """`kill -9`: nothing is lost, nothing is there twice, and the ledger holds whole entries only."""
    small_record(tmp_path).close()
    place, chance = str(tmp_path / "record.sqlite"), random.Random(5)
    for killed in range(KILLS):
        started = tmp_path / f"started-{killed}"
        process = start(replay_slowly, place, str(started))
        until = time.monotonic() + 60
        while not started.exists() and process.is_alive():
            assert time.monotonic() < until, "the replay does not begin"
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.3))
        process.kill()
        process.join()
        with open_record(place) as record:
            assert record.altered() == []
            assert all(frame.filter(frame.is_duplicated()).is_empty() for frame in ends_as(record))

    with open_record(place) as record:
        play(record, long_feed())
        assert same(ends_as(record), plain)
        assert record.altered() == []


def test_what_is_later_than_a_final_result_stands_beside_it(tmp_path: Path) -> None:
    """A result is dated to the end of its day; a feed that goes on after midnight does not take it back."""
    with small_record(tmp_path) as record:
        final = model.Tally(
            election="in-ls-2024", constituency="in-ls-araku", serial=1, total=900, known_at=moment(5), source="eci"
        )
        record.load(Statements("result", {model.Tally: frame_of(model.Tally, [final])}))
        play(record, feed(observed([*shown(0, "Araku", {1: 880}), *shown(9, "Araku", {1: 890})])))

        stands = record.frame(model.Tally, constituency="in-ls-araku")
        assert stands.select("total", "status").rows() == [(900, "final")]
        assert record.frame(model.HeldTally)["total"].to_list() == [890]
        assert record.frame(model.Alarm).is_empty()


def test_observations_come_when_they_are_due() -> None:
    """At sixty times the speed a minute takes a second; what falls due meanwhile comes along."""
    now = [0.0]
    seen = observed([row for minute in (0, 1, 2, 3) for row in shown(minute, "Araku", {1: 10 + minute})])

    def sleep(seconds: float) -> None:
        now[0] += seconds

    came = []
    for at, batch in paced(seen, 60, None, lambda: now[0], sleep):
        came.append((at, batch.height, round(now[0], 3)))
        if at == moment(0):
            now[0] += 2

    assert came == [(moment(0), 1, 0.0), (moment(2), 2, 2.0), (moment(3), 1, 3.0)]


def test_what_the_record_has_comes_first_and_at_once() -> None:
    seen = observed([row for minute in (0, 1, 90) for row in shown(minute, "Araku", {1: 10 + minute})])

    first = next(paced(seen, 60, moment(1), lambda: 0.0, lambda _: None))

    assert (first[0], first[1].height) == (moment(1), 2)


def test_the_real_count_ends_the_same_cut_and_shuffled(shared: Path, bundled_file: Path, tmp_path: Path) -> None:
    """The whole of 4 June 2024, on the packs alone, whose record lacks nearly all candidates."""
    folder = shared / "data" / "count-feed-2024-06-04"
    ends = []
    for name, pieces in (("once", 1), ("cut", 3)):
        with open_record(shutil.copy(bundled_file, tmp_path / f"{name}.sqlite")) as record:
            count = observe(folder, record)
            votes = (
                count.observed.votes.sample(fraction=1, shuffle=True, seed=3) if pieces > 1 else count.observed.votes
            )
            mixed = Feed(
                read_from=count.read_from,
                foundation=count.foundation,
                observed=Observations(votes=votes, leads=count.observed.leads),
            )
            contests = begin(record, mixed)
            for _ in replay(record, mixed, contests, batches(mixed.observed, count.observed.height // pieces + 1)):
                pass
            ends.append(ends_as(record))

    assert same(*ends)
    assert ends[0][0].height > 110_000


def test_a_count_goes_on_from_the_record_alone(tmp_path: Path, plain: list[pl.DataFrame]) -> None:
    """What is followed live has no feed to play again: the state is made of what the record has."""
    count = long_feed()
    before, after = split_at(count.observed, moment(17))
    with small_record(tmp_path) as record:
        play(record, feed(before))
        contests = contests_of(record, ["in-ls-2024"])
        take_in(record, state_of(record, contests), after, contests, "the rest")

        pages = ["earlier_source", "later_source"]
        ends = [frame.drop(pages, strict=False) for frame in ends_as(record)]
        assert same(ends, [frame.drop(pages, strict=False) for frame in plain])
