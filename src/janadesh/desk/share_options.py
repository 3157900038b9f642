"""Who could share the seats of an election, and which earlier elections could tell where each is strong."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.analysis.rules import day_of
from janadesh.analysis.shared_seats import proposed_seats
from janadesh.desk.as_of import AsOf
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.party_facts import results_of

MOST_PARTIES = 12
MOST_ELECTIONS = 4
"""Of each house, the latest."""
RECENT = 6
"""Years before which an election to another house is not chosen beforehand."""


@dataclass(frozen=True, slots=True)
class PartyOption:
    """A party that may be a partner."""

    id: str
    name: str
    short: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingOptions:
    """What the form offers; `partners` and `earlier` are what it begins with."""

    parties: tuple[PartyOption, ...]
    elections: tuple[model.Election, ...]
    partners: tuple[str, ...]
    earlier: tuple[str, ...]


def sharing_options(desk: Desk, election: model.Election, as_of: AsOf) -> SharingOptions:
    """
    Give what the form of an election offers and begins with.

    It begins with the partners between whom the record knows seats to have been shared, else with the largest
    alliance, and with the last election to the same house and a recent one to the house around it.
    """
    elections = _elections_before(desk, election, as_of)
    own = [e.id for e in elections if e.house == election.house][:1]
    around = [e.id for e in elections if e.house != election.house and election.year - e.year < RECENT][:1]
    votes = _votes(desk, own + around, as_of)
    partners = tuple(party for party in _partners(desk, election.id, as_of) if party in set(votes["party"]))
    return SharingOptions(
        parties=_parties(desk, votes, partners, as_of),
        elections=elections,
        partners=partners if len(partners) > 1 else (),
        earlier=tuple(own + around),
    )


def party_options(desk: Desk, parties: tuple[str, ...], as_of: AsOf) -> tuple[PartyOption, ...]:
    """Give parties by their ids, in that order; those that the record does not know are left out."""
    rows = {row["id"]: row for row in desk.record.frame(model.Party, as_of.moment, id=list(parties)).to_dicts()}
    return tuple(
        PartyOption(party, rows[party]["name"], rows[party]["abbreviation"], colour_class(party))
        for party in parties
        if party in rows
    )


def _elections_before(desk: Desk, election: model.Election, as_of: AsOf) -> tuple[model.Election, ...]:
    record, moment = desk.record, as_of.moment
    seats = record.frame(model.Contest, moment, election=election.id)["constituency"].to_list()
    within = record.frame(model.Constituency, moment, id=seats)["within"].drop_nulls().unique().to_list()
    houses = [election.house, *record.frame(model.Constituency, moment, id=within)["house"].unique().to_list()]
    held = record.frame(model.Election, moment, house=houses, kind="general").filter(pl.col("id") != election.id)
    own_day = day_of(record, election.id, moment)
    days: dict[str, dt.date] = {row["id"]: day_of(record, row["id"], moment) for row in held.to_dicts()}
    found = [model.Election(**row) for row in held.iter_rows(named=True) if days[row["id"]] < own_day]
    found.sort(key=lambda e: days[e.id], reverse=True)
    of_house = [[e for e in found if e.house == house][:MOST_ELECTIONS] for house in dict.fromkeys(houses)]
    return tuple(e for elections in of_house for e in elections)


def _votes(desk: Desk, elections: list[str], as_of: AsOf) -> pl.DataFrame:
    known = [results_of(desk, e, as_of).select("party", "share") for e in elections]
    if not known:
        return pl.DataFrame(schema={"party": pl.String, "share": pl.Float64})
    return pl.concat(known).filter(pl.col("share") > 0).group_by("party").agg(pl.col("share").sum())


def _partners(desk: Desk, election: str, as_of: AsOf) -> tuple[str, ...]:
    members = desk.record.frame(model.AllianceMember, as_of.moment, election=election, status="member")
    if members.is_empty():
        return ()
    shared = set(proposed_seats(desk.record, election, as_of.moment)["party"])
    of_alliance: dict[str, list[str]] = {}
    for alliance, party in members.select("alliance", "party").unique(maintain_order=True).iter_rows():
        of_alliance.setdefault(alliance, []).append(party)
    strongest: list[str] = max(of_alliance.values(), key=lambda parties: (len(shared & set(parties)), len(parties)))
    return tuple(strongest)


def _parties(desk: Desk, votes: pl.DataFrame, partners: tuple[str, ...], as_of: AsOf) -> tuple[PartyOption, ...]:
    alone = desk.record.frame(model.Party, as_of.moment, kind="independent")["id"].to_list()
    largest = votes.filter(~pl.col("party").is_in(alone)).sort("share", "party", descending=[True, False])
    named = dict.fromkeys([*partners, *largest["party"].head(MOST_PARTIES).to_list()])
    return party_options(desk, tuple(named), as_of)
