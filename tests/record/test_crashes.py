"""A load that is killed at any point leaves the record as it was before, or holds the load whole."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from janadesh import model
from janadesh.record.opening import open_record
from janadesh.record.transactions import writing
from tests.builders import statements
from tests.record.conftest import NewPlace
from tests.record.loads_to_kill import OF_A_LOAD
from tests.record.loads_to_kill import counted
from tests.record.loads_to_kill import load_rounds
from tests.record.loads_to_kill import prepare
from tests.record.processes import start

KILLS = int(os.environ.get("JANADESH_KILLS", "20"))
"""How often a loading process is killed; JANADESH_KILLS=100 is the full measure."""

SEED = int(os.environ.get("JANADESH_KILL_SEED", "20240604"))
"""Where chance begins: another number kills at other points."""

ENDLESS = range(1, 100_000)


@pytest.fixture
def done(tmp_path: Path) -> Path:
    """Give the file in which a loading process notes what was kept."""
    return tmp_path / "done"


def wait_for(done: Path, lines: int) -> None:
    """Wait until so many loads are noted as kept."""
    until = time.monotonic() + 120
    while not done.exists() or len(done.read_text().splitlines()) < lines:
        assert time.monotonic() < until, "the loading process does not come on"
        time.sleep(0.001)


def test_a_load_killed_at_a_random_point_is_whole_or_absent(new_place: NewPlace, done: Path) -> None:
    """Each process takes on the record that the killed one before it left; after twenty a new record is begun."""
    chance = random.Random(SEED)
    for killed in range(KILLS):
        if killed % 20 == 0:
            place, kept = new_place(), 0
            prepare(place)
        done.unlink(missing_ok=True)
        process = start(load_rounds, place, range(kept + 1, kept + 10_000), str(done))
        wait_for(done, 1)
        first_done = time.monotonic()
        wait_for(done, 2)
        of_a_load = time.monotonic() - first_done
        time.sleep(chance.uniform(0, 2 * of_a_load))
        process.kill()
        process.join()
        said_kept = int(done.read_text().split()[-1])

        with open_record(place) as record:
            # PostgreSQL may still be at work on what the killed one asked for
            with writing(record.engine):
                pass
            entries = record.entries()[1:]
            tallies = record.history(model.Tally)
            assert record.altered() == []

        assert process.exitcode == -9
        assert [entry.statements for entry in entries] == [OF_A_LOAD] * len(entries)
        assert tallies.height == OF_A_LOAD * len(entries)
        # what was said to be kept is kept; the one under way may have come through as well
        assert len(entries) in {said_kept, said_kept + 1}
        kept = len(entries)


def test_after_a_kill_the_same_load_goes_on_where_it_stopped(place: str, done: Path) -> None:
    prepare(place)
    process = start(load_rounds, place, ENDLESS, str(done))
    wait_for(done, 2)
    process.kill()
    process.join()

    with open_record(place) as record:
        kept = len(record.entries()) - 1
        again = [record.load(statements(*counted(number))) for number in range(1, kept + 2)]

        assert [entry is None for entry in again] == [True] * kept + [False]
        assert record.altered() == []
