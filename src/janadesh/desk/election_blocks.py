"""Two blocks of an election's page: turnout by phase, and change against the election before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.changes import party_changes
from janadesh.desk.as_of import AsOf
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.election_facts import ElectionFacts

Row = dict[str, Any]

MOST_PARTIES = 8
"""Parties whose change is listed; the comparison has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One phase, with turnout in per cent as last told and as told by the end of its day; None is unknown."""

    number: int
    on_date: dt.date | None
    seats: int
    electors: int | None
    turnout: float | None
    that_evening: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What parties gained and lost against the election before."""

    earlier: model.Election
    parties: tuple[Row, ...]


def turnout_by_phase(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> tuple[Phase, ...]:
    """Give the phases of an election with their turnout as told by a moment; none where it has no phases."""
    figures = desk.record.history(model.Figure, as_of.moment, election=facts.election.id, scope="phase")
    phases = sorted({row.phase for row in facts.contests if row.phase})
    if len(phases) < 2 or figures.filter(pl.col("measure") == "turnout").is_empty():
        return ()
    there = figures.with_columns(told_on=pl.col("known_at").dt.convert_time_zone(as_of.time_zone).dt.date())
    return tuple(_phase(facts, there.filter(pl.col("scope_id") == str(phase)), phase) for phase in phases)


def _phase(facts: ElectionFacts, figures: pl.DataFrame, phase: int) -> Phase:
    told = figures.filter(pl.col("measure") == "turnout").to_dicts()
    final = [row for row in told if row["basis"] == "final"] or told
    that_day = [row for row in told if row["told_on"] == facts.poll_on(phase)]
    electors = figures.filter(pl.col("measure") == "electors")["value"].to_list()
    return Phase(
        number=phase,
        on_date=facts.poll_on(phase),
        seats=sum(row.phase == phase for row in facts.contests),
        electors=int(electors[-1]) if electors else None,
        turnout=final[-1]["value"] if final else None,
        that_evening=that_day[-1]["value"] if that_day and that_day != told else None,
    )


def change_against_before(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> Change | None:
    """Compare parties with the election before; None where the record names none, or before any result."""
    election, moment = facts.election, as_of.moment
    if election.previous is None or not facts.seats.has_begun:
        return None
    earlier = desk.record.frame(model.Election, moment, id=election.previous).to_dicts()
    if not earlier:
        return None
    changes = party_changes(desk.record, election.id, election.previous, moment)
    told = changes.filter(pl.any_horizontal(pl.col("won", "won_before") > 0))
    largest = told.sort(pl.max_horizontal("won", "won_before"), descending=True, maintain_order=True)
    rows = largest.head(MOST_PARTIES).sort("won", "votes", descending=True)
    return Change(
        earlier=model.Election(**earlier[0]),
        parties=tuple(row | {"css": colour_class(row["party"])} for row in rows.iter_rows(named=True)),
    )
