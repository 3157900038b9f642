"""Who governs in the house that an election filled, as far as offices on the record say so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import polars as pl

from janadesh import model
from janadesh.analysis.found import the_election
from janadesh.analysis.rules import day_of
from janadesh.record.book import Record
from janadesh.record.moments import Moment

HEADS = {"assembly": "chief minister", "parliament": "prime minister"}
"""The office that leads the government, by the kind of house."""

STAYED = dt.timedelta(days=30)
"""So long after a count, who led the government before it and still does is taken to govern in the new house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Governing:
    """
    The head of a government, and with whom that person's party stood at the election.

    `parties` are the head's own party and the members of its alliance at the election, whoever has a seat or not.
    """

    office: str
    person: str
    person_name: str
    since: dt.date | None
    party: str
    alliance: str | None
    parties: tuple[str, ...]


def governing(record: Record, election: str, as_of: Moment | None = None) -> Governing | None:
    """
    Give who leads the government in the house that an election filled, as known at a moment.

    Of a house that another election has followed, it is who led it last. None where no office says so, or the
    head's party is not known.

    Raises: NotInRecord.
    """
    found = the_election(record, election, as_of)
    houses = record.frame(model.House, as_of, id=found.house).to_dicts()
    office = HEADS.get(houses[-1]["kind"]) if houses else None
    if office is None:
        return None
    counted, day = day_of(record, found.id, as_of), _last_day(record, found, as_of)
    terms = (
        record.frame(model.Office, as_of, office=office, of=houses[-1]["territory"])
        .filter(
            pl.col("valid_from") <= day,
            pl.col("valid_to").is_null() | (pl.col("valid_to") >= day),
            (pl.col("valid_from") >= counted) | pl.lit(day >= counted + STAYED),
        )
        .sort("valid_from")
        .to_dicts()
    )
    if not terms:
        return None
    head = terms[-1]
    party = _party_of(record, found.id, head["person"], as_of)
    if party is None:
        return None
    names = record.frame(model.Person, as_of, id=head["person"])["name"].to_list()
    members = record.frame(model.AllianceMember, as_of, election=found.id, status="member")
    own = members.filter(pl.col("party") == party)["alliance"].to_list()
    allies = members.filter(pl.col("alliance").is_in(own[-1:]))["party"].to_list()
    return Governing(
        office=office,
        person=head["person"],
        person_name=names[0] if names else head["person"],
        since=head["valid_from"],
        party=party,
        alliance=own[-1] if own else None,
        parties=tuple(dict.fromkeys([party, *allies])),
    )


def _last_day(record: Record, election: model.Election, as_of: Moment | None) -> dt.date:
    """Give the moment's day, or the day on which the next election to the house was counted."""
    own = day_of(record, election.id, as_of)
    others = record.frame(model.Election, as_of, house=election.house, kind="general")
    later = [day for day in (day_of(record, other, as_of) for other in others["id"]) if day > own]
    return min([record.moment(as_of).astimezone(ZoneInfo(record.time_zone)).date(), *later])


def _party_of(record: Record, election: str, person: str, as_of: Moment | None) -> str | None:
    stood = record.frame(model.Candidacy, as_of, election=election, person=person)["party"].to_list()
    told = record.frame(model.Person, as_of, id=person)["party"].to_list()
    return next(iter([*stood, *filter(None, told)]), None)
