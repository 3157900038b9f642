"""Seats and votes by party and by alliance."""

from __future__ import annotations

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
    return _tallied(_with_nota_base(record, election, as_of), ["party", "party_name", "party_short", "colour"])


def alliance_results(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give seats and votes by alliance; a party in none stands for itself.

    A seat counts for the alliance that the candidate's party belongs to in this election, friendly
    contests included.

    Returns: as `party_results`, with `alliance, alliance_name, alliance_short, colour` for the party's columns.
    """
    rows = _with_nota_base(record, election, as_of)
    return _tallied(
        alliance_of_candidacies(record, rows, election, as_of),
        ["alliance", "alliance_name", "alliance_short", "colour"],
    )


def _with_nota_base(record: Record, election: str, as_of: Moment | None) -> pl.DataFrame:
    rows = candidate_votes(record, election, as_of)
    declared = record.frame(model.Declaration, as_of, election=election).select(*PLACE, declared=pl.lit(value=True))
    return rows.join(declared, on=PLACE, how="left")


def _tallied(rows: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    # in a contest without a declaration, the one ahead leads
    undeclared = pl.col("declared").is_null()
    valid = int(rows["counted"].sum() or 0)
    nota = int(rows.group_by(PLACE).agg(pl.col("nota").first())["nota"].sum() or 0)
    return (
        rows.group_by(by)
        .agg(
            won=pl.col("won").fill_null(False).sum(),  # noqa: FBT003
            leading=(undeclared & (pl.col("position") == 1)).sum(),
            contested=pl.struct(PLACE).n_unique(),
            second=(pl.col("position") == 2).sum(),
            votes=pl.col("counted").sum(),
            lost_deposits=pl.col("lost_deposit").fill_null(False).sum(),  # noqa: FBT003
        )
        .with_columns(
            share=pl.col("votes") * 100 / valid if valid else pl.lit(None, dtype=pl.Float64),
            share_with_nota=pl.col("votes") * 100 / (valid + nota) if valid else pl.lit(None, dtype=pl.Float64),
            strike_rate=pl.col("won") * 100 / pl.col("contested"),
        )
        .sort(pl.col("won") + pl.col("leading"), "votes", by[0], descending=[True, True, False])
    )
