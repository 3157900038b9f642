"""
Recompute sixty years of results from the record and compare them with Lok Dhaba's own columns.

    python benchmarks/history.py --record FILE [--data FOLDER]

FILE is a record made by `benchmarks/lokdhaba_load.py --record FILE`. Position, margin, margin in per cent,
vote share, turnout, effective number of parties and lost deposits are worked out of the votes and
electors in the record, for every row, and set beside the columns of the files. Rows that differ are
counted by cause; docs/reference/lokdhaba_faults.md explains the causes.
"""

from __future__ import annotations

import argparse
import time
from fractions import Fraction
from pathlib import Path

import polars as pl

from figures import Figure
from figures import keep
from janadesh import model
from janadesh.analysis.effective_parties import effective_parties
from janadesh.analysis.lost_deposit import lost_deposit
from janadesh.analysis.turnout import turnout
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.lokdhaba import SOURCE
from janadesh.sources.lokdhaba_elections import with_elections
from janadesh.sources.lokdhaba_seats import with_seats
from janadesh.sources.lokdhaba_table import read_table
from lokdhaba_load import DATA
from lokdhaba_load import history_of

PLACE = ["election", "constituency"]
A_SIXTH = Fraction(1, 6)
"""The share of the collection's own column, for every year."""

FIGURES = {
    "Position": 0,
    "Margin": 0,
    "Margin_Percentage": 0.006,
    "Vote_Share_Percentage": 0.006,
    "Turnout_Percentage": 0.006,
    "ENOP": 0.006,
    "Deposit_Lost": 0,
}
"""The collection's columns, with the largest difference that its rounding to two places explains."""


_WITHOUT_ALL_NOTA = ["in-br-assembly.2008.78", "in-rj-assembly.2008.24"]
"""Seats of by-elections of 2021: two NOTA rows in one, a NOTA row without votes in the other."""


def recomputed(record: Record, elections: list[str]) -> pl.DataFrame:
    """Work out every figure from the votes and electors of the record, by the collection's definitions and ours."""
    tallies = record.frame(model.Tally, election=elections).select(*PLACE, "serial", v="total")
    electors = record.frame(model.Figure, election=elections, scope="constituency", measure="electors")
    by_other = pl.col("source") != SOURCE.id
    roll = electors.select("election", constituency="scope_id", electors="value", in_pack=by_other)
    candidates = pl.when(pl.col("serial") != model.NOTA).then("v").otherwise(0)
    cast, valid = pl.col("v").sum().over(PLACE), candidates.sum().over(PLACE)
    following = pl.col("v").shift(-1).over(PLACE)
    squares = ((pl.col("v") * 100 / cast).round(2) ** 2 / 10000).round(2).sum().over(PLACE)
    return (
        tallies.join(roll, on=PLACE, how="left")
        .sort(*PLACE, "v", descending=[False, False, True], maintain_order=True)
        .with_columns(place=pl.int_range(1, pl.len() + 1).over(PLACE))
        .with_columns(votes="v", nth=pl.col("place").rank("ordinal").over(*PLACE, "v"))
        .with_columns(
            cast=cast,
            Margin=(pl.col("v") - following).fill_null(0),
            Vote_Share_Percentage=pl.col("v") * 100 / cast,
            Turnout_Percentage=turnout(cast, pl.col("electors")),
            ENOP=1 / squares,
            exact_ENOP=effective_parties(pl.col("v"), PLACE),
            our_ENOP=effective_parties(candidates, PLACE),
            our_share=pl.col("v") * 100 / valid,
            our_deposit=lost_deposit(pl.col("v"), valid, A_SIXTH) & (pl.col("place") > 1),
            Deposit_Lost=pl.when(pl.col("serial") != model.NOTA).then(lost_deposit(pl.col("v"), cast, A_SIXTH)),
            has_nota=(pl.col("serial") == model.NOTA).any().over(PLACE),
        )
        .with_columns(Position="place", Margin_Percentage=pl.col("Margin") * 100 / cast)
    )


def theirs(file: Path, count_days: dict[str, object]) -> pl.DataFrame:
    """Read the collection's own columns beside the place of each row in the record."""
    table = read_table(file)
    rows = with_seats(with_elections(table.rows, count_days))  # type: ignore[arg-type]
    own = pl.read_csv(file, infer_schema=False).with_row_index("row", offset=2)
    numbers = [pl.col(name).cast(pl.Float64, strict=False).fill_nan(None) for name in FIGURES if name != "Deposit_Lost"]
    figures = own.select(
        pl.col("row").cast(pl.Int64),
        *numbers,
        pl.col("Deposit_Lost").replace_strict({"yes": True, "no": False}, default=None),
    )
    return (
        figures.join(
            rows.select("row", *PLACE, "votes", "position", "year", "is_nota", "uncontested"), on="row", how="left"
        )
        # rows meet by their votes; of equal votes the first with the first
        .with_columns(nth=pl.col("position").rank("ordinal").over(*PLACE, "votes"))
    )


