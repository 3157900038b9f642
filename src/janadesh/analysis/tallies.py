"""Seats, votes and strike rates of an election by state, region, district, phase, reservation or gender."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.contests import contest_results
from janadesh.analysis.parties import tallied
from janadesh.analysis.parties import with_declared
from janadesh.analysis.territories import territory_names
from janadesh.analysis.votes import PLACE
from janadesh.analysis.votes import places_of
from janadesh.record.book import Record
from janadesh.record.moments import Moment

PLACES = ("state", "region", "district", "phase", "reservation")
"""What seats are grouped by; a state is a province, nation or territory where the country has those."""

ACROSS = {
    "party": ["party", "party_name", "party_short", "colour"],
    "alliance": ["alliance", "alliance_name", "alliance_short", "colour"],
}
"""What a group is split by, with the columns that name it."""


def place_tallies(record: Record, election: str, by: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Sum up the seats of an election by one of `PLACES`.

    Returns: a row a group, null where the record does not say it, with the columns

        region …                what it is grouped by
        seats, declared         contests, and those with a result
        most_won_by, most_won   the party with most of the seats, and how many
        candidates              who stood
        lost_deposits           candidacies that lost their deposit
        valid, nota             votes for candidates, and for none of them
        electors, turnout       together, and the votes cast in per cent of them; null unless known for every seat
        median_margin           votes between the first two, in the middle seat
        nota_above_margin       seats in which NOTA got more than that
    """
    if by not in PLACES:
        raise ValueError(f"seats are not grouped by {by!r} but by {', '.join(PLACES)}")
    contests = _in_states(record, contest_results(record, election, as_of), by, as_of)
    lost = with_declared(record, election, as_of).group_by("constituency").agg(pl.col("lost_deposit").sum())
    cast = pl.col("valid").fill_null(0) + pl.col("nota").fill_null(0)
    known = pl.col("electors").is_not_null().all() & pl.col("valid").is_not_null().all()
    return (
        contests.join(lost, on="constituency", how="left")
        .group_by(by)
        .agg(
            seats=pl.len(),
            declared=pl.col("status").is_in(["declared", "uncontested"]).sum(),
            most_won_by=pl.col("winner_short").drop_nulls().mode().sort().first(),
            most_won=pl.col("winner_short").drop_nulls().unique_counts().max(),
            candidates=pl.col("candidates").sum(),
            lost_deposits=pl.col("lost_deposit").sum(),
            valid=pl.col("valid").sum(),
            nota=pl.when(pl.col("nota").count() > 0).then(pl.col("nota").sum()),
            electors=pl.when(known).then(pl.col("electors").sum()),
            turnout=pl.when(known).then(cast.sum() * 100 / pl.col("electors").sum()),
            median_margin=pl.col("margin").median(),
            nota_above_margin=(pl.col("nota") > pl.col("margin")).sum(),
        )
        .sort(by, nulls_last=True)
    )


def tallies_across(
    record: Record, election: str, by: str, across: str = "party", as_of: Moment | None = None
) -> pl.DataFrame:
    """
    Give each party's, or alliance's, seats, votes and strike rate by state, region, district, phase or reservation.

    Shares are of the votes for candidates within the group.

    Args:
        record: holds the election.
        election: its id.
        by: one of `PLACES`.
        across: `party` or `alliance`.
        as_of: the moment; None is now.

    Returns: the group's column, then those of `party_results`.
    """
    if by not in PLACES or across not in ACROSS:
        raise ValueError(f"groups are {', '.join(PLACES)}, split by {' or '.join(ACROSS)}; not {by!r} by {across!r}")
    phases = record.frame(model.Contest, as_of, election=election).select(*PLACE, "phase")
    rows = with_declared(record, election, as_of).join(phases, on=PLACE, how="left")
    rows = _in_states(record, rows, by, as_of)
    if across == "alliance":
        rows = alliance_of_candidacies(record, rows, election, as_of)
    return tallied(rows, [by, *ACROSS[across]], within=[by]).sort(by, nulls_last=True, maintain_order=True)


def _in_states(record: Record, rows: pl.DataFrame, by: str, as_of: Moment | None) -> pl.DataFrame:
    """Add the name of the `state` that each row's constituency is in, where that is asked for."""
    if by != "state":
        return rows
    names = territory_names(record, as_of).rename({"name": "state"})
    places = places_of(record, rows["constituency"], as_of).select("constituency", "territory")
    return rows.join(places.join(names, on="territory", how="left").drop("territory"), on="constituency", how="left")


def gender_tallies(
    record: Record, election: str, across: str | None = None, as_of: Moment | None = None
) -> pl.DataFrame:
    """
    Give seats, votes and strike rate by the candidates' gender, as declared or as known of the person.

    Args:
        record: holds the election.
        election: its id.
        across: `party` or `alliance`, to split each gender by it.
        as_of: the moment; None is now.

    Returns: `gender` (`M`, `F`, `T`, null where no source says), `candidates`, then the columns of `party_results`.
    """
    declared = record.frame(model.Candidacy, as_of, election=election).select(*PLACE, "serial", "gender")
    known = record.frame(model.Person, as_of).select(person="id", person_gender="gender")
    rows = (
        with_declared(record, election, as_of)
        .join(declared, on=[*PLACE, "serial"], how="left")
        .join(known, on="person", how="left")
        .with_columns(gender=pl.coalesce("gender", "person_gender"))
    )
    if across == "alliance":
        rows = alliance_of_candidacies(record, rows, election, as_of)
    by = ["gender", *(ACROSS[across] if across else [])]
    stood = rows.group_by(by).agg(candidates=pl.len())
    sums = tallied(rows, by).with_columns(pl.lit(None).alias("strike_rate"))
    return (
        stood.join(sums, on=by, how="left", nulls_equal=True)
        .with_columns(strike_rate=pl.col("won") * 100 / pl.col("candidates"))
        .sort("won", "votes", descending=True)
    )
