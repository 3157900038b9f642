"""One row a contest: who won or leads, by how much, and what else was cast."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.leads_shown import leads_shown
from janadesh.analysis.votes import PLACE
from janadesh.analysis.votes import candidate_votes
from janadesh.analysis.votes import nota_votes
from janadesh.analysis.votes import places_of
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.reading_once import read_once


def contest_results(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each contest of an election as known at a moment, in order of number.

    Returns: a frame with the columns

        election, constituency, number, constituency_name, region, district, reservation, phase
        status        scheduled, counting, declared, uncontested, countermanded …
        winner, winner_party, winner_short, winner_votes   the elected, or the one ahead while counting
        runner_up, runner_up_party, runner_up_votes        the candidate next to them; never NOTA
        margin        votes between the two, as a list of leads has it where that was seen last; null in an
                      uncontested seat or before counting
        margin_share  the margin in per cent of the votes for candidates
        candidates    how many stood
        valid         votes for candidates, NOTA left out
        nota          votes for none of the above; null where unknown
        electors, turnout   where a source says so; turnout in per cent
    """
    record = read_once(record)
    rows = candidate_votes(record, election, as_of)
    first = _place(rows, 1, "winner")
    second = _place(rows, 2, "runner_up")
    totals = rows.group_by(PLACE).agg(candidates=pl.len(), valid=pl.col("counted").sum())
    contests = record.frame(model.Contest, as_of, election=election).select(*PLACE, "phase")
    places = places_of(record, contests["constituency"], as_of).drop("territory")
    nota = nota_votes(record.frame(model.Tally, as_of, election=election)).select(*PLACE, "nota")
    declared = record.frame(model.Declaration, as_of, election=election).select(*PLACE, "by_lot", declared="status")
    return (
        contests.join(places, on="constituency", how="left")
        .join(first, on=PLACE, how="left")
        .join(second, on=PLACE, how="left")
        .join(totals, on=PLACE, how="left")
        .join(nota, on=PLACE, how="left")
        .join(declared, on=PLACE, how="left")
        .join(_electorate(record, election, as_of), on="constituency", how="left")
        .join(leads_shown(record, election, as_of).select(*PLACE, "lead_margin"), on=PLACE, how="left")
        .with_columns(
            status=pl.coalesce(
                "declared", pl.when(pl.col("winner").is_not_null()).then(pl.lit("counting")), pl.lit("scheduled")
            ),
            margin=pl.coalesce("lead_margin", pl.col("winner_votes") - pl.col("runner_up_votes")),
        )
        .with_columns(
            margin_share=pl.when(pl.col("valid") > 0).then(pl.col("margin") * 100 / pl.col("valid")),
        )
        .drop("lead_margin")
        .sort("number", "constituency")
    )


def _place(rows: pl.DataFrame, place: int, called: str) -> pl.DataFrame:
    """
    Take the candidate at a place of each contest.

    The elected candidate is first even on equal votes (a lot decides) or without votes (unopposed).
    """
    elected = pl.col("won").fill_null(value=False)
    at_place = (
        rows.filter(pl.col("position").is_not_null() | elected)
        .sort(elected, "position", descending=[True, False], nulls_last=True, maintain_order=True)
        .with_columns(row=pl.int_range(1, pl.len() + 1).over(PLACE))
        .filter(pl.col("row") == place)
    )
    return at_place.select(
        *PLACE,
        pl.col("candidate").alias(called),
        pl.col("serial").alias(f"{called}_serial"),
        pl.col("party").alias(f"{called}_party"),
        pl.col("party_short").alias(f"{called}_short"),
        pl.col("counted").alias(f"{called}_votes"),
    )


def _electorate(record: Record, election: str, as_of: Moment | None) -> pl.DataFrame:
    figures = record.frame(
        model.Figure, as_of, election=election, scope="constituency", measure=["electors", "turnout"]
    ).sort("known_at")
    wide = figures.group_by("scope_id").agg(
        electors=pl.col("value").filter(pl.col("measure") == "electors").last().cast(pl.Int64),
        turnout=pl.col("value").filter(pl.col("measure") == "turnout").last(),
    )
    return wide.rename({"scope_id": "constituency"})
