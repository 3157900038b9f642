"""A process that replays a count into a record, slowly enough to be killed."""

from __future__ import annotations

import random
from pathlib import Path

from janadesh.count.observations import batches
from janadesh.count.replaying import begin
from janadesh.count.replaying import replay
from janadesh.record.opening import open_record
from janadesh.sources.observations import Feed
from tests.count.counted import SEATS
from tests.count.counted import feed
from tests.count.counted import led
from tests.count.counted import observed
from tests.count.counted import shown

PAGES = 40


def long_feed() -> Feed:
    """Give a count of some minutes in which figures rise, and now and then fall."""
    chance = random.Random(20240604)
    votes = {(name, serial): 100 for name in SEATS for serial in range(4)}
    rows, leads = [], []
    for minute in range(PAGES):
        for name in SEATS:
            for serial in range(4):
                votes[name, serial] = max(0, votes[name, serial] + chance.randint(-3, 60))
            rows += shown(minute, name, {serial: votes[name, serial] for serial in range(4)})
            first, second = sorted((1, 2), key=lambda serial: -votes[name, serial])
            leads.append(led(minute, name, first, second, votes[name, first] - votes[name, second]))
    return feed(observed(rows, leads))


def replay_slowly(place: str, started: str) -> None:
    """Replay it in small batches, and note in a file when the first is in the record."""
    count = long_feed()
    with open_record(place) as record:
        for _ in replay(record, count, begin(record, count), batches(count.observed, 15)):
            Path(started).touch()
