"""What the list of elections says: each election, its seats and how far its count has come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from janadesh import model
from janadesh.desk.as_of import AsOf
from janadesh.record.book import Record
from janadesh.record.counted import counted


@dataclass(frozen=True, slots=True)
class Listed:
    """One election in the list."""

    election: model.Election
    seats: int
    declared: int
    count_on: dt.date | None


@dataclass(frozen=True, slots=True)
class OfHouse:
    """The elections to one house, latest first."""

    id: str
    house: str
    elections: tuple[Listed, ...]


def elections_by_house(record: Record, as_of: AsOf) -> tuple[OfHouse, ...]:
    """List the elections that are known at a moment; the house with the latest election comes first."""
    moment = as_of.moment
    houses = dict(record.frame(model.House, moment).select("id", "name").iter_rows())
    # a record of decades has tens of thousands of each
    seats, declared = (
        dict(counted(record, noun, "election", moment).iter_rows()) for noun in (model.Contest, model.Declaration)
    )
    counts = record.frame(model.ScheduleEntry, moment, event="count")
    count_on = dict(counts.select("election", "on_date").iter_rows())
    by_house: dict[str, list[Listed]] = {}
    for row in record.frame(model.Election, moment).iter_rows(named=True):
        election = model.Election(**row)
        listed = Listed(election, seats.get(election.id, 0), declared.get(election.id, 0), count_on.get(election.id))
        by_house.setdefault(election.house, []).append(listed)
    groups = [
        OfHouse(house, houses.get(house, house), tuple(sorted(held, key=_when, reverse=True)))
        for house, held in by_house.items()
    ]
    return tuple(sorted(groups, key=lambda group: _when(group.elections[0]), reverse=True))


def latest_whole_house(groups: tuple[OfHouse, ...], today: dt.date) -> model.Election | None:
    """
    Choose the latest general election that fills a whole house; None where the record has none with seats.

    One that was counted long ago and of which no result is on the record is chosen last.
    """
    listed = [
        listed
        for group in groups
        for listed in group.elections
        if listed.seats and listed.election.kind == "general" and listed.election.territory is None
    ]
    to_tell = [one for one in listed if one.declared or one.count_on is None or one.count_on >= today]
    return max(to_tell or listed, key=_when).election if listed else None


def _when(listed: Listed) -> tuple[int, dt.date, str]:
    return listed.election.year, listed.count_on or dt.date.min, listed.election.id
