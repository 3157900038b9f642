"""What share of a seat's votes each party may count on, from earlier elections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from janadesh import model
from janadesh.analysis.found import short_of_side
from janadesh.analysis.found import the_election
from janadesh.analysis.party_descents import carried_on
from janadesh.analysis.party_descents import independents
from janadesh.analysis.past_units import SPREAD
from janadesh.analysis.past_units import past_units
from janadesh.analysis.segment_votes import segment_votes
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment

Floats = npt.NDArray[np.float64]

LEAST_SPREAD = 9.0
"""Points that a share stays uncertain by, however many elections are known: seats change, and alike in no two."""


@dataclass(frozen=True, slots=True)
class PastShares:
    """
    Shares in per cent of the votes for candidates, by seat (row) and party (column).

    `spread` is each seat's standard deviation in points, and `told` says by election what the shares are from.
    """

    seats: tuple[str, ...]
    parties: tuple[str, ...]
    shares: Floats
    spread: Floats
    told: tuple[str, ...]

    def by_seat(self) -> dict[tuple[str, str], float]:
        """Give the shares by seat and party."""
        return {
            (seat, party): float(self.shares[row, column])
            for row, seat in enumerate(self.seats)
            for column, party in enumerate(self.parties)
        }


def past_shares(
    record: Record, election: str, earlier: Sequence[str], parties: Sequence[str], as_of: Moment | None = None
) -> PastShares:
    """
    Judge each party's share in each seat of an election by earlier ones.

    Each earlier election speaks by its contest of the seat or, where that is not known, of a place around it
    (`past_units`); the surer it is, the more it weighs. Where partners shared seats at an earlier election, what
    their candidate got is parted between them as their votes were where they stood apart.

    Args:
        record: holds the elections.
        election: the id of the one whose seats are asked about; its own votes are not looked at.
        earlier: ids of the elections that speak.
        parties: ids of partners whose votes are to be told apart.
        as_of: the moment; None is now.

    Raises: NotInRecord, where an election or a party has no votes.
    """
    told = [_told_by(record, election, e, parties, as_of) for e in earlier]
    seats = record.frame(model.Contest, as_of, election=election)["constituency"].unique(maintain_order=True).to_list()
    names = list(dict.fromkeys([*parties, *(party for t in told for party in t.shares["party"].unique().sort())]))
    missing = [party for party in parties if not any(party in set(t.shares["party"]) for t in told)]
    if missing:
        parties_told = " and ".join(short_of_side(record, party, as_of) for party in missing)
        elections_told = " or ".join(the_election(record, e, as_of).name for e in earlier)
        raise NotInRecord(
            f"{parties_told} had no votes in {elections_told}, so nothing says where it is strong. "
            "Name an earlier election in which it stood."
        )
    tables = [_table(t.shares, seats, names) for t in told]
    apart = [_table(t.apart, seats, names) for t in told]
    weights = [_weights(t.units, seats) for t in told]
    own = _mean(apart, weights)
    for place, t in enumerate(told):
        tables[place] = _parted(tables[place], apart[place], own, [names.index(p) for p in t.partners])
    return PastShares(
        tuple(seats),
        tuple(names),
        np.nan_to_num(_mean(tables, weights)),
        np.maximum(1 / np.sqrt(sum(weights)), LEAST_SPREAD),
        tuple(_sentence(seat, told) for seat in seats),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    election: str
    units: pl.DataFrame
    shares: pl.DataFrame
    """Shares by seat and party, as they were."""
    apart: pl.DataFrame
    """The same, without partners that left the place to another."""
    partners: tuple[str, ...]


def _told_by(record: Record, election: str, earlier: str, parties: Sequence[str], as_of: Moment | None) -> _Told:
    units = past_units(record, election, earlier, as_of)
    alone = independents(record, as_of)
    rows = candidate_votes(record, earlier, as_of).with_columns(pl.col("party").replace(carried_on(record, as_of)))
    if not rows["counted"].sum():
        name = the_election(record, earlier, as_of).name
        raise NotInRecord(f"The record holds no votes of {name}, and nothing can be learnt from it.")
    segments = segment_votes(record, election, earlier, as_of).with_columns(
        pl.col("party").replace(carried_on(record, as_of)), before="constituency", basis=pl.lit("segment")
    )
    # votes counted in the seat itself go before those of a place around it
    own = segments.select("constituency", "basis", "before").unique(maintain_order=True)
    units = pl.concat([units.join(own, on="constituency", how="anti"), own])
    votes = pl.concat([_by_party(rows, alone), _by_party(segments, alone)])
    shares = _shares(units, votes)
    members = record.frame(model.AllianceMember, as_of, election=earlier, status="member", party=list(parties))
    partners = members.filter(pl.len().over("alliance") > 1)["party"].unique(maintain_order=True).to_list()
    standing = shares.filter(pl.col("party").is_in(partners)).group_by("constituency").agg(of=pl.len())
    shared = standing.filter(pl.col("of") < len(partners)).with_columns(shared=pl.lit(value=True))
    apart = shares.join(shared, on="constituency", how="left").filter(
        pl.col("shared").is_null() | ~pl.col("party").is_in(partners)
    )
    return _Told(
        earlier, units.select("constituency", "basis").unique(), shares, apart.drop("of", "shared"), tuple(partners)
    )


def _by_party(rows: pl.DataFrame, alone: Sequence[str]) -> pl.DataFrame:
    # of Independents only the strongest is a rival, since they do not stand together
    one = pl.when(pl.col("party").is_in(alone)).then(pl.col("counted").max()).otherwise(pl.col("counted").sum())
    valid = rows.group_by(before="constituency").agg(valid=pl.col("counted").sum())
    votes = rows.group_by("party", before="constituency").agg(votes=one.first())
    return votes.join(valid, on="before").select("before", "party", "votes", "valid")


def _shares(units: pl.DataFrame, votes: pl.DataFrame) -> pl.DataFrame:
    cast = units.join(votes.select("before", "valid").unique("before"), on="before")
    all_votes = cast.group_by("constituency").agg(pl.col("valid").sum())
    return (
        units.join(votes.drop("valid"), on="before")
        .group_by("constituency", "party")
        .agg(pl.col("votes").sum())
        .join(all_votes, on="constituency")
        .select("constituency", "party", share=pl.col("votes") * 100 / pl.col("valid"))
    )


def _table(shares: pl.DataFrame, seats: list[str], parties: list[str]) -> Floats:
    table = np.full((len(seats), len(parties)), np.nan)
    row, column = {s: i for i, s in enumerate(seats)}, {p: i for i, p in enumerate(parties)}
    for seat, party, share in shares.select("constituency", "party", "share").iter_rows():
        table[row[seat], column[party]] = share
    # a place that told something of others told that a party had nothing
    spoke = ~np.isnan(table).all(axis=1)
    table[spoke] = np.nan_to_num(table[spoke])
    return table


def _parted(table: Floats, apart: Floats, own: Floats, partners: list[int]) -> Floats:
    if not partners:
        return table
    parted = table.copy()
    joint = table[:, partners].sum(axis=1)
    shared = (table[:, partners] > 0).any(axis=1) & (apart[:, partners] == 0).all(axis=1)
    weights = np.nan_to_num(own[:, partners])
    unknown = weights.sum(axis=1) == 0
    weights[unknown] = table[:, partners].sum(axis=0)
    parts = weights / weights.sum(axis=1, keepdims=True)
    parted[np.ix_(shared, partners)] = joint[shared, None] * parts[shared]
    return parted


def _weights(units: pl.DataFrame, seats: list[str]) -> Floats:
    spread = {seat: SPREAD[basis] for seat, basis in units.iter_rows()}
    return np.array([spread.get(seat, np.inf) ** -2.0 for seat in seats])


def _mean(tables: Sequence[Floats], weights: Sequence[Floats]) -> Floats:
    known = np.array([~np.isnan(table) * weight[:, None] for table, weight in zip(tables, weights, strict=True)])
    sums = (np.nan_to_num(np.array(tables)) * known).sum(axis=0)
    total = known.sum(axis=0)
    return np.asarray(np.divide(sums, total, out=np.full_like(sums, np.nan), where=total > 0))


def _sentence(seat: str, told: Sequence[_Told]) -> str:
    bases = [(t.election, dict(t.units.iter_rows()).get(seat)) for t in told]
    words = {"same": "the same seat", "unchanged": "the same seat", "same name": "the seat of that name"}
    words |= {"part": "the seat it is part of", "parliamentary constituency": "its parliamentary constituency"}
    return "; ".join(f"{election} by {words.get(basis, f'its {basis}')}" for election, basis in bases if basis)
