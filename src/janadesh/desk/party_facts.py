"""Everything that a party's page says: where it stood and won, with whom, and who leads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.offices import with_names
from janadesh.analysis.over_elections import party_over_elections
from janadesh.analysis.parties import party_results
from janadesh.analysis.sources import sources_of
from janadesh.analysis.territories import country_of
from janadesh.desk.as_of import AsOf
from janadesh.desk.candidacy_rows import CandidacyRow
from janadesh.desk.candidacy_rows import candidacy_rows
from janadesh.desk.desk import Desk
from janadesh.desk.drawings.over_time import OverTime
from janadesh.desk.drawings.over_time import Result
from janadesh.desk.drawings.over_time import over_time
from janadesh.export.figures import Digits
from janadesh.export.figures import digits_of_country
from janadesh.record.book import Record
from janadesh.record.moments import Moment

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtElection:
    """A party's or an alliance's figures at one election, and what `party_results` gives of it."""

    election: model.Election
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class InHouse:
    """The elections to one house, latest first, and how it fared in them."""

    id: str
    name: str
    elections: tuple[AtElection, ...]
    drawn: OverTime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """What the page of one party says at one moment."""

    party: Row
    digits: Digits
    elections: tuple[AtElection, ...]
    """Every election that it stood in, latest first."""
    houses: tuple[InHouse, ...]
    names: tuple[str, ...]
    descents: tuple[Row, ...]
    alliances: tuple[Row, ...]
    offices: tuple[Row, ...]
    sources: tuple[Row, ...]


def party_facts(desk: Desk, party: Row, as_of: AsOf) -> PartyFacts:
    """Ask the record for a party's page, `party` being its row of `parties`."""
    record, moment = desk.record, as_of.moment
    stood = desk.remembered.answer(("where it stood", party["id"]), moment, lambda: _stood(record, party["id"], moment))
    country = country_of(record, stood[0].election.id, moment) if stood else None
    return PartyFacts(
        party=party,
        digits=digits_of_country(country),
        elections=stood,
        houses=by_house(record, stood, moment),
        names=other_names(record, "party", party["id"], moment),
        descents=_descents(record, party["id"], moment),
        alliances=_alliances(record, party["id"], moment),
        offices=offices_of(record, moment, of=party["id"]),
        sources=tuple(
            sources_of(record, (model.Candidacy, model.AllianceMember), moment, party=party["id"]).to_dicts()
        ),
    )


def _stood(record: Record, party: str, as_of: Moment) -> tuple[AtElection, ...]:
    rows = {row["election"]: row for row in party_over_elections(record, party, as_of).iter_rows(named=True)}
    elections = elections_of(record, list(rows), as_of)
    return tuple(AtElection(election=election, row=rows[election.id]) for election in elections)


def results_of(desk: Desk, election: str, as_of: AsOf) -> pl.DataFrame:
    """Give `party_results`, remembered."""
    return desk.remembered.answer(
        ("party results", election), as_of.moment, lambda: party_results(desk.record, election, as_of.moment)
    )


def seats_at(desk: Desk, party: str, election: str, as_of: AsOf) -> tuple[CandidacyRow, ...]:
    """Give the seats that a party stood in at an election, those won first, then by share; remembered."""

    def ask() -> tuple[CandidacyRow, ...]:
        rows = desk.votes(election, as_of).filter(pl.col("party") == party)
        order = [pl.col("won").fill_null(value=False), pl.col("share"), pl.col("number")]
        return candidacy_rows(rows.sort(order, descending=[True, True, False], nulls_last=True))

    return desk.remembered.answer(("seats of party", party, election), as_of.moment, ask)


def elections_of(record: Record, held: Sequence[str], as_of: Moment) -> list[model.Election]:
    """Give elections by their ids, the one counted last first."""
    rows = record.frame(model.Election, as_of, id=list(held)).iter_rows(named=True)
    counts = record.frame(model.ScheduleEntry, as_of, event="count", election=list(held))
    counted_on = dict(counts.select("election", "on_date").iter_rows())
    found = [model.Election(**row) for row in rows]
    return sorted(found, key=lambda e: (e.year, counted_on.get(e.id, dt.date(e.year, 1, 1)), e.id), reverse=True)


def by_house(record: Record, stood: Sequence[AtElection], as_of: Moment) -> tuple[InHouse, ...]:
    """Part elections by house, the house with most of them first, and draw those of more than one."""
    names = dict(record.frame(model.House, as_of).select("id", "name").iter_rows())
    gathered: dict[str, list[AtElection]] = {}
    for at in stood:
        gathered.setdefault(at.election.house, []).append(at)
    houses = [
        InHouse(id=house, name=names.get(house, house), elections=tuple(ats), drawn=over_time(_results(ats)))
        for house, ats in gathered.items()
    ]
    return tuple(sorted(houses, key=lambda house: (-len(house.elections), house.name)))


def _results(stood: Sequence[AtElection]) -> list[Result]:
    # a by-election is of a few seats only, and no point on the same line
    general = [at for at in stood if at.election.kind == "general"]
    return [
        Result(
            election=at.election.name,
            year=at.election.year,
            share=at.row["share"],
            won=at.row["won"],
            contested=at.row["contested"],
        )
        for at in reversed(general)
    ]


def other_names(record: Record, noun: str, of: str, as_of: Moment) -> tuple[str, ...]:
    """Give the other names of a thing, as the record spells them."""
    names = record.frame(model.Name, as_of, noun=noun, of=of)["name"].to_list()
    return tuple(dict.fromkeys(names))


def offices_of(record: Record, as_of: Moment, **equals: str) -> tuple[Row, ...]:
    """Give offices with the names of who held them, latest first."""
    held = with_names(record, record.frame(model.Office, as_of, **equals), as_of)
    order = held.sort("valid_from", "office", descending=[True, False], nulls_last=True)
    return tuple(order.to_dicts())


def _descents(record: Record, party: str, as_of: Moment) -> tuple[Row, ...]:
    names = record.frame(model.Party, as_of).select("id", "name")
    told = []
    for mine, other in (("party", "predecessor"), ("predecessor", "party")):
        rows = record.frame(model.PartyDescent, as_of, **{mine: party})
        named = rows.join(names, left_on=other, right_on="id", how="left")
        told += [
            {"how": row["how"], "is_from": mine == "party", "other": row[other], "name": row["name"] or row[other]}
            | {"on_date": row["on_date"]}
            for row in named.iter_rows(named=True)
        ]
    return tuple(told)


def _alliances(record: Record, party: str, as_of: Moment) -> tuple[Row, ...]:
    """Give every statement on a party in an alliance, latest election first, the statements of each in order."""
    said = record.history(model.AllianceMember, as_of, party=party)
    names = record.frame(model.Alliance, as_of).select(alliance="id", alliance_name="name")
    elections = record.frame(model.Election, as_of).select("year", election="id", election_name="name")
    sources = record.frame(model.Source, as_of).select("title", "publisher", "url", "published", source="id")
    joined = (
        said.join(names, on="alliance", how="left")
        .join(elections, on="election", how="left")
        .join(sources, on="source", how="left")
    )
    return tuple(joined.sort("year", "election", "known_at", descending=[True, True, False]).to_dicts())
