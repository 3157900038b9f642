"""A process that loads one thing after the other into a record, for others to kill or to write beside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from janadesh import model
from janadesh.record.opening import open_record
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import lok_sabha
from tests.builders import statements

SEATS = 60
CANDIDATES = 10
OF_A_LOAD = SEATS * CANDIDATES
"""How many statements each load adds."""

_COUNTED_FROM = dt.datetime(2024, 6, 4, 3, 0, tzinfo=dt.UTC)


def prepare(place: str) -> None:
    """Make a record of an election of `SEATS` constituencies in which nothing is counted yet."""
    said = {"known_at": _COUNTED_FROM, "source": ECI.id}
    seats = [
        model.Constituency(
            id=f"in-ls-{number}",
            house="in-ls",
            delimitation="2008",
            number=number,
            name=f"Seat {number}",
            official_name=f"SEAT {number}",
            territory="in",
            known_at=_COUNTED_FROM,
            source=ECI.id,
        )
        for number in range(1, SEATS + 1)
    ]
    contests = [model.Contest(election=ELECTION, constituency=seat.id, **said) for seat in seats]  # type: ignore[arg-type]
    with open_record(place) as record:
        record.load(statements(*lok_sabha(), *seats, *contests, read_from="the election"))


def load_rounds(place: str, rounds: Sequence[int], done: str) -> None:
    """Load rounds of a count, one load each, and note in a file each one that is said to be kept."""
    with open_record(place) as record, Path(done).open("a", encoding="utf-8") as note:
        for number in rounds:
            record.load(statements(*counted(number), read_from=f"round {number}"))
            note.write(f"{number}\n")
            note.flush()


def counted(number: int) -> list[model.Tally]:
    """Give every candidate's votes after a round."""
    known_at = _COUNTED_FROM + dt.timedelta(minutes=number)
    return [
        model.Tally(
            election=ELECTION,
            constituency=f"in-ls-{seat}",
            serial=serial,
            evm=1000 * number + 10 * seat + serial,
            status="interim",
            round=number,
            known_at=known_at,
            source=ECI.id,
        )
        for seat in range(1, SEATS + 1)
        for serial in range(1, CANDIDATES + 1)
    ]
