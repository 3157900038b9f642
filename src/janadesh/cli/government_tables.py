"""The tables in which `janadesh whatif`, `government` and `share` lay out their answers for people."""

from __future__ import annotations

import polars as pl

from janadesh.cli.analysis_tables import decimal
from janadesh.cli.change_tables import yes
from janadesh.count.projected import chance
from janadesh.export.figures import UNKNOWN
from janadesh.export.tables import Column
from janadesh.export.tables import PeoplesTable
from janadesh.export.tables import peoples_table
from janadesh.export.tables import text


def supposed_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out seats as they were and as they would be, by party or alliance; those without seats are left out."""
    columns = (
        Column("name", "Party or alliance", text),
        Column("actual", "Won", str, is_number=True),
        Column("expected", "Would win", decimal, is_number=True),
        Column("low", "5th", str, is_number=True),
        Column("high", "95th", str, is_number=True),
        Column("majority", "Majority", chance, is_number=True),
    )
    return peoples_table(title, frame.filter((pl.col("actual") > 0) | (pl.col("high") > 0)), columns)


def supposed_seats_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out who won each seat and who would be likeliest to."""
    columns = (
        Column("number", "No.", text, is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("winner_short", "Won by", text),
        Column("likely_short", "Would go to", text),
        Column("chance", "Chance", chance, is_number=True),
        Column("changed", "Changes hands", yes),
    )
    return peoples_table(title, frame, columns)


def benches_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out who sits in a house with how many seats and what power."""
    columns = (
        Column("name", "Party or alliance", text),
        Column("seats", "Seats", str, is_number=True),
        Column("missing", "Short of majority", str, is_number=True),
        Column("banzhaf", "Banzhaf", share, is_number=True),
        Column("shapley", "Shapley–Shubik", share, is_number=True),
        Column("needed", "Needed by some majority", yes),
    )
    return peoples_table(title, frame, columns)


def coalitions_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out coalitions of which every member is needed."""
    columns = (
        Column("coalition", "Coalition", text),
        Column("seats", "Seats", str, is_number=True),
        Column("members", "Members", str, is_number=True),
        Column("to_fall", "Have to leave to end it", str, is_number=True),
    )
    return peoples_table(title, frame, columns)


def share(value: float) -> str:
    """Write a share from 0 to 1 in per cent with one place."""
    return f"{100 * value:.1f}%"


def plans_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out plans of sharing seats beside each other."""
    partners = [name for name in frame.columns if name not in {"plan", "expected", "majority", "friendly"}]
    columns = (
        Column("plan", "Plan", text),
        *(Column(name, name, _counted, is_number=True) for name in partners),
        Column("friendly", "Friendly", _counted, is_number=True),
        Column("expected", "Would win", decimal, is_number=True),
        Column("majority", "Majority", chance, is_number=True),
    )
    return peoples_table(title, frame, columns)


def shared_seats_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out which partner gets which seat, and why."""
    columns = (
        Column("number", "No.", text, is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("choice_short", "To", text),
        Column("chance", "Chance", chance, is_number=True),
        Column("second_short", "Next best", text),
        Column("second_chance", "Chance", chance, is_number=True),
        Column("agreed_short", "Agreed", text),
        Column("own", "Own votes", _points, is_number=True),
        Column("partners", "Partners'", _points, is_number=True),
        Column("rival_short", "Rival", text),
        Column("rival", "Votes", _points, is_number=True),
        Column("why", "Why", text),
    )
    return peoples_table(title, frame, columns)


def _counted(number: int | None) -> str:
    return UNKNOWN if number is None else str(number)


def _points(share_of_votes: float) -> str:
    return f"{share_of_votes:.0f}%"
