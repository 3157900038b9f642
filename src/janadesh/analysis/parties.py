"""Seats and votes by party and by alliance."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.votes import PLACE
from janadesh.analysis.votes import candidate_votes
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def party_results(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each party's seats and votes in an election as known at a moment, most seats first.

    Returns: a frame with the columns

        party, party_name, party_short, colour
        won, leading     seats declared for the party; seats it is ahead in without a declaration
        contested        seats it stood in
        second           seats in which it came second
        votes            its votes counted so far
        share            per cent of the votes for candidates
        share_with_nota  per cent with NOTA in the base, as the Election Commission of India prints it
        lost_deposits    candidacies that lost their deposit
        strike_rate      seats won in per cent of those contested
    """
    return tallied(with_declared(record, election, as_of), ["party", "party_name", "party_short", "colour"])


def alliance_results(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give seats and votes by alliance; a party in none stands for itself.

    A seat counts for the alliance that the candidate's party belongs to in this election, friendly
    contests included.

    Returns: as `party_results`, with `alliance, alliance_name, alliance_short, colour` for the party's columns.
    """
    rows = with_declared(record, election, as_of)
    return tallied(
        alliance_of_candidacies(record, rows, election, as_of),
        ["alliance", "alliance_name", "alliance_short", "colour"],
    )


def with_declared(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """Give the rows of `candidate_votes` with `declared`, true where the contest has been declared, else null."""
    rows = candidate_votes(record, election, as_of)
    declared = record.frame(model.Declaration, as_of, election=election).select(*PLACE, declared=pl.lit(value=True))
    return rows.join(declared, on=PLACE, how="left")


def tallied(rows: pl.DataFrame, by: list[str], within: Sequence[str] = ()) -> pl.DataFrame:
    """
    Add up rows of `with_declared` by what `by` names: the columns of `party_results` from `won` on.

    Args:
        rows: one a candidacy; of several elections only where `by` names the election.
        by: columns whose values make a row of the answer.
        within: those of `by` in which shares are taken (a region, say); none is the whole election.
    """
    # in a contest without a declaration, the one ahead leads
    undeclared = pl.col("declared").is_null()
    places = rows.group_by(list(dict.fromkeys([*PLACE, *within]))).agg(pl.col("counted").sum(), pl.col("nota").first())
    bases = places.group_by(within or pl.lit("all").alias("of")).agg(
        valid=pl.col("counted").sum(), nota=pl.col("nota").sum()
    )
    sums = rows.group_by(by).agg(
        won=pl.col("won").fill_null(False).sum(),  # noqa: FBT003
        leading=(undeclared & (pl.col("position") == 1)).sum(),
        contested=pl.col("constituency").n_unique(),
        second=(pl.col("position") == 2).sum(),
        votes=pl.col("counted").sum(),
        lost_deposits=pl.col("lost_deposit").fill_null(False).sum(),  # noqa: FBT003
    )
    based = sums.join(bases, on=within, nulls_equal=True) if within else sums.join(bases, how="cross")
    valid, nota = pl.col("valid"), pl.col("nota")
    return (
        based.with_columns(
            share=pl.when(valid > 0).then(pl.col("votes") * 100 / valid),
            share_with_nota=pl.when(valid > 0).then(pl.col("votes") * 100 / (valid + nota)),
            strike_rate=pl.col("won") * 100 / pl.col("contested"),
        )
        .drop("valid", "nota", "of", strict=False)
        .sort(pl.col("won") + pl.col("leading"), "votes", by[0], descending=[True, True, False])
    )
