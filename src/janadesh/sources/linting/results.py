"""Contests without a result, and results that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.sources.linting.given import ROW
from janadesh.sources.linting.given import Given
from janadesh.sources.linting.given import listed

_PLACE = ["election", "constituency"]
_NEAR = 2.0
"""Points by which a turnout may differ from votes for candidates by electors: rejected votes are not among them."""


def contests_without_result(given: Given) -> Iterator[Fault]:
    """Tell, election by election, contests that have candidates or stand beside decided ones, and no declaration."""
    decided = given.standing(model.Declaration).select(_PLACE)
    stood = given.standing(model.Candidacy).select(_PLACE).unique(maintain_order=True)
    contests = pl.concat([given.standing(model.Contest).select(_PLACE), stood]).unique(maintain_order=True)
    told = set(decided["election"]) | set(stood["election"])
    for (election,), seats in contests.group_by("election", maintain_order=True):
        without = seats.join(decided, on=_PLACE, how="anti")["constituency"].to_list()
        if without and election in told:
            problem = f"{len(without)} of {seats.height} contests of {election} have no result: {listed(without)}"
            cure = "Add who won, once it is declared."
            yield given.advice(model.Declaration, problem, cure, column="constituency", value=without[0])


def winners_who_do_not_stand(given: Given) -> Iterator[Fault]:
    """Tell declarations whose winner is no candidate here, or that name none."""
    stood = given.standing(model.Candidacy).select(*_PLACE, winner="serial", stands=pl.lit(value=True))
    told = set(stood.select(_PLACE).iter_rows())
    ends = given.standing(model.Declaration).join(stood, on=[*_PLACE, "winner"], how="left").sort(ROW)
    for row in ends.filter(pl.col("status").is_in(["declared", "uncontested"])).iter_rows(named=True):
        if row["winner"] is None:
            problem, cure = "the contest ended, and nobody is said to have won", "Write the winner's serial."
        elif row["stands"] is None and (row["election"], row["constituency"]) in told:
            problem, cure = "no candidacy of the contest has this serial", "Write the serial of candidacies.csv."
        else:
            continue
        yield given.advice(model.Declaration, problem, cure, row=row[ROW], column="winner", value=row["winner"])


def winners_without_most_votes(given: Given) -> Iterator[Fault]:
    """Tell winners who have fewer votes than another, and ties that are not said to be broken by lot."""
    tallies = given.standing(model.Tally).filter(pl.col("serial") != model.NOTA, pl.col("total").is_not_null())
    most = tallies.group_by(_PLACE).agg(
        most=pl.col("total").max(), level=(pl.col("total") == pl.col("total").max()).sum()
    )
    ends = (
        given.standing(model.Declaration)
        .join(tallies.select(*_PLACE, "total", winner="serial"), on=[*_PLACE, "winner"])
        .join(most, on=_PLACE)
        .sort(ROW)
    )
    for row in ends.iter_rows(named=True):
        if row["total"] < row["most"]:
            problem = f"the winner has {row['total']} votes, and another candidate has {row['most']}"
            cure = "Correct the winner or the votes."
            yield given.advice(model.Declaration, problem, cure, row=row[ROW], column="winner", value=row["winner"])
        elif row["level"] > 1 and not row["by_lot"]:
            problem = f"{row['level']} candidates have {row['most']} votes each"
            cure = "If a lot broke the tie, write by_lot true."
            yield given.advice(model.Declaration, problem, cure, row=row[ROW], column="by_lot", value="false")


def candidates_without_votes(given: Given) -> Iterator[Fault]:
    """Tell candidates of a counted contest who have no votes written down."""
    counted = given.standing(model.Tally)
    stood = given.standing(model.Candidacy).filter(pl.col("status") == "contesting")
    missing = stood.join(counted.select(_PLACE).unique(), on=_PLACE, how="semi").join(
        counted, on=[*_PLACE, "serial"], how="anti"
    )
    for row in missing.sort(ROW).iter_rows(named=True):
        problem = f"others in {row['constituency']} have votes, and this candidate has none written down"
        cure = "Add the row to tallies.csv, or say in `status` that the candidate withdrew."
        yield given.advice(model.Candidacy, problem, cure, row=row[ROW], column="serial", value=row["name"])


def turnout_that_does_not_fit(given: Given) -> Iterator[Fault]:
    """Tell a seat's final turnout that is far from its votes for its electors, and electors fewer than votes."""
    votes = (
        given.standing(model.Tally)
        .filter(pl.col("status") == "final")
        .group_by("election", scope_id="constituency")
        .agg(votes=pl.col("total").sum(), whole=pl.col("total").is_not_null().all())
        .filter("whole")
    )
    figures = given.standing(model.Figure).filter(pl.col("scope") == "constituency", pl.col("basis") == "final")
    electors = figures.filter(pl.col("measure") == "electors", pl.col("value") > 0)
    known = electors.join(votes, on=["election", "scope_id"])
    known = known.with_columns(reckoned=pl.col("votes") * 100 / pl.col("value"))
    for row in known.filter(pl.col("votes") > pl.col("value")).sort(ROW).iter_rows(named=True):
        problem = f"{row['scope_id']} counted {row['votes']} votes, more than it has electors"
        cure = "Correct the electors or the votes."
        yield given.advice(model.Figure, problem, cure, row=row[ROW], column="value", value=int(row["value"]))
    turnouts = figures.filter(pl.col("measure") == "turnout").join(
        known.select("election", "scope_id", "reckoned"), on=["election", "scope_id"]
    )
    for row in turnouts.filter((pl.col("value") - pl.col("reckoned")).abs() > _NEAR).sort(ROW).iter_rows(named=True):
        problem = f"votes and electors of {row['scope_id']} make it {row['reckoned']:.2f} per cent"
        yield given.advice(
            model.Figure, problem, "Correct one of the three.", row=row[ROW], column="value", value=row["value"]
        )
