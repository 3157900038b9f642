"""The days on which what is known of an election changed, so that a reader can go back to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from janadesh import model
from janadesh.record.book import Record

MOST = 9
"""More days than this are thinned to those on which the weightiest things became known."""

_CHANGES: Mapping[type[model.Noun], str] = {
    model.Declaration: "results",
    model.ScheduleEntry: "schedule",
    model.SeatShareTotal: "seat-sharing",
    model.AllianceMember: "alliances",
    model.Tally: "votes",
    model.Candidacy: "candidates",
}
"""What may become known, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A day, and what became known on it, in words."""

    day: dt.date
    what: tuple[str, ...]


def turns_of(record: Record, election: str) -> tuple[Turn, ...]:
    """List the days on which statements about an election became known, oldest first."""
    zone = ZoneInfo(record.time_zone)
    changes: dict[dt.date, list[str]] = {}
    for noun, word in _CHANGES.items():
        for known_at in record.history(noun, election=election)["known_at"].unique():
            of_day = changes.setdefault(known_at.astimezone(zone).date(), [])
            if word not in of_day:
                of_day.append(word)
    weights = list(_CHANGES.values())
    days = sorted(changes, key=lambda day: weights.index(changes[day][0]))[:MOST]
    return tuple(Turn(day, tuple(changes[day])) for day in sorted(days))
