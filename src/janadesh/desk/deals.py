"""Alliances of an election as a page tells them: who belongs, which seats each was given, where partners meet."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliances
from janadesh.desk.colours import colour_class
from janadesh.record.book import Record
from janadesh.record.moments import Moment


@dataclass(frozen=True, slots=True)
class Partner:
    """A party of an alliance: `talks`, `member` or `left`, and the seats it was given; None where not announced."""

    party: str
    name: str
    short: str
    colour: str
    status: str
    allotted: int | None
    since: object


@dataclass(frozen=True, slots=True)
class Deal:
    """One alliance in one election. `friendly_in` are ids of constituencies where partners stand against each other."""

    alliance: str
    name: str
    short: str
    colour: str
    partners: tuple[Partner, ...]
    friendly: int | None
    friendly_in: tuple[str, ...]


def deals_of(record: Record, election: str, as_of: Moment) -> tuple[Deal, ...]:
    """Give the alliances of an election as known at a moment, those of most parties first."""
    rows = alliances(record, election, as_of)
    totals = record.frame(model.SeatShareTotal, as_of, election=election)
    shares = record.frame(model.SeatShare, as_of, election=election, arrangement="friendly")
    deals = [
        _deal(
            list(members.iter_rows(named=True)),
            totals.filter(pl.col("alliance") == name),
            shares.filter(pl.col("alliance") == name),
        )
        for (name,), members in rows.group_by(["alliance"], maintain_order=True)
    ]
    return tuple(sorted(deals, key=lambda deal: -len(deal.partners)))


def _deal(members: list[dict[str, object]], totals: pl.DataFrame, shares: pl.DataFrame) -> Deal:
    allotted = dict(totals.filter(pl.col("arrangement") == "allotted").select("party", "seats").iter_rows())
    friendly = totals.filter(pl.col("arrangement") == "friendly")["seats"].to_list()
    partners = [
        Partner(
            party=str(row["party"]),
            name=str(row["party_name"]),
            short=str(row["party_short"]),
            colour=colour_class(str(row["party"])),
            status=str(row["status"]),
            allotted=allotted.get(row["party"]),
            since=row["known_at"],
        )
        for row in members
    ]
    first = members[0]
    return Deal(
        alliance=str(first["alliance"]),
        name=str(first["alliance_name"]),
        short=str(first["alliance_short"]),
        colour=colour_class(str(first["alliance"])),
        partners=tuple(sorted(partners, key=lambda partner: -(partner.allotted or 0))),
        friendly=friendly[0] if friendly else None,
        friendly_in=tuple(dict.fromkeys(shares["constituency"].to_list())),
    )
