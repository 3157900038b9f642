"""Everything that the voters of one constituency could choose, NOTA included."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.margins import with_margins
from janadesh.analysis.votes import candidate_votes
from janadesh.analysis.votes import counted_so_far
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def ballot_results(record: Record, election: str, constituency: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the candidates of one constituency by position, and NOTA in a last row of its own.

    Returns: the columns of `candidate_votes` and `margin`. The row of NOTA has the serial `model.NOTA`,
    votes and a `share_with_nota`, and is null in all that only a candidate can have: position, share,
    margin, won. It is missing where NOTA was not offered or its votes are unknown.
    """
    rows = with_margins(candidate_votes(record, election, as_of, constituency))
    tallies = record.frame(model.Tally, as_of, election=election, constituency=constituency, serial=model.NOTA)
    nota = tallies.select(
        "election", "constituency", "serial", "evm", "postal", "migrant", "total", tally_status="status"
    ).with_columns(candidate=pl.lit("NOTA"), counted=counted_so_far())
    valid = int(rows["counted"].sum())
    with_nota = pl.when(valid + pl.col("counted") > 0).then(pl.col("counted") * 100 / (valid + pl.col("counted")))
    return pl.concat([rows, nota.with_columns(share_with_nota=with_nota)], how="diagonal_relaxed")
