"""How the votes of each seat lie between three sides."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.contests import contest_results
from janadesh.analysis.found import short_of_side
from janadesh.analysis.found import the_election
from janadesh.analysis.party_descents import independents
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment

SIDES = ("first", "second", "third")


def three_way(
    record: Record, election: str, sides: Sequence[str] | None = None, as_of: Moment | None = None
) -> pl.DataFrame:
    """
    Give the shares of three sides in each seat of an election.

    Args:
        record: holds the election.
        election: its id.
        sides: three ids of parties or alliances; None is the three with most votes, a party in no alliance by itself.
        as_of: the moment; None is now.

    Returns: `constituency, number, constituency_name, first, second, third, first_share, second_share, third_share,
        others_share, winner_party, winner_short, margin_share`, shares in per cent of the votes for candidates, 0
        where a side did not stand; by number. Seats without votes are left out.
    Raises: NotInRecord, where there are not three sides with votes; ValueError, where not three are given.
    """
    rows = alliance_of_candidacies(record, candidate_votes(record, election, as_of), election, as_of)
    counted = rows.filter(pl.col("counted").is_not_null())
    chosen = tuple(sides) if sides is not None else _largest(counted, independents(record, as_of))
    if len(set(chosen)) != len(SIDES):
        raise ValueError(f"seats lie between three sides, and not between {len(set(chosen))}")
    for side in chosen:
        if counted.filter(_is(side)).is_empty():
            short, name = short_of_side(record, side, as_of), the_election(record, election, as_of).name
            raise NotInRecord(f"{short} has no votes in {name}, and no seat lies between it and others.")
    shares = counted.group_by("constituency").agg(
        (pl.col("counted").filter(_is(side)).sum() * 100 / pl.col("counted").sum()).alias(f"{name}_share")
        for name, side in zip(SIDES, chosen, strict=True)
    )
    places = record.frame(model.Constituency, as_of).select("number", constituency="id", constituency_name="name")
    won = contest_results(record, election, as_of).select(
        "constituency", "winner_party", "winner_short", "margin_share"
    )
    named = {name: pl.lit(side) for name, side in zip(SIDES, chosen, strict=True)}
    return (
        shares.filter(pl.col("first_share").is_not_nan())
        .join(places, on="constituency", how="left")
        .join(won, on="constituency", how="left")
        .with_columns(**named, others_share=100 - pl.sum_horizontal(f"{name}_share" for name in SIDES))
        .sort("number", "constituency")
        .select(
            *("constituency", "number", "constituency_name", *SIDES, *(f"{name}_share" for name in SIDES)),
            *("others_share", "winner_party", "winner_short", "margin_share"),
        )
    )


def _largest(counted: pl.DataFrame, alone: list[str]) -> tuple[str, ...]:
    largest = (
        counted.filter(~pl.col("party").is_in(alone))
        .group_by("alliance")
        .agg(pl.col("counted").sum())
        .sort("counted", "alliance", descending=[True, False])
        .head(len(SIDES))
    )
    if largest.height < len(SIDES):
        raise NotInRecord("The record holds votes of fewer than three parties there, and a triangle is between three.")
    return tuple(largest["alliance"])


def _is(side: str) -> pl.Expr:
    return (pl.col("alliance") == side) | (pl.col("party") == side)
