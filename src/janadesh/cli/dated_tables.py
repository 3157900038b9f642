"""Tables of what was announced and who stands where: elections, schedules, alliances, offices."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import polars as pl

from janadesh.export.figures import day_in_words
from janadesh.export.tables import Column
from janadesh.export.tables import PeoplesTable
from janadesh.export.tables import peoples_table
from janadesh.export.tables import text


def elections_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out which elections the record holds."""
    columns = (
        Column("id", "Id"),
        Column("name", "Election", text),
        Column("polled_from", "Polled from", _day),
        Column("polled_to", "To", _day),
        Column("counted_on", "Counted", _day),
        Column("contests", "Seats", is_number=True),
        Column("declared", "Declared", is_number=True),
    )
    return peoples_table(title, frame, columns)


def schedule_table(title: str, frame: pl.DataFrame, time_zone: str) -> PeoplesTable:
    """Lay out an election's steps, and of a moved one when it was moved and from which day."""
    step = pl.when(pl.col("phase").is_null()).then("event").otherwise(pl.format("{}, phase {}", "event", "phase"))
    moved = [_move(row, time_zone) for row in frame.iter_rows(named=True)]
    columns = (
        Column("step", "Step", text),
        Column("on_date", "Day", _day),
        Column("moved", "Moved", text),
        Column("announced", "Announced", _day),
        Column("source", "Source", text),
    )
    announced = pl.col("known_at").dt.convert_time_zone(time_zone).dt.date()
    shown = frame.with_columns(step=step, announced=announced, moved=pl.Series(moved, dtype=pl.String))
    return peoples_table(title, shown, columns)


def alliances_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out which parties stand together."""
    columns = (
        Column("alliance_name", "Alliance", text),
        Column("party_name", "Party", text),
        Column("status", "Standing", text),
        Column("known_at", "Known", lambda moment: _day(moment.date())),
        Column("source", "Source", text),
    )
    return peoples_table(title, frame, columns)


def offices_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out who holds which office."""
    columns = (
        Column("office", "Office", text),
        Column("of_name", "Of", text),
        Column("person_name", "Held by", text),
        Column("valid_from", "From", _day),
        Column("valid_to", "To", _day),
    )
    return peoples_table(title, frame, columns)


def vacancies_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out which seats fell vacant."""
    columns = (
        Column("on_date", "Day", _day),
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("reason", "Reason", text),
        Column("person_name", "Member", text),
    )
    return peoples_table(title, frame, columns)


def laws_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out rules with their laws."""
    columns = (Column("kind", "About", text), Column("says", "Rule", text), Column("law", "Law", text))
    return peoples_table(title, frame, columns)


def _day(day: dt.date | None) -> str:
    return "" if day is None else day_in_words(day)


def _move(row: dict[str, dt.datetime | dt.date | None], time_zone: str) -> str | None:
    moved_from, moved_on = row["moved_from"], row["moved_on"]
    if moved_from is None or not isinstance(moved_on, dt.datetime):
        return None
    on = moved_on.astimezone(ZoneInfo(time_zone)).date()
    return f"on {day_in_words(on, year=False)} from {day_in_words(moved_from, year=False)}"
