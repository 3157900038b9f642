"""Everything that an alliance's page says: who belonged to it at which election, and what they won together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.parties import alliance_results
from janadesh.analysis.sources import sources_of
from janadesh.analysis.territories import country_of
from janadesh.desk.as_of import AsOf
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.party_facts import AtElection
from janadesh.desk.party_facts import InHouse
from janadesh.desk.party_facts import by_house
from janadesh.desk.party_facts import elections_of
from janadesh.desk.party_facts import other_names
from janadesh.desk.party_facts import results_of
from janadesh.export.figures import Digits
from janadesh.export.figures import digits_of_country
from janadesh.record.book import Record
from janadesh.record.moments import Moment

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A party's standing at one election: `talks`, `member` or `left`; seats are None where it did not stand."""

    status: str
    won: int | None
    contested: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A party that was ever named with the alliance; `at` is by election, with None where nothing was said."""

    party: str
    name: str
    short: str
    colour: str
    at: tuple[Standing | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceFacts:
    """What the page of one alliance says at one moment."""

    alliance: Row
    digits: Digits
    elections: tuple[model.Election, ...]
    """Elections in which anything was said of it, latest first."""
    houses: tuple[InHouse, ...]
    partners: tuple[Partner, ...]
    said: tuple[Row, ...]
    names: tuple[str, ...]
    sources: tuple[Row, ...]


def alliance_facts(desk: Desk, alliance: Row, as_of: AsOf) -> AllianceFacts:
    """Ask the record for an alliance's page, `alliance` being its row of `alliances`."""
    record, moment = desk.record, as_of.moment
    members = record.frame(model.AllianceMember, moment, alliance=alliance["id"])
    elections = elections_of(record, members["election"].unique().to_list(), moment)
    results = [AtElection(election=e, row=row) for e in elections for row in _result(desk, alliance["id"], e, as_of)]
    told = (model.AllianceMember, model.SeatShare, model.SeatShareTotal)
    return AllianceFacts(
        alliance=alliance,
        digits=digits_of_country(country_of(record, elections[0].id, moment) if elections else None),
        elections=tuple(elections),
        houses=by_house(record, results, moment),
        partners=_partners(desk, members, elections, as_of),
        said=_said(record, alliance["id"], moment),
        names=other_names(record, "alliance", alliance["id"], moment),
        sources=tuple(sources_of(record, told, moment, alliance=alliance["id"]).to_dicts()),
    )


def _result(desk: Desk, alliance: str, election: model.Election, as_of: AsOf) -> list[Row]:
    results = desk.remembered.answer(
        ("alliance results", election.id),
        as_of.moment,
        lambda: alliance_results(desk.record, election.id, as_of.moment),
    )
    return results.filter(pl.col("alliance") == alliance).to_dicts()


def _partners(desk: Desk, members: pl.DataFrame, elections: list[model.Election], as_of: AsOf) -> tuple[Partner, ...]:
    status = {(row["party"], row["election"]): row["status"] for row in members.iter_rows(named=True)}
    results = {
        (row["party"], election.id): row
        for election in elections
        for row in results_of(desk, election.id, as_of).iter_rows(named=True)
    }
    named = desk.record.frame(model.Party, as_of.moment, id=members["party"].unique().to_list())
    partners = [
        Partner(
            party=party["id"],
            name=party["name"],
            short=party["abbreviation"],
            colour=colour_class(party["id"]),
            at=tuple(_standing(status.get((party["id"], e.id)), results.get((party["id"], e.id))) for e in elections),
        )
        for party in named.iter_rows(named=True)
    ]
    # the party named at most elections first, then that with most seats
    return tuple(
        sorted(
            partners,
            key=lambda p: (
                -sum(at is not None for at in p.at),
                -sum((at.won or 0) for at in p.at if at is not None),
                p.name,
            ),
        )
    )


def _standing(status: str | None, result: Row | None) -> Standing | None:
    if status is None:
        return None
    return Standing(
        status=status, won=result["won"] if result else None, contested=result["contested"] if result else None
    )


def _said(record: Record, alliance: str, as_of: Moment) -> tuple[Row, ...]:
    """Give every statement on who belongs, the latest first, those of one day, election and source together."""
    parties = record.frame(model.Party, as_of).select(party="id", party_name="name")
    elections = record.frame(model.Election, as_of).select(election="id", election_name="name")
    sources = record.frame(model.Source, as_of).select("title", "publisher", "url", "published", source="id")
    rows = record.history(model.AllianceMember, as_of, alliance=alliance).join(parties, on="party", how="left")
    together = rows.group_by("known_at", "election", "status", "source", maintain_order=True).agg(
        parties=pl.struct("party", pl.coalesce("party_name", "party").alias("name")),
        notes=pl.col("note").drop_nulls().unique(maintain_order=True),
    )
    named = together.join(elections, on="election", how="left").join(sources, on="source", how="left")
    return tuple(named.sort("known_at", descending=True, maintain_order=True).to_dicts())
