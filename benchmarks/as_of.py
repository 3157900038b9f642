"""
Ask a record of half a million tallies for those of one election, at any moment.

    python benchmarks/as_of.py [--elections 400] [--asked 200]

One of the elections was also counted in 20 rounds, so that it has many more statements than answers. Both are asked
as of moments spread over all that was ever said.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from figures import Figure
from figures import keep
from janadesh import model
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from made_up_results import KNOWN_AT
from made_up_results import made_up
from made_up_results import rounds_of

COUNTED = "in-election-0"
ROUNDS = 20

Question = tuple[str, dt.datetime | None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--elections", type=int, default=400)
    parser.add_argument("--asked", type=int, default=200)
    args = parser.parse_args()
    chance = random.Random(20240604)
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.sqlite") as record:
        statements = made_up(args.elections)
        record.load(statements)
        record.load(rounds_of(statements, COUNTED, ROUNDS))
        others = [f"in-election-{number}" for number in range(1, args.elections)]

        def any_moment() -> Question:
            return chance.choice(others), _days_later(chance.uniform(0, 9000))

        def now() -> Question:
            return chance.choice(others), None

        def while_counted() -> Question:
            return COUNTED, _days_later(1 + chance.uniform(0, ROUNDS / 1440))

        report("one election, any moment", record, args.asked, any_moment)
        report("one election, now", record, args.asked, now)
        report(f"one counted in {ROUNDS} rounds", record, args.asked, while_counted)


def report(called: str, record: Record, asked: int, question: Callable[[], Question]) -> None:
    times, rows = [], 0
    for _ in range(asked):
        election, moment = question()
        started = time.perf_counter()
        rows = record.frame(model.Tally, moment, election=election).height
        times.append(1000 * (time.perf_counter() - started))
    median, worst = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"{called:28}{rows:6} rows  median {median:6.2f} ms  best {min(times):6.2f}  95 % under {worst:6.2f}")
    keep(Figure(what=f"as of a moment: {called}", ours=f"{median:.1f} ms (median), 95 % under {worst:.1f} ms"))


def _days_later(days: float) -> dt.datetime:
    return KNOWN_AT + dt.timedelta(days=days)


if __name__ == "__main__":
    main()
