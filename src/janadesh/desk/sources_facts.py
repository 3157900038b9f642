"""Who said what, and how much: every source of an election or of the whole record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.desk.as_of import AsOf
from janadesh.record.book import Record
from janadesh.record.said import statements_by_source

Row = dict[str, Any]

WORDS = {
    "territories": ("territory", "territories"),
    "houses": ("house", "houses"),
    "constituencies": ("constituency", "constituencies"),
    "lineage": ("line of descent of a constituency", "lines of descent of constituencies"),
    "parties": ("party", "parties"),
    "party_descents": ("descent of a party", "descents of parties"),
    "alliances": ("alliance", "alliances"),
    "alliance_members": ("standing in an alliance", "standings in alliances"),
    "persons": ("person", "people"),
    "names": ("other name", "other names"),
    "elections": ("election", "elections"),
    "seat_shares": ("seat shared", "seats shared"),
    "seat_share_totals": ("seat-sharing total", "seat-sharing totals"),
    "schedule": ("step of the schedule", "steps of the schedule"),
    "contests": ("contest", "contests"),
    "candidacies": ("candidacy", "candidacies"),
    "endorsements": ("endorsement", "endorsements"),
    "tallies": ("tally of votes", "tallies of votes"),
    "leads": ("lead while counting", "leads while counting"),
    "held_tallies": ("tally held back", "tallies held back"),
    "alarms": ("alarm", "alarms"),
    "declarations": ("declaration", "declarations"),
    "repolls": ("repoll", "repolls"),
    "vacancies": ("vacancy", "vacancies"),
    "polling_stations": ("polling station", "polling stations"),
    "station_tallies": ("tally at a polling station", "tallies at polling stations"),
    "figures": ("published figure", "published figures"),
    "offices": ("office", "offices"),
}
"""What one row, and several, of each table are called on the page."""

KINDS = ("official", "agency", "press", "archive", "derived")
"""Kinds of source, the nearest to the event first."""

KIND_WORDS = {
    "official": ("Official", "the authority that holds or counts the election, or a law"),
    "agency": ("News agencies", "agencies that report the count"),
    "press": ("Press", "newspapers and broadcasters"),
    "archive": ("Archives", "scholarly collections of results"),
    "derived": ("Derived", "reasoned from the other statements, by a stated rule"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One source: its row of `sources`, how many statements it made of what, and from when to when."""

    row: Row
    statements: int
    of_what: tuple[tuple[str, int], ...]
    first: dt.datetime
    last: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfKind:
    """The sources of one kind, those with most statements first."""

    heading: str
    meaning: str
    voices: tuple[Voice, ...]

    @property
    def statements(self) -> int:
        """How many statements they made together."""
        return sum(voice.statements for voice in self.voices)


def sources_facts(record: Record, as_of: AsOf, election: str | None = None) -> tuple[OfKind, ...]:
    """Gather the sources of an election, or of everything, by kind."""
    counted = statements_by_source(record, as_of.moment, election)
    rows = {row["id"]: row for row in record.frame(model.Source, as_of.moment).iter_rows(named=True)}
    by_kind: dict[str, list[Voice]] = {}
    for (source,), said in counted.sort("statements", descending=True).group_by(["source"], maintain_order=True):
        row = rows.get(str(source))
        if row is not None:
            by_kind.setdefault(row["kind"], []).append(_voice(row, said))
    order = [*KINDS, *sorted(set(by_kind) - set(KINDS))]
    return tuple(
        OfKind(
            heading=KIND_WORDS.get(kind, (kind.capitalize(), ""))[0],
            meaning=KIND_WORDS.get(kind, ("", ""))[1],
            voices=tuple(sorted(by_kind[kind], key=lambda voice: (-voice.statements, voice.row["title"]))),
        )
        for kind in order
        if kind in by_kind
    )


def _voice(row: Row, said: pl.DataFrame) -> Voice:
    of_what = tuple(
        (WORDS.get(table, (table, table))[count != 1], count)
        for table, count in said.select("table", "statements").iter_rows()
    )
    return Voice(
        row=row,
        statements=int(said["statements"].sum()),
        of_what=of_what,
        first=min(said["first_known"].to_list()),
        last=max(said["last_known"].to_list()),
    )
