"""A small count for tests: three seats, and what was observed of them, minute by minute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from janadesh import model
from janadesh.count.scene import Contests
from janadesh.count.scene import contests_of
from janadesh.record.book import Record
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.observations import Feed
from janadesh.sources.observations import Observations
from janadesh.sources.observations import leads_frame
from janadesh.sources.observations import votes_frame
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat

SEATS = ("Araku", "Jalaun", "Surat")
ELECTORS = 10_000
TURNOUT = 60.0
SOURCE = f"count-feed-{ELECTION}"
_STOOD = [Stood("ANITA", "Alpha"), Stood("BABU", "Beta"), Stood("CHITRA", "Independent")]
_BEGIN = dt.datetime(2024, 6, 4, 10, 0, tzinfo=dt.UTC)

Row = dict[str, Any]


def place(name: str) -> str:
    return f"in-ls-{name.lower()}"


def moment(minute: float) -> dt.datetime:
    return _BEGIN + dt.timedelta(minutes=minute)


def small_record(folder: Path) -> Record:
    """Make a record of an election in three seats, with three candidates each, before the count."""
    seats = [
        noun for number, name in enumerate(SEATS, start=1) for noun in seat(name, _STOOD, number=number, status=None)
    ]
    known: dict[str, Any] = {"election": ELECTION, "scope": "constituency", "known_at": BEFORE_ALL, "source": ECI.id}
    figures = [
        model.Figure(scope_id=place(name), measure=measure, value=value, unit=unit, **known)
        for name in SEATS
        for measure, value, unit in (("electors", ELECTORS, "votes"), ("turnout", TURNOUT, "percent"))
    ]
    return record_of(folder, *lok_sabha(), *parties(_STOOD), *seats, *figures)


def contests(record: Record) -> Contests:
    return contests_of(record, [ELECTION])


def shown(
    minute: float, name: str, votes: Mapping[int, int | tuple[int | None, int | None, int | None]], **page: Any
) -> list[Row]:
    """Give the rows of a page: total votes by serial, or EVM, postal and total."""
    rows = []
    for serial, figures in votes.items():
        evm, postal, total = figures if isinstance(figures, tuple) else (None, None, figures)
        rows.append(
            {
                "observed_at": moment(minute),
                "election": ELECTION,
                "constituency": place(name),
                "serial": serial,
                "evm": evm,
                "postal": postal,
                "total": total,
                "page": f"{name} at {minute:g}",
                "source": SOURCE,
            }
            | page
        )
    return rows


def led(minute: float, name: str, leading: int, trailing: int, margin: int, status: str = "counting") -> Row:
    """Give a row of a list of leads."""
    return {
        "observed_at": moment(minute),
        "election": ELECTION,
        "constituency": place(name),
        "leading": leading,
        "trailing": trailing,
        "margin": margin,
        "status": status,
        "page": f"leads at {minute:g}",
        "source": SOURCE,
    }


def observed(votes: Iterable[Row] = (), leads: Iterable[Row] = ()) -> Observations:
    return Observations(votes=votes_frame(_frame(votes)), leads=leads_frame(_frame(leads)))


def feed(observations: Observations) -> Feed:
    source = model.Source(id=SOURCE, title="The count", publisher="a test", kind="archive")
    return Feed(
        read_from="a feed",
        foundation=Statements("a feed", {model.Source: frame_of(model.Source, [source])}),
        observed=observations,
    )


def _frame(rows: Iterable[Row]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), infer_schema_length=None)
