"""Everything that an alliance's page says: who belonged to it at which election, and what they won together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.over_elections import alliance_over_elections
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
from janadesh.export.figures import Digits
from janadesh.export.figures import digits_of_country
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.reading_once import read_once

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
    record, moment = read_once(desk.record), as_of.moment
    members = record.frame(model.AllianceMember, moment, alliance=alliance["id"])
    elections = elections_of(record, members["election"].unique().to_list(), moment)
    results = alliance_over_elections(record, alliance["id"], moment)
    together = {row["election"]: row for row in results.filter(pl.col("party").is_null()).iter_rows(named=True)}
    stood = [AtElection(election=e, row=together[e.id]) for e in elections if e.id in together]
    told = (model.AllianceMember, model.SeatShare, model.SeatShareTotal)
    return AllianceFacts(
        alliance=alliance,
        digits=digits_of_country(country_of(record, elections[0].id, moment) if elections else None),
        elections=tuple(elections),
        houses=by_house(record, stood, moment),
        partners=_partners(record, members, elections, results, moment),
        said=_said(record, alliance["id"], moment),
        names=other_names(record, "alliance", alliance["id"], moment),
        sources=tuple(sources_of(record, told, moment, alliance=alliance["id"]).to_dicts()),
    )


def _partners(
    record: Record, members: pl.DataFrame, elections: list[model.Election], results: pl.DataFrame, as_of: Moment
) -> tuple[Partner, ...]:
    status = {(row["party"], row["election"]): row["status"] for row in members.iter_rows(named=True)}
    stood = {(row["party"], row["election"]): row for row in results.iter_rows(named=True)}
    named = record.frame(model.Party, as_of, id=members["party"].unique().to_list())
    partners = [
        Partner(
            party=party["id"],
            name=party["name"],
            short=party["abbreviation"],
            colour=colour_class(party["id"]),
            at=tuple(_standing(status.get((party["id"], e.id)), stood.get((party["id"], e.id))) for e in elections),
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
