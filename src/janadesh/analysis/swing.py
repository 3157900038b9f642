"""How far votes swung from one side to the other between two elections, in each seat and overall."""

from __future__ import annotations

import polars as pl

from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.found import short_of_side
from janadesh.analysis.found import the_election
from janadesh.analysis.matched_seats import compared_seats
from janadesh.analysis.party_descents import carried_on
from janadesh.analysis.party_descents import independents
from janadesh.analysis.votes import candidate_votes
from janadesh.analysis.votes import places_of
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def butler_swing(first: pl.Expr, first_before: pl.Expr, second: pl.Expr, second_before: pl.Expr) -> pl.Expr:
    """
    Give Butler's swing to the first side: the mean of its gain and the other's loss.

    Source: D. Butler, in R. B. McCallum and A. Readman, The British General Election of 1945 (Oxford University
    Press 1947), and The British General Election of 1951 (Macmillan 1952), appendix.

    Args:
        first: the first side's share of all votes, in per cent.
        first_before: the same at the earlier election.
        second: the second side's share.
        second_before: the same at the earlier election.
    """
    return ((first - first_before) + (second_before - second)) / 2


def steed_swing(first: pl.Expr, first_before: pl.Expr, second: pl.Expr, second_before: pl.Expr) -> pl.Expr:
    """
    Give Steed's two-party swing to the first side: the change of its part of both sides' votes.

    Source: M. Steed, An Analysis of the Results, in D. Butler and A. King, The British General Election of 1964
    (Macmillan 1965).

    Args: as `butler_swing`.
    """
    return first * 100 / (first + second) - first_before * 100 / (first_before + second_before)


def swings(
    record: Record, election: str, earlier: str, sides: tuple[str, str] | None = None, as_of: Moment | None = None
) -> pl.DataFrame:
    """
    Give the swing between two sides in each seat that an earlier one is known for.

    A side is a party or an alliance with the members that it has at the later election, at both elections.

    Args:
        record: holds both elections.
        election: the id of the later one.
        earlier: the id of the earlier one.
        sides: two ids of parties or alliances; None is the two with most votes at the later election.
        as_of: the moment; None is now.

    Returns: `constituency, number, constituency_name, before, before_name, basis, first, second, first_share,
        first_before, second_share, second_before, butler, steed`, shares in per cent of the votes for candidates.
        A swing is null where either side did not stand both times. The last row, without constituency, is that
        of all votes of both elections.
    Raises: NotInRecord, where a side has no votes.
    """
    now, then = (_by_side(record, e, election, as_of) for e in (election, earlier))
    first, second = sides or _two_largest(record, now, as_of)
    for side in (first, second):
        if now.filter(_is(side)).is_empty():
            raise NotInRecord(_no_swing(record, side, election, as_of))
        # of two that somebody asked about, both have to have votes to swing from
        if sides and then.filter(_is(side)).is_empty():
            raise NotInRecord(_no_swing(record, side, earlier, as_of))
    seats = compared_seats(record, election, earlier, as_of)
    named = pl.concat([seats["constituency"], seats["before"]]).drop_nulls()
    places = places_of(record, named, as_of).select("number", "constituency", "constituency_name")
    paired = (
        seats.join(_shares(now, first, second, ""), on="constituency", how="left")
        .join(_shares(then, first, second, "_before"), left_on="before", right_on="constituency", how="left")
        .join(places, on="constituency", how="left")
        .join(places.select(before="constituency", before_name="constituency_name"), on="before")
        .sort("number")
    )
    overall = _shares(now.with_columns(constituency=pl.lit("all")), first, second, "").join(
        _shares(then.with_columns(constituency=pl.lit("all")), first, second, "_before"), on="constituency"
    )
    both = pl.concat([paired, overall.drop("constituency")], how="diagonal_relaxed")
    shares = [pl.col(name) for name in ("first_share", "first_before", "second_share", "second_before")]
    return both.with_columns(
        first=pl.lit(first), second=pl.lit(second), butler=butler_swing(*shares), steed=steed_swing(*shares)
    ).select(
        *("constituency", "number", "constituency_name", "before", "before_name", "basis", "first", "second"),
        *("first_share", "first_before", "second_share", "second_before", "butler", "steed"),
    )


def _no_swing(record: Record, side: str, election: str, as_of: Moment | None) -> str:
    short, name = short_of_side(record, side, as_of), the_election(record, election, as_of).name
    return f"{short} has no votes in {name}, so there is no swing to or from it. Name two that stood both times."


def _by_side(record: Record, election: str, members_at: str, as_of: Moment | None) -> pl.DataFrame:
    rows = candidate_votes(record, election, as_of).with_columns(pl.col("party").replace(carried_on(record, as_of)))
    return alliance_of_candidacies(record, rows, members_at, as_of).filter(pl.col("counted").is_not_null())


def _two_largest(record: Record, now: pl.DataFrame, as_of: Moment | None) -> tuple[str, str]:
    alone = independents(record, as_of)
    largest = (
        now.filter(~pl.col("party").is_in(alone))
        .group_by("alliance")
        .agg(pl.col("counted").sum())
        .sort("counted", "alliance", descending=[True, False])
    )
    if largest.height < 2:
        raise NotInRecord("The record holds votes of fewer than two parties there, and a swing is between two.")
    return largest["alliance"][0], largest["alliance"][1]


def _shares(rows: pl.DataFrame, first: str, second: str, ending: str) -> pl.DataFrame:
    def share(side: str) -> pl.Expr:
        of_side = pl.col("counted").filter(_is(side))
        return pl.when(of_side.len() > 0).then(of_side.sum() * 100 / pl.col("counted").sum())

    name = ending or "_share"
    return rows.group_by("constituency").agg(share(first).alias(f"first{name}"), share(second).alias(f"second{name}"))


def _is(side: str) -> pl.Expr:
    return (pl.col("alliance") == side) | (pl.col("party") == side)
