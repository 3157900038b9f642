"""Rebels of an election, and what each cost the party that they broke with."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.votes import candidate_votes
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def rebels(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Set each rebel's votes against the margin by which the rebel's own side lost the seat.

    The side's candidate is the party's own, else the best placed of its alliance. `cost` is `the seat, to the
    rebel` where the rebel won, `the seat` where the side's candidate was behind the winner by no more votes than
    the rebel got (all of them would have had to come back), else `nothing`; null where the side has no candidate
    or no votes are known.

    Returns: `constituency, number, constituency_name, candidate, rebel_of, rebel_of_short, counted, position, won,
        side_candidate, side_party, side_short, side_votes, behind, winner, winner_party, cost`.
    """
    rows = alliance_of_candidacies(record, candidate_votes(record, election, as_of), election, as_of).drop("winner")
    broke = rows.filter(pl.col("rebel_of").is_not_null()).join(
        _sides(record, election, as_of), on="rebel_of", how="left"
    )
    first = rows.filter(pl.col("position") == 1).unique("constituency", keep="first", maintain_order=True)
    winners = first.select("constituency", winner="candidate", winner_party="party", winner_votes="counted")
    return (
        broke.join(_sides_candidates(rows, broke), on=["constituency", "serial"], how="left")
        .join(winners, on="constituency", how="left")
        .with_columns(won=pl.col("won").fill_null(value=False), behind=pl.col("winner_votes") - pl.col("side_votes"))
        .with_columns(cost=_cost())
        .sort("number", "serial")
        .select(
            *("constituency", "number", "constituency_name", "candidate", "rebel_of", "rebel_of_short", "counted"),
            *("position", "won", "side_candidate", "side_party", "side_short", "side_votes", "behind"),
            *("winner", "winner_party", "cost"),
        )
    )


def _sides(record: Record, election: str, as_of: Moment | None) -> pl.DataFrame:
    parties = record.frame(model.Party, as_of).select(
        "colour", party="id", party_name="name", party_short="abbreviation"
    )
    sides = alliance_of_candidacies(record, parties, election, as_of)
    return sides.select(rebel_of="party", side="alliance", rebel_of_short="party_short")


def _sides_candidates(rows: pl.DataFrame, broke: pl.DataFrame) -> pl.DataFrame:
    """Find, for each rebel, who stood for the side: the party's own candidate before one of its alliance."""
    standing = rows.filter(pl.col("rebel_of").is_null()).select(
        "constituency",
        side="alliance",
        side_candidate="candidate",
        side_party="party",
        side_short="party_short",
        side_votes="counted",
    )
    return (
        broke.select("constituency", "serial", "rebel_of", "side")
        .join(standing, on=["constituency", "side"])
        .sort(pl.col("side_party") == pl.col("rebel_of"), "side_votes", descending=True, nulls_last=True)
        .unique(["constituency", "serial"], keep="first", maintain_order=True)
        .drop("rebel_of", "side")
    )


def _cost() -> pl.Expr:
    return (
        pl.when(pl.col("side_votes").is_null())
        .then(None)
        .when(pl.col("won"))
        .then(pl.lit("the seat, to the rebel"))
        .when((pl.col("behind") > 0) & (pl.col("counted") >= pl.col("behind")))
        .then(pl.lit("the seat"))
        .otherwise(pl.lit("nothing"))
    )