def compare(record: Record, file: Path, count_days: dict[str, object]) -> pl.DataFrame:
    """Set the collection's columns beside those recomputed; null where the record has no votes for a row."""
    said = theirs(file, count_days)
    elections = said["election"].drop_nulls().unique().to_list()
    ours = recomputed(record, elections)
    both = said.join(ours, on=[*PLACE, "votes", "nth"], how="left", suffix="_ours").with_columns(file=pl.lit(file.name))
    return both.with_columns(_equal(name, slack).alias(f"equal_{name}") for name, slack in FIGURES.items())


def _equal(name: str, slack: float) -> pl.Expr:
    said, ours = pl.col(name), pl.col(f"{name}_ours")
    same = (said == ours) if not slack else (said - ours).abs() <= slack
    # where both leave a figure open they agree: a turnout without electors, the deposit of NOTA
    return (same | (said.is_null() & ours.is_null() & pl.col("v").is_not_null())).fill_null(False)


def cause(name: str) -> pl.Expr:
    """Name the cause of a difference in a figure; the first that fits."""
    of_turnout, of_deposit = pl.lit(name == "Turnout_Percentage"), pl.lit(name == "Deposit_Lost")
    near_a_sixth = pl.col("Vote_Share_Percentage").is_between(16.66, 16.68)
    nota_is_gone = pl.col("constituency").is_in(_WITHOUT_ALL_NOTA) & (pl.col("year") == 2021)
    causes = [
        (pl.col("uncontested"), "uncontested: no votes, no figures"),
        (pl.col("election").is_null(), "row set aside: NOTA of an uncontested seat, or a second NOTA"),
        (pl.col("votes").is_null(), "votes missing in the source"),
        (pl.col("v").is_null(), "in the record by another source, with other votes"),
        (nota_is_gone, "a NOTA row of the contest is not in the record"),
        (of_deposit & (pl.col("v") * 6 == pl.col("cast")), "exactly one sixth"),
        (of_deposit & near_a_sixth, "share rounded to 16.67, in truth below a sixth"),
        (of_turnout & (pl.col(name) > 100), "over 100 in the source, electors not kept"),
        (of_turnout & pl.col("in_pack"), "electors by another source in the record"),
        (pl.col(name).is_null(), "figure missing in the source"),
    ]
    found = pl.lit("other")
    for condition, why in reversed(causes):
        found = pl.when(condition).then(pl.lit(why)).otherwise(found)
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--record", type=Path, required=True)
    chosen = options.parse_args()
    started = time.perf_counter()
    with open_record(chosen.record, create=False) as record:
        counts = record.frame(model.ScheduleEntry, event="count").sort("on_date")
        days = dict(counts.select("election", "on_date").iter_rows())
        both = pl.concat([compare(record, file, days) for file in history_of(chosen.data)], how="diagonal_relaxed")
    print(f"{both.height:,} rows compared in {time.perf_counter() - started:.0f} s\n")
    print(f"{'figure':24}{'equal':>10}{'%':>9}   differing, by cause")
    for name in FIGURES:
        equal = int(both[f"equal_{name}"].sum())
        causes = (
            both.filter(~pl.col(f"equal_{name}")).select(cause(name).alias("cause"))["cause"].value_counts(sort=True)
        )
        told = "; ".join(f"{count:,} {why}" for why, count in causes.iter_rows())
        share = equal / both.height
        print(f"{name:24}{equal:>10,}{share * 100:>9.3f}   {told}")
        keep(
            Figure(
                what=f"Lok Dhaba's {name} recomputed, {both.height:,} rows",
                ours=f"{share:.3%} equal",
                goal="99.9 %",
                met=share >= 0.999,
            )
        )
    counted = both.filter(pl.col("v").is_not_null())
    print("\nWhere Janadesh's own definition differs from the collection's (rows):")
    own = {
        "vote share, NOTA left out of the base": (pl.col("our_share") - pl.col("Vote_Share_Percentage")).abs() > 0.006,
        "deposit, NOTA left out of the base": ~pl.col("is_nota") & (pl.col("our_deposit") != pl.col("Deposit_Lost")),
        "effective parties, exact, NOTA in": (pl.col("exact_ENOP") - pl.col("ENOP")).abs() > 0.006,
        "effective parties, exact, NOTA out": (pl.col("our_ENOP") - pl.col("ENOP")).abs() > 0.006,
    }
    for what, differs in own.items():
        print(f"  {what:40}{counted.filter(differs).height:>10,}")


if __name__ == "__main__":
    main()
