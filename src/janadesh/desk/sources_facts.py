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

KINDS = ("official", "agency", "press", "archive", "derived")
"""Kinds of source, the nearest to the event first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One source: its row of `sources`, how many statements it made in which table, and from when to when."""

    row: Row
    statements: int
    of_what: tuple[tuple[str, int], ...]
    first: dt.datetime
    last: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfKind:
    """The sources of one kind, those with most statements first."""

    kind: str
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
            kind=kind,
            voices=tuple(sorted(by_kind[kind], key=lambda voice: (-voice.statements, voice.row["title"]))),
        )
        for kind in order
        if kind in by_kind
    )


def _voice(row: Row, said: pl.DataFrame) -> Voice:
    return Voice(
        row=row,
        statements=int(said["statements"].sum()),
        of_what=tuple(said.select("table", "statements").iter_rows()),
        first=min(said["first_known"].to_list()),
        last=max(said["last_known"].to_list()),
    )
