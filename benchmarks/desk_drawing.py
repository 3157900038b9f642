"""
How long the desk takes to draw a page from the full record: sixty years of elections all over India.

    python benchmarks/desk_drawing.py --india FILE

FILE is a record made by `benchmarks/lokdhaba_load.py --record FILE`; where there is none it is made of ../shared, which
takes some minutes. Processor time is told, so that other programs on the machine matter less. The first draw
finds everything that the page says, as after each load; the pages after it are drawn anew of what was found, each under
an address of its own, since one that was drawn before is given as it was.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from starlette.testclient import TestClient

from figures import Figure
from figures import keep
from janadesh.desk.app import create_app
from janadesh.desk.request_limits import Limits
from janadesh.record.opening import open_record
from lokdhaba_load import DATA
from lokdhaba_load import files_given
from lokdhaba_load import with_janadesh

ELECTIONS = {"90 seats": "/elections/in-jk-2024", "543 seats": "/elections/in-ls-2024"}
LARGE_PARTIES = {"the Congress": "/parties/in-inc", "the BJP": "/parties/in-bjp"}
GOAL, GOAL_OF_FIRST = 50.0, 1500.0
"""Milliseconds to draw an election's page again, and a large party's page for the first time."""


def drawing(india: Path, times: int = 10) -> None:
    """Measure the pages, and keep what was found."""
    with open_record(india) as record:
        for what, path in ELECTIONS.items():
            for language, name in (("en", "English"), ("hi", "Hindi")):
                with TestClient(create_app(record, limits=Limits()), base_url="http://127.0.0.1") as desk:
                    first, again = _draws(desk, f"{path}?lang={language}", times)
                told(f"an election's page, {what}, {name}, drawn again", again, GOAL)
                told(f"an election's page, {what}, {name}, first draw", first)
        for name, path in LARGE_PARTIES.items():
            with TestClient(create_app(record, limits=Limits()), base_url="http://127.0.0.1") as desk:
                # what does not depend on the party is found before
                desk.get("/about-the-numbers").raise_for_status()
                first, again = _draws(desk, f"{path}?lang=en", times)
            told(f"the page of {name}, first draw", first, GOAL_OF_FIRST)
            told(f"the page of {name}, drawn again", again)


def _draws(desk: TestClient, address: str, times: int) -> tuple[float, float]:
    first = _milliseconds(desk, address)
    return first, statistics.median(_milliseconds(desk, f"{address}&again={number}") for number in range(times))


def _milliseconds(desk: TestClient, address: str) -> float:
    began = time.process_time()
    desk.get(address, headers=_PLAIN).raise_for_status()
    return (time.process_time() - began) * 1000


_PLAIN = {"accept-encoding": "identity"}
"""What it takes to compress a page is no part of drawing it."""


def told(what: str, milliseconds: float, goal: float | None = None) -> None:
    """Print and keep one figure."""
    asked = f"under {goal:.0f} ms" if goal else ""
    print(f"{what}: {milliseconds:.0f} ms of processor time{f' (goal: {asked})' if goal else ''}", flush=True)
    met = milliseconds < goal if goal else None
    keep(Figure(what=f"full record: {what}", ours=f"{milliseconds:.0f} ms of processor time", goal=asked, met=met))


def full_record(place: Path) -> Path | None:
    """Give the record of all India, made where it is not there yet; None without ../shared."""
    if not place.exists():
        if not DATA.is_dir():
            return None
        with_janadesh(files_given(DATA), place)
    return place


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--india", type=Path, required=True, help="the full record; made where it is not there")
    parser.add_argument("--times", type=int, default=10, help="how often each page is drawn again")
    options = parser.parse_args()
    place = full_record(options.india)
    if place is None:
        print("Skipped: needs the real election data in ../shared.")
        return
    drawing(place, options.times)


if __name__ == "__main__":
    main()
